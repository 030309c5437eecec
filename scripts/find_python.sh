#!/bin/sh
# Print the path of a Python that really runs (version managers leave shims for versions that are not active), is new
# enough for Django, and can make virtual environments.
for candidate in python3.13 python3.12; do
    path=$(command -v "$candidate" 2>/dev/null) || continue
    if "$path" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "$path"
        exit 0
    fi
done
cat >&2 <<'MESSAGE'
Python 3.13 or 3.12 is needed, with its venv module, and neither python3.13 nor python3.12 runs here.
  Debian 13, Ubuntu 24.04 and later:  sudo apt-get install python3 python3-venv
  With pyenv:                         pyenv install 3.13 && pyenv local 3.13
  Elsewhere:                          https://www.python.org/downloads/
MESSAGE
exit 1
