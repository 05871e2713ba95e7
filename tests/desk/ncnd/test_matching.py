"""Which requests a class is proposed for: what it asks in other words, not what sounds like it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from answerable.desk.cases.models import Case
from answerable.desk.ncnd.matching import proposals
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.today import today

TABLES = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text(encoding="utf-8"))
Ask = Callable[[str], Case]


def test_each_table_has_thirty_requests() -> None:
    assert [len(set(TABLES[name])) for name in ("asks_it", "neighbours")] == [30, 30]


@pytest.mark.parametrize("text", TABLES["asks_it"])
def test_a_paraphrase_is_matched(text: str, returnees: NcndClass, asked: Ask) -> None:
    assert [each.ncnd_class for each in proposals(asked(text), today())] == [returnees]


@pytest.mark.parametrize("text", TABLES["neighbours"])
def test_a_neighbour_is_not_matched(text: str, returnees: NcndClass, asked: Ask) -> None:
    assert proposals(asked(text), today()) == []
