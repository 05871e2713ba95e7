"""Drafting, signing and taking back: who may, what is refused, and that nothing is half-written."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.decide.conftest import GROUNDS, PRICES, limb_of

from answerable.desk.cases.actions import set_questions
from answerable.desk.cases.actions.questions import Settled
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.consult.actions import Party, add_party, ask, note_answer, note_weighed
from answerable.desk.decide.actions import (
    ask_opinion,
    drop,
    save_draft,
    sign,
    sign_class,
    take_back,
)
from answerable.desk.decide.gaps import gaps
from answerable.desk.decide.kinds import kind
from answerable.desk.decide.models import Decision
from answerable.desk.decide.record import notice_record, record_of
from answerable.desk.events.models import Event
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.tasks.actions import Searched, answer, give_out
from answerable.desk.today import today
from answerable.model import UnusableInputError

Draft = Callable[..., Decision]
Person = Callable[..., User]
SUPPLIED = {"decision": "supplied", "answer": "There were 12 of them"}
S36 = "FOIA s.36(2)(b)(i)"


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_may_decide_drafts_signs_and_takes_back(
    role: Role, open_case: Case, draft: Draft, person: Person
) -> None:
    by = person(role.id, name=f"{role.id}_too")
    kept = draft(open_case, "supplied", [], SUPPLIED)
    if Permission.DECIDE in role.may:
        signed = sign(draft(open_case, "supplied", [], SUPPLIED, by=by), by=by)
        assert take_back(signed, "A wrong figure", by=by)
        return
    events = Event.objects.count()
    for deed in (
        lambda: draft(open_case, "supplied", [], SUPPLIED, by=by),
        lambda: sign(kept, by=by),
        lambda: take_back(kept, "No", by=by),
        lambda: drop(kept, by=by),
        lambda: sign_class(open_case, by=by),
        lambda: ask_opinion(kept, "Please", by=by),
    ):
        with pytest.raises(PermissionDenied):
            deed()
    assert Decision.objects.count() == 1
    assert Event.objects.count() == events


@pytest.mark.parametrize("state", sorted(set(State) - {State.OPEN, State.REVIEW}))
def test_nothing_is_decided_before_triage_or_after_the_answer(
    state: State, open_case: Case, draft: Draft, officer: User
) -> None:
    kept = draft(open_case, "supplied", [], SUPPLIED)
    Case.objects.filter(pk=open_case.pk).update(state=state)
    case = Case.objects.get(pk=open_case.pk)
    kept = Decision.objects.get(pk=kept.pk)
    with pytest.raises(UnusableInputError, match="after triage"):
        draft(case, "supplied", [], SUPPLIED)
    with pytest.raises(UnusableInputError, match="after triage"):
        sign(kept, by=officer)
    assert not Decision.objects.signed().exists()


def test_a_complete_decision_is_signed_in_ones_own_name(
    open_case: Case, draft: Draft, officer: User
) -> None:
    signed = sign(draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES), by=officer)
    assert signed.signed_by == officer
    assert notice_record(open_case, today()).kind == "foia_refusal"


@pytest.mark.parametrize("missing", ["reasons", "threshold", "whose", "balance"])
def test_a_mandatory_gap_stops_the_signature_and_says_which(
    missing: str, open_case: Case, draft: Draft, officer: User
) -> None:
    ground = {k: v for k, v in PRICES["grounds"][0].items() if k != missing}  # type: ignore[attr-defined]
    kept = draft(open_case, "withheld", ["FOIA s.43(2)"], {**PRICES, "grounds": [ground]})
    events = Event.objects.count()
    with pytest.raises(UnusableInputError, match="cannot be signed yet"):
        sign(kept, by=officer)
    kept.refresh_from_db()
    assert not kept.is_signed
    assert Event.objects.count() == events


def test_a_balance_about_the_wrong_subject_stops_the_signature(
    open_case: Case, draft: Draft, officer: User
) -> None:
    body = {
        **PRICES,
        "grounds": [
            {
                **PRICES["grounds"][0],  # type: ignore[dict-item]
                "balance": {**PRICES["grounds"][0]["balance"], "subject": "confirmation"},  # type: ignore[index,dict-item]
            }
        ],
    }
    kept = draft(open_case, "withheld", ["FOIA s.43(2)"], body)
    with pytest.raises(UnusableInputError, match="about disclosure"):
        sign(kept, by=officer)


def test_hours_within_the_limit_do_not_make_a_cost_refusal(
    open_case: Case, draft: Draft, officer: User
) -> None:
    body = {"decision": "cost_limit", "hours": 18.0, "estimate": "a b", "advice": "a b"}
    kept = draft(open_case, "cost_limit", [], body)
    with pytest.raises(UnusableInputError, match="do not exceed the limit"):
        sign(kept, by=officer)


def test_a_control_character_is_a_plain_gap_and_no_traceback(
    open_case: Case, draft: Draft, officer: User
) -> None:
    kept = draft(open_case, "supplied", [], {**SUPPLIED, "answer": "bell \x07 rings"})
    assert [gap.mandatory for gap in gaps(kept)] == [True]
    with pytest.raises(UnusableInputError):
        sign(kept, by=officer)


def test_half_a_decision_can_be_kept(open_case: Case, draft: Draft) -> None:
    assert draft(open_case, "cost_limit", [], {"decision": "cost_limit"}).pk


def test_a_signed_decision_never_changes(open_case: Case, draft: Draft, officer: User) -> None:
    kept = draft(open_case, "supplied", [], SUPPLIED)
    stale = Decision.objects.get(pk=kept.pk)
    sign(kept, by=officer)
    with pytest.raises(UnusableInputError, match="meanwhile"):
        save_draft(
            open_case,
            list(open_case.questions.all()),
            kind("supplied"),  # type: ignore[arg-type]
            [],
            {"decision": "supplied", "answer": "Other"},
            by=officer,
            draft=stale,
        )
    with pytest.raises(UnusableInputError, match="meanwhile"):
        sign(stale, by=officer)
    with pytest.raises(UnusableInputError, match="Only a draft"):
        drop(stale, by=officer)
    kept.refresh_from_db()
    assert kept.body == SUPPLIED


def test_taking_back_leaves_the_old_row_and_puts_a_draft_in_its_place(
    open_case: Case, draft: Draft, officer: User
) -> None:
    old = sign(draft(open_case, "supplied", [], SUPPLIED), by=officer)
    new = take_back(old, "A wrong figure", by=officer)
    old.refresh_from_db()
    assert old.ended_because == "A wrong figure"
    assert old.signed_by == officer
    assert (new.body, new.is_signed, new.replaces) == (SUPPLIED, False, old)
    assert new.numbers == ("1", "2")
    with pytest.raises(UnusableInputError):
        record_of(open_case)
    with pytest.raises(UnusableInputError, match="does not stand"):
        take_back(old, "Again", by=officer)
    assert Decision.objects.count() == 2


@pytest.mark.parametrize("because", ["", "   "])
def test_taking_back_needs_a_reason(
    because: str, open_case: Case, draft: Draft, officer: User
) -> None:
    old = sign(draft(open_case, "supplied", [], SUPPLIED), by=officer)
    with pytest.raises(UnusableInputError, match="why"):
        take_back(old, because, by=officer)
    assert Decision.objects.get().ended_at is None


def test_a_question_that_was_decided_cannot_be_removed(
    open_case: Case, draft: Draft, officer: User
) -> None:
    first, second = open_case.questions.all()
    sign(draft(open_case, "supplied", [], SUPPLIED, [second]), by=officer)
    with pytest.raises(UnusableInputError, match="worked on"):
        set_questions(open_case, [Settled(first.text, "1", first.public_id)], by=officer)
    assert Decision.objects.get().numbers == ("2",)


@pytest.mark.parametrize(
    ("slug", "cites"),
    [("withheld", ["EIR reg.12(4)(e)"]), ("withheld", ["FOISA s.33(1)(b)"])],
)
def test_a_limb_of_another_law_is_refused(
    slug: str, cites: list[str], open_case: Case, draft: Draft
) -> None:
    with pytest.raises(UnusableInputError, match="of another law"):
        draft(open_case, slug, cites, PRICES)
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("slug", "cite"),
    [
        ("withheld", "FOIA s.12(1)"),
        ("withheld", "FOIA s.21"),
        ("neither_confirm_nor_deny", "FOIA s.43(1)"),
        ("neither_confirm_nor_deny", "FOIA s.12(2)"),
    ],
)
def test_a_limb_that_is_no_ground_for_it_is_refused(
    slug: str, cite: str, open_case: Case, draft: Draft
) -> None:
    with pytest.raises(UnusableInputError, match="no ground"):
        draft(open_case, slug, [cite], PRICES)


def test_a_kind_that_the_law_has_not_is_refused(under: Callable[..., Case], draft: Draft) -> None:
    from answerable.model import Regime

    with pytest.raises(UnusableInputError, match="has no decision"):
        draft(under(Regime.EIR), "cost_limit", [], {"decision": "cost_limit"})


def test_a_question_cannot_be_given_and_neither_confirmed_nor_denied(
    open_case: Case, draft: Draft, officer: User
) -> None:
    sign(draft(open_case, "supplied", [], SUPPLIED), by=officer)
    body = {"decision": "neither_confirm_nor_deny", "grounds": GROUNDS}
    kept = draft(open_case, "neither_confirm_nor_deny", ["FOIA s.31(1)(a)"], body)
    with pytest.raises(UnusableInputError, match="neither confirmed nor denied"):
        sign(kept, by=officer)


# The class of the register.


def test_the_decision_of_a_class_is_the_class_and_needs_only_a_signature(
    governed: Case, officer: User
) -> None:
    made = sign_class(governed, by=officer)
    assert made.is_signed
    assert made.numbers == ("1", "2")
    assert made.body == {"decision": "neither_confirm_nor_deny", "grounds": GROUNDS}


def test_where_a_class_governs_no_other_decision_can_be_made(
    governed: Case, draft: Draft, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match="no other can be made"):
        draft(governed, "not_held", [], {"decision": "not_held", "searches": "a"})
    assert not Decision.objects.exists()


def test_a_draft_of_before_cannot_be_signed_once_a_class_governs_and_is_put_away(
    open_case: Case, governed: Case, draft: Draft, officer: User
) -> None:
    Case.objects.filter(pk=governed.pk).update(ncnd_class=None)
    kept = draft(Case.objects.get(pk=governed.pk), "supplied", [], SUPPLIED)
    Case.objects.filter(pk=governed.pk).update(ncnd_class=governed.ncnd_class)
    with pytest.raises(UnusableInputError, match="governs"):
        sign(Decision.objects.get(pk=kept.pk), by=officer)
    sign_class(Case.objects.get(pk=governed.pk), by=officer)
    kept.refresh_from_db()
    assert kept.ended_at is not None


@pytest.mark.parametrize(
    "change",
    [
        {"approved_on": None, "approved_by": None},
        {"withdrawn_on": "2026-02-01"},
        {"regime": "EIR"},
        {"grounds": [{"provision": "FOIA s.31(3)", "reasons": "Too short a ground"}]},
        {"grounds": []},
        {"grounds": [{"provision": "nonsense", "reasons": "x"}]},
    ],
)
def test_a_class_that_is_not_in_force_or_has_gaps_signs_nothing(
    change: dict[str, object], governed: Case, officer: User
) -> None:
    NcndClass.objects.update(**change)
    case = Case.objects.get(pk=governed.pk)
    with pytest.raises(UnusableInputError):
        sign_class(case, by=officer)
    assert not Decision.objects.exists()


def test_a_case_without_a_class_has_no_decision_of_one(open_case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="No class"):
        sign_class(open_case, by=officer)


def test_a_class_is_signed_once(governed: Case, officer: User) -> None:
    sign_class(governed, by=officer)
    with pytest.raises(UnusableInputError, match="already"):
        sign_class(governed, by=officer)
    assert Decision.objects.count() == 1


def test_a_warning_of_the_register_stops_the_signature(
    open_case: Case, draft: Draft, officer: User, approver: User
) -> None:
    kept = draft(open_case, "supplied", [], SUPPLIED)
    NcndClass.objects.create(
        name="Fines",
        words=["parking fines"],
        regime="FOIA",
        grounds=GROUNDS,
        proposed_by=officer,
        approved_by=approver,
        approved_on=date(2026, 1, 5),
    )
    with pytest.raises(UnusableInputError, match="nobody has said whether the class governs"):
        sign(kept, by=officer)
    kept.refresh_from_db()
    assert not kept.is_signed


def test_words_of_third_parties_and_services_never_stand_in_the_record(
    open_case: Case, draft: Draft, officer: User, contributor: User
) -> None:
    party = add_party(
        open_case,
        Party("CANARY-NAME Ltd", "CANARY-WHY prices", "canary@third.example"),
        by=officer,
    )
    ask(party, "CANARY-LETTER", by=officer, how="email", answer_by=today() + timedelta(days=7))
    note_answer(party, "CANARY-VIEWS", by=officer)
    note_weighed(party, "CANARY-WEIGHED", by=officer)
    area = contributor.service_areas.get()
    task = give_out(
        open_case, list(open_case.questions.all()), area, by=officer, message="CANARY-MESSAGE",
        due_on=today(),
    )  # fmt: skip
    answer(
        task,
        "CANARY-ANSWER",
        by=contributor,
        searches=[Searched("CANARY-PLACE", 1, "found", custodian="CANARY-KEEPER")],
    )
    sign(draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES), by=officer)
    assert "CANARY" not in str(record_of(open_case)).upper()
    assert "CANARY" not in str(notice_record(open_case, today())).upper()


def test_limbs_are_found_by_their_cite() -> None:
    assert limb_of(S36).name == "section 36(2)(b)(i)"
