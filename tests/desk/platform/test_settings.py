"""Every setting is documented, and what is documented is a setting."""

import re
from pathlib import Path

import answerable

SOURCE = Path(answerable.__file__).parent
DOCS = Path(__file__).parents[3] / "docs" / "administrators"
NAME = re.compile(r"\bANSWERABLE_[A-Z0-9]+(?:_[A-Z0-9]+)*\b")


def _read() -> set[str]:
    """The names in the program; a file's ``_FILE`` belongs to the name before it."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        found |= set(NAME.findall(path.read_text(encoding="utf-8")))
    return {name.removesuffix("_FILE") for name in found} - {"ANSWERABLE_OIDC"}


def test_every_variable_that_the_program_reads_stands_in_the_table() -> None:
    table = set(NAME.findall((DOCS / "settings.md").read_text(encoding="utf-8")))
    assert _read() - table == set()


def test_no_page_for_administrators_names_a_variable_that_is_not_read() -> None:
    for page in DOCS.glob("*.md"):
        named = {each.removesuffix("_FILE") for each in NAME.findall(page.read_text("utf-8"))}
        assert named - _read() == set(), page.name
