"""Settings shared by every way of running the magazine; the environment fills the gaps (docs/operators/running.md)."""

from pathlib import Path

from . import environment, policies

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = environment.folder("VAR_DIR", default=BASE_DIR / "var")

INSTALLED_APPS = [
    "editorial",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    # Wagtail's search index needs it on PostgreSQL; harmless on SQLite.
    "django.contrib.postgres",
]

# Answers travel this list from the bottom up: cookies and Vary are settled before the cache headers are written, those
# before the ETag, and the ETag before compression weakens it.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "editorial.middleware.headers.SecurityHeadersMiddleware",
    "editorial.middleware.compression.TextCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "editorial.middleware.caching.CacheHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "sportshowroom.urls"
WSGI_APPLICATION = "sportshowroom.wsgi.application"
ADMIN_PATH = "/admin/"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": environment.database("DATABASE_URL", default=VAR_DIR / "db.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A reader never waits for a writer, and writers queue instead of failing: for as long as the longest of them takes
    # on a slow machine, the demo in one transaction.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,
    }

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"},
    # Wagtail looks here for renditions. Short, because every process has its own.
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    # What workers must agree on: which clicks are one reader's impatience. Without an address each has its own.
    "shared": environment.shared_cache("SHARED_CACHE_URL"),
}

# Proxies in front of us that each add an address to X-Forwarded-For; with none of our own, nobody's word is taken.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0)

# Immediate: nothing but the web process is needed; a task runs once the transaction that asked for it stands.
# Database: a worker must run, or new pages are not searchable.
TASK_BACKENDS = {
    "immediate": "sportshowroom.tasks.AfterCommitBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {
    "default": {"BACKEND": TASK_BACKENDS[environment.one_of("TASKS_BACKEND", "immediate", tuple(TASK_BACKENDS))]},
    # Encoding a story's pictures takes a minute: never in a request. Pages are complete while these wait for a worker.
    "pictures": {"BACKEND": TASK_BACKENDS["database"]},
}

MAILERS = environment.mailers("MAIL_URL", default=environment.CONSOLE_MAIL)
DEFAULT_FROM_EMAIL = environment.env.str("MAIL_FROM", default="desk@sportshowroom.example")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# A long feature is one form with thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

SECURE_CSP = policies.PUBLIC_CSP
ADMIN_CSP = policies.ADMIN_CSP
PREVIEW_CSP = policies.PREVIEW_CSP
PERMISSIONS_POLICY = policies.PERMISSIONS_POLICY
# Video hosts refuse to play without a referrer, and shops pay by it; the path stays ours.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

# Pages for readers without a session. Shared caches may keep them five minutes and lean on them ten more.
PAGE_CACHE_CONTROL = "public, max-age=60, s-maxage=300, stale-while-revalidate=300, stale-if-error=600"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": environment.one_of("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        # Django would otherwise write letters to the administrators, and every line twice.
        "django": {"handlers": [], "propagate": True},
        # Anybody may ask for any host, all day long; the answer is 400 and no news.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # The server takes the body off the answer to a HEAD request, as Django expects of it, and warns each time.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}

WAGTAIL_SITE_NAME = "SPORTSHOWROOM"
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_BASE_URL = environment.web_address("BASE_URL", default="http://127.0.0.1:8000")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

WAGTAILIMAGES_IMAGE_MODEL = "editorial.EditorialImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "editorial.desk.pictures.forms.PictureForm"
# No SVG: a picture that can carry a script is not a picture.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
# Encoding a picture takes about 20 bytes of memory a pixel; 50 million is a full-frame camera and one gigabyte.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000

WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
