"""The statistics page, its data, and the rows behind them."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.test import Client

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, note_clock, receive
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.people.models import User
from answerable.desk.stats.actions import close_quarters
from answerable.desk.stats.models import Quarter

ON = date(2026, 1, 12)
CLOSED = date(2026, 6, 1)


def answered(outcome: str = "full", days: int = 10, on: date = ON) -> Case:
    case = receive(Arrived(text="How many?", on=on), by=None)
    Case.objects.filter(pk=case.pk).update(
        state="closed", outcome=outcome, sent_on=on + timedelta(days=days)
    )
    return case


def page() -> str:
    return str(Client().get("/statistics").content.decode())


def test_a_closed_quarter_is_shown_with_its_figures(authority: Authority) -> None:
    for _ in range(7):
        answered()
    for _ in range(5):
        answered("refused", days=90)
    assert close_quarters(CLOSED) == 1
    shown = page()
    assert "Q1 2026" in shown
    assert "<svg" in shown
    assert Quarter.objects.get().figures["table"]["total"] == [7, 5, 0, 12]
    assert "s.45 Code" in shown


def test_a_quarter_that_runs_is_not_shown(authority: Authority) -> None:
    answered()
    assert close_quarters(date(2026, 4, 1)) == 0
    assert "No quarter is closed yet" in page()


def test_figures_once_published_never_change(authority: Authority) -> None:
    for _ in range(7):
        answered()
    close_quarters(CLOSED)
    before = Quarter.objects.get().figures
    for _ in range(9):
        answered("refused")
    assert close_quarters(CLOSED) == 0
    assert Quarter.objects.get().figures == before
    assert Event.objects.filter(kind="stats.quarter").count() == 1


def test_a_longer_time_that_the_law_allows_is_in_time(authority: Authority) -> None:
    case = answered("refused", days=45)
    for _ in range(6):
        answered()
    note_clock(case, "s10_3_extension_notice", by=None, on=ON + timedelta(days=20))
    close_quarters(CLOSED)
    assert Quarter.objects.get().figures["table"]["total"][1] == 0


def test_the_law_relied_on_comes_from_signed_decisions(officer: User) -> None:
    for _ in range(12):
        answered()
    for n in range(6):
        case = answered("refused")
        Decision.objects.create(
            case=case,
            kind="withheld",
            body={"grounds": [{"provision": "FOIA s.31(1)(a)"}, {"provision": 3}, "x"]},
            made_by=officer,
            signed_by=officer,
            signed_at=f"2026-02-0{n + 1}T10:00Z",
        )
        Decision.objects.create(
            case=case,
            kind="withheld",
            body={"grounds": [{"provision": "FOIA s.43(2)"}]},
            made_by=officer,
        )
    close_quarters(CLOSED)
    assert Quarter.objects.get().figures["sections"] == [["FOIA s.31", 6]]


def test_csv_has_the_same_figures(authority: Authority) -> None:
    for _ in range(7):
        answered()
    answered("refused")
    close_quarters(CLOSED)
    text = Client().get("/statistics.csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {"quarter": "2026 Q1", "table": "requests", "row": "received", "column": "total",
            "value": "8"} in rows  # fmt: skip
    assert "fewer than 5" in {row["value"] for row in rows if row["row"] == "refused"}


def test_ncnd_is_nowhere(authority: Authority) -> None:
    for _ in range(9):
        answered("ncnd")
    close_quarters(CLOSED)
    everything = (page() + Client().get("/statistics.csv").content.decode()).lower()
    assert "ncnd" not in everything
    assert Quarter.objects.get().figures["table"]["refused"] == [9, 0, 0, 9]


@pytest.mark.parametrize("scottish", [True, False])
def test_the_code_is_named_only_where_it_applies(scottish: bool, authority: Authority) -> None:
    Authority.objects.update(scottish=scottish)
    assert ("s.45 Code" in page()) is not scottish
