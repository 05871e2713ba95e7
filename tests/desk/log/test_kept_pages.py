"""Finished public pages are kept, and never a moment longer than they are true."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.desk.log.conftest import Publish

from answerable.desk.authority.models import Authority
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.log import stamp as stamps
from answerable.desk.log import triggers
from answerable.desk.log.index import refresh_stale
from answerable.desk.log.kept import Kept, Page, pages
from answerable.desk.log.models import EntryWord
from answerable.desk.log.stamp import read_stamp, recent_stamp, under, while_it_stands
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.publish.actions import withdraw
from answerable.desk.publish.models import Publication
from answerable.desk.today import as_if

KEY = ("/log/", "", "", "testserver", date(2026, 3, 2))


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    pages.clear()
    yield
    pages.clear()


def asked(path: str, **headers: str) -> tuple[Any, list[str]]:
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get(path, headers=headers or None)
    return answer, [q["sql"] for q in queries]


@pytest.mark.parametrize(
    "path", ["/", "/log/", "/log/?q=parking", "/log/feed.atom", "/statistics", "/privacy", "ENTRY"]
)
def test_a_page_read_again_asks_for_the_stamp_alone(path: str, publish: Publish) -> None:
    path = path.replace("ENTRY", f"/log/{publish('Parking fines').public_id}")
    first = Client().get(path)
    again, queries = asked(path)
    assert queries == ["SELECT value FROM log_stamp WHERE id = 1"]
    assert (again.content, dict(again.headers)) == (first.content, dict(first.headers))


@pytest.mark.parametrize(
    ("path", "most"),
    [("/log/", 2), ("/log/?q=parking+fines", 3), ("/log/?subject=Housing", 2), ("ENTRY", 2)],
)
def test_a_first_reading_asks_little(path: str, most: int, publish: Publish) -> None:
    path = path.replace("ENTRY", f"/log/{publish('Parking fines').public_id}")
    Client().get("/log/?q=other+words")  # what the whole log has is known: services, years
    assert len(asked(path)[1]) <= most


def test_what_is_withdrawn_is_gone_with_the_next_request(publish: Publish, publisher: User) -> None:
    entry = publish("Parking fines")
    paths = ("/", "/log/", "/log/?q=parking", "/log/feed.atom", "/sitemap.xml")
    before = {path: Client().get(path) for path in paths}
    assert Client().get(f"/log/{entry.public_id}").status_code == 200
    withdraw(entry, by=publisher, because="A name was in it.")
    assert Client().get(f"/log/{entry.public_id}").status_code == 410
    for path in paths:
        assert entry.public_id in before[path].content.decode()
        assert entry.public_id not in Client().get(path).content.decode()


def test_so_it_is_when_no_action_of_ours_did_it(publish: Publish) -> None:
    entry = publish("Parking fines")
    Client().get("/log/")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publish_publication SET state = 'proposed'")
    assert entry.public_id not in Client().get("/log/").content.decode()


def test_a_new_name_of_the_authority_or_of_a_service_is_seen_at_once(publish: Publish) -> None:
    publish("Parking fines", service=ServiceArea.objects.create(name="Streets"))
    assert "Streets" in Client().get("/log/").content.decode()
    Authority.objects.update(name="Southmere Council")
    ServiceArea.objects.update(name="Roads")
    page = Client().get("/log/").content.decode()
    assert "Southmere Council" in page
    assert "Roads" in page
    assert "Streets" not in page


def test_a_file_that_the_gate_takes_back_is_gone_at_once(publish: Publish) -> None:
    entry = publish("Parking fines")
    made = keep(by=None, case=entry.case, name="x.csv", content=b"x", purpose=Purpose.RELEASE)
    Attachment.objects.filter(pk=made.pk).update(verdict="pass")
    entry.files.add(made)
    assert "x.csv" in Client().get(f"/log/{entry.public_id}").content.decode()
    Attachment.objects.filter(pk=made.pk).update(verdict="hold")
    assert "x.csv" not in Client().get(f"/log/{entry.public_id}").content.decode()


def test_words_that_the_worker_reads_later_are_found_then(publish: Publish) -> None:
    entry = publish("Parking fines")
    EntryWord.objects.all().delete()
    assert entry.public_id not in Client().get("/log/?q=parking+first").content.decode()
    triggers.renew(connection)
    assert entry.public_id not in Client().get("/log/?q=parking").content.decode()
    assert refresh_stale() == 1
    assert entry.public_id in Client().get("/log/?q=parking").content.decode()


def test_nothing_that_is_not_published_changes_the_stamp(publish: Publish) -> None:
    publish("Parking fines")
    before = read_stamp()
    hidden = publish("Informants", state="proposed", published_on=None)
    made = keep(by=None, case=hidden.case, name="x.csv", content=b"x", purpose=Purpose.RELEASE)
    hidden.files.add(made)
    Attachment.objects.filter(pk=made.pk).update(verdict="pass")
    Publication.objects.filter(pk=hidden.pk).update(title="Informants and others")
    hidden.files.clear()
    assert read_stamp() == before is not None
    Publication.objects.filter(pk=hidden.pk).update(state="published", published_on="2026-05-01")
    assert read_stamp() != before


def test_after_a_roll_back_no_stamp_comes_twice(publish: Publish) -> None:
    seen = {read_stamp()}
    for _ in range(5):
        with pytest.raises(LookupError), transaction.atomic():
            publish("Parking fines")
            seen.add(read_stamp())
            raise LookupError
    assert len(seen) == 6


@pytest.mark.parametrize("path", ["/ask/", "/ask/what", "/log/00000000000000000000", "/brand.css"])
def test_other_pages_are_made_each_time(path: str, authority: Authority) -> None:
    Client().get(path)
    assert "ETag" not in Client().get(path).headers


def test_pages_in_another_language_and_on_another_day_are_other_pages(publish: Publish) -> None:
    Authority.objects.update(welsh=True)
    publish("Parking fines", received_on=date(2026, 1, 5))
    english, welsh = Client().get("/log/"), Client().get("/cy/log/")
    assert english.content != welsh.content
    assert welsh["Content-Language"] == "cy"
    with as_if(datetime(2031, 5, 1, 12, tzinfo=UTC)):
        assert '<option value="2031">' in Client().get("/log/").content.decode()
    assert '<option value="2031">' not in Client().get("/log/").content.decode()


def test_a_browser_that_has_the_page_is_told_so_until_it_changes(publish: Publish) -> None:
    entry = publish("Parking fines")
    first = Client().get("/log/")
    assert first["Cache-Control"] == "no-cache"
    same, _ = asked("/log/", **{"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
    assert same["Content-Security-Policy"]
    Publication.objects.filter(pk=entry.pk).update(title="Parking charges")
    changed, _ = asked("/log/", **{"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Parking charges" in changed.content.decode()


def test_the_etag_follows_the_page_and_not_the_stamp(publish: Publish) -> None:
    publish("Parking fines")
    first = Client().get("/privacy")
    publish("Parking permits")
    assert Client().get("/privacy")["ETag"] == first["ETag"]
    assert Client().get("/log/")["ETag"] != first["ETag"]


def test_a_page_has_the_headers_of_every_page(publish: Publish) -> None:
    for _ in range(2):
        headers = Client().get("/log/").headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "Vary" not in headers


def test_staff_pages_are_never_kept(publish: Publish) -> None:
    assert "ETag" not in Client().get("/desk/", follow=True).headers


def test_without_its_triggers_nothing_is_kept(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(triggers, "_known", {})
    monkeypatch.setattr(triggers, "_TRIGGERS", (*triggers._TRIGGERS, ("nothing", "DELETE", "")))
    publish("Parking fines")
    Client().get("/log/")
    assert len(asked("/log/")[1]) > 1
    assert read_stamp() is None


def test_where_there_is_no_stamp_things_are_made_each_time() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [while_it_stands("x", make), while_it_stands("x", make)] == [1, 2]
    with under(7):
        assert [while_it_stands("x", make), while_it_stands("x", make)] == [3, 3]
    with under(8):
        assert while_it_stands("x", make) == 4


def page(size: int) -> Page:
    return Page(b"x" * size, {"ETag": '"x"'})


def test_the_oldest_pages_make_room_for_new_ones() -> None:
    kept = Kept(48_000)
    for n in range(20):
        kept.put(n, KEY, page(1_000))
    assert kept.get(3, KEY) is None
    assert kept.get(4, KEY) is not None
    assert kept.get(19, KEY) is not None


def test_a_page_kept_twice_takes_its_room_once() -> None:
    kept = Kept(48_000)
    kept.put(1, KEY, page(1_000))
    for _ in range(50):
        kept.put(2, KEY, page(1_000))
    assert kept.get(1, KEY) is not None


def test_a_page_that_would_fill_the_room_is_not_kept() -> None:
    kept = Kept(48_000)
    kept.put(1, KEY, page(1_001))
    assert kept.get(1, KEY) is None


def test_a_stamp_of_a_second_ago_will_do_for_sending_and_an_older_one_will_not(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_stamp()
    publish("Parking fines")
    assert recent_stamp() == before
    monkeypatch.setattr(stamps, "_RECENT", -1.0)
    assert recent_stamp() == read_stamp() != before


def test_whoever_reads_the_stamp_reads_it_for_those_who_send(publish: Publish) -> None:
    publish("Parking fines")
    now = read_stamp()
    assert recent_stamp() == now
