"""WSGI entry point."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sportshowroom.settings.production")

# gunicorn stops on this exit code instead of starting the worker again and again.
WORKER_BOOT_ERROR = 3

try:
    application = get_wsgi_application()
except ImproperlyConfigured as error:
    print(f"The magazine cannot start: {error}", file=sys.stderr)
    sys.exit(WORKER_BOOT_ERROR)
