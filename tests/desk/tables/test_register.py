"""The register of releases: what went out is in it, and every new table is read beside it."""

from collections.abc import Callable
from datetime import date

import pytest

from answerable.desk.cases.models import Case
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.gather import gather
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.tables.versions import How

RULE = "fewer-than-5"
Send = Callable[[list[list[str]]], Case]
#: Without Health, which the new table has: what is left by subtraction tells of its cells.
TOTALS = [["Help", "Men", "Women", "Total"], ["Housing", "12", "[c]", "15"]]
OTHER = [["Colour", "Red"], ["Bins", "12"]]


def judged(
    draft: TableDraft, by: User, how: How = How.PROTECT, **more: object
) -> dict[str, object]:
    made = actions.choose(draft, how, by=by, rule=RULE, **more)  # type: ignore[arg-type]
    return dict(made.proposal)


def test_a_table_of_a_letter_that_went_is_in_the_register(send_table: Send) -> None:
    case = send_table(TOTALS)
    gather()
    found = TableRelease.objects.sent().get()
    assert (found.case, found.rows, found.sent_on) == (case, TOTALS, date(2026, 11, 20))


def test_a_letter_that_has_not_gone_is_not_in_it(send_table: Send) -> None:
    send_table(TOTALS)
    LetterVersion.objects.update(sent_on=None)
    gather()
    assert not TableRelease.objects.exists()


def test_the_accepted_table_becomes_the_release_when_it_goes(
    draft: TableDraft, officer: User
) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    made = actions.accept(draft, by=officer, seen=draft.version)
    LetterVersion.objects.create(
        case=made.case,
        number=1,
        kind="foia_full_disclosure",
        record={"decisions": [{"questions": ["1"], "table": made.rows}]},
        text="x",
        sha256="0" * 64,
        made_by=officer,
        sent_on=date(2026, 11, 20),
    )
    gather()
    found = TableRelease.objects.get()
    assert (found.pk, found.state, found.how) == (made.pk, "sent", "protect")


def test_an_earlier_release_that_undoes_the_protection_is_found(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    assert judged(draft, officer)["unsafe"] == []
    draft.refresh_from_db()
    send_table(TOTALS)
    found = judged(draft, officer)
    release = TableRelease.objects.sent().get()
    assert found["matter"] == [release.public_id]
    assert "exactly 3" in str(found["unsafe"])


def test_what_is_undone_is_not_accepted_without_a_reason(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table(TOTALS)
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    with pytest.raises(Exception, match="unsafe by the rule"):
        actions.accept(draft, by=officer, seen=draft.version)


def test_other_labels_are_other_counts(draft: TableDraft, officer: User, send_table: Send) -> None:
    send_table(OTHER)
    found = judged(draft, officer)
    assert found["unsafe"] == []
    assert found["matter"] == []
    draft.refresh_from_db()
    assert draft.links == {}


def test_what_the_officer_says_counts_others_is_left_out(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table(TOTALS)
    gather()
    key = TableRelease.objects.get().public_id
    assert judged(draft, officer, links={key: "other"})["unsafe"] == []


def test_a_contradiction_is_one_sentence_and_is_not_accepted(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    case = send_table([["Help", "Men", "Women", "Total"], ["Housing", "11", "[c]", "14"]])
    found = judged(draft, officer)
    draft.refresh_from_db()
    assert "cannot all be true" in str(found["contradiction"])
    assert case.reference in str(found["contradiction"])
    with pytest.raises(Exception, match="cannot all be true"):
        actions.accept(draft, by=officer, seen=draft.version, reason="because")


def test_a_newcomer_between_two_running_totals_is_told(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table([["Help", "Men", "Total"], ["School", "21", "35"]])
    gather()
    key = TableRelease.objects.get().public_id
    found = judged(draft, officer, How.KEEP, links={key: "more"})
    assert "newcomers" in str(found["unsafe"])
    assert "exactly 1" in str(found["unsafe"])


def test_a_part_leaves_a_rest_that_is_told(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table([["Help", "Men"], ["School", "24"]])
    gather()
    key = TableRelease.objects.get().public_id
    found = judged(draft, officer, How.KEEP, links={key: "part"})
    assert "those left out" in str(found["unsafe"])
    assert "exactly 2" in str(found["unsafe"])


def test_two_releases_together_are_read_with_the_new_one(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table([["Help", "Men"], ["Housing", "12"]])
    send_table([["Kind", "Total"], ["Housing", "15"]])
    found = judged(draft, officer, How.WITHHOLD)
    assert "exactly 3" in str(found["unsafe"])  # the headings alone say that there are two sexes
    assert len(found["matter"]) == 2  # type: ignore[arg-type]


def test_one_of_two_releases_alone_undoes_nothing(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table([["Help", "Men"], ["Housing", "12"]])
    assert judged(draft, officer, How.WITHHOLD)["unsafe"] == []


def test_an_earlier_total_that_is_none_is_not_taken_for_one(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table([["Help", "Men", "Total"], ["School", "22", "36"]])
    assert judged(draft, officer, How.KEEP)["contradiction"] == ""


def test_the_case_of_letters_and_of_totals_does_not_matter(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    send_table([["Help", "MEN", "women", "All"], ["housing ", "12", "[c]", "15"]])
    assert "exactly 3" in str(judged(draft, officer)["unsafe"])


def test_the_sentence_of_a_cell_tells_of_the_release_that_narrows_it(
    draft: TableDraft, officer: User, send_table: Send
) -> None:
    case = send_table([["Help", "Men", "Women", "Total"], ["Housing", "12", "[c]", "15"]])
    judged(draft, officer)
    draft.refresh_from_db()
    cell = next(each for each in draft.proposal["cells"] if each["words"] == "Housing, Women")
    assert "exactly 3" in cell["sentence"]
    assert case.reference in cell["sentence"]
    assert "more than one sum" not in cell["sentence"]
