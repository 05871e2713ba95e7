"""Asking, one thing a page, from the first page to the receipt."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.desk.ask.conftest import TEXT, Asker

from answerable.desk.ask.actions import acknowledge_waiting, take_in_arrived
from answerable.desk.ask.models import Draft, PrivateLink
from answerable.desk.ask.tokens import digest, new_token, opened, sealed
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.today import today


def test_a_request_becomes_one_case_with_what_was_typed(asker: Asker) -> None:
    asker.fill_in()
    page = asker.send()
    case = Case.objects.get()
    assert case.text == TEXT
    assert (case.applicant_name, case.applicant_email) == ("A. Reader", "a@example.org")
    assert (case.received_how, case.wants_form) == ("form", "by e-mail")
    assert case.reference in page


def test_the_receipt_page_says_when_and_why(asker: Asker) -> None:
    asker.fill_in()
    page = asker.send()
    case = Case.objects.get()
    assert f"{case.due_on:%-d %B %Y}" in page
    assert "20 working days after" in page
    assert f"/status/{asker.token}" in page


def test_the_check_page_shows_every_answer(asker: Asker) -> None:
    page = asker.fill_in()
    for words in (TEXT, "A. Reader", "a@example.org", "By e-mail"):
        assert words in page


def test_sending_twice_makes_one_case_and_leads_to_the_same_link(asker: Asker) -> None:
    asker.fill_in()
    check = asker.get("/ask/check")
    key = check.split('name="form" value="')[1].split('"')[0]
    first = asker.client.post("/ask/send", {"form": key})
    second = asker.client.post("/ask/send", {"form": key})  # the cookie is gone by now
    assert first["Location"] == second["Location"]
    assert take_in_arrived() == 1
    assert acknowledge_waiting() == 1
    assert acknowledge_waiting() == 0
    assert Case.objects.count() == PrivateLink.objects.count() == OutgoingMail.objects.count() == 1


def test_a_form_key_of_nobody_sends_nothing(asker: Asker) -> None:
    asker.fill_in()
    answer = asker.client.post("/ask/send", {"form": "0" * 32})
    assert answer["Location"].endswith("/ask/what")
    assert not Case.objects.exists()


def test_another_site_cannot_change_what_was_typed(asker: Asker) -> None:
    asker.fill_in()
    asker.client.post("/ask/you", {"name": "B. Forger", "email": "b@example.org"})
    asker.client.post("/ask/what", {"text": "Something else entirely"})
    assert Draft.objects.get().answers["name"] == "A. Reader"
    assert Draft.objects.get().answers["text"] == TEXT


def test_what_was_typed_is_deleted_on_sending(asker: Asker) -> None:
    asker.fill_in()
    asker.send()
    assert not Draft.objects.exists()


def test_the_page_before_is_filled_in_when_one_goes_back(asker: Asker) -> None:
    asker.fill_in()
    assert TEXT in asker.get("/ask/what")
    assert 'value="a@example.org"' in asker.get("/ask/you")


def test_after_a_change_one_is_back_at_the_check(asker: Asker) -> None:
    asker.fill_in()
    page = asker.post("/ask/how", wants_form="paper")
    assert "Check your answers" in page
    assert "On paper" in page


@pytest.mark.parametrize("page", ["published", "how", "you", "language", "check"])
def test_nobody_starts_in_the_middle(page: str, authority: Authority) -> None:
    answer = Client().get(f"/ask/{page}", follow=True)
    assert answer.request["PATH_INFO"] == "/ask/what"


def test_an_unfinished_request_cannot_be_sent(asker: Asker) -> None:
    asker.post("/ask/what", text=TEXT)
    asker.post_to("/ask/how", "/ask/send")
    assert asker.page.request["PATH_INFO"] == "/ask/how"
    assert not Case.objects.exists()


def test_until_the_mail_is_written_the_row_has_the_token_only_under_our_key(asker: Asker) -> None:
    asker.fill_in()
    asker.post_to("/ask/check", "/ask/send")
    link = PrivateLink.objects.get()
    assert link.sealed not in ("", asker.token)
    assert opened(link.sealed, link.token_hash) == asker.token
    acknowledge_waiting()
    assert PrivateLink.objects.get().sealed == ""


def test_a_token_sealed_under_another_key_is_not_opened(settings: Any) -> None:
    token = new_token()
    hidden = sealed(token)
    settings.SECRET_KEY = "another key of the same length as any other"
    assert opened(hidden, digest(token)) == ""


def test_what_an_officer_has_acknowledged_is_not_acknowledged_again(asker: Asker) -> None:
    asker.fill_in()
    asker.post_to("/ask/check", "/ask/send")
    Case.objects.update(acknowledged_on=today())
    acknowledge_waiting()
    assert not OutgoingMail.objects.exists()
    assert PrivateLink.objects.get().sealed == ""


def test_the_mail_says_reference_date_why_and_link_but_not_the_request(asker: Asker) -> None:
    asker.fill_in()
    asker.send()
    mail, case = OutgoingMail.objects.get(), Case.objects.get()
    assert (mail.kind, mail.to) == ("acknowledgement", "a@example.org")
    for words in (case.reference, f"{case.due_on:%-d %B %Y}", "20 working days after"):
        assert words in mail.body
    assert f"http://127.0.0.1:8000/status/{asker.token}" in mail.body
    assert "trees" not in mail.body + mail.subject
    assert "&" not in mail.body
    assert case.acknowledged_on is not None


@pytest.mark.parametrize(
    "address", ["no-reply@example.org", "MAILER-DAEMON@example.org", "foi@northmere.example"]
)
def test_no_mail_goes_to_a_program_or_to_ourselves(address: str, asker: Asker) -> None:
    asker.fill_in(name="A. Reader", email=address)
    asker.send()
    assert Case.objects.count() == 1
    assert not OutgoingMail.objects.exists()


def test_a_postal_address_is_enough_and_then_no_mail_goes_out(asker: Asker) -> None:
    asker.fill_in(name="A. Reader", address="1 High Street\nNorthmere")
    asker.send()
    assert Case.objects.get().applicant_address.startswith("1 High Street")
    assert not OutgoingMail.objects.exists()


def test_a_name_is_asked_for_and_the_page_says_why(asker: Asker) -> None:
    page = asker.fill_in(email="a@example.org", text="How many parking fines were issued?")
    assert "Enter your name" in page
    assert "s.8(1)(b)" in page
    assert not Draft.objects.get().answers.get("email")


def test_for_the_environment_no_name_is_needed(asker: Asker) -> None:
    asker.fill_in(nameless="on", email="a@example.org")
    asker.send()
    assert Case.objects.get().applicant_name == ""


def test_an_address_for_the_answer_is_needed(asker: Asker) -> None:
    assert "Enter an e-mail address or a postal address" in asker.fill_in(name="A. Reader")


def test_a_wrong_address_is_said_to_be_wrong_once(asker: Asker) -> None:
    page = asker.fill_in(name="A. Reader", email="nonsense")
    assert "name@example.com" in page
    assert "or a postal address for our answer" not in page


def test_an_empty_or_endless_request_is_sent_back(asker: Asker) -> None:
    assert "Write what you want to know" in asker.post("/ask/what", text="   ")
    assert "too long" in asker.post("/ask/what", text="a" * 20_001)
    assert not Draft.objects.exists()


def test_language_is_asked_only_where_welsh_is_spoken(
    asker: Asker, authority: Authority, another: Callable[[], Asker]
) -> None:
    assert "Check your answers" in asker.fill_in()
    Authority.objects.update(welsh=True)
    other = another()
    assert "In which language" in other.fill_in()
    other.post("/ask/language", language="cy")
    other.send()
    assert Case.objects.get().language == "cy"


def test_a_scottish_authority_names_its_own_act(asker: Asker) -> None:
    Authority.objects.update(scottish=True)
    page = asker.fill_in(email="a@example.org")
    assert "FOISA s.8(1)(b)" in page
    assert "EISR reg." in page
