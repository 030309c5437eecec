"""What `make run` serves: everything under var/, plain http on this machine, nothing to configure."""

import os

from . import environment, secret_file
from .served import *
from .served import VAR_DIR

SECRET_KEY = os.environ.get("SECRET_KEY") or secret_file.read_or_create(VAR_DIR / "secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *environment.words("ALLOWED_HOSTS", [])]
