"""What the editing form of each page type shows, grouped as an editor thinks.

Models take their `content_panels`, `promote_panels` and `base_form_class` from here. Pages of other types are named by
string, because this room lies below the models.
"""
