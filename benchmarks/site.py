"""The site beside a bare Django project, in the same run, in the same server, on the same rows.

    python benchmarks/site.py [--small] [--cases N] [--rounds 3] [--seconds 5] [--grown N]

Eight clients with keep-alive connections; medians of the rounds, yardstick and site turn about; a
ratio of 1 is as fast as the yardstick. ANSWERABLE_DATABASE=postgresql://... (an empty database)
measures PostgreSQL: ``scripts/with_postgres.sh`` gives one as ANSWERABLE_TEST_DATABASE (WITH_FSYNC=on,
or nobody waits for the disk). ``--grown N`` also serves N cases and says what of the rate is left.

The yardsticks are what a bare Django project would write: Django's seven usual middlewares, one
plain template, the same database with the same settings, and

- a list: one question by an index for as many rows as our page shows, without the total, filters
  and marks that a page for people has;
- a search: ``icontains`` on title and answer, as one writes it before there is an index of words;
- a page: one row by its id;
- an insert: one row of two columns by ``objects.create`` in one transaction, on Django's own
  backend for the database. Ours for SQLite takes turns by a lock, which is a part of what is measured; ``locked`` is the same
  bare insert by that lock, in SQL written by hand: the hardest yardstick there is. Both wait for the
  disk as ours does (``synchronous=FULL``).

Earlier forms of this script counted all rows for the list, showed 15 against our 20, and inserted
through our lock. Pages are drawn from all entries. Our site keeps finished pages while nothing public
changes, so each kind is also measured by addresses that nobody asked for before (``first``). The
worker runs beside, as in ``answerable serve``: it acknowledges what came in, which no submit waits for.
Its first jobs after so many cases came at once (the statistics of two years, each of which renews what
is public) are done when the rows are loaded: they come once in the life of a site.
A submit keeps the request, its reference and due date, the receipt and an event; the case is made when
the receipt is looked at, or by the worker. So that this work is not left out, ``submit, seen`` sends and
then looks at the receipt, against a bare insert and a bare page; every second call is the one or the other.
"""

import argparse
import http.client
import itertools
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

PORT, CLIENTS = 8168, 8
_A_PAGE = 20  # rows of our list
_MOST_A_SECOND = 700  # requests sent, to have drafts enough
_GROWING = ("log page", "log, first", "search", "search, first")
Call = tuple[str, str, str, dict[str, str]]  # method, path, body, headers
Calls = Callable[[], Call]
_USUAL = [
    f"django.{name}"
    for name in (
        "middleware.security.SecurityMiddleware",
        "contrib.sessions.middleware.SessionMiddleware",
        "middleware.common.CommonMiddleware",
        "middleware.csrf.CsrfViewMiddleware",
        "contrib.auth.middleware.AuthenticationMiddleware",
        "contrib.messages.middleware.MessageMiddleware",
        "middleware.clickjacking.XFrameOptionsMiddleware",
    )
]
_TOPICS = ("parking", "housing", "schools", "waste", "licensing", "planning", "budgets", "trees")


def load(cases: int) -> list[str]:
    """Fill the database with so many published cases, and give the ids of some entries."""
    from django.db import connection, transaction

    from answerable.desk.cases.models import Case
    from answerable.desk.log.index import refresh
    from answerable.desk.people.models import User
    from answerable.desk.publish.models import Publication
    from answerable.desk.serve.first import first_start
    from answerable.desk.serve.schema import bring_up_to_date
    from answerable.desk.today import today

    bring_up_to_date()
    first_start(None)
    somebody = User.objects.get()
    days = [today() - timedelta(days=30 + n % 700) for n in range(cases)]
    Case.objects.bulk_create(
        (
            Case(title=_title(n), text=_text(n), regime="FOIA", state="closed", outcome="full",
                 received_on=day, due_on=day, sent_on=day, closed_on=day)
            for n, day in enumerate(days)
        ),
        batch_size=500,
    )  # fmt: skip
    Publication.objects.bulk_create(
        (
            Publication(case=case, reference=case.reference, title=case.title, request=case.text,
                        answer=_text(n), subject="Other", regime="FOIA", outcome="full",
                        received_on=case.received_on, answered_on=case.received_on,
                        published_on=case.received_on, state="published", proposed_by=somebody)
            for n, case in enumerate(Case.objects.order_by("pk"))
        ),
        batch_size=500,
    )  # fmt: skip
    with transaction.atomic():
        for entry in Publication.objects.iterator(chunk_size=500):
            refresh(entry)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id varchar(40) PRIMARY KEY, text varchar(200))")
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")
    return list(Publication.objects.values_list("public_id", flat=True))


def drafts(number: int) -> list[tuple[str, str, str]]:
    """So many requests ready to be sent: cookie, the form's key, and the key of the receipt."""
    from answerable.desk.ask.models import Draft
    from answerable.desk.ask.tokens import derived, digest, new_token
    from answerable.desk.cases.actions import seems_environmental

    tokens = [new_token() for _ in range(number)]
    text = "How many lamps were mended in 2025?"
    answers = {"text": text, "environmental": seems_environmental(text), "wants_form": "any",
               "name": "A. Reader", "email": "reader@example.org"}  # fmt: skip
    Draft.objects.bulk_create(
        (Draft(token_hash=digest(token), answers=answers) for token in tokens), batch_size=500
    )
    keys = [derived("form", token) for token in tokens]
    return [(t, key, derived("status", key)) for t, key in zip(tokens, keys, strict=True)]


def application() -> Any:
    """The site, with the yardsticks beside it under /bare/."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection, connections, models, transaction
    from django.db.models import Q
    from django.http import HttpRequest, HttpResponse
    from django.test import override_settings
    from django.urls import ResolverMatch
    from jinja2 import Environment

    from answerable.desk.publish.models import Publication
    from answerable.desk.wsgi import application as site

    base = "<!doctype html><html lang=en><title>{{ title }}</title><h1>{{ title }}</h1>"
    jinja = Environment(autoescape=True)
    listed = jinja.from_string(
        base + "<ul>{% for row in rows %}<li><a href=/log/{{ row.public_id }}>"
        "{{ row.title }}</a> {{ row.answer[:200] }} {{ row.subject }} {{ row.answered_on }}"
        "{% endfor %}</ul>"
    )
    single = jinja.from_string(base + "<p>{{ row.request }}<p>{{ row.answer }}<p>{{ row.licence }}")
    usual = {"sqlite": "sqlite3", "postgresql": "postgresql"}[connection.vendor]
    given = connections.settings["default"]
    connections.settings["bare"] = {**given, "ENGINE": f"django.db.backends.{usual}"}

    class Row(models.Model):
        id = models.CharField(max_length=40, primary_key=True)
        text = models.CharField(max_length=200)

        class Meta:
            app_label, db_table = "bare", "bare"

    published = Publication.objects.filter(state="published").order_by("-published_on", "public_id")

    def rows(found: Any) -> HttpResponse:
        shown = {"title": "Log", "rows": found[:_A_PAGE]}
        return HttpResponse(listed.render(shown))

    def view(request: HttpRequest) -> HttpResponse:
        path = request.path_info.removeprefix("/bare/")
        text = [secrets.token_hex(16), request.POST.get("text", "")]
        if path == "locked":
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("INSERT INTO bare VALUES (%s, %s)", text)
            return HttpResponse("kept")
        if path == "insert":
            with transaction.atomic(using="bare"):
                Row._default_manager.using("bare").create(id=text[0], text=text[1])
            return HttpResponse("kept")
        if path == "log":
            return rows(published)
        if path == "search":
            found = published
            for word in request.GET["q"].split():
                found = found.filter(Q(title__icontains=word) | Q(answer__icontains=word))
            return rows(found)
        row = published.get(public_id=path)
        return HttpResponse(single.render(title=row.title, row=row))

    view.csrf_exempt = True  # type: ignore[attr-defined]

    class Bare(WSGIHandler):
        def load_middleware(self, is_async: bool = False) -> None:
            with override_settings(MIDDLEWARE=_USUAL):
                super().load_middleware(is_async)

        def resolve_request(self, request: HttpRequest) -> ResolverMatch:
            return ResolverMatch(view, (), {})

    bare = Bare()

    def both(environ: dict[str, Any], start: Any) -> Any:
        # Each sender is somebody else, so that the brake on floods is not what is measured.
        environ["REMOTE_ADDR"] = environ.pop("HTTP_X_FROM", "127.0.0.1")
        return (bare if environ["PATH_INFO"].startswith("/bare/") else site)(environ, start)

    return both


def drive(make: Calls, seconds: float) -> tuple[float, list[float]]:
    """Calls a second by eight clients, and how long each call took, in seconds."""
    spent: list[float] = []
    problems: list[str] = []
    began = time.perf_counter()

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        while (now := time.perf_counter()) < began + seconds:
            method, path, body, headers = make()
            connection.request(method, path, body or None, headers)
            response = connection.getresponse()
            response.read()
            spent.append(time.perf_counter() - now)
            if response.status not in (200, 302):
                problems.append(f"{method} {path}: {response.status}")
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise SystemExit(f"{len(problems)} calls failed, first: {problems[0]}")
    return len(spent) / (time.perf_counter() - began), spent


def calls(ids: list[str], ready: Iterator[tuple[str, str, str]]) -> dict[str, tuple[Calls, Calls]]:
    """Every call and its yardstick."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    lock, number = threading.Lock(), itertools.count()
    mine = threading.local()  # what the client's next call is to be, where it follows from this one

    def submit() -> Call:
        with lock:
            token, key, mine.receipt = next(ready)
        address = ".".join(str(secrets.randbelow(254) + 1) for _ in range(4))
        headers = {**form, "Cookie": f"ask={token}", "X-From": address}
        return "POST", "/ask/send", f"form={key}", headers

    def seen() -> Call:
        receipt, mine.receipt = getattr(mine, "receipt", ""), ""
        return ("GET", f"/status/{receipt}/receipt", "", {}) if receipt else submit()

    def bare_seen() -> Call:
        mine.turn = not getattr(mine, "turn", False)
        return insert("insert")() if mine.turn else bare_page()

    def get(path: Callable[[], str]) -> Calls:
        return lambda: ("GET", path(), "", {})

    def first(path: Callable[[], str]) -> Calls:
        """An address that nobody asked for before: with a number that means nothing."""
        new = path()
        mark = "&" if "?" in new else "?"
        return lambda: ("GET", f"{path()}{mark}n={next(number)}", "", {})

    def insert(how: str) -> Calls:
        return lambda: ("POST", f"/bare/{how}", "text=How+many+lamps", form)

    def sought() -> str:
        return f"?q={secrets.choice(_TOPICS)}+{secrets.randbelow(50)}"

    def log() -> str:
        return "/log/"

    def search() -> str:
        return f"/log/{sought()}"

    def page() -> str:
        return f"/log/{secrets.choice(ids)}"

    bare_log = get(lambda: "/bare/log")
    bare_search = get(lambda: f"/bare/search{sought()}")
    bare_page = get(lambda: f"/bare/{secrets.choice(ids)}")
    return {
        "log page": (get(log), bare_log),
        "log, first": (first(log), bare_log),
        "search": (get(search), bare_search),
        "search, first": (first(search), bare_search),
        "case page": (get(page), bare_page),
        "case, first": (first(page), bare_page),
        "submit": (submit, insert("insert")),
        "submit, locked": (submit, insert("locked")),
        "submit, seen": (seen, bare_seen),
    }


def measure(todo: dict[str, tuple[Calls, Calls]], seconds: float, rounds: int) -> dict[str, float]:
    """Every call against its yardstick, round by round; prints and gives the medians."""
    medians = {}
    for name, (ours, bare) in todo.items():
        drive(bare, 0.3)
        drive(ours, 0.3)
        yardsticks, rates, slow = [], [], []
        for _ in range(rounds):
            yardsticks.append(drive(bare, seconds)[0])
            rate, spent = drive(ours, seconds)
            rates.append(rate)
            slow.append(statistics.quantiles(spent, n=100)[98] * 1000)
        ratio = statistics.median(r / y for r, y in zip(rates, yardsticks, strict=True))
        medians[name] = statistics.median(rates)
        print(f"{name:<15} {medians[name]:8.1f}/s  yardstick "
              f"{statistics.median(yardsticks):8.1f}/s  ratio {ratio:5.2f}  "
              f"p99 {statistics.median(slow):7.1f} ms", flush=True)  # fmt: skip
    return medians


def _title(n: int) -> str:
    return f"{_TOPICS[n % 8].capitalize()} in ward {n % 50}, question {n}"


def _text(n: int) -> str:
    return (
        f"How many requests about {_TOPICS[n % 8]} and {_TOPICS[(n // 8) % 8]} were made in ward "
        f"{n % 50}, and what was spent on them in each of the last three years? "
    ) * 3


def _serve(data: Path) -> None:
    _settle(data)
    from answerable.desk.serve.web import bind, serve

    serve(bind(application(), "127.0.0.1", PORT), worker=True)


def _settle(data: Path) -> None:
    from answerable.desk.serve.settle import settle

    settle(data)


def _await() -> None:
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT)
            connection.request("GET", "/bare/log")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def run(cases: int, seconds: float, rounds: int, only: Sequence[str] = ()) -> dict[str, float]:
    """Load so many cases, serve them in a process of its own, measure."""
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as folder:
        data = Path(folder) / "data"
        began = time.perf_counter()
        needed = str(int(_MOST_A_SECOND * seconds * (rounds + 1) * 2))
        load_it = [sys.executable, __file__, "--load", str(data)]
        loaded = subprocess.run(
            [*load_it, "--cases", str(cases), "--drafts", needed],
            stdout=subprocess.PIPE,
            check=True,
        )
        given = json.loads(loaded.stdout)
        print(f"{given['vendor']}, {cases:,} public cases (loaded in "
              f"{time.perf_counter() - began:.0f} s), {CLIENTS} clients, {rounds} rounds of "
              f"{seconds:g} s, load {os.getloadavg()[0]:.1f}", flush=True)  # fmt: skip
        server = subprocess.Popen([sys.executable, __file__, "--serve", str(data)],
                                  stdout=subprocess.DEVNULL)  # fmt: skip
        try:
            _await()
            todo = calls(given["ids"], iter(map(tuple, given["drafts"])))
            return measure(
                {k: v for k, v in todo.items() if not only or k in only}, seconds, rounds
            )
        finally:
            server.terminate()
            server.wait(timeout=60)


def _load(data: Path, cases: int, number: int) -> None:
    _settle(data)
    from django.db import connection

    from answerable.desk.jobs import jobs

    ids = load(cases)
    for job in jobs():  # the site has been up for a while: the worker caught up with what came in
        job.run()
    json.dump({"vendor": connection.vendor, "ids": ids, "drafts": drafts(number)}, sys.stdout)


def main() -> None:
    """Measure as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--small", action="store_true", help="1,000 cases, one round of two seconds"
    )
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--grown", type=int, help="measure log and search with so many cases, too")
    parser.add_argument("--only", action="append", default=[], help="one of the lines, by its name")
    for hidden in ("--serve", "--load"):
        parser.add_argument(hidden, type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--drafts", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    os.environ |= {
        "ANSWERABLE_AUTHORITY_NAME": "Tarnbrook Borough Council",
        "ANSWERABLE_AUTHORITY_EMAIL": "foi@tarnbrook.example",
        "ANSWERABLE_ADMIN_NAME": "Ada Rowe",
        "ANSWERABLE_ADMIN_EMAIL": "ada@tarnbrook.example",
        "ANSWERABLE_ADMIN_PASSWORD": secrets.token_urlsafe(12),
    }
    if asked.serve:
        return _serve(asked.serve)
    if asked.load:
        return _load(asked.load, asked.cases, asked.drafts)
    if asked.small:
        asked.cases, asked.rounds, asked.seconds = 1000, 1, 2.0
    before = run(asked.cases, asked.seconds, asked.rounds, asked.only)
    if asked.grown:
        after = run(asked.grown, asked.seconds, asked.rounds, [n for n in before if n in _GROWING])
        for name, rate in after.items():
            print(f"{name:<15} with {asked.grown:,} cases {rate / before[name]:.2f} of its rate "
                  f"with {asked.cases:,}")  # fmt: skip
    return None


if __name__ == "__main__":
    main()
