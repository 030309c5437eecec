"""Reading manuscripts: Word, Markdown, HTML and plain text as a draft and a report.

Nothing here knows models. Every run of text of a manuscript is either in the draft or named in a note.
"""
