"""Colleagues' comments in a form: who wrote them is known to a page that was made ready for its form."""

from wagtail.admin.templatetags.wagtailadmin_tags import avatar_url
from wagtail.admin.utils import get_user_display_name


def known_authors(form, user) -> dict | None:
    """The comments of an unbound form, as its script takes them; None where somebody in them is not known.

    `people_met` of the form's page are users by id.
    """
    comments = form.formsets.get("comments")
    met = form.instance.__dict__.get("people_met")
    if comments is None or met is None or form.is_bound:
        return None
    rows, writers = [], {user.pk}
    for comment in comments.forms:
        row, wrote = comment.serialize(False)
        rows.append(row)
        writers |= wrote
    if not writers <= met.keys():
        return None
    authors = {str(pk): {"name": get_user_display_name(met[pk]), "avatar_url": avatar_url(met[pk])} for pk in writers}
    return {"comments": rows, "user": user.pk, "authors": authors}
