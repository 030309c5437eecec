"""What we stand on is pinned, verified and the release we chose."""

import re

import django
import pytest
import wagtail

from tests.support.process import ROOT

LOCKS = ["requirements.txt", "requirements-dev.txt"]
PIN = re.compile(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>[\w.!+-]+)(?P<marker> ; [^\\]+)? \\$")


def entries(name: str) -> list[list[str]]:
    """The logical lines of a lock, each as its physical lines."""
    found: list[list[str]] = []
    for line in (ROOT / name).read_text().splitlines():
        if not line.strip() or line.strip().startswith("#"):
            continue
        if line.startswith(" "):
            found[-1].append(line.strip())
        else:
            found.append([line])
    return found


def test_the_framework_is_the_release_we_chose():
    """Some add-ons silently pull both back to older releases."""
    assert django.VERSION[:2] == (6, 1)
    assert wagtail.VERSION[:2] == (8, 0)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_verified(name):
    assert len(entries(name)) > 20
    for first, *rest in entries(name):
        assert PIN.match(first), first
        assert all(line.removesuffix(" \\").startswith("--hash=sha256:") for line in rest), first
        assert rest, first


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in", "requirements-dev.in"])
def test_requirements_name_packages_and_no_places(name):
    content = (ROOT / name).read_text()
    assert not re.search(r"https?:|file:|git\+|--(extra-)?index-url|--find-links|--trusted-host|@ ", content)


def test_both_locks_agree():
    def versions(name: str) -> dict[str, str]:
        matches = (PIN.match(first) for first, *_ in entries(name))
        return {match["name"]: match["version"] for match in matches if match}

    running, testing = (versions(name) for name in LOCKS)
    assert {name: testing[name] for name in running.keys() & testing.keys()} == {
        name: running[name] for name in running.keys() & testing.keys()
    }


def test_every_direct_dependency_is_explained():
    decision = (ROOT / "docs/decisions/0001-dependencies.md").read_text()
    for name in ("requirements.in", "requirements-dev.in"):
        for line in (ROOT / name).read_text().splitlines():
            package = re.match(r"\w[\w.-]*", line)
            if package:
                assert f"`{package[0]}`" in decision, package[0]
