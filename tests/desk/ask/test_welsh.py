"""Welsh: the same pages under /cy/, only where the authority speaks it, complete."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import get_script_prefix
from django.utils import translation
from scripts.build_messages import LOCALE, compiled
from tests.desk.ask.conftest import Asker

from answerable.desk.ask.actions import acknowledge_waiting, take_in_waiting
from answerable.desk.ask.models import PrivateLink
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.log.outcomes import outcome_words
from answerable.desk.publish.models import SUBJECTS
from answerable.desk.sending.models import OutgoingMail

DESK = LOCALE.parent
PO = LOCALE / "cy" / "LC_MESSAGES" / "django.po"
PAGES = [
    "/", "/ask/", "/ask/what", "/log/", "/statistics", "/accessibility", "/privacy", "/cookies",
    "/contact", "/check-receipt",
]  # fmt: skip


@pytest.fixture
def welsh(authority: Authority) -> Authority:
    Authority.objects.update(welsh=True)
    return Authority.objects.get()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_page_in_welsh(path: str, welsh: Authority) -> None:
    english, cymraeg = Client().get(path), Client().get(f"/cy{path}")
    assert english.status_code == cymraeg.status_code == 200
    one, other = english.content.decode(), cymraeg.content.decode()
    assert '<html lang="en"' in one
    assert '<html lang="cy"' in other
    assert cymraeg["Content-Language"] == "cy"
    assert f'href="/cy{path}" hreflang="cy" lang="cy"' in one
    assert f'href="{path}" hreflang="en" lang="en"' in other
    assert _heading(one) != _heading(other)


def _heading(page: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("path", PAGES)
def test_links_on_a_welsh_page_stay_welsh(path: str, welsh: Authority) -> None:
    page = Client().get(f"/cy{path}").content.decode()
    links = re.findall(r'(?:href|action|hx-post)="(/[^"]*)"', page)
    strangers = {
        link for link in links if not link.startswith(("/cy/", "/static/")) and link != path
    }
    assert not strangers


@pytest.mark.parametrize("path", PAGES)
def test_there_is_no_welsh_where_the_authority_speaks_none(path: str, authority: Authority) -> None:
    assert Client().get(f"/cy{path}").status_code == 404
    assert "Cymraeg" not in Client().get(path).content.decode()


def test_the_browser_does_not_choose_the_language(welsh: Authority) -> None:
    page = Client(headers={"Accept-Language": "cy"}).get("/log/").content.decode()
    assert '<html lang="en"' in page
    assert "Published answers" in page


def test_there_are_no_staff_pages_under_cy(welsh: Authority) -> None:
    assert Client().get("/cy/desk/").status_code == 404
    assert Client().get("/cy/cy/log/").status_code == 404


def test_after_a_welsh_page_links_are_english_again(welsh: Authority) -> None:
    Client().get("/cy/log/")
    assert get_script_prefix() == "/"
    assert 'href="/cy/log/"' not in Client().get("/log/").content.decode().replace(
        'href="/cy/log/" hreflang', ""
    )


@pytest.fixture
def cymro(welsh: Authority, unhurried: None) -> Iterator[Asker]:
    yield Asker(prefix="/cy")


def test_asking_in_welsh_is_answered_in_welsh(cymro: Asker) -> None:
    cymro.fill_in()
    page = cymro.post("/ask/language", language="cy")
    assert "Gwiriwch eich atebion" in page
    page = cymro.send()
    case, sent = Case.objects.get(), OutgoingMail.objects.get()
    assert case.language == "cy"
    assert "Mae eich cais wedi ein cyrraedd" in page
    assert case.reference in sent.body
    assert "diwrnod gwaith ar ôl" in sent.body
    assert f"http://127.0.0.1:8000/cy/status/{cymro.token}" in sent.body


def test_a_welsh_page_proposes_welsh(cymro: Asker) -> None:
    page = cymro.fill_in()
    assert re.search(r'value="cy"[^>]*checked', page)


def test_what_was_typed_stays_when_the_language_is_changed(cymro: Asker) -> None:
    cymro.fill_in()
    cymro.prefix = ""
    assert "A. Reader" in cymro.get("/ask/you")


def test_mail_made_by_the_worker_is_in_the_language_of_the_case(
    cymro: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from answerable.desk.ask import arrivals
    from answerable.desk.ask.bucket import Rate

    monkeypatch.setattr(arrivals, "SENDING", Rate(most=0, an_hour=0))
    cymro.fill_in()
    cymro.post("/ask/language", language="cy")
    cymro.send()
    assert PrivateLink.objects.filter(case=None).count() == 1
    take_in_waiting()
    acknowledge_waiting()
    assert "Diolch am eich cais" in OutgoingMail.objects.get().body
    assert get_script_prefix() == "/"


# --- the translation itself


def _asked_for() -> set[str]:
    """Every text that the public pages ask to have translated."""
    found: set[str] = set()
    for name in ("ask", "log", "stats"):
        extracted = extract_from_dir(
            str(DESK / name),
            method_map=[("**/jinja2/**", "jinja2.ext:babel_extract"), ("**.py", "python")],
            keywords={"_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None},
        )
        found |= {message[2] for message in extracted if isinstance(message[2], str)}
    return found


def test_every_text_of_the_public_pages_has_its_welsh() -> None:
    with PO.open("rb") as stream:
        catalogue = read_po(stream, locale="cy")
    texts = _asked_for() | set(SUBJECTS)
    assert len(texts) > 200
    missing = {text for text in texts if text not in catalogue or not catalogue[text].string}
    assert not missing


def test_every_welsh_text_has_the_same_gaps_to_fill() -> None:
    with PO.open("rb") as stream:
        catalogue = read_po(stream, locale="cy")
    gaps = re.compile(r"%\(\w+\)s")
    for message in catalogue:
        assert sorted(gaps.findall(str(message.id))) == sorted(gaps.findall(str(message.string)))


def test_what_is_committed_is_what_the_texts_compile_to() -> None:
    assert PO.with_suffix(".mo").read_bytes() == compiled(PO)


def test_outcomes_are_spoken_in_both_languages() -> None:
    english = outcome_words("refused")
    with translation.override("cy"):
        assert outcome_words("refused") == "Gwrthodwyd" != english


def test_the_welsh_file_lies_in_the_package() -> None:
    assert Path("src/answerable/desk/locale") == LOCALE.relative_to(Path(__file__).parents[3])


def test_the_authority_has_its_welsh_name_on_welsh_pages_and_in_the_acknowledgement(
    cymro: Asker,
) -> None:
    Authority.objects.update(name_welsh="Cyngor y Dref", signs_welsh="Y Tîm Gwybodaeth")
    assert "Cyngor y Dref" in Client().get("/cy/").content.decode()
    assert "Cyngor y Dref" not in Client().get("/").content.decode()
    cymro.fill_in()
    cymro.post("/ask/language", language="cy")
    cymro.send()
    acknowledge_waiting()
    assert OutgoingMail.objects.get().body.endswith("Y Tîm Gwybodaeth\nCyngor y Dref\n")


def test_where_no_welsh_name_is_given_the_name_stands(welsh: Authority) -> None:
    assert welsh.name in Client().get("/cy/").content.decode()
