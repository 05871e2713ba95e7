"""Section 36: the qualified person's opinion, who gives it, and what it opens."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.decide.conftest import OPINIONS, PRICES

from answerable.desk.cases.models import Case
from answerable.desk.decide.actions import (
    ask_opinion,
    give_opinion,
    sign,
    take_back,
)
from answerable.desk.decide.actions.opinion import Given, withdraw_opinion
from answerable.desk.decide.models import Decision, Opinion
from answerable.desk.events.models import Event
from answerable.desk.people.models import RoleHolding, User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.today import today
from answerable.model import UnusableInputError

Draft = Callable[..., Decision]
Person = Callable[..., User]
S36 = "FOIA s.36(2)(b)(i)"
GIVEN = Given(True, [S36], "would be likely to", "Officers would write less, for these reasons")


@pytest.fixture
def asked(open_case: Case, draft: Draft, officer: User) -> Opinion:
    return ask_opinion(draft(open_case, "withheld", [S36], OPINIONS), "Would it?", by=officer)


def test_without_the_opinion_nothing_is_signed(
    open_case: Case, draft: Draft, officer: User
) -> None:
    kept = draft(open_case, "withheld", [S36], OPINIONS)
    with pytest.raises(UnusableInputError, match="qualified person"):
        sign(kept, by=officer)


def test_the_opinion_of_the_qualified_person_opens_the_signature(
    asked: Opinion, officer: User, qualified_person: User
) -> None:
    with pytest.raises(UnusableInputError, match="qualified person"):
        sign(asked.decision, by=officer)
    give_opinion(asked, GIVEN, by=qualified_person)
    signed = sign(asked.decision, by=officer)
    opinion = signed.body["grounds"][0]["opinion"]
    assert opinion["by"] == "Qualified Person"
    assert opinion["limbs"] == [S36]


def test_an_opinion_that_comes_in_a_form_is_thrown_away(
    open_case: Case, draft: Draft, officer: User
) -> None:
    forged = {
        "by": "Me",
        "given": "2026-11-01",
        "limbs": [S36],
        "threshold": "would",
        "words": "It would",
    }
    body = {**OPINIONS, "grounds": [{**OPINIONS["grounds"][0], "opinion": forged}]}  # type: ignore[dict-item]
    kept = draft(open_case, "withheld", [S36], body)
    with pytest.raises(UnusableInputError, match="qualified person"):
        sign(kept, by=officer)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_nobody_but_the_qualified_person_gives_the_opinion(
    role: Role, asked: Opinion, person: Person
) -> None:
    by = person(role.id, name=f"{role.id}_too")
    if Permission.OPINE in role.may:
        assert give_opinion(asked, GIVEN, by=by).given_by == by
        return
    with pytest.raises(PermissionDenied):
        give_opinion(asked, GIVEN, by=by)
    asked.refresh_from_db()
    assert asked.given_on is None


def test_an_appointment_that_ended_yesterday_is_no_appointment(
    asked: Opinion, qualified_person: User
) -> None:
    assert Permission.OPINE in qualified_person.may  # as a page opened yesterday still thinks
    RoleHolding.objects.filter(user=qualified_person).update(
        since=today() - timedelta(days=400), until=today() - timedelta(days=1)
    )
    with pytest.raises(PermissionDenied):
        give_opinion(asked, GIVEN, by=qualified_person)
    asked.refresh_from_db()
    assert asked.given_on is None


def test_an_appointment_that_ends_today_still_holds(asked: Opinion, qualified_person: User) -> None:
    RoleHolding.objects.filter(user=qualified_person).update(
        since=today() - timedelta(days=400), until=today()
    )
    assert give_opinion(asked, GIVEN, by=qualified_person).given_on == today()


def test_who_asks_cannot_give_even_with_both_roles(
    open_case: Case, draft: Draft, qualified_person: User
) -> None:
    RoleHolding.objects.create(user=qualified_person, role="officer", since=today())
    both = User.objects.get(pk=qualified_person.pk)
    opinion = ask_opinion(
        draft(open_case, "withheld", [S36], OPINIONS, by=both), "Would it?", by=both
    )
    with pytest.raises(PermissionDenied, match="asks"):
        give_opinion(opinion, GIVEN, by=both)


def test_an_opinion_does_not_change_once_given(
    asked: Opinion, officer: User, qualified_person: User
) -> None:
    give_opinion(asked, GIVEN, by=qualified_person)
    with pytest.raises(UnusableInputError, match="does not change"):
        give_opinion(asked, Given(False, words="No, on second thoughts"), by=qualified_person)
    with pytest.raises(UnusableInputError, match="stays"):
        withdraw_opinion(asked, by=officer)
    asked.refresh_from_db()
    assert asked.agrees


def test_an_opinion_that_says_no_opens_nothing(
    asked: Opinion, officer: User, qualified_person: User
) -> None:
    give_opinion(asked, Given(False, words="I do not think so"), by=qualified_person)
    with pytest.raises(UnusableInputError, match="qualified person"):
        sign(asked.decision, by=officer)


def test_an_opinion_about_another_limb_does_not_cover_this_one(
    asked: Opinion, officer: User, qualified_person: User
) -> None:
    give_opinion(asked, Given(True, ["FOIA s.36(2)(c)"], "would", "It would"), by=qualified_person)
    with pytest.raises(UnusableInputError, match="does not cover"):
        sign(asked.decision, by=officer)


@pytest.mark.parametrize(
    "given",
    [
        Given(True, [S36], "would", "  "),
        Given(True, [], "would", "It would"),
        Given(True, ["FOIA s.43(2)"], "would", "It would"),
        Given(True, [S36], "might", "It might"),
        Given(True, [S36], "would", "It would", on=date(2026, 11, 21)),
    ],
)
def test_half_an_opinion_is_refused(given: Given, asked: Opinion, qualified_person: User) -> None:
    with pytest.raises(UnusableInputError):
        give_opinion(asked, given, by=qualified_person)
    asked.refresh_from_db()
    assert asked.given_on is None


def test_a_decision_taken_back_keeps_its_opinion(
    asked: Opinion, officer: User, qualified_person: User
) -> None:
    give_opinion(asked, GIVEN, by=qualified_person)
    new = take_back(sign(asked.decision, by=officer), "A slip of the pen", by=officer)
    assert sign(new, by=officer).body["grounds"][0]["opinion"]["limbs"] == [S36]


def test_the_qualified_person_is_asked_once_and_only_about_section_36(
    asked: Opinion, open_case: Case, draft: Draft, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match="already"):
        ask_opinion(asked.decision, "Again?", by=officer)
    other = draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES)
    with pytest.raises(UnusableInputError, match="section 36"):
        ask_opinion(other, "Would it?", by=officer)


# What others said goes into no record.


def test_events_hold_no_words_of_decisions(
    asked: Opinion, officer: User, qualified_person: User
) -> None:
    give_opinion(asked, GIVEN, by=qualified_person)
    take_back(sign(asked.decision, by=officer), "A slip of the pen", by=officer)
    facts = " ".join(str(event.facts) for event in Event.objects.all())
    assert "write less" not in facts
    assert "slip" not in facts
