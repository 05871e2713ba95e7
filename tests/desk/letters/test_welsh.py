"""Letters in Welsh: where the applicant chose it, whole, with the English beside for the approver."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from tests.desk.letters.fixtures import TODAY, Decided, now_digest, sample

from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.clearance.actions import ask_clearance, clear
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.compose import Free, said_in, texts_without_welsh
from answerable.desk.letters.current import in_step, problems
from answerable.desk.letters.documents import document
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.record import decided as decided_for
from answerable.desk.people.models import User
from answerable.desk.sending.answer import send_by_mail
from answerable.desk.sites import staff_url
from answerable.model import UnusableInputError
from answerable.model.decision import Translated

Browser = Callable[[User], Client]
OPENING = "Thank you for asking."


@pytest.fixture
def welsh(open_case: Case) -> Case:
    """The case of an applicant who chose Welsh, at an authority that speaks it."""
    Authority.objects.update(
        welsh=True, name="Wexcombe District Council", name_welsh="Cyngor Bwrdeistref Llynogledd"
    )
    Case.objects.filter(pk=open_case.pk).update(language="cy")
    return Case.objects.get(pk=open_case.pk)


NOTHING = Free()


def in_full(case: Case, free: Free = NOTHING) -> Free:
    """The words with a Welsh for each text that needs one."""
    record = decided_for(case, TODAY)
    lacking = dict.fromkeys(t for _, t in texts_without_welsh(said_in(record, free), free))
    pairs = tuple(Translated(text, f"Testun {n} yn Gymraeg") for n, text in enumerate(lacking))
    return replace(free, welsh=pairs)


def body(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]


def test_the_letter_is_in_welsh_with_the_officers_words_in_welsh(
    welsh: Case, officer: User
) -> None:
    free = in_full(welsh, Free(opening=OPENING))
    letter = save_letter(welsh, by=officer, free=free, dated=TODAY)
    assert "ein hateb i’ch cais" in letter.text
    assert "20 Tachwedd 2026" in letter.text
    assert "Yours faithfully" not in letter.text
    assert OPENING not in letter.text
    assert b'<html lang="cy">' in document(letter, "html")


def test_a_letter_that_lacks_welsh_is_refused_and_each_text_is_named(
    welsh: Case, officer: User
) -> None:
    whole = in_full(welsh, Free(opening=OPENING))
    fewer = replace(whole, welsh=tuple(p for p in whole.welsh if p.en != OPENING))
    with pytest.raises(UnusableInputError, match=r"the opening \(“Thank you for asking.”\)"):
        save_letter(welsh, by=officer, free=fewer, dated=TODAY)
    assert not LetterVersion.objects.exists()


def test_what_a_decision_says_anew_needs_its_welsh_anew(
    welsh: Case, officer: User, decided: Decided
) -> None:
    free = in_full(welsh)
    letter = save_letter(welsh, by=officer, free=free, dated=TODAY)
    assert in_step(letter)
    assert decided.record is not None
    first = replace(decided.record.decisions[0], answer="There were fifteen complaints")  # type: ignore[call-arg]
    decided.record = replace(decided.record, decisions=(first, *decided.record.decisions[1:]))
    assert not in_step(letter)
    with pytest.raises(UnusableInputError, match="There were fifteen complaints"):
        save_letter(welsh, by=officer, free=free, dated=TODAY, based_on=1)


@pytest.mark.parametrize("why", ["english", "authority"])
def test_nothing_is_welsh_unless_the_applicant_chose_it_and_we_speak_it(
    why: str, welsh: Case, officer: User, as_: Browser
) -> None:
    if why == "english":
        Case.objects.update(language="en")
    else:
        Authority.objects.update(welsh=False)
    case = Case.objects.get(pk=welsh.pk)
    letter = save_letter(case, by=officer, free=Free(), dated=TODAY)
    assert "Yours faithfully" in letter.text
    assert "language" not in letter.record
    assert "welsh" not in letter.free
    assert 'lang="cy"' not in body(as_(officer).get(staff_url("letter", case.reference)))


def test_scottish_law_has_no_welsh(welsh: Case, officer: User, decided: Decided) -> None:
    decided.record = sample("foisa_not_held")
    letter = save_letter(welsh, by=officer, free=Free(), dated=TODAY)
    assert "Yours faithfully" in letter.text


def test_an_officer_gives_the_welsh_on_the_page_and_it_is_kept(
    welsh: Case, officer: User, as_: Browser
) -> None:
    address, browser = staff_url("letter", welsh.reference), as_(officer)
    page = body(browser.get(address))
    assert "The applicant asked for Welsh" in page
    assert "no Welsh yet" in page
    typed = {"dated": "2026-11-20", "based_on": "0", "opening": OPENING}
    refused = body(browser.post(address, typed | {"save": "1"}))
    assert "these texts have no Welsh" in refused
    for number, pair in enumerate(in_full(welsh, Free(opening=OPENING)).welsh):
        assert f'value="{pair.en[:20]}' in refused.replace("&#39;", "'")
        typed |= {f"english-{number}": pair.en, f"welsh-{number}": f"Geiriau rhif {number}"}
    assert browser.post(address, typed | {"save": "1"}).status_code == 302
    letter = LetterVersion.objects.get()
    assert "Geiriau rhif 0" in letter.text
    again = body(browser.get(address))
    assert ">Geiriau rhif 0</textarea>" in again
    assert '<td class="govuk-table__cell app-letters-beside" lang="cy">' in again
    assert "Yn gywir" in again
    assert "Yours faithfully" in again


def test_the_approver_reads_both_and_the_mail_is_welsh(
    welsh: Case, officer: User, approver: User, as_: Browser
) -> None:
    letter = save_letter(welsh, by=officer, free=in_full(welsh), dated=TODAY)
    assert problems(letter, on=TODAY) == []
    ask_clearance(welsh, by=officer)
    page = body(as_(approver).get(staff_url("letter", welsh.reference)))
    assert "Yn gywir" in page
    assert "Yours faithfully" in page
    clear(welsh, by=approver, digest=now_digest(welsh))
    mail = send_by_mail(Case.objects.get(pk=welsh.pk), by=officer)
    assert mail.subject == f"{welsh.reference}: ein hateb i’ch cais"
    assert mail.body == letter.text
    assert mail.body.startswith("Cyngor Bwrdeistref Llynogledd\n")


def test_a_gap_in_the_english_twin_stops_the_welsh_letter(
    welsh: Case, officer: User, decided: Decided
) -> None:
    record = sample("foia_refusal")
    [withheld] = record.decisions
    [ground] = withheld.grounds  # type: ignore[union-attr]
    bare = replace(withheld, grounds=(replace(ground, balance=None),))  # type: ignore[call-arg]
    decided.record = replace(record, decisions=(bare,))
    letter = save_letter(welsh, by=officer, free=in_full(welsh), dated=TODAY)
    assert any("public interest" in words for words in problems(letter, on=TODAY))


def test_a_late_reply_apologises_in_welsh(welsh: Case, officer: User) -> None:
    free = in_full(welsh, Free(late_because="The papers had to be fetched"))
    text = save_letter(welsh, by=officer, free=free, dated=TODAY).text
    assert "Mae’r ateb hwn yn hwyr, ac ymddiheurwn am hynny. Testun" in text
    assert "fetched" not in text


def test_saving_the_same_again_makes_no_new_version(welsh: Case, officer: User) -> None:
    free = in_full(welsh)
    first = save_letter(welsh, by=officer, free=free, dated=TODAY)
    again = save_letter(welsh, by=officer, free=Free.of(first.free), dated=TODAY, based_on=1)
    assert again.pk == first.pk
