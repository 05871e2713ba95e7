"""The guide to decision records is the one that the code makes, and leaves nothing out."""

import importlib.util
from pathlib import Path

from answerable.letters.draft.record import DECISIONS, OF_KIND

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "officers" / "decision-records.md"


def made() -> str:
    path = ROOT / "scripts" / "build_record_docs.py"
    spec = importlib.util.spec_from_file_location("build_record_docs", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.page())


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == made(), "run python scripts/build_record_docs.py"


def test_every_decision_and_every_kind_of_notice_has_its_place() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in DECISIONS:
        assert f"### `{name}`" in text
    for kind in OF_KIND:
        assert f"### {kind}\n" in text
