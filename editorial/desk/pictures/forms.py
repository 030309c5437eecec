"""The form of a picture: what its file says is filled in where the editor left a field empty."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.forms import BaseImageForm
from wagtail.images.widgets import AdminImageChooser

from editorial.actions.picture_facts import Facts, keep_facts, read_facts
from editorial.checks.alt_texts import is_file_name, objection_to, validate_alt_text
from editorial.desk.pictures.credits import refusals
from editorial.desk.pictures.field import checks_whole_files
from editorial.models import EditorialImage, PictureFile

# Ticked unless somebody unticks them. A form that does not show them, such as the upload of many, leaves them ticked.
TICKED = ("worldwide", "for_stories", "for_cards", "for_social", "for_feeds", "for_print")
# A field that every full form of a picture shows.
ALWAYS_SHOWN = "credit"
READ_FROM_FILE = gettext_lazy("Read from the file.")


class PictureForm(BaseImageForm):
    """A picture's form, wherever pictures are handed in or edited."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.facts: Facts | None = None
        if "file" in self.fields:
            self.fields["file"] = checks_whole_files(self.fields["file"])
        if self.prefix:
            # In a chooser or among many there is no room for a chooser; it is chosen on the picture's own page.
            self.fields.pop("replacement", None)
        elif "replacement" in self.fields:
            self.fields["replacement"].widget = AdminImageChooser()
        self.mark_what_was_read()

    def mark_what_was_read(self) -> None:
        """Say under each field that it holds what the file said."""
        for name, text in self.words_of_file().items():
            if name in self.fields and getattr(self.instance, name) == text:
                field = self.fields[name]
                field.help_text = f"{field.help_text} {READ_FROM_FILE}".strip()
                field.widget.attrs["data-read-from-file"] = "true"

    def words_of_file(self) -> dict[str, str]:
        """What the file of the picture said: just now, or when it was handed in."""
        if hasattr(self.instance, "facts_read"):
            return self.instance.facts_read.words.fields
        known = PictureFile.objects.filter(image=self.instance.pk).first() if self.instance.pk else None
        return known.read if known else {}

    def full_clean(self):
        was = self.instance.width, self.instance.height
        super().full_clean()
        if self.errors and self.instance.pk and self.instance.file is not self.original_file:
            # A form that is refused shows the picture on file, and makes no sizes of one that is not kept. Past the
            # descriptor, which would read the file again.
            self.instance.__dict__["file"] = self.original_file
            self.instance.width, self.instance.height = was

    def clean_description(self) -> str:
        """Refuse file names and 'picture of'. Raises ValidationError with the reason."""
        validate_alt_text(self.cleaned_data["description"])
        return self.cleaned_data["description"]

    def clean_replacement(self) -> EditorialImage | None:
        """Refuse the picture itself, and one that would stand on live pages without a credit."""
        replacement = self.cleaned_data["replacement"]
        if replacement is None or "replacement" not in self.changed_data:
            return replacement
        if replacement.pk == self.instance.pk:
            raise ValidationError(_("A picture cannot replace itself."), code="itself")
        if not (replacement.credit_line and replacement.rights_holder):
            words = _("'%(title)s' has no credit or no rights holder: fill them in there first.")
            raise ValidationError(words % {"title": replacement.title}, code="uncredited")
        return replacement

    def clean(self):
        cleaned = super().clean()
        if "file" in self.changed_data and cleaned.get("file"):
            self.facts = self.instance.facts_read = read_facts(cleaned["file"])
            self.fill_from_file(cleaned)
        self.keep_ticked(cleaned)
        for name, refusal in refusals(cleaned, self.instance.pk).items():
            self.add_error(name, refusal)
        first, last = cleaned.get("rights_from"), cleaned.get("rights_until")
        if first and last and last < first:
            self.add_error("rights_until", ValidationError(_("The last day is before the first."), code="order"))
        return cleaned

    def fill_from_file(self, cleaned: dict) -> None:
        """Put what the file says where nothing was written; a title that is only the file's name counts as nothing."""
        for name, text in self.facts.words.fields.items():
            if name not in self.fields or name in self.errors:
                continue
            is_empty = not cleaned.get(name) or (name == "title" and is_file_name(cleaned[name]))
            if is_empty and not (name == "description" and objection_to(text)):
                cleaned[name] = text

    def keep_ticked(self, cleaned: dict) -> None:
        """A browser says nothing of an unticked box, and neither does a form that has no boxes."""
        if self.instance.pk is None and self.add_prefix(ALWAYS_SHOWN) not in self.data:
            for name in TICKED:
                if name in self.fields:
                    cleaned[name] = True

    def save(self, commit=True):
        image = super().save(commit=commit)
        if commit and self.facts is not None:
            keep_facts(image, self.facts)
        return image
