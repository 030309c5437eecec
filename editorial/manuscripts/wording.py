"""What the notes of a report and refusals say, in an editor's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editorial.manuscripts.notes import Confidence, Note, Place
from editorial.manuscripts.reading import Step
from editorial.manuscripts.refusals import ManuscriptRefused, Reason

HEADINGS = {
    Confidence.LOOK: gettext_lazy("Needs a look"),
    Confidence.LEFT_OUT: gettext_lazy("Not in the draft"),
    Confidence.GUESSED: gettext_lazy("Guessed"),
    Confidence.RECOGNISED: gettext_lazy("Recognised"),
}
EXPLANATIONS = {
    Confidence.LOOK: gettext_lazy("Somebody has to decide or complete these."),
    Confidence.LEFT_OUT: gettext_lazy("Words of the manuscript that stand nowhere in the draft, in full."),
    Confidence.GUESSED: gettext_lazy("Read by its looks. Usually right, worth a glance."),
    Confidence.RECOGNISED: gettext_lazy("The manuscript says so itself."),
}

SENTENCES = {
    # Opening
    "title": gettext_lazy("Title"),
    "title_of_file": gettext_lazy("Title, from what the file says of itself"),
    "title_missing": gettext_lazy("No title was found; the file’s name stands in for it"),
    "title_too_long": gettext_lazy("The title is longer than 255 characters and was cut; this is the whole of it"),
    "other_title": gettext_lazy("The file calls itself by another title"),
    "title_again": gettext_lazy("The title once more, as a heading at the top"),
    "address_made_up": gettext_lazy("No letter of the title can stand in an address; give the story one (Promote)"),
    "standfirst": gettext_lazy("Standfirst"),
    "standfirst_missing": gettext_lazy("No standfirst was found"),
    "standfirst_too_long": gettext_lazy("The standfirst is longer than 400 characters; it opens the story instead"),
    "byline": gettext_lazy("Byline"),
    "byline_of_file": gettext_lazy("Byline, from what the file says of itself"),
    "byline_unknown": gettext_lazy("Nobody of this name is in the catalogue, so the story has no writer yet"),
    "writer": gettext_lazy("Credited as the writer"),
    "role_out_of_place": gettext_lazy(
        "Marked as a title, standfirst or byline, but not at the top; kept as a paragraph"
    ),
    # Sections and text
    "heading": gettext_lazy("Section"),
    "small_heading": gettext_lazy("Small heading"),
    "heading_in_bold": gettext_lazy("A short bold paragraph, read as a heading"),
    "heading_too_long": gettext_lazy(
        "The heading is longer than 120 characters; it stands whole under a shortened one"
    ),
    "section_without_heading": gettext_lazy("The story begins without a heading; this section needs one"),
    "typed_bullet": gettext_lazy("A paragraph with a typed bullet, read as a list item"),
    "typed_number": gettext_lazy("The number of a heading or paragraph; the magazine counts sections itself"),
    "list_numbers": gettext_lazy("A list that did not count 1, 2, 3 … in the manuscript (it began at %(number)s)"),
    "style_unknown": gettext_lazy("A style of the file’s own, read as plain paragraphs (%(count)s of them)"),
    "quote": gettext_lazy("Pull quote"),
    "quote_of_paragraphs": gettext_lazy("A quotation of several paragraphs, set as one pull quote"),
    "quote_speaker": gettext_lazy("The line under a quotation, read as who said it"),
    "quote_kept_as_text": gettext_lazy(
        "A quotation too long for a pull quote, or with a link or note; kept in the text"
    ),
    "text_box": gettext_lazy("A text box, kept as an aside"),
    "raised": gettext_lazy("Raised or lowered letters for which there are no such signs; set as plain letters"),
    "formula": gettext_lazy("A formula, written out in one line"),
    "symbol": gettext_lazy("A sign from the font %(font)s (%(sign)s) has no equal in ours; it stood after these words"),
    "encoding_guessed": gettext_lazy("The file does not say how its letters are encoded; look at accents"),
    "raw_html": gettext_lazy("HTML inside the Markdown, read as an HTML file is; its markup was not kept"),
    # Notes and links
    "note_without_place": gettext_lazy("A footnote where the magazine has none (title, caption, text box)"),
    "note_in_heading": gettext_lazy("A footnote hangs on a heading"),
    "note_mark": gettext_lazy("The mark that the manuscript gave a footnote; the magazine sets its own"),
    "note_too_long": gettext_lazy("A footnote longer than 1,000 characters was cut; this is the whole of it"),
    "footnote_of_bare_mark": gettext_lazy("A number in brackets and its note at the end, read as a footnote"),
    "footnote_missing": gettext_lazy("The mark of a footnote whose words were not brought along"),
    "bare_mark": gettext_lazy("Perhaps marks of comments or footnotes that lost their words; they stand in the text"),
    "words_after_notes": gettext_lazy(
        "Words right after notes or comments were taken for the story’s and stand in it; a note may go on here"
    ),
    "typed_rule": gettext_lazy("A line typed between the text and its notes"),
    "second_note": gettext_lazy(
        "A second footnote numbered %(number)s, as in two files put together: both marks show the first one’s words"
    ),
    "footnote_without_mark": gettext_lazy("A footnote that no mark leads to"),
    "picture_in_note": gettext_lazy("A picture in a footnote was left out"),
    "link_dropped": gettext_lazy("A link that leads nowhere safe; its words stay (%(address)s)"),
    "link_without_place": gettext_lazy("A link where the magazine has none; its words stay (%(address)s)"),
    "picture_link": gettext_lazy("A picture that was a link; ours lead nowhere"),
    "own_path": gettext_lazy("A link without a host, taken for one to a page of ours (%(address)s)"),
    "own_link": gettext_lazy("A link to a page or glossary term of ours; it follows if that moves"),
    "unused_reference": gettext_lazy("Addresses that no link uses"),
    # Tables
    "table_as_facts": gettext_lazy("A table of two columns, set as a fact box"),
    "table_named_by_section": gettext_lazy("A table without a name, set as a fact box under the heading above it"),
    "table_named_by_line": gettext_lazy("A bold line over a table, taken for the name of the fact box"),
    "table_as_list": gettext_lazy("A table that fits no block of ours; it became a list, a row in each item"),
    "table_of_pictures": gettext_lazy(
        "A table that only arranged pictures; they follow one another, each with the words of its column"
    ),
    # Pictures
    "picture": gettext_lazy("Picture"),
    "caption": gettext_lazy("Caption"),
    "credit": gettext_lazy("Credit"),
    "credit_shared": gettext_lazy("One credit under %(count)s pictures, given to each"),
    "credit_missing": gettext_lazy("No credit stands beside this picture; it cannot be published without one"),
    "credit_from_file": gettext_lazy("Credit, from the picture’s own file"),
    "credit_differs": gettext_lazy("The library credits this picture differently; its credit was kept: %(credit)s"),
    "credit_entered": gettext_lazy("The library had no credit for this picture; it has this one now"),
    "credit_not_entered": gettext_lazy(
        "The library has no credit for this picture, and you may not change it there: pass this one on"
    ),
    "credit_too_long": gettext_lazy("The credit is longer than 200 characters and was cut; this is the whole of it"),
    "holder_missing": gettext_lazy("The credit does not say whose the picture is; name the rights holder under Images"),
    "alt_missing": gettext_lazy("No description for readers who cannot see the picture"),
    "alt_is_file_name": gettext_lazy("The picture’s description is the name of a file; write one"),
    "alt_says_picture": gettext_lazy("That it is a picture is said anyway; the description does without now"),
    "alt_by_machine": gettext_lazy("The picture’s description was written by a program; check it"),
    "picture_known": gettext_lazy("This picture was in the library already and is used from there"),
    "picture_looks_like": gettext_lazy(
        "This picture of the library looks the same. The manuscript’s was filed as a new one: keep one of the two"
    ),
    "pictures_alike": gettext_lazy(
        "It looks like another picture of the manuscript; both were filed, keep one of them"
    ),
    "licence_from_file": gettext_lazy("Licence, from the picture’s own file"),
    "picture_of_other_type": gettext_lazy("The picture’s name claims another type than its content; it is %(ending)s"),
    "picture_too_large": gettext_lazy("A picture with more pixels than we take was left out"),
    "picture_damaged": gettext_lazy("A damaged picture was left out"),
    "not_a_picture": gettext_lazy("This is no picture of a type we take (JPEG, PNG, GIF, WebP, AVIF); it was left out"),
    "picture_not_fetched": gettext_lazy("A picture that is only linked. Nothing is fetched: upload it yourself"),
    "picture_missing": gettext_lazy("A picture the file names but does not contain"),
    "picture_cropped": gettext_lazy("Cropped in the manuscript; here it is whole"),
    "picture_elsewhere": gettext_lazy("A picture outside the text (header, background, deleted) was left out"),
    "picture_title_unused": gettext_lazy("The title of a picture that has another one in the library"),
    "credit_address": gettext_lazy("The address that a credit led to; the library keeps another one, or none"),
    "picture_title": gettext_lazy("The title of a picture that could not be used"),
    "description_of_lost_picture": gettext_lazy("The description of a picture that could not be used"),
    "caption_without_picture": gettext_lazy(
        "Marked as a caption or credit, but not clearly of one picture; kept as a paragraph"
    ),
    "credit_without_picture": gettext_lazy(
        "Reads like a credit, but not clearly of one picture; kept as a paragraph: enter it under Images"
    ),
    "figure_number": gettext_lazy("The number of a figure; the magazine counts for itself"),
    # Left out
    "tracked_deletion": gettext_lazy("Deleted by %(author)s with changes tracked"),
    "tracked_insertion": gettext_lazy("Inserted by %(author)s with changes tracked; kept"),
    "tracked_joining": gettext_lazy("Two paragraphs whose break was deleted with changes tracked; joined"),
    "struck": gettext_lazy("Words that were struck through"),
    "comment": gettext_lazy("Comment by %(author)s"),
    "header": gettext_lazy("Header of the pages"),
    "footer": gettext_lazy("Footer of the pages"),
    "contents": gettext_lazy("Table of contents; the magazine makes its own"),
    "fields": gettext_lazy("Instructions to the word processor"),
    "hidden": gettext_lazy("Hidden text"),
    "property": gettext_lazy("What the file says of itself (%(name)s)"),
    "front_matter": gettext_lazy("Lines before the text"),
    "element_dropped": gettext_lazy("An element that has no place in a story (%(element)s)"),
    "html_comment": gettext_lazy("A comment in the file’s code"),
    "prompt": gettext_lazy("A field of a form that nobody filled in; it asks for this"),
    "choices": gettext_lazy("What else could be chosen in a field of a form"),
    "description_of_shape": gettext_lazy("The description of a shape, chart or table, for those who cannot see it"),
    "custom_data": gettext_lazy("Data that a program keeps in the file, in %(part)s"),
    "pointer_words": gettext_lazy("Shown only to a pointer that rests on “%(over)s”"),
    "left_behind": gettext_lazy("Words that stand outside the text, in %(part)s"),
    "code_words": gettext_lazy("What stood behind the marks of a piece of code"),
    "embedded_file": gettext_lazy("A file embedded in the manuscript"),
    "embedded_object": gettext_lazy("Something of another program was left out"),
    "chart": gettext_lazy("A chart or diagram was left out; its words are named below"),
    "part_unreadable": gettext_lazy("A part of the file that cannot be read"),
    "seen_before": gettext_lazy("The same file was brought in before, as %(title)s"),
}

# What many notes of one kind are called, where their sentence speaks of one thing.
MANY = {
    "heading": gettext_lazy("Sections"),
    "small_heading": gettext_lazy("Small headings"),
    "heading_in_bold": gettext_lazy("Short bold paragraphs, read as headings"),
    "typed_bullet": gettext_lazy("Paragraphs with a typed bullet, read as list items"),
    "quote": gettext_lazy("Pull quotes"),
    "quote_kept_as_text": gettext_lazy("Quotations too long for a pull quote or with a link or note, kept in the text"),
    "text_box": gettext_lazy("Text boxes, kept as asides"),
    "table_as_facts": gettext_lazy("Tables of two columns, set as fact boxes"),
    "table_as_list": gettext_lazy("Tables that fit no block of ours; they became lists, a row in each item"),
    "note_mark": gettext_lazy("The marks that the manuscript gave its footnotes; the magazine sets its own"),
    "link_dropped": gettext_lazy("Links that lead nowhere safe; their words stay"),
    "own_path": gettext_lazy("Links without a host, taken for links to pages of ours"),
    "picture": gettext_lazy("Pictures taken over"),
    "picture_known": gettext_lazy("Pictures that were in the library already and are used from there"),
    "picture_looks_like": gettext_lazy(
        "Pictures of the library that look like some of the manuscript’s, which were filed as new: keep one of each"
    ),
    "pictures_alike": gettext_lazy(
        "Pictures that look like others of the manuscript; all were filed, keep one of each"
    ),
    "picture_not_fetched": gettext_lazy("Pictures that are only linked. Nothing is fetched: upload them yourself"),
    "caption": gettext_lazy("Captions"),
    "credit": gettext_lazy("Credits"),
    "credit_missing": gettext_lazy("Pictures that nobody credits; they cannot be published without a credit"),
    "credit_from_file": gettext_lazy("Credits, from the pictures’ own files"),
    "holder_missing": gettext_lazy("Credits that do not say whose a picture is; name the holders under Images"),
    "alt_missing": gettext_lazy("Pictures without a description for readers who cannot see them"),
    "alt_is_file_name": gettext_lazy("Pictures described by the name of a file; write descriptions"),
    "alt_by_machine": gettext_lazy("Pictures described by a program; check the descriptions"),
    "alt_says_picture": gettext_lazy("That they are pictures is said anyway; the descriptions do without now"),
    "picture_cropped": gettext_lazy("Pictures cropped in the manuscript; the whole pictures are here"),
    "description_of_lost_picture": gettext_lazy("The descriptions of pictures that could not be used"),
}

PLACES = {
    "paragraph": gettext_lazy("paragraph %(number)s"),
    "picture": gettext_lazy("picture %(number)s"),
    "table": gettext_lazy("table %(number)s"),
    "footnote": gettext_lazy("footnote %(number)s"),
    "endnote": gettext_lazy("endnote %(number)s"),
    "comment": gettext_lazy("comment %(number)s"),
    "header": gettext_lazy("header %(number)s"),
    "footer": gettext_lazy("footer %(number)s"),
    "contents": gettext_lazy("table of contents"),
    "front_matter": gettext_lazy("before the text"),
    "part": gettext_lazy("another part of the file"),
    "file": "",
}

REFUSALS = {
    Reason.EMPTY: gettext_lazy("There is nothing in it."),
    Reason.TOO_LARGE: gettext_lazy(
        "It is larger than %(megabytes)s MB. Make its pictures smaller, or bring it in two parts."
    ),
    Reason.TEXT_TOO_LARGE: gettext_lazy(
        "It holds more than %(megabytes)s MB of text, pictures not counted. That is no story; bring it in parts."
    ),
    Reason.PASTE_TOO_LARGE: gettext_lazy("What was pasted is too large for a form. Save it as a file and choose that."),
    Reason.ENCRYPTED: gettext_lazy("It is locked with a password. Take the password off in Word and bring it again."),
    Reason.OLD_WORD: gettext_lazy("It is a Word file from before 2007. Open it and save it as .docx."),
    Reason.CORRUPT: gettext_lazy(
        "It is damaged and can’t be opened. Open it in Word, save it again and bring that copy."
    ),
    Reason.MACROS: gettext_lazy("It carries macros, which are programs. Save it as .docx without macros."),
    Reason.BOMB: gettext_lazy("It unpacks to far more than a manuscript holds, so it was not opened."),
    Reason.DOCTYPE: gettext_lazy("It contains definitions that a Word file never has, so it was not read."),
    Reason.KIND: gettext_lazy("We read Word files (.docx), Markdown, HTML and plain text."),
    Reason.PACKED: gettext_lazy(
        "It is a packed folder, such as Google Docs makes of a web page. Unpack it and bring the .html or .docx in it."
    ),
    Reason.PAGES: gettext_lazy("It is a Pages document. In Pages, choose File › Export To › Word, and bring that."),
    Reason.TOO_DEEP: gettext_lazy("Its parts are nested too deeply to be read."),
    Reason.NO_WORDS: gettext_lazy("No words and no pictures were found in it."),
}

STAGES = {
    "reading": gettext_lazy("Reading the text"),
    "pictures": gettext_lazy("Looking at pictures: %(done)s of %(total)s"),
    "filing": gettext_lazy("Filing pictures: %(done)s of %(total)s"),
    "writing": gettext_lazy("Writing the draft"),
}


BEGINNINGS = {
    "pictures": gettext_lazy("Looking at pictures (%(total)s)"),
    "filing": gettext_lazy("Filing pictures (%(total)s)"),
}


def sentence(note: Note) -> str:
    """What a note says, without the manuscript's own words."""
    values = {name: value or _("somebody") for name, value in note.values.items()}
    return str(SENTENCES[note.code]) % values if values else str(SENTENCES[note.code])


def of_many(note: Note) -> str:
    """What several notes that say the same are called together."""
    return str(MANY[note.code]) if note.code in MANY else sentence(note)


def place(where: Place) -> str:
    """Where it was, to be found by somebody with the manuscript before them; empty for the file as a whole."""
    return str(PLACES[where.part]) % {"number": where.number} if where.part in PLACES else ""


def refusal(refused: ManuscriptRefused) -> str:
    """Why the manuscript was not read, and what to do."""
    return str(REFUSALS[refused.reason]) % refused.values


def stage(step: Step) -> str:
    """How far the work is."""
    return str(STAGES[step.stage]) % {"done": step.done, "total": step.total}


def beginning(step: Step) -> str:
    """What a stage of many steps is about."""
    return str(BEGINNINGS[step.stage]) % {"total": step.total}


def summary(counts: dict[str, int]) -> list[str]:
    """What the draft is made of, as short phrases; kinds there are none of are left out."""
    phrases = {
        "words": ngettext("%(number)s word", "%(number)s words", counts.get("words", 0)),
        "sections": ngettext("%(number)s section", "%(number)s sections", counts.get("sections", 0)),
        "pictures": ngettext("%(number)s picture", "%(number)s pictures", counts.get("pictures", 0)),
        "quotes": ngettext("%(number)s pull quote", "%(number)s pull quotes", counts.get("quotes", 0)),
        "tables": ngettext("%(number)s fact box", "%(number)s fact boxes", counts.get("tables", 0)),
        "links": ngettext("%(number)s link", "%(number)s links", counts.get("links", 0)),
        "footnotes": ngettext("%(number)s footnote", "%(number)s footnotes", counts.get("footnotes", 0)),
    }
    return [phrase % {"number": f"{counts[name]:,}"} for name, phrase in phrases.items() if counts.get(name)]
