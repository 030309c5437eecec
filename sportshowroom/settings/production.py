"""Readers on the open web: https only, secrets from the environment, no start with a weak one."""

from sportshowroom.connections import check_if_spoken_to

from . import environment
from .environment import BadSetting
from .served import *
from .served import DATABASES

if environment.flag("DEBUG", False):
    raise BadSetting("DEBUG", "true", "false, or nothing: production never shows its insides")

SECRET_KEY = environment.secret_key("SECRET_KEY")

ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", [])
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise BadSetting(
        "ALLOWED_HOSTS",
        "*" if ALLOWED_HOSTS else None,
        "the names readers use, separated by commas, such as sportshowroom.example,www.sportshowroom.example",
    )

# Probes ask the machine itself.
ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]

WAGTAILADMIN_BASE_URL = environment.web_address("BASE_URL", default=f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS", [WAGTAILADMIN_BASE_URL])

SECURE_SSL_REDIRECT = environment.flag("HTTPS_REDIRECT", True)
# The same probes come without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if environment.flag("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = environment.flag("HSTS_PRELOAD", True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Without an address, the mail server of this machine.
MAILERS = environment.mailers("MAIL_URL", default=environment.LOCAL_MAIL)

POOL_SIZE = environment.number("DATABASE_POOL_SIZE", 8)
if POOL_SIZE and DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # The pool keeps connections open itself.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    pool = {"min_size": 1, "max_size": POOL_SIZE, "timeout": 10, "check": check_if_spoken_to}
    DATABASES["default"]["OPTIONS"] = {"pool": pool}
