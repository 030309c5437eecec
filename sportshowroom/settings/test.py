"""The test suite: production's behaviour without its cost."""

from .base import *
from .base import DATABASES, VAR_DIR

DEBUG = False
SECRET_KEY = "tests-sign-with-this-and-nothing-else-does-0123456789"  # noqa: S105
ALLOWED_HOSTS = ["*"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A file, not memory: threads and processes of one test meet in the same database, as they do in life.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}

TASKS = {
    # Tests are rolled back, so nothing is ever committed: tasks run where they are enqueued.
    "default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"},
    # Pictures are encoded by the tests that are about it, and by no other.
    "pictures": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"},
}
