"""Questions edited in plain text areas, the regime chosen, and triage done."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from answerable.desk.cases.models import Case, Note
from answerable.desk.ncnd.actions import decline
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.triage.actions import acknowledge, choose_regime, done, split_off
from answerable.desk.triage.hints import hints
from answerable.desk.triage.panel import next_steps
from answerable.desk.triage.proposals import Row, settle
from answerable.model import Regime, UnusableInputError

Ask = Callable[..., Case]
Browser = Callable[[User], Client]


def _rows(*texts: str) -> list[Row]:
    return [Row(f"id{n}", f"{n}", text, n) for n, text in enumerate(texts, start=1)]


def test_untouched_questions_keep_the_applicants_numbers() -> None:
    rows = [Row("a", "1(a)", "How many?", 1), Row("b", "1(b)", "Why?", 2)]
    assert [each.number for each in settle(rows)] == ["1(a)", "1(b)"]


def test_a_line_with_the_mark_splits() -> None:
    settled = settle(_rows("How many fines?\n---\nWho was paid?", "Why?"))
    assert [(each.number, each.text) for each in settled] == [
        ("1", "How many fines?"),
        ("2", "Who was paid?"),
        ("3", "Why?"),
    ]
    assert [each.public_id for each in settled] == ["id1", "", "id2"]


def test_dashes_within_a_line_do_not() -> None:
    assert len(settle(_rows("How many --- and why?"))) == 1


def test_joining_keeps_both_words_in_one_question() -> None:
    one, two = _rows("How many fines?", "In 2025.")
    settled = settle([one, Row(two.public_id, two.number, two.text, 2, join=True)])
    assert [each.text for each in settled] == ["How many fines?\nIn 2025."]


def test_places_move_questions() -> None:
    one, two = _rows("First?", "Second?")
    moved = settle([Row(one.public_id, "1", one.text, 9), two])
    assert [(each.number, each.text) for each in moved] == [("1", "Second?"), ("2", "First?")]


def test_what_is_left_out_is_gone_and_numbers_are_counted_anew() -> None:
    one, two = _rows("First?", "Second?")
    settled = settle([Row(one.public_id, "1", one.text, 1, drop=True), two])
    assert [(each.number, each.public_id) for each in settled] == [("1", "id2")]


@pytest.mark.parametrize("rows", [[], [Row("a", "1", "  ", 1)], [Row("a", "1", "x", 1, drop=True)]])
def test_one_question_must_stay(rows: list[Row]) -> None:
    with pytest.raises(UnusableInputError, match="At least one question"):
        settle(rows)


def test_the_page_saves_edits_by_a_plain_post(case: Case, officer: User, as_: Browser) -> None:
    first, second = case.questions.all()
    data = {
        f"text-{first.public_id}": "How many fines?\n---\nHow many appeals?",
        f"place-{first.public_id}": "1",
        f"text-{second.public_id}": second.text,
        f"drop-{second.public_id}": "on",
        "new": "Who signed the contract?",
    }
    as_(officer).post(f"/desk/cases/{case.reference}/triage/questions", data)
    assert [q.text for q in case.questions.all()] == [
        "How many fines?",
        "How many appeals?",
        "Who signed the contract?",
    ]


def test_a_street_request_is_not_environmental_because_tree_is_in_it(
    asked: Ask, officer: User, as_: Browser
) -> None:
    case = asked(
        "How many street trading licences were refused in Market Street in 2025?\n"
        "How many parking fines were issued in Crabtree Street?"
    )
    assert case.law is Regime.FOIA
    browser = as_(officer)
    answer = browser.post("/desk/intake/text", {"text": case.text}, follow=True)
    assert '<dd class="govuk-summary-list__value">FOIA' in answer.content.decode()


def test_trees_in_a_street_are(asked: Ask) -> None:
    assert asked("How many street trees were felled in Market Street in 2025?").law is Regime.EIR


def test_another_regime_needs_a_reason(case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="Say why"):
        choose_regime(case, Regime.EIR, by=officer)
    choose_regime(case, Regime.EIR, by=officer, reason="It is about traffic emissions")
    kept = Case.objects.get(pk=case.pk)
    assert kept.regime == "EIR"
    assert kept.regime_reasons[-1] == "It is about traffic emissions"


def test_a_regime_of_another_country_is_refused(case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="does not answer under FOISA"):
        choose_regime(case, Regime.FOISA, by=officer, reason="why not")


def test_triage_waits_for_a_word_on_the_class(
    returnees: NcndClass, asked: Ask, officer: User
) -> None:
    case = asked("How many returnees from Syria do you help?")
    with pytest.raises(UnusableInputError, match="nobody has said"):
        done(case, by=officer)
    decline(case, returnees, by=officer, reason="It asks for a national figure")
    assert done(case, by=officer).state == "open"


def test_the_class_is_proposed_with_why_before_anything_else(
    returnees: NcndClass, asked: Ask, officer: User, as_: Browser
) -> None:
    case = asked("How many returnees from Syria do you help?")
    page = as_(officer).get(f"/desk/cases/{case.reference}/triage").content.decode()
    assert "does a class of the register govern it?" in page
    assert "Question 1 speaks of “returnee” and “syria”" in page
    as_(officer).post(
        f"/desk/cases/{case.reference}/ncnd/{returnees.public_id}", {"answer": "confirm"}
    )
    assert Case.objects.get(pk=case.pk).ncnd_class == returnees


def test_a_governed_case_offers_no_way_that_depends_on_holding(
    governed: Case, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(f"/desk/cases/{governed.reference}/triage").content.decode()
    assert "Acknowledge the request" in page
    for words in ("Estimate the cost", "Another authority", "to clarify", "more time", "a fee"):
        assert words not in page


@pytest.mark.parametrize(
    "text",
    ["Please send me all the information you hold about me.", "I want my council tax records."],
)
def test_own_data_gets_a_hint(text: str) -> None:
    assert any("subject access request" in hint for hint in hints(text))


def test_everyday_business_gets_a_hint() -> None:
    assert any(
        "everyday business" in hint for hint in hints("What are the library's opening hours?")
    )


@pytest.mark.parametrize(
    "text",
    [
        "How many parking fines were issued in 2025?",
        "Under the Freedom of Information Act, what were the opening hours of each library in 2010?",
        "Please send a copy of the contract for street cleaning.",
    ],
)
def test_an_ordinary_request_gets_none(text: str) -> None:
    assert hints(text) == []


def test_the_acknowledgement_says_when_and_why_once(case: Case, officer: User) -> None:
    acknowledge(case, by=officer)
    mail = OutgoingMail.objects.get(case=case)
    assert mail.kind == "acknowledgement"
    assert case.reference in mail.body
    assert f"{case.due_on:%-d %B %Y}" in mail.body
    assert "FOIA s.10(1)" in mail.body
    with pytest.raises(UnusableInputError, match="acknowledged before"):
        acknowledge(case, by=officer)
    assert Note.objects.filter(case=case, direction="out").count() == 1


def test_a_governed_case_is_acknowledged_in_the_same_words(
    governed: Case, asked: Ask, officer: User
) -> None:
    other = asked("How many parking fines were issued?")
    for case in (governed, other):
        acknowledge(case, by=officer)
    bodies = [
        re.sub(r"/status/[\w-]+", "/status/TOKEN", mail.body.replace(mail.case.reference, "REF"))
        for mail in OutgoingMail.objects.select_related("case")
        if mail.case
    ]
    assert bodies[0] == bodies[1]
    assert len({len(mail.body) for mail in OutgoingMail.objects.all()}) == 1


def test_the_case_page_says_what_to_do_next(case: Case, officer: User, as_: Browser) -> None:
    assert [step.words for step in next_steps(case, officer)] == ["Triage: 2 questions proposed"]
    assert as_(officer).get(f"/desk/cases/{case.reference}").status_code == 200


def test_a_letter_is_shown_before_it_is_sent(case: Case, officer: User, as_: Browser) -> None:
    url, browser = f"/desk/cases/{case.reference}/clarify", as_(officer)
    ids = [question.public_id for question in case.questions.all()]
    data = {"needed": "Which years do you mean?", "options": "", "questions": ids}
    page = browser.post(url, {**data, "step": "show"}).content.decode()
    assert "The letter as it will go" in page
    assert not OutgoingMail.objects.exists()
    browser.post(url, {**data, "step": "send"})
    assert OutgoingMail.objects.get(case=case).kind == "clarification"
    assert Case.objects.get(pk=case.pk).state == "clarifying"


def test_what_a_class_does_not_cover_goes_its_own_way(
    returnees: NcndClass, asked: Ask, officer: User, as_: Browser
) -> None:
    case = asked(
        "1. How many returnees from Syria do you help?\n2. How many libraries do you have?",
        on=date(2026, 10, 26),
    )
    outside = case.questions.get(number="2")
    url = f"/desk/cases/{case.reference}/triage/split"
    as_(officer).post(url, {"question": outside.public_id})
    made = Case.objects.exclude(pk=case.pk).get()
    assert [q.text for q in made.questions.all()] == ["How many libraries do you have?"]
    assert [q.number for q in case.questions.all()] == ["1"]
    assert (made.received_on, made.due_on) == (case.received_on, case.due_on)
    assert made.applicant_email == case.applicant_email
    assert done(made, by=officer).state == "open"  # no class waits for a word on it


def test_not_every_question_can_be_put_apart(case: Case, officer: User) -> None:
    for chosen in ([], list(case.questions.all())):
        with pytest.raises(UnusableInputError, match="not none and not all"):
            split_off(case, chosen, by=officer)
    assert Case.objects.count() == 1


def test_the_mail_brings_a_private_link_that_is_not_on_the_timeline(
    case: Case, officer: User
) -> None:
    acknowledge(case, by=officer)
    body = case.mail.get().body
    link = next(line for line in body.splitlines() if "/status/" in line)
    assert Client().get(link[link.index("/status/") :]).status_code == 200
    assert not any("/status/" in note.text for note in case.notes.all())


def test_without_an_address_no_link_is_made(case: Case, officer: User) -> None:
    Case.objects.filter(pk=case.pk).update(applicant_email="")
    case.refresh_from_db()
    acknowledge(case, by=officer)
    assert not case.private_links.exists()
