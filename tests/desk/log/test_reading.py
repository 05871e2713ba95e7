"""Reading the log: list, search, filters, entry, files; without a trace of the reader."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.desk.log.conftest import Publish

from answerable.desk.authority.models import Authority
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.log.highlight import excerpt, marked
from answerable.desk.log.index import refresh, refresh_stale
from answerable.desk.log.models import EntryWord
from answerable.desk.log.search import A_PAGE, wanted
from answerable.desk.log.similar import suggest
from answerable.desk.log.tokens import telling, words
from answerable.desk.people.models import ServiceArea
from answerable.desk.publish.models import Publication


def read(path: str) -> str:
    return str(Client().get(path).content.decode())


def test_an_entry_shows_request_answer_and_what_is_known_of_it(publish: Publish) -> None:
    entry = publish("Empty homes", answer="First.\n\nSecond.", provisions=["FOIA s.31(1)(a)"])
    page = read(f"/log/{entry.public_id}")
    for said in ("Empty homes", "First.", "Second.", "FOIA s.31(1)(a)", "Open Government Licence"):
        assert said in page
    assert "2 March 2026" in page


def test_search_finds_words_of_title_request_and_answer(publish: Publish) -> None:
    publish("Parking fines", answer="Contractors were paid.")
    publish("Empty homes")
    for sought in ("parking", "Contractor", "fine", "parking contractors", "PARKING"):
        page = read(f"/log/?q={sought}")
        assert "fines</a>" in page.replace("</mark>", "")
        assert "Empty homes" not in page


def test_search_wants_every_word(publish: Publish) -> None:
    publish("Parking fines")
    assert "Nothing was found" in read("/log/?q=parking+hospitals")


def test_search_finds_a_reference(publish: Publish) -> None:
    entry = publish("Parking fines")
    publish("Empty homes")
    assert "Empty homes" not in read(f"/log/?q={entry.reference}")
    assert entry.public_id in read(f"/log/?q={entry.reference}")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("subject=Housing", {"A", "C"}),
        ("outcome=refused", {"B"}),
        ("year=2025", {"C"}),
        ("service=Streets", {"B"}),
        ("subject=Housing&year=2026", {"A"}),
        ("q=letter&outcome=refused", {"B"}),
        ("subject=Nonsense&year=x&outcome=drop", {"A", "B", "C"}),
    ],
)
def test_filters_narrow(query: str, found: set[str], publish: Publish) -> None:
    streets = ServiceArea.objects.create(name="Streets")
    publish("Letter A", subject="Housing")
    publish("Letter B", subject="Other", outcome="refused", service=streets)
    publish("Letter C", subject="Housing", received_on=date(2025, 3, 3))
    page = read(f"/log/?{query}").replace("<mark>", "").replace("</mark>", "")
    assert {name for name in "ABC" if f">Letter {name}</a>" in page} == found


@pytest.mark.parametrize("query", ["", "q=letter&"])
def test_pages_follow_each_other_without_gap_or_repeat(query: str, publish: Publish) -> None:
    made = {
        publish(f"Letter {n}", received_on=date(2026, 1, 5) + timedelta(days=7 * (n % 3))).public_id
        for n in range(A_PAGE * 2 + 5)
    }
    seen: list[str] = []
    asked = f"/log/?{query}"
    for _ in range(3):
        page = read(asked)
        seen += _ids(page)
        after = _next(page)
        if not after:
            break
        asked = f"/log/?{after}"
    assert len(seen) == len(set(seen)) == len(made)
    assert set(seen) == made


def _ids(page: str) -> list[str]:
    return re.findall(r'app-log-title"><a class="govuk-link" href="/log/([0-9a-f]{20})"', page)


def _next(page: str) -> str:
    found = re.search(r'pagination__next">\s*<a[^>]*href="\?([^"]+)"', page)
    return unescape(found[1]) if found else ""


def test_a_page_says_when_nothing_is_there(authority: Authority) -> None:
    assert "Nothing was found" in read("/log/")


@pytest.mark.parametrize(
    "path",
    [
        "/log/", "/log/?q=parking+fines", "/log/?q=parking&subject=Housing&year=2026", "/",
        "/log/feed.atom", "/log/disclosure-log.csv", "/log/disclosure-log.json",
        "/log/schema.json", "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/statistics",
        "/statistics.csv", "/accessibility", "/privacy", "/cookies", "/contact", "/ask/",
        "/check-receipt", "/receipt-key", "ENTRY", "WITHDRAWN",
    ],
)  # fmt: skip
def test_reading_writes_nothing_sets_no_cookie_and_asks_little(path: str, publish: Publish) -> None:
    path = path.replace("ENTRY", f"/log/{publish('Parking fines').public_id}")
    gone = publish("Gone", state="withdrawn", withdrawn_on=date(2026, 5, 1))
    path = path.replace("WITHDRAWN", f"/log/{gone.public_id}")
    for n in range(3):
        publish(f"Parking fines {n}")
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get(path)
        b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code == (410 if gone.public_id in path else 200)
    assert not answer.cookies
    asked = [q["sql"] for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= 8
    assert all(sql.startswith(("SELECT", "DECLARE")) for sql in asked)


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%25%25%25", "q='+OR+1%3D1--", "after=x", "after=9999-99-99.zz", "page=-1",
     "page=99999999999", "year=٢٠٢٦", "q=" + "a" * 5000, "after=2026-01-01.%00", "service=%00"],
)  # fmt: skip
def test_odd_addresses_are_harmless(query: str, publish: Publish) -> None:
    publish()
    assert Client().get(f"/log/?{query}").status_code == 200


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=a()>'])
def test_hostile_words_are_shown_as_words(payload: str, publish: Publish) -> None:
    entry = publish(f"x {payload}", request=payload, answer=f"parking {payload}")
    for path in ("/log/", f"/log/{entry.public_id}", "/", "/log/?q=parking", f"/log/?q={payload}"):
        page = read(path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_what_was_sought_is_marked_and_nothing_else() -> None:
    assert marked("Parking <b> fines", ["parking", "b"]) == (
        "<mark>Parking</mark> &lt;<mark>b</mark>&gt; fines"
    )
    assert marked("Nothing here", ["parking"]) == "Nothing here"


def test_an_excerpt_is_the_neighbourhood_of_the_first_word() -> None:
    text = "start " * 80 + "the parking fines were many " + "end " * 80
    found = excerpt(text, ["parking"])
    assert "<mark>parking</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert excerpt("short", []) == "short"


def test_words_are_compared_without_case_accents_and_plurals() -> None:
    assert words("Cafés; PARKING fines, bus, glass, policies") == [
        "cafe", "parking", "fine", "bus", "glass", "policy",
    ]  # fmt: skip
    assert telling("Please tell me how many fines") == ["fine"]


# --- files


def _file(entry: Publication, **fields: Any) -> Attachment:
    purpose = fields.pop("purpose", Purpose.RELEASE)
    made = keep(by=None, case=entry.case, name="table.csv", content=b"a,b\n1,2\n", purpose=purpose)
    Attachment.objects.filter(pk=made.pk).update(**{"verdict": "pass", **fields})
    entry.files.add(made)
    return made


def test_a_file_that_passed_the_gate_is_a_download(publish: Publish) -> None:
    entry = publish()
    made = _file(entry)
    address = f"/log/{entry.public_id}/files/{made.public_id}"
    assert address in read(f"/log/{entry.public_id}")
    answer = Client().get(address)
    assert answer.content == b"a,b\n1,2\n"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_file_let_go_with_a_reason_is_public(publish: Publish) -> None:
    entry = publish()
    made = _file(entry, verdict="hold", released_despite="The hidden sheet is empty.")
    assert Client().get(f"/log/{entry.public_id}/files/{made.public_id}").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "hold"}, {"verdict": "refuse"}, {"verdict": ""},
        {"purpose": Purpose.FOUND}, {"purpose": Purpose.RECEIVED},
    ],
)  # fmt: skip
def test_any_other_file_is_not_there(fields: dict[str, Any], publish: Publish) -> None:
    entry = publish()
    made = _file(entry, **fields)
    assert made.public_id not in read(f"/log/{entry.public_id}")
    assert Client().get(f"/log/{entry.public_id}/files/{made.public_id}").status_code == 404


def test_a_file_of_another_entry_is_not_there(publish: Publish) -> None:
    entry, other = publish(), publish("Empty homes")
    made = _file(other)
    assert Client().get(f"/log/{entry.public_id}/files/{made.public_id}").status_code == 404


# --- the words that search looks at


def test_words_of_an_older_version_are_not_found(publish: Publish) -> None:
    entry = publish("Parking fines", answer="Paid to Smith.")
    Publication.objects.filter(pk=entry.pk).update(answer="Paid to a contractor.", version=2)
    assert "Nothing was found" in read("/log/?q=smith")
    assert refresh_stale() == 1
    assert "Nothing was found" in read("/log/?q=smith")
    assert entry.public_id in read("/log/?q=contractor")
    assert refresh_stale() == 0


def test_words_of_a_withdrawn_entry_are_deleted(publish: Publish) -> None:
    entry = publish()
    Publication.objects.filter(pk=entry.pk).update(state="withdrawn")
    refresh_stale()
    assert not EntryWord.objects.exists()
    entry.refresh_from_db()
    refresh(entry)
    assert not EntryWord.objects.exists()


# --- suggestions


def test_a_likeness_is_suggested_and_an_unlike_entry_is_not(publish: Publish) -> None:
    like = publish("Parking fines in the town centre", answer="4,812 notices were issued.")
    publish("School appeals", request="How many appeals?", answer="188.")
    found = suggest("How many parking fines were issued in the town centre last year?")
    assert [each.entry for each in found] == [like]


def test_nothing_is_suggested_for_nothing(publish: Publish) -> None:
    publish()
    assert suggest("") == suggest("please tell me the") == suggest("zebra crossings quagga") == []


def test_an_answer_that_neither_confirms_nor_denies_is_never_suggested(publish: Publish) -> None:
    publish("Informants paid by the police", outcome="ncnd")
    assert suggest("How much were informants paid by the police?") == []


def test_wanted_keeps_only_what_makes_sense() -> None:
    asked = wanted({"q": " a  b ", "year": "20x6", "after": "2026-02-30.ab", "page": "0x"})
    assert (asked.words, asked.year, asked.after, asked.page) == ("a b", None, "", 1)
    assert wanted({"after": "2026-02-03.ab12"}).after == "2026-02-03.ab12"
