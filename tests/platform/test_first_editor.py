"""The first sign-in: random, for one pair of eyes, made once."""

import stat

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from editorial.actions.first_editor import SignInFileExists, create_first_editor

pytestmark = pytest.mark.django_db


def password_in(path) -> str:
    lines = dict(line.split(":", 1) for line in path.read_text().splitlines())
    return lines["Password"].strip()


def test_the_password_in_the_file_opens_the_admin(tmp_path, client):
    path = tmp_path / "desk" / "first-sign-in.txt"
    assert create_first_editor(path, "http://127.0.0.1:8000/admin/")
    user = authenticate(username="editor", password=password_in(path))
    assert user.is_superuser
    assert "http://127.0.0.1:8000/admin/" in path.read_text()
    client.force_login(user)
    assert client.get("/admin/").status_code == 200


def test_the_file_is_for_its_owner_only(tmp_path):
    path = tmp_path / "first-sign-in.txt"
    create_first_editor(path, "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_magazine_has_another_password(tmp_path):
    create_first_editor(tmp_path / "one.txt", "")
    get_user_model().objects.all().delete()
    create_first_editor(tmp_path / "two.txt", "")
    first, second = password_in(tmp_path / "one.txt"), password_in(tmp_path / "two.txt")
    assert first != second
    assert len(first) >= 24


def test_a_second_run_changes_nothing(tmp_path):
    create_first_editor(tmp_path / "one.txt", "")
    before = get_user_model().objects.get().password
    assert not create_first_editor(tmp_path / "two.txt", "")
    assert not (tmp_path / "two.txt").exists()
    assert get_user_model().objects.get().password == before


def test_somebody_who_runs_the_magazine_is_enough(tmp_path):
    get_user_model().objects.create_superuser("chief")
    assert not create_first_editor(tmp_path / "one.txt", "")


def test_people_without_the_keys_are_not_enough(tmp_path):
    get_user_model().objects.create_user("writer")
    assert create_first_editor(tmp_path / "one.txt", "")


def test_a_password_is_never_overwritten(tmp_path):
    path = tmp_path / "first-sign-in.txt"
    path.write_text("the sign-in of another magazine")
    with pytest.raises(SignInFileExists):
        create_first_editor(path, "")
    assert path.read_text() == "the sign-in of another magazine"
    assert not get_user_model().objects.exists()


def test_the_command_says_where_and_never_what(tmp_path, capsys):
    path = tmp_path / "first-sign-in.txt"
    call_command("create_first_editor", file=path)
    printed = capsys.readouterr().out
    assert str(path) in printed
    assert password_in(path) not in printed
    call_command("create_first_editor", file=path)
    assert capsys.readouterr().out == ""


def test_the_command_says_what_to_do_about_an_old_file(tmp_path):
    path = tmp_path / "first-sign-in.txt"
    path.write_text("old")
    with pytest.raises(CommandError, match="Move it away"):
        call_command("create_first_editor", file=path)
