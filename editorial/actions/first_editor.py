"""The first person who may sign in."""

import os
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import transaction

USERNAME = "editor"


class SignInFileExists(Exception):
    """The file that should receive the password is already there, and a password is never overwritten."""


def create_first_editor(sign_in_file: Path, address: str) -> bool:
    """Create the superuser `editor` with a random password, written to a file that only its owner can read.

    Nothing happens when somebody already runs the magazine (an active superuser). True when the editor was created.

    Raises SignInFileExists when the file is there already: it may hold the password of another database.
    """
    users = get_user_model()
    with transaction.atomic():
        if users.objects.filter(is_active=True, is_superuser=True).exists():
            return False
        password = secrets.token_urlsafe(18)
        users.objects.create_superuser(USERNAME, email="", password=password, first_name="Editor")
        write_for_owner_only(sign_in_file, f"Address:  {address}\nName:     {USERNAME}\nPassword: {password}\n")
    return True


def write_for_owner_only(path: Path, text: str) -> None:
    """Write a new file with mode 0600 from its first byte on. Raises SignInFileExists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise SignInFileExists(path) from error
    with os.fdopen(handle, "w") as file:
        file.write(text)
