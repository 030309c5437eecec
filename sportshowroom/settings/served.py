"""What the two ways of serving readers share: hashed and precompressed static files, connections that stay open."""

from .base import *
from .base import DATABASES, MIDDLEWARE

DEBUG = False

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "sportshowroom.stylesheets.ReadersStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
MIDDLEWARE = [MIDDLEWARE[0], "whitenoise.middleware.WhiteNoiseMiddleware", *MIDDLEWARE[1:]]

DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
