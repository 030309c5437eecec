"""`make install` and `make install-dev`."""

import sys

from scripts import packages
from scripts.steps import Steps


def main(arguments: list[str]) -> int:
    names = [packages.RUNNING, packages.TESTING] if "--dev" in arguments else [packages.RUNNING]
    steps = Steps()
    try:
        packages.ensure(*names, steps=steps)
    except packages.InstallFailed as error:
        steps.say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
