"""The decision record of a case: every kind of decision, of every law, makes a notice."""

from collections.abc import Callable
from datetime import date

import pytest
import yaml

from answerable.audit.records import check_record
from answerable.desk.cases.actions import note_clock
from answerable.desk.cases.models import OUTCOMES, Case, ClockNote
from answerable.desk.decide.demo import DEMO, decide_all
from answerable.desk.decide.models import Decision
from answerable.desk.decide.record import kind_of_notice, notice_record, outcome_of, record_of
from answerable.desk.people.models import User
from answerable.desk.tasks.actions import Searched, add_search
from answerable.letters.draft import read_record, write_notice
from answerable.model import Regime, UnusableInputError
from answerable.model.decision import NeitherConfirmNorDeny, Supplied, Withheld

SENT = date(2026, 11, 20)
ALL = [
    ("full", Regime.FOIA, "foia_full_disclosure"),
    ("partial", Regime.FOIA, "foia_partial"),
    ("refused", Regime.FOIA, "foia_refusal"),
    ("not_held", Regime.FOIA, "foia_not_held"),
    ("cost_limit", Regime.FOIA, "foia_s12"),
    ("s21", Regime.FOIA, "foia_s21"),
    ("full", Regime.EIR, "eir_response"),
    ("not_held", Regime.EIR, "eir_refusal"),
    ("eir_12_5_e", Regime.EIR, "eir_refusal"),
    ("eir_12_4_e", Regime.EIR, "eir_refusal"),
    ("eir_12_4_b", Regime.EIR, "eir_refusal"),
    ("full", Regime.FOISA, "foia_full_disclosure"),
    ("not_held", Regime.FOISA, "foisa_not_held"),
    ("cost_limit", Regime.FOISA, "foisa_s12_s14"),
    ("s21", Regime.FOISA, "foisa_refusal"),
    ("foisa_33_1_b", Regime.FOISA, "foisa_refusal"),
    ("full", Regime.EISR, "eir_response"),
    ("not_held", Regime.EISR, "eisr_refusal"),
]


@pytest.mark.parametrize(("demo", "regime", "notice"), ALL)
def test_every_kind_of_decision_makes_a_record_without_a_finding_and_a_letter(
    demo: str, regime: Regime, notice: str, under: Callable[[Regime], Case], officer: User
) -> None:
    case = under(regime)
    decide_all(case, officer, demo)
    record = notice_record(case, SENT)
    assert record.kind == notice
    assert record.regime is regime
    assert check_record(record) == ()
    assert {n for d in record.decisions for n in d.questions} == {"1", "2"}
    assert write_notice(record).blocks


def test_every_demo_is_tried_here() -> None:
    assert {demo for demo, _, _ in ALL} == set(DEMO)


def test_the_class_makes_a_record_that_says_nothing_of_holding(
    governed: Case, officer: User
) -> None:
    decide_all(governed, officer, "ncnd")
    record = notice_record(governed, SENT)
    assert record.kind == "foia_ncnd"
    assert check_record(record) == ()
    assert all(isinstance(each, NeitherConfirmNorDeny) for each in record.decisions)
    assert "searches" not in yaml.safe_dump(record_of(governed, SENT))


@pytest.mark.parametrize("demo", sorted(DEMO))
def test_the_record_as_data_is_what_the_command_line_reads(
    demo: str, under: Callable[[Regime], Case], officer: User
) -> None:
    regime = next(regime for name, regime, _ in ALL if name == demo)
    case = under(regime)
    decide_all(case, officer, demo)
    text = yaml.safe_dump(record_of(case, SENT), allow_unicode=True)
    assert read_record(text, "record") == notice_record(case, SENT)


def test_a_question_without_a_decision_is_named(open_case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="Questions 1 and 2 of"):
        notice_record(open_case, SENT)


def test_a_draft_is_no_decision(
    open_case: Case, officer: User, draft: Callable[..., Decision]
) -> None:
    second = open_case.questions.get(number="2")
    decide_all(open_case, officer, "full")
    Decision.objects.filter(questions=second).update(signed_at=None, signed_by=None)
    with pytest.raises(UnusableInputError, match="Question 2 of"):
        record_of(open_case, SENT)


def test_the_partial_demo_gives_one_and_withholds_part_of_the_other(
    open_case: Case, officer: User
) -> None:
    decide_all(open_case, officer, "partial")
    first, second = notice_record(open_case, SENT).decisions
    assert isinstance(first, Supplied)
    assert isinstance(second, Withheld)


def test_what_was_searched_comes_from_the_log(open_case: Case, officer: User) -> None:
    add_search(
        open_case,
        Searched("the loft", 10, "nothing", terms="fines", on=date(2026, 11, 4)),
        by=officer,
    )
    decide_all(open_case, officer, "not_held")
    assert "looked in the loft" in str(notice_record(open_case, SENT).decisions[0])


def test_a_clarification_and_more_time_stand_in_the_record(open_case: Case, officer: User) -> None:
    decide_all(open_case, officer, "full")
    note_clock(open_case, "clarification_requested_s1_3", by=officer, on=date(2026, 11, 9))
    note_clock(open_case, "clarification_received", by=officer, on=date(2026, 11, 16))
    case = Case.objects.get(pk=open_case.pk)
    assert notice_record(case, SENT).clarified == date(2026, 11, 16)
    ClockNote.objects.create(
        case=case,
        type="s10_3_extension_notice",
        on=date(2026, 12, 1),
        ends=date(2027, 1, 15),
        by=officer,
    )
    case = Case.objects.get(pk=open_case.pk)
    assert notice_record(case, SENT).extended_to == date(2027, 1, 15)


def entries(*kinds: str, **more: str) -> list[dict[str, str]]:
    return [{"decision": each, **more} for each in kinds]


@pytest.mark.parametrize(
    ("kinds", "regime", "notice"),
    [
        (("supplied", "withheld"), Regime.FOIA, "foia_partial"),
        (("supplied", "neither_confirm_nor_deny"), Regime.FOIA, "foia_ncnd"),
        (("supplied", "not_held"), Regime.FOIA, "foia_not_held"),
        (("vexatious",), Regime.FOIA, "foia_s14"),
        (("repeated",), Regime.FOISA, "foisa_s12_s14"),
        (("future_publication",), Regime.FOIA, "foia_s22"),
        (("transfer",), Regime.FOIA, "foia_not_held"),
        (("transfer",), Regime.EIR, "foia_not_held"),
        (("transfer",), Regime.EISR, "foia_not_held"),
        (("neither_confirm_nor_deny",), Regime.EISR, "eir_ncnd"),
        (("neither_confirm_nor_deny",), Regime.FOISA, "foisa_ncnd"),
        (("supplied", "withheld"), Regime.EIR, "eir_refusal"),
    ],
)
def test_the_weightiest_decision_names_the_notice(
    kinds: tuple[str, ...], regime: Regime, notice: str
) -> None:
    assert kind_of_notice(entries(*kinds), regime) == notice


@pytest.mark.parametrize(
    ("made", "outcome"),
    [
        (entries("supplied"), "full"),
        (entries("withheld"), "refused"),
        (entries("withheld", supplied="the rest"), "partial"),
        (entries("supplied", "cost_limit"), "partial"),
        (entries("supplied", "neither_confirm_nor_deny"), "ncnd"),
        (entries("accessible"), "already_accessible"),
        ([], "other"),
    ],
)
def test_the_outcome_is_one_that_the_statistics_know(
    made: list[dict[str, str]], outcome: str
) -> None:
    assert outcome_of(made) == outcome
    assert outcome in OUTCOMES
