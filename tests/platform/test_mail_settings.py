"""Letters go to a server, into a folder, or onto the console."""

import pytest

from sportshowroom.settings import environment

FILES = "django.core.mail.backends.filebased.EmailBackend"


def test_letters_can_be_kept_as_files_or_printed(monkeypatch):
    monkeypatch.setenv("MAIL_URL", "file:///srv/letters")
    kept = environment.mailers("MAIL_URL", {})["default"]
    assert kept == {"BACKEND": FILES, "OPTIONS": {"file_path": "/srv/letters"}}
    monkeypatch.setenv("MAIL_URL", "console:")
    assert environment.mailers("MAIL_URL", {}) == environment.CONSOLE_MAIL


@pytest.mark.parametrize("wrong", ["file://letters", "file:letters", "console", "mail.example"])
def test_other_words_are_refused(monkeypatch, wrong):
    monkeypatch.setenv("MAIL_URL", wrong)
    with pytest.raises(environment.BadSetting, match="file:///folder"):
        environment.mailers("MAIL_URL", {})
