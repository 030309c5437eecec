"""Making, opening and revoking links that show a draft.

A link holds a signed random secret. The signature turns away what was never ours before the database is asked; the
database keeps a hash only, so nobody who reads it, or a copy of it, can open a draft.
"""

import datetime
import hashlib
import secrets

from django.core.signing import BadSignature, Signer
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, Revision

from editorial.models import ShareLink

SALT = "editorial.share-link"
SECRET_BYTES = 24
# Longer than any token of ours; nothing longer is worth checking.
LONGEST_TOKEN = 200


class LinkClosed(Exception):
    """The link was ours and opens nothing any more: its hour has passed, or it was revoked."""


class NoSuchLink(Exception):
    """Never made, or its page is gone."""


def make_link(
    page: Page, label: str, expires_at: datetime.datetime, user, revision: Revision | None = None
) -> tuple[ShareLink, str]:
    """A new link and its token, which is known now and never again. `revision` fixes the version shown."""
    token = signer().sign(secrets.token_urlsafe(SECRET_BYTES))
    link = ShareLink.objects.create(
        page_id=page.pk,
        revision=revision,
        label=label,
        token_hash=hash_of(token),
        created_by=user,
        expires_at=expires_at,
    )
    return link, token


def find_link(token: str, at: datetime.datetime | None = None) -> ShareLink:
    """The open link of this token. Raises NoSuchLink and LinkClosed."""
    if len(token) > LONGEST_TOKEN:
        raise NoSuchLink
    try:
        signer().unsign(token)
    except BadSignature as error:
        raise NoSuchLink from error
    link = ShareLink.objects.select_related("page", "revision").filter(token_hash=hash_of(token)).first()
    if link is None:
        raise NoSuchLink
    if not link.is_open(at):
        raise LinkClosed
    return link


def count_view(link: ShareLink, at: datetime.datetime | None = None) -> None:
    """Note that the link was opened; nothing about who did."""
    ShareLink.objects.filter(pk=link.pk).update(views=F("views") + 1, last_seen_at=at or timezone.now())


def revoke_link(link: ShareLink, at: datetime.datetime | None = None) -> None:
    """Close the link for good. Closing it again changes nothing."""
    ShareLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=at or timezone.now())


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def signer() -> Signer:
    """Signs and checks tokens; made anew, so that it follows the settings."""
    return Signer(salt=SALT, sep=".")
