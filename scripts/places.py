"""Where things are."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"


def var_dir() -> Path:
    """Everything a running magazine writes: VAR_DIR, or var/ here."""
    return Path(os.environ.get("VAR_DIR") or ROOT / "var")
