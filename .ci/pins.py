"""Says in sentences where a Python differs from the pinned versions.

    python .ci/pins.py PACKAGE...

Looks at the packages and at all that they need. Exits 1 where one is missing or has another version than
`.ci/python.txt` says, or stands in no line of it.
"""

import importlib.metadata
import pathlib
import re
import sys

PINS = pathlib.Path(__file__).resolve().parent / "python.txt"


def plain(name):
    """A package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned():
    """The version of each package that is written down."""
    lines = PINS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {plain(name): version for name, version in pairs}


def needs(distribution):
    """What a package needs: names, and whether each is needed always."""
    for line in distribution.requires or []:
        wanted, _, marker = line.partition(";")
        if "extra" not in marker:
            yield plain(re.match(r"[\w.-]+", wanted.strip()).group()), not marker


def differences(packages):
    """A sentence for each package that is not as pinned."""
    versions = pinned()
    waiting = [(plain(name), True) for name in packages]
    seen = set()
    while waiting:
        name, is_needed = waiting.pop(0)
        if name in seen:
            continue
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            if is_needed:
                yield f"{name} is not installed"
            continue
        seen.add(name)
        if name not in versions:
            yield f"{name} {distribution.version} stands in no line of .ci/python.txt"
        elif distribution.version != versions[name]:
            yield f"{name} is {distribution.version} and was {versions[name]} when the answers were checked"
        waiting += needs(distribution)


def main(packages):
    """Tell what differs."""
    found = list(differences(packages))
    for sentence in found:
        print(f"{sys.executable}: {sentence}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
