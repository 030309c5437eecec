"""Tags for the admin's own templates."""

import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.desk.notices.words import details, name_of, sentence
from editorial.desk.thumbnails import table_thumbnails

register = template.Library()

NOON, EVENING = 12, 18


@register.simple_tag
def row_thumbnail(table, page):
    """The thumbnail of a row's page (an object with url, width and height), or None."""
    return table_thumbnails(table).get(page.pk)


@register.inclusion_tag("desk/panels/gate_list.html")
def gate_list(page) -> dict:
    """What the gate objects to in this version of the page."""
    return {"problems": page.publish_problems()}


@register.simple_tag
def greeting(user, at: datetime.datetime | None = None) -> str:
    """How the desk greets: 'Good morning, Ines.' by the hour of the newsroom."""
    hour = timezone.localtime(at).hour
    name = user.first_name or user.get_username()
    if hour < NOON:
        return _("Good morning, %(name)s.") % {"name": name}
    if hour < EVENING:
        return _("Good afternoon, %(name)s.") % {"name": name}
    return _("Good evening, %(name)s.") % {"name": name}


@register.simple_tag
def notice_words(notice) -> str:
    """What a notice says, in one sentence."""
    return sentence(notice)


@register.simple_tag
def notice_details(notice) -> str:
    """What a notice says besides; empty for most."""
    return details(notice)


@register.simple_tag
def person_name(user) -> str:
    """A colleague's name."""
    return name_of(user)
