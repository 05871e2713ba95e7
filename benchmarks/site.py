"""The site beside a bare Django page and a bare insert, in the same run, on the same server.

    python benchmarks/site.py [--small] [--cases N] [--rounds 3]

Eight clients with keep-alive connections; medians of the rounds; a ratio of 1 is as fast as the
yardstick. Yardsticks, each as a bare Django project would write it, with Django's seven usual
middlewares and a template of its own: a list of 15 rows with their count, a search of titles and
texts, a page of one row, and a transaction that inserts one row. ANSWERABLE_DATABASE=postgresql://... (an empty
database) measures PostgreSQL: ``scripts/with_postgres.sh`` gives one as ANSWERABLE_TEST_DATABASE.
"""

import argparse
import http.client
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
    return list(Publication.objects.values_list("public_id", flat=True)[:500])


def drafts(number: int) -> list[tuple[str, str]]:
    """So many requests ready to be sent: the cookie and the form's key of each."""
    from answerable.desk.ask.models import Draft
    from answerable.desk.ask.tokens import derived, digest, new_token

    tokens = [new_token() for _ in range(number)]
    answers = {"text": "How many lamps were mended in 2025?", "wants_form": "any",
               "name": "A. Reader", "email": "reader@example.org"}  # fmt: skip
    Draft.objects.bulk_create(
        (Draft(token_hash=digest(token), answers=answers) for token in tokens), batch_size=500
    )
    return [(token, derived("form", token)) for token in tokens]


def application() -> Any:
    """The site, with the yardsticks beside it under /bare/."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection, transaction
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
        base + "<p>{{ total }}<ul>{% for row in rows %}<li><a href=/log/{{ row.public_id }}>"
        "{{ row.title }}</a> {{ row.answer[:200] }} {{ row.subject }} {{ row.answered_on }}"
        "{% endfor %}</ul>"
    )
    single = jinja.from_string(base + "<p>{{ row.request }}<p>{{ row.answer }}<p>{{ row.licence }}")
    published = Publication.objects.filter(state="published").order_by("-published_on", "public_id")

    def rows(found: Any) -> HttpResponse:
        shown = {"title": "Log", "total": found.count(), "rows": found[:15]}
        return HttpResponse(listed.render(shown))

    def view(request: HttpRequest) -> HttpResponse:
        path = request.path_info.removeprefix("/bare/")
        if request.method == "POST":
            with transaction.atomic(), connection.cursor() as cursor:
                text = [secrets.token_hex(16), request.POST.get("text", "")]
                cursor.execute("INSERT INTO bare VALUES (%s, %s)", text)
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


def drive(calls: Sequence[Calls], number: int) -> tuple[float, list[float]]:
    """Calls a second by eight clients, and how long each call took, in seconds."""
    spent: list[float] = []
    problems: list[str] = []

    def client(make: Calls) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        for _ in range(number // CLIENTS):
            method, path, body, headers = make()
            began = time.perf_counter()
            connection.request(method, path, body or None, headers)
            response = connection.getresponse()
            response.read()
            spent.append(time.perf_counter() - began)
            if response.status not in (200, 302):
                problems.append(f"{method} {path}: {response.status}")
        connection.close()

    threads = [threading.Thread(target=client, args=(make,)) for make in calls]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise SystemExit(f"{len(problems)} calls failed, first: {problems[0]}")
    return len(spent) / (time.perf_counter() - began), spent


def measure(ids: list[str], ready: Iterator[tuple[str, str]], number: int, rounds: int) -> None:
    """Every call against its yardstick, round by round, and the medians of the ratios."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    lock = threading.Lock()

    def submit() -> Call:
        with lock:
            token, key = next(ready)
        address = ".".join(str(secrets.randbelow(254) + 1) for _ in range(4))
        return (
            "POST",
            "/ask/send",
            f"form={key}",
            {**form, "Cookie": f"ask={token}", "X-From": address},
        )

    def get(path: Callable[[], str]) -> Calls:
        return lambda: ("GET", path(), "", {})

    def sought() -> str:
        return f"?q={secrets.choice(_TOPICS)}+{secrets.randbelow(50)}"

    insert: Calls = lambda: ("POST", "/bare/", "text=How+many+lamps", form)  # noqa: E731
    todo: dict[str, tuple[Calls, Calls]] = {
        "log page": (get(lambda: "/log/"), get(lambda: "/bare/log")),
        "search": (get(lambda: f"/log/{sought()}"), get(lambda: f"/bare/search{sought()}")),
        "case page": (
            get(lambda: f"/log/{secrets.choice(ids)}"),
            get(lambda: f"/bare/{secrets.choice(ids)}"),
        ),
        "submit": (submit, insert),
    }
    for name, (ours, bare) in todo.items():
        drive([bare] * CLIENTS, CLIENTS * 4)
        drive([ours] * CLIENTS, CLIENTS * 2)
        yardsticks, rates, slow = [], [], []
        for _ in range(rounds):
            yardsticks.append(drive([bare] * CLIENTS, number)[0])
            rate, spent = drive([ours] * CLIENTS, number)
            rates.append(rate)
            slow.append(statistics.quantiles(spent, n=100)[98] * 1000)
        ratio = statistics.median(r / y for r, y in zip(rates, yardsticks, strict=True))
        print(f"{name:<10} {statistics.median(rates):8.1f}/s  yardstick "
              f"{statistics.median(yardsticks):8.1f}/s  ratio {ratio:5.2f}  "
              f"p99 {statistics.median(slow):7.1f} ms", flush=True)  # fmt: skip


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

    serve(bind(application(), "127.0.0.1", PORT), worker=False)


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


def main() -> None:
    """Load, serve in a process of its own, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="1,000 cases, one short round")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        return _serve(asked.serve)
    cases, rounds, number = (1000, 1, 160) if asked.small else (asked.cases, asked.rounds, 1600)
    os.environ |= {
        "ANSWERABLE_AUTHORITY_NAME": "Tarnbrook Borough Council",
        "ANSWERABLE_AUTHORITY_EMAIL": "foi@tarnbrook.example",
        "ANSWERABLE_ADMIN_NAME": "Ada Rowe",
        "ANSWERABLE_ADMIN_EMAIL": "ada@tarnbrook.example",
        "ANSWERABLE_ADMIN_PASSWORD": secrets.token_urlsafe(12),
    }
    with tempfile.TemporaryDirectory(prefix="answerable-bench-") as folder:
        data = Path(folder) / "data"
        _settle(data)
        began = time.perf_counter()
        ids = load(cases)
        ready = iter(drafts((rounds + 1) * (number + CLIENTS * 8)))
        from django.db import connection

        print(f"{connection.vendor}, {cases:,} public cases (loaded in "
              f"{time.perf_counter() - began:.0f} s), {CLIENTS} clients, {rounds} rounds")  # fmt: skip
        connection.close()
        server = subprocess.Popen([sys.executable, __file__, "--serve", str(data)],
                                  stdout=subprocess.DEVNULL)  # fmt: skip
        try:
            _await()
            measure(ids, ready, number, rounds)
        finally:
            server.terminate()
            server.wait(timeout=60)
    return None


if __name__ == "__main__":
    main()
