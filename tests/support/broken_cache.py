"""A cache whose server does not answer, with an error of its client's own."""

from django.core.cache.backends.base import BaseCache


class ServerAway(Exception):
    """What a cache's client raises: nothing that Django knows."""


class BrokenCache(BaseCache):
    """Refuses everything."""

    def __init__(self, location, params):
        super().__init__(params)

    def get(self, key, default=None, version=None):
        raise ServerAway

    def add(self, key, value, timeout=None, version=None):
        raise ServerAway

    def set(self, key, value, timeout=None, version=None):
        raise ServerAway

    def clear(self):
        """Nothing was ever kept."""
