"""What is part of what: said once, remembered with the version, and used wherever it is judged."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.counts.proposals import PartUnsaidError
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.tables.reading import table_of
from answerable.desk.tables.shown import tells_of
from answerable.desk.tables.systems import Link, Published
from answerable.desk.tables.versions import MARK, How
from answerable.model import UnusableInputError

As = Callable[[User], Client]
RULE = "fewer-than-5"
PART = ("Under 16 is part of Total",)
TABLE = """Help,Men,Women,Under 16,Total
Housing,12,3,9,15
Health,15,18,30,33
School,22,14,0,36
Total,49,35,39,84
"""
REST = "Health, Total less Under 16"


@pytest.fixture
def parted(question: Question, officer: User) -> TableDraft:
    """The table of the seed's own shape, read in with what is part of what."""
    return actions.start(
        question, TABLE.encode(), "x.csv", by=officer, title="People helped, 2025", parts=PART
    )


def address(question: Question, what: str = "") -> str:
    return f"/desk/cases/{question.case.reference}/tables/{question.public_id}{what}"


def text_of(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined, no-any-return]


def accepted(draft: TableDraft, by: User, rule: str = RULE) -> TableRelease:
    draft = actions.choose(draft, How.PROTECT, by=by, rule=rule)
    return actions.accept(draft, by=by, seen=draft.version, reason="The area is large")


def test_only_what_is_printed_is_kept_with_what_was_said(parted: TableDraft) -> None:
    assert parted.raw["across"] == ["Men", "Women", "Under 16", "Total"]
    assert len(parted.raw["values"]) == 16
    assert parted.raw["parts"] == [*PART]
    assert table_of(parted.raw).rests == ((), ((2, 3),))


def test_a_table_without_parts_is_kept_as_before(draft: TableDraft) -> None:
    assert "parts" not in draft.raw
    assert "levels" not in draft.raw
    assert not any(table_of(draft.raw).rests)


def test_unsaid_it_is_refused_with_the_words_that_would_say_it(
    question: Question, officer: User
) -> None:
    with pytest.raises(PartUnsaidError) as refused:
        actions.start(question, TABLE.encode(), "x.csv", by=officer, title="T")
    assert refused.value.proposed == PART
    assert not TableDraft.objects.exists()


@pytest.mark.parametrize("said", ["Under 12 is part of Total", "whatever", "Total of Under 16"])
def test_what_cannot_be_read_is_refused_and_nothing_kept(
    question: Question, officer: User, said: str
) -> None:
    with pytest.raises(UnusableInputError):
        actions.start(question, TABLE.encode(), "x.csv", by=officer, title="T", parts=(said,))
    assert not TableDraft.objects.exists()


def test_protection_keeps_the_rest_from_being_subtracted(parted: TableDraft, officer: User) -> None:
    made = actions.choose(parted, How.PROTECT, by=officer, rule=RULE).proposal
    assert made["unsafe"] == []
    assert all(len(row) == 5 for row in made["rows"])
    (rest,) = [each for each in made["cells"] if each["kind"] == "rest"]
    assert rest["words"] == REST
    assert rest["tells"] == "between 0 and 6"
    assert "a reader would subtract" in rest["sentence"]
    health = made["rows"][2]
    assert MARK in (health[3], health[4])


def test_kept_as_it_is_the_rest_needs_a_reason(parted: TableDraft, officer: User) -> None:
    made = actions.choose(parted, How.KEEP, by=officer, rule=RULE).proposal
    assert any(REST in each and "exactly 3" in each for each in made["unsafe"])


def test_rounded_it_adds_up_and_no_part_is_larger_than_its_whole(
    parted: TableDraft, officer: User
) -> None:
    rows = actions.choose(parted, How.ROUND, by=officer, rule=RULE, base=5).proposal["rows"]
    numbers = [[int(field) for field in row[1:]] for row in rows[1:]]
    assert all(men + women == total and part <= total for men, women, part, total in numbers)


def test_withheld_altogether_no_rest_is_spoken_of(parted: TableDraft, officer: User) -> None:
    made = actions.choose(parted, How.WITHHOLD, by=officer, rule=RULE).proposal
    assert {field for row in made["rows"][1:] for field in row[1:]} == {MARK}
    assert not any(each["kind"] == "rest" for each in made["cells"])


def test_the_accepted_version_remembers_what_is_part_of_what(
    parted: TableDraft, officer: User
) -> None:
    made = accepted(parted, officer)
    assert made.parts == [*PART]
    assert made.published.levels is not None
    assert made.published.levels[1].parts == ((2, 3),)
    told = dict(tells_of(made.published))
    assert told[REST] == "between 0 and 6"
    assert "School, Total less Under 16" not in told  # both numbers are given


def test_a_version_without_parts_remembers_none(draft: TableDraft, officer: User) -> None:
    made = accepted(draft, officer)
    assert (made.parts, made.levels, made.least) == ([], [], 0)


def test_what_is_part_of_what_is_used_beside_an_earlier_release(
    parted: TableDraft, officer: User, counted: Callable[[], Case]
) -> None:
    made = accepted(parted, officer)
    TableRelease.objects.filter(pk=made.pk).update(state="sent", sent_on=date(2026, 11, 20))
    later = "Help,Total\nHousing,15\nHealth,33\nSchool,36\nTotal,84\n"
    question = counted().questions.get()
    draft = actions.start(question, later.encode(), "y.csv", by=officer, title="Later")
    found = actions.choose(draft, How.KEEP, by=officer, rule=RULE).proposal
    assert any("health / total less under 16 is exactly 3" in each for each in found["unsafe"])
    assert found["matter"] == [made.public_id]


def test_without_the_part_the_same_release_says_nothing_of_a_rest(
    draft: TableDraft, officer: User, counted: Callable[[], Case]
) -> None:
    made = accepted(draft, officer)
    TableRelease.objects.filter(pk=made.pk).update(state="sent", sent_on=date(2026, 11, 20))
    question = counted().questions.get()
    text = "Help,Under 16\nHousing,9\nHealth,30\nSchool,0\n"
    later = actions.start(question, text.encode(), "y.csv", by=officer, title="Later")
    found = actions.choose(later, How.KEEP, by=officer, rule=RULE).proposal
    assert not any("less" in each for each in found["unsafe"])


def test_those_left_out_are_counted_of_rests_as_well() -> None:
    rows = (("Help", "Under 16", "Total"), ("Housing", "9", "15"), ("Total", "9", "15"))
    from answerable.counts.bounds import bounds
    from answerable.counts.levels import Levels
    from answerable.desk.tables.systems import together

    levels = (Levels(((0, 1),)), Levels((), ((0, 1),)))
    old = Published("old", rows, 0, True, levels)
    less = Published(
        "new", (rows[0], ("Housing", "7", "[c]"), ("Total", "7", "[c]")), 0, True, levels
    )
    found = bounds(together(less, [(old, Link.PART)]))
    # 6 were not under 16, so not more than 6 of those who are left
    assert found.intervals["housing / total"].hi == 13


def test_the_hospital_rule_shows_rounded_numbers(parted: TableDraft, officer: User) -> None:
    made = actions.choose(parted, How.PROTECT, by=officer, rule="nhs-england-hes").proposal
    fields = [field for row in made["rows"][1:] for field in row[1:] if field != MARK]
    assert all(int(field) % 5 == 0 for field in fields)
    assert made["unsafe"] == []
    lines = dict(made["lines"])
    assert "rounded to the nearest 5" in lines["What the rule says"]
    rounded = next(each for each in made["cells"] if each["kind"] == "rounded")
    assert "rounded to 5 can tell that it is between" in rounded["sentence"]


def test_the_register_reads_such_a_release_by_its_own_ranges(
    parted: TableDraft, officer: User
) -> None:
    made = accepted(parted, officer, "nhs-england-hes")
    assert (made.rounded, made.least) == (5, 8)
    assert made.how_words == "protected, all other counts rounded to the nearest 5"
    told = dict(tells_of(made.published))
    assert told["Housing, Men"] == "between 9 and 12"  # 10, and what the others leave of it


def test_another_rule_shows_the_numbers_themselves(parted: TableDraft, officer: User) -> None:
    made = accepted(parted, officer)
    assert (made.rounded, made.least) == (0, 0)
    assert made.how_words == "protected"


def test_the_page_asks_and_says_what_is_part_of_what(
    question: Question, officer: User, as_: As
) -> None:
    page = as_(officer)
    read = {"title": "People helped", "pasted": TABLE}
    refused = text_of(page.post(address(question, "/read"), read))
    assert "What is part of what? (optional)" in refused
    assert "write here: Under 16 is part of Total" in refused
    assert 'href="#id_parts"' in refused
    done = page.post(address(question, "/read"), {**read, "parts": "Under 16 is part of Total\r\n"})
    assert done.status_code == 302
    shown = text_of(page.get(address(question)))
    assert "What is part of what." in shown
    page.post(address(question, "/choose"), {"rule": RULE, "how": "protect"})
    shown = text_of(page.get(address(question)))
    assert REST in shown
    assert "a reader would have it by subtraction" in shown


def test_the_page_of_a_plain_table_says_nothing_of_parts(
    question: Question, draft: TableDraft, officer: User, as_: As
) -> None:
    page = as_(officer)
    page.post(address(question, "/choose"), {"rule": RULE, "how": "protect"})
    shown = text_of(page.get(address(question)))
    assert "What is part of what." not in shown
    assert "by subtraction</li>" not in shown


def test_a_file_is_read_with_its_parts_too(question: Question, officer: User, as_: As) -> None:
    file = SimpleUploadedFile("t.csv", TABLE.encode())
    sent = {"title": "T", "file": file, "parts": "Under 16 of Total; "}
    assert as_(officer).post(address(question, "/read"), sent).status_code == 302
    assert TableDraft.objects.get().raw["parts"] == ["Under 16 of Total"]


def test_the_register_shows_what_was_said(parted: TableDraft, officer: User, as_: As) -> None:
    made = accepted(parted, officer)
    where = f"/desk/tables/{made.public_id}"
    shown = text_of(as_(officer).get(where))
    assert "Under 16 is part of Total" in shown


def test_regions_made_up_of_places_are_judged_at_every_level(
    question: Question, officer: User
) -> None:
    text = "Place,x,y\nNorth,3,17\nSouth,19,13\nNorth region,22,30\nWest,14,15\nTotal,36,45\n"
    draft = actions.start(
        question, text.encode(), "x.csv", by=officer, title="T",
        parts=("North, South make up North region",),
    )  # fmt: skip
    made = actions.choose(draft, How.PROTECT, by=officer, rule=RULE).proposal
    assert made["unsafe"] == []
    assert made["rows"][2][1] == MARK or made["rows"][3][1] == MARK  # within its own region
