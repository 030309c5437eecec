"""The desk's letters: notices that want to be mailed and were not yet.

They leave with the round of the desk, never inside a request, so no editor waits for a mail server and a server that is
away loses nothing: what it would not take is tried again, a few times.
"""

import datetime
import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from editorial.models import Notice

logger = logging.getLogger(__name__)

MOST_TRIES = 5
# Letters of one round; the others follow a minute later.
BATCH = 200


def mail_notices(at: datetime.datetime | None = None) -> int:
    """Send what waits; the number of letters that left."""
    waiting = Notice.objects.filter(wants_mail=True, mailed_at=None, tries__lt=MOST_TRIES)
    sent = 0
    for notice in waiting.select_related("user", "actor", "page__desk_card").order_by("pk")[:BATCH]:
        sent += mail_one(notice, at or timezone.now())
    return sent


def mail_one(notice: Notice, at: datetime.datetime) -> bool:
    """Send one letter, unless another round took it at the same moment. Whether it left."""
    mine = Notice.objects.filter(pk=notice.pk, mailed_at=None).update(mailed_at=at, tries=F("tries") + 1)
    if not mine:
        return False
    try:
        letter(notice).send()
    except Exception:
        # Whatever is wrong with one letter must not keep the others, or the schedule, from going on.
        Notice.objects.filter(pk=notice.pk).update(mailed_at=None)
        logger.exception("A notice to %s could not be mailed", notice.user)
        return False
    return True


def letter(notice: Notice) -> EmailMessage:
    """The notice as a letter, in its reader's language."""
    language = UserProfile.get_for_user(notice.user).get_preferred_language()
    context = {"notice": notice, "base_url": settings.WAGTAILADMIN_BASE_URL, "admin_path": settings.ADMIN_PATH}
    with override(language):
        subject = " ".join(render_to_string("desk/notices/subject.txt", context).split())
        body = render_to_string("desk/notices/letter.txt", context).strip()
    return EmailMessage(subject, body, to=[notice.user.email], headers={"Auto-Submitted": "auto-generated"})
