"""A developer's machine: reloading, readable errors, no secrets."""

from .base import *

DEBUG = True
SECRET_KEY = "development-only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
