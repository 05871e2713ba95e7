"""No file of the project names a place on one machine, or a host that packages come from.

Both would be true on the machine of whoever wrote them, and wrong or unwelcome anywhere else.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Put together here, so that this file does not say them either.
PLACES = re.compile(
    r"(?<![\w./-])/(?:" + "|".join(("wo" + "rk", "ho" + "me", "ro" + "ot")) + r")/\w"
)
HOSTS = re.compile(
    "|".join(
        re.escape(host)
        for host in ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "crates" + ".io")
    )
)


def _tracked() -> list[Path]:
    """What git keeps; in an unpacked archive without git, what lies in the folders of text."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        return [ROOT / name for name in listed.stdout.split("\0") if name]
    return [p for top in ("src", "docs", "tests") for p in (ROOT / top).rglob("*") if p.is_file()]


def _said(what: re.Pattern[str]) -> list[str]:
    found = []
    for path in _tracked():
        if not path.is_file() or path.stat().st_size > 5_000_000:
            continue
        raw = path.read_bytes()
        if b"\0" in raw[:4096]:
            continue  # a picture, a document
        name = path.relative_to(ROOT).as_posix()
        for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
            if what.search(line):
                found.append(f"{name}:{number}")
    return found


@pytest.mark.parametrize("what", [PLACES, HOSTS], ids=["places of a machine", "hosts of packages"])
def test_no_file_says_it(what: re.Pattern[str]) -> None:
    assert _said(what) == []


@pytest.mark.parametrize("line", ["see /wo" + "rk/shared", "cd /ho" + "me/ann/site"])
def test_a_place_is_known(line: str) -> None:
    assert PLACES.search(line)


@pytest.mark.parametrize(
    "line", ["work/ho" + "me", "https://a.example/ho" + "me/page", "./ro" + "ot/of", "/ho" + "mes/"]
)
def test_what_is_no_place_of_a_machine_is_left(line: str) -> None:
    assert PLACES.search(line) is None
