"""The pages of deciding: step by step, by plain forms, for who may; and silent where they must be."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.desk.decide.conftest import OPINIONS, PRICES

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import marks, next_steps, panels
from answerable.desk.consult.actions import Party, add_party, ask, note_answer
from answerable.desk.decide.actions import ask_opinion, sign, sign_class
from answerable.desk.decide.models import Decision, Opinion
from answerable.desk.people.models import RoleHolding, User
from answerable.desk.tasks.actions import Searched, add_search
from answerable.desk.today import today

Browser = Callable[[User], Client]
Draft = Callable[..., Decision]
SUPPLIED = {"decision": "supplied", "answer": "There were 12 of them"}
S36 = "FOIA s.36(2)(b)(i)"
FILLED = {
    "what": "the unit prices",
    "g0-threshold": "would be likely to",
    "g0-reasons": "A competitor could bid just below each price",
    "g0-whose": "Acme Ltd",
    "g0-factors_for": "Residents could see the cost",
    "g0-factors_against": "The next contract would cost more\r\nBidders would stay away",
    "g0-weighing": "The totals are published and tell residents what they need",
}


def at(case: Case, *pairs: tuple[str, str]) -> str:
    questions = "&".join(f"q={q.public_id}" for q in case.questions.all())
    return f"/desk/cases/{case.reference}/decide?{questions}" + "".join(
        f"&{k}={v}" for k, v in pairs
    )


def test_the_first_step_asks_what_the_answer_is_in_plain_words(
    open_case: Case, officer: User, as_: Browser
) -> None:
    text = as_(officer).get(f"/desk/cases/{open_case.reference}/decide").content.decode()
    for words in ("Give the information", "Neither confirm nor deny", "It would cost too much"):
        assert words in text


def test_nothing_chosen_is_said_plainly(open_case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).get(f"/desk/cases/{open_case.reference}/decide", {"kind": "withheld"})
    assert "Choose at least one question" in page.content.decode()


def test_words_lead_to_the_limb_and_the_limb_to_its_fields(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    found = browser.get(at(open_case, ("kind", "withheld"), ("words", "prices of a supplier")))
    assert "limb=foia-43-2" in found.content.decode()
    assert "limb=foia-31-1-a" not in found.content.decode()
    form = browser.get(at(open_case, ("kind", "withheld"), ("limb", "foia-43-2"))).content.decode()
    for name in ("g0-whose", "g0-threshold", "g0-factors_for", "g0-factors_against"):
        assert f'name="{name}"' in form
    assert 'name="g0-enactment"' not in form
    assert "Mistakes people make" in form
    assert "https://www.legislation.gov.uk/ukpga/2000/36/section/43" in form


def test_words_of_a_decision_of_its_own_lead_there(
    open_case: Case, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(
        at(open_case, ("kind", "withheld"), ("words", "on our website already"))
    )
    assert "They can get it already" in page.content.decode()
    assert "kind=accessible" in page.content.decode()


def test_the_subject_of_the_balance_stands_above_it(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    disclosing = browser.get(at(open_case, ("kind", "withheld"), ("limb", "foia-31-1-a")))
    confirming = browser.get(
        at(open_case, ("kind", "neither_confirm_nor_deny"), ("limb", "foia-31-1-a"))
    )
    assert "disclosing it" in disclosing.content.decode()
    assert "saying whether we hold it" not in disclosing.content.decode()
    assert "saying whether we hold it" in confirming.content.decode()
    assert "disclosing it" not in confirming.content.decode()


def test_an_absolute_limb_shows_no_balance(open_case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).get(at(open_case, ("kind", "withheld"), ("limb", "foia-41")))
    assert page.status_code == 200
    assert "factors_for" not in page.content.decode()


def test_a_decision_is_kept_checked_and_signed_by_plain_posts(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    posted = browser.post(at(open_case, ("kind", "withheld"), ("limb", "foia-43-2")), FILLED)
    made = Decision.objects.get()
    assert posted["Location"] == f"/desk/decisions/{made.public_id}"
    assert made.body["grounds"][0]["balance"]["factors_against"] == [
        "The next contract would cost more",
        "Bidders would stay away",
    ]
    page = browser.get(posted["Location"]).content.decode()
    assert "Sign in my name" in page
    assert "Before it can be signed" not in page
    assert browser.post(f"/desk/decisions/{made.public_id}/sign").status_code == 302
    made.refresh_from_db()
    assert made.signed_by == officer


def test_half_a_decision_shows_what_it_lacks_and_no_way_to_sign(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    half = {name: words for name, words in FILLED.items() if name != "g0-whose"}
    browser.post(at(open_case, ("kind", "withheld"), ("limb", "foia-43-2")), half)
    made = Decision.objects.get()
    page = browser.get(f"/desk/decisions/{made.public_id}").content.decode()
    assert "Whose interests" in page
    assert "Sign in my name" not in page
    refused = browser.post(f"/desk/decisions/{made.public_id}/sign")
    assert refused.status_code == 409
    assert "cannot be signed yet" in refused.content.decode()


def test_a_draft_is_changed_with_what_was_written_before(
    open_case: Case, officer: User, as_: Browser, draft: Draft
) -> None:
    kept = draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES)
    browser = as_(officer)
    address = f"/desk/cases/{open_case.reference}/decide?draft={kept.public_id}"
    text = browser.get(address).content.decode()
    assert "A competitor could bid just below each price next spring" in text
    assert browser.post(address, FILLED).status_code == 302
    assert Decision.objects.get().body["grounds"][0]["reasons"].endswith("each price")


def test_a_second_ground_keeps_the_words_of_the_first(
    open_case: Case, officer: User, as_: Browser, draft: Draft
) -> None:
    kept = draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES)
    text = (
        as_(officer)
        .get(
            at(
                open_case,
                ("draft", kept.public_id),
                ("kind", "withheld"),
                ("limb", "foia-41"),
                ("limb", "foia-43-2"),
            )
        )
        .content.decode()
    )
    first, _, second = text.partition('name="g1-reasons"')
    assert 'name="g0-obtained_from"' in first
    assert "next spring" not in first
    assert "next spring" in second


@pytest.mark.parametrize(
    ("slug", "fields", "field"),
    [
        ("supplied", {"answer": "Twelve", "table": "Year | Fines\n2025 | 12"}, "table"),
        ("cost_limit", {"hours": "40", "estimate": "a", "advice": "b"}, "hours"),
        ("future_publication", {"decided": "2026-01-15", "when": "x", "reasons": "y"}, "decided"),
        ("accessible", {"where": "On our website"}, "where"),
        ("transfer", {"searches": "a", "to": "b", "handed_on": ""}, "to"),
        ("vexatious", {"reasons": "x"}, "reasons"),
        ("repeated", {"earlier": "2026-06-01", "reasons": "x"}, "earlier"),
        ("not_held", {"searches": "a"}, "searches"),
    ],
)
def test_each_kind_keeps_its_own_fields_and_shows_them_again(
    slug: str, fields: dict[str, str], field: str, open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    assert browser.post(at(open_case, ("kind", slug)), fields).status_code == 302
    made = Decision.objects.get()
    assert made.kind == slug
    assert field in made.body
    assert browser.get(f"/desk/decisions/{made.public_id}").status_code == 200
    again = browser.get(f"/desk/cases/{open_case.reference}/decide?draft={made.public_id}")
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("slug", "fields", "said"),
    [
        ("supplied", {"answer": "a", "table": "a | b\nc"}, "2 cells"),
        ("cost_limit", {"hours": "many"}, "number"),
        (
            "future_publication",
            {"decided_day": "31", "decided_month": "2", "decided_year": "2026"},
            "no such day",
        ),
    ],
)
def test_what_cannot_be_read_is_said_beside_it_and_nothing_is_kept(
    slug: str, fields: dict[str, str], said: str, open_case: Case, officer: User, as_: Browser
) -> None:
    page = as_(officer).post(at(open_case, ("kind", slug)), fields)
    assert said in page.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("limb", ["nonsense", "eir-12-4-a", "../etc", "%00"])
def test_a_forged_limb_is_a_plain_refusal(
    limb: str, open_case: Case, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(at(open_case, ("kind", "withheld"), ("limb", limb)))
    assert page.status_code in (200, 409)
    assert not Decision.objects.exists()


def test_the_searches_of_the_log_are_proposed_for_not_held(
    open_case: Case, officer: User, as_: Browser
) -> None:
    add_search(open_case, Searched("the loft", 5, "nothing"), by=officer)
    page = as_(officer).get(at(open_case, ("kind", "not_held")))
    assert "the information team looked in the loft" in page.content.decode()


def test_third_parties_views_are_shown_at_the_decision_and_typed_nowhere(
    open_case: Case, officer: User, as_: Browser
) -> None:
    party = add_party(open_case, Party("Acme", "prices", "a@acme.example"), by=officer)
    ask(party, "Dear Acme", by=officer, how="email", answer_by=today() + timedelta(days=7))
    note_answer(party, "CANARY-VIEWS", by=officer)
    text = (
        as_(officer)
        .get(at(open_case, ("kind", "withheld"), ("limb", "foia-43-2")))
        .content.decode()
    )
    assert "CANARY-VIEWS" in text.partition("</form>")[2]
    assert "CANARY-VIEWS" not in text.partition("</form>")[0]


@pytest.mark.parametrize(
    "role", ["contributor", "administrator", "approver", "auditor", "publisher"]
)
def test_who_may_not_decide_is_refused(
    role: str, open_case: Case, draft: Draft, person: Callable[..., User], as_: Browser
) -> None:
    kept = draft(open_case, "supplied", [], SUPPLIED)
    browser = as_(person(role, name="zed"))
    assert browser.get(at(open_case)).status_code == 403
    for deed in ("sign", "take-back", "drop", "ask"):
        assert browser.post(f"/desk/decisions/{kept.public_id}/{deed}").status_code == 403
    kept.refresh_from_db()
    assert kept.ended_at is None


def test_an_auditor_reads_a_decision_and_sees_no_button(
    open_case: Case, draft: Draft, auditor: User, as_: Browser
) -> None:
    kept = draft(open_case, "supplied", [], SUPPLIED)
    page = as_(auditor).get(f"/desk/decisions/{kept.public_id}")
    assert "There were 12 of them" in page.content.decode()
    assert "<form" not in page.content.decode().partition("<main")[2]


def test_a_signed_decision_is_taken_back_with_a_reason(
    open_case: Case, draft: Draft, officer: User, as_: Browser
) -> None:
    signed = sign(draft(open_case, "supplied", [], SUPPLIED), by=officer)
    browser = as_(officer)
    assert browser.post(f"/desk/decisions/{signed.public_id}/take-back", {}).status_code == 422
    posted = browser.post(f"/desk/decisions/{signed.public_id}/take-back", {"because": "A slip"})
    assert posted.status_code == 302
    assert "A slip" in browser.get(f"/desk/decisions/{signed.public_id}").content.decode()
    assert "Draft" in browser.get(posted["Location"]).content.decode()


def test_a_class_fills_the_decision_and_asks_for_nothing_but_the_signature(
    governed: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    address = f"/desk/cases/{governed.reference}/decide"
    text = browser.get(address, {"kind": "supplied"}).content.decode()
    main = text.partition("<main")[2]
    assert "Watched places" in main
    assert "saying whether we hold it" in main
    for word in ("<textarea", "<select", 'type="radio"', 'type="text"', "search", "task"):
        assert word not in main
    assert browser.post(address).status_code == 302
    assert Decision.objects.get().signed_by == officer


def test_the_qualified_person_sees_the_question_and_gives_the_opinion(
    open_case: Case, draft: Draft, officer: User, qualified_person: User, as_: Browser
) -> None:
    kept = draft(open_case, "withheld", [S36], OPINIONS)
    asking = as_(officer).post(
        f"/desk/decisions/{kept.public_id}/ask", {"submission": "Would advice dry up?"}
    )
    assert asking.status_code == 302
    opinion = Opinion.objects.get()
    browser = as_(qualified_person)
    assert opinion.public_id in browser.get("/desk/opinions").content.decode()
    text = browser.get(f"/desk/opinions/{opinion.public_id}").content.decode()
    assert "Would advice dry up?" in text
    assert "How many parking fines" in text
    assert "reader@example.org" not in text
    said = {
        "agrees": "yes",
        "limbs": [S36],
        "threshold": "would",
        "words": "It would",
        "on": "2026-11-20",
    }
    assert (
        "Say yes or no" in browser.post(f"/desk/opinions/{opinion.public_id}", {}).content.decode()
    )
    assert browser.post(f"/desk/opinions/{opinion.public_id}", said).status_code == 302
    opinion.refresh_from_db()
    assert opinion.given_by == qualified_person
    assert (
        "Sign in my name" in as_(officer).get(f"/desk/decisions/{kept.public_id}").content.decode()
    )


def test_neither_an_officer_nor_one_whose_appointment_ended_gives_the_opinion(
    open_case: Case, draft: Draft, officer: User, qualified_person: User, as_: Browser
) -> None:
    opinion = ask_opinion(draft(open_case, "withheld", [S36], OPINIONS), "Would it?", by=officer)
    said = {
        "agrees": "yes",
        "limbs": [S36],
        "threshold": "would",
        "words": "It would",
        "on": "2026-11-20",
    }
    assert as_(officer).post(f"/desk/opinions/{opinion.public_id}", said).status_code == 403
    RoleHolding.objects.filter(user=qualified_person).update(
        since=today() - timedelta(days=90), until=today() - timedelta(days=1)
    )
    assert (
        as_(qualified_person).post(f"/desk/opinions/{opinion.public_id}", said).status_code == 403
    )
    opinion.refresh_from_db()
    assert opinion.given_on is None


def test_the_case_says_what_is_decided_and_what_is_not(
    open_case: Case, draft: Draft, officer: User
) -> None:
    case = Case.objects.get(pk=open_case.pk)
    assert "Two questions have no decision" in [step.words for step in next_steps(case, officer)]
    first, _ = case.questions.all()
    signed = sign(draft(case, "withheld", ["FOIA s.43(2)"], PRICES, [first]), by=officer)
    case = Case.objects.get(pk=open_case.pk)
    first, second = case.questions.all()
    assert "decided: withheld s.43(2)" in [mark.words for mark in marks(first, officer)]
    assert "no decision" in [mark.words for mark in marks(second, officer)]
    assert "One question has no decision" in [step.words for step in next_steps(case, officer)]
    assert "Decisions" in [panel.title for panel in panels(case, officer)]
    assert signed.public_id


def test_a_decided_class_leaves_nothing_to_decide(governed: Case, officer: User) -> None:
    assert "Sign the decision of the class" in [s.words for s in next_steps(governed, officer)]
    sign_class(governed, by=officer)
    case = Case.objects.get(pk=governed.pk)
    assert not [s for s in next_steps(case, officer) if "decision" in s.words]
    assert "decided: neither confirmed nor denied s.31(3)" in [
        mark.words for mark in marks(case.questions.all()[0], officer)
    ]


def test_decisions_are_read_once_a_page_however_many_questions(
    open_case: Case,
    draft: Draft,
    officer: User,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    from answerable.desk.decide import panel

    sign(draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES), by=officer)
    case = Case.objects.get(pk=open_case.pk)
    questions = list(case.questions.all())
    with django_assert_max_num_queries(3):  # type: ignore[attr-defined]
        panel.for_case(case, officer)
        for question in questions:
            panel.for_question(question, officer)


def test_what_was_found_is_not_shown_beside_neither_confirming_nor_denying(
    open_case: Case, officer: User, as_: Browser
) -> None:
    party = add_party(open_case, Party("Acme", "prices", "a@acme.example"), by=officer)
    ask(party, "Dear Acme", by=officer, how="email", answer_by=today() + timedelta(days=7))
    note_answer(party, "CANARY-VIEWS", by=officer)
    add_search(open_case, Searched("CANARY-PLACE", 5, "found"), by=officer)
    page = as_(officer).get(
        at(open_case, ("kind", "neither_confirm_nor_deny"), ("limb", "foia-31-1-a"))
    )
    assert page.status_code == 200
    assert "CANARY" not in page.content.decode()
    assert "search log" not in page.content.decode()
