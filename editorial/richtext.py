"""Named sets of what editors may do in rich text. Nothing else survives a paste."""

# Running prose in stories and biographies.
PROSE = ["h3", "bold", "italic", "ol", "ul", "link", "term"]

# Prose inside a feature's section, where notes can be hung on a word.
STORY = [*PROSE, "footnote"]

# One line: captions, notes, facts.
LINE = ["bold", "italic", "link"]

# Plain text pages carry their own headings.
PAGE = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]
