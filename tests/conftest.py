"""What all tests share: in continuous integration nothing may be skipped."""

import os

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """With ANSWERABLE_STRICT set, a skip is a failure; what is missing must be installed."""
    if os.environ.get("ANSWERABLE_STRICT") and report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {reason}"
