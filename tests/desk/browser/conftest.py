"""A real browser against the site, for every slice's pages.

    def test_it(visit, officer, case):
        page = visit(f"/desk/cases/{case.reference}", user=officer)
        expect(page.get_by_role("heading", name="Questions")).to_be_visible()

``visit(path, user=None, script=True, width=1280)`` opens a page, signed in as ``user`` if given,
with or without JavaScript. ``clean(page)`` holds it against axe. Whatever the browser complains of,
a broken rule of the content policy above all, fails the test at its end.

The server runs in a thread of its own on the test's connection, a request at a time, so that it
sees what the test made and the test's transaction takes it all back.
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from waitress.server import create_server

from answerable.desk import ui
from answerable.desk.people.models import User

HERE = Path(__file__).parent
BUILT = Path(ui.__file__).parent / "built" / "desk.css"
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
Visit = Callable[..., Page]
_SCRIPTLESS: set[BrowserContext] = set()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def built() -> None:
    if not BUILT.exists():
        pytest.skip("the style sheet is not built; run `make assets`")


@pytest.fixture(scope="session")
def application() -> Any:
    return get_wsgi_application()


@pytest.fixture
def site(authority: object, application: Any) -> Iterator[str]:
    """The address of the running site."""
    shared = connections["default"]

    def on_our_connection(environ: Any, start: Any) -> Any:
        connections["default"] = shared
        return application(environ, start)

    shared.inc_thread_sharing()
    server = create_server(on_our_connection, host="127.0.0.1", port=0, threads=1)
    ending = threading.Event()

    def run() -> None:
        try:
            server.run()
        except OSError:
            # It was waiting at a socket that we closed under it, which is how it is told to end.
            if not ending.is_set():
                raise

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    ending.set()
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(timeout=5)
    shared.dec_thread_sharing()


@pytest.fixture
def visit(built: None, chromium: Browser, site: str) -> Iterator[Visit]:
    contexts, complaints = [], []

    def open_(
        path: str, *, user: User | None = None, script: bool = True, width: int = 1280
    ) -> Page:
        context = chromium.new_context(
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            base_url=site,
            locale="en-GB",
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        if not script:
            _SCRIPTLESS.add(context)
        if user is not None:
            context.add_cookies([_session_of(user, site)])
        page = context.new_page()
        page.on("console", lambda told: complaints.append(told.text) if _bad(told) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        _SCRIPTLESS.discard(context)
        context.close()
    assert complaints == []


@pytest.fixture
def clean(chromium: Browser) -> Callable[[Page], None]:
    """Hold a page against axe's rules for WCAG 2.2 AA and good practice.

    Axe is itself a script. A page opened without scripts is therefore opened once more, with
    scripts allowed but every script file refused.
    """

    def check(page: Page) -> None:
        if page.context in _SCRIPTLESS:
            with _same_page_bare(chromium, page) as bare:
                found = Axe().run(bare)
        else:
            found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()

    return check


@contextmanager
def _same_page_bare(chromium: Browser, page: Page) -> Iterator[Page]:
    state = page.context.storage_state()
    with chromium.new_context(storage_state=state, viewport=page.viewport_size) as context:
        context.route("**/*.js", lambda route: route.abort())
        bare = context.new_page()
        bare.goto(page.url)
        yield bare


def _session_of(user: User, site: str) -> Any:
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {
        "name": name,
        "value": client.cookies[name].value,
        "url": f"{site}{settings.SESSION_COOKIE_PATH}",
    }


def _bad(told: Any) -> bool:
    # The browser tells of every answer that is not a page; tests of such pages say so themselves.
    return told.type in ("error", "warning") and "Failed to load resource" not in told.text
