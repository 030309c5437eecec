"""Imports go down only; the contracts are in pyproject.toml."""

import sys
from pathlib import Path

from tests.support.process import run


def test_every_import_contract_is_kept():
    result = run(str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout
