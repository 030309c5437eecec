"""Readers who are impatient: the same one taking the same offer moments later.

What is kept for those moments is a hash. Its salt is made at random, kept in the cache alone and gone with the day, so
that nobody can tell afterwards who a hash was, nor whether two days' hashes are one reader's.
"""

import logging
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone

from editorial.shopping.clicks import fingerprint, reader_address

logger = logging.getLogger(__name__)

# The cache that workers share, where the operator gave them one (SHARED_CACHE_URL).
CACHE = "shared"
SALT = "click-salt"
# A second click within this many seconds is the same reader's impatience.
MOMENTS = 10


def is_repeat(request: HttpRequest, offer_id: int, at: datetime) -> bool:
    """Whether the same reader took the same offer moments ago. A cache that fails has seen nobody."""
    reader = reader_address(
        request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", ""), settings.TRUSTED_PROXIES
    )
    agent = request.headers.get("User-Agent", "")
    try:
        cache = caches[CACHE]
        salt = cache.get_or_set(SALT, secrets.token_hex, seconds_left(at))
        return not cache.add(f"click-{fingerprint(salt, reader, agent, str(offer_id))}", 1, MOMENTS)
    # Caches fail with the errors of whatever client they use.
    except Exception:
        logger.exception("Whether a click was a repeat could not be asked")
        return False


def seconds_left(at: datetime) -> float:
    """The seconds until the day of the house's time zone is over."""
    local = timezone.localtime(at)
    midnight = (local + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return max(1.0, midnight.timestamp() - local.timestamp())
