"""What all tests share: in continuous integration nothing may be skipped."""

import os
import shutil
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Started in the background by a shell: a program that a test starts would ignore Ctrl-C, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser a worker: a second one beside it would find the first one's event loop."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; install one to test the pages")
    # Playwright keeps an event loop in this thread; our own use of the database stays outside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what reads material that is kept beside the repository, where it is not there.

    The tests of the project pass on a clean clone; these few hold it against the material it was
    built from, and there is nothing to install that would bring it.
    """
    away = [item for item in items if _is_away(item)]
    if away:
        config.hook.pytest_deselected(items=away)
        gone = set(map(id, away))
        items[:] = [item for item in items if id(item) not in gone]


def _is_away(item: pytest.Item) -> bool:
    return any(
        mark.args and mark.args[0] is True and "beside" in mark.kwargs.get("reason", "")
        for mark in item.iter_markers("skipif")
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """With ANSWERABLE_STRICT set, a skip is a failure; what is missing must be installed."""
    if os.environ.get("ANSWERABLE_STRICT") and report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {reason}"
