"""Two web servers and two workers; one of each is killed in mid-work."""

import threading
import time

import pytest
from tests.desk.several.people import Browser
from tests.desk.several.post import Post
from tests.desk.several.site import Site

pytestmark = pytest.mark.slow
PEOPLE = 24


def test_nothing_is_lost_and_nothing_done_twice(site: Site) -> None:
    first, one = site.web()
    _, two = site.web()
    people = [
        # Half of them reach one server first, half the other.
        Browser([one, two] if n % 2 else [two, one], f"192.0.2.{n + 1}")
        for n in range(PEOPLE)
    ]
    receipts: dict[int, str] = {}
    some_sent = threading.Event()

    def ask(n: int) -> None:
        time.sleep(0.05 * n)
        receipts[n] = people[n].ask(f"How many lamps are in street number{n}?")
        if len(receipts) >= PEOPLE // 4:
            some_sent.set()

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(PEOPLE)]
    with Post(hanging=True) as silent, Post() as post:
        cut_off = site.worker(silent.port)
        for thread in threads:
            thread.start()
        assert some_sent.wait(60)
        first.kill()
        assert silent.took_one.wait(90), "the first worker never came to send"
        cut_off.kill()
        for thread in threads:
            thread.join(120)
        assert len(receipts) == PEOPLE
        assert any(person.tried_again for person in people), "nobody noticed the kill"

        # What the dead worker held is taken up by another once its time is over.
        assert site.ask("SELECT count(*) FROM sending_outgoingmail WHERE state='sending'") == [(1,)]
        site.tell("UPDATE sending_outgoingmail SET next_try = now() WHERE state='sending'")
        site.worker(post.port)
        _until_sent(site)
        assert set(post.accepted.values()) == {1}
        assert len(post.accepted) == PEOPLE
        assert not silent.accepted

    cases = site.ask("SELECT text FROM cases_case")
    assert sorted(cases) == sorted(
        (f"How many lamps are in street number{n}?",) for n in range(PEOPLE)
    )
    (references,) = site.ask("SELECT count(DISTINCT reference) FROM cases_case")
    assert references == (PEOPLE,)
    assert len(set(receipts.values())) == PEOPLE
    checked = site.run("verify")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def _until_sent(site: Site) -> None:
    end = time.monotonic() + 120
    while site.ask("SELECT count(*) FROM sending_outgoingmail WHERE state='sent'") != [(PEOPLE,)]:
        assert time.monotonic() < end, site.ask(
            "SELECT state, tries, last_answer FROM sending_outgoingmail"
        )
        time.sleep(0.3)
