"""Asked before, other bodies' logs and the picture of a round robin in a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.desk.asked_before.conftest import FINES, PRICES, asks, decides, earlier, november
from tests.desk.asked_before.test_meaning_on_the_desk import REFUSE, RUBBISH, model, work
from tests.desk.asked_before.test_other_logs import CSV, bring
from tests.desk.asked_before.test_round_robin import LOG

from answerable.desk.ask.models import Tally
from answerable.desk.asked_before.logs.actions import look_at, take_in
from answerable.desk.asked_before.logs.taking import work_on_logs
from answerable.desk.asked_before.models import OtherLog
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.people.models import User
from answerable.desk.today import today

__all__ = ["asks", "decides", "earlier", "model", "november"]
Visit = Callable[..., Page]
Clean = Callable[[Page], None]
BOTH_WAYS = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])


@pytest.fixture
def asked(
    earlier: Case,
    model: Path,
    asks: Callable[..., Case],
    officer: User,
    decides: Callable[..., Any],
) -> Case:
    """A request with everything beside it: repeats, a round robin, words, subject, differences."""
    asks(REFUSE)
    bring(officer, LOG, body="Seven councils", mapping="body: body")
    case = asks(FINES, PRICES, RUBBISH, email="reader@example.org", name="Ada Reader", day=18)
    decides(case, 0, "supplied", {"decision": "supplied", "answer": "There were 240."}, False)
    work()
    return case


@pytest.fixture
def where(asked: Case, officer: User) -> Callable[[str], str]:
    """The address of each page."""

    def find(name: str) -> str:
        if name == "log, looked at":
            broken = f'{CSV}W3,-,,,,\nW1,"Where do the ferries moor at night?",,,,\n'
            made = look_at(broken.encode(), "log-2026.csv", "Wexcombe Council", by=officer)
            return f"/desk/other-bodies/{made.public_id}"
        if name == "log, being taken in":
            made = look_at(CSV.encode(), "log.csv", "Wexcombe Council", by=officer)
            take_in(made, by=officer)
            return f"/desk/other-bodies/{made.public_id}"
        if name == "found before asking":
            Tally.objects.create(day=today(), shown=1234, opened=310, satisfied=87)
        log = OtherLog.objects.get()
        return {
            "before": f"/desk/cases/{asked.reference}/before",
            "together": f"/desk/cases/{asked.reference}/before/together",
            "logs": "/desk/other-bodies",
            "bring in": "/desk/other-bodies/add",
            "log": f"/desk/other-bodies/{log.public_id}",
            "replace": f"/desk/other-bodies/{log.public_id}/replace",
            "found before asking": "/desk/found-before-asking",
        }[name]

    return find


PAGES = ("before", "together", "logs", "bring in", "log", "log, looked at", "log, being taken in",
         "replace", "found before asking")  # fmt: skip


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    name: str, width: int, where: Callable[[str], str], officer: User, visit: Visit, clean: Clean
) -> None:
    page = visit(where(name), user=officer, width=width, script=False)
    assert page.locator("h1").count() == 1
    wide: Any = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    clean(page)


@BOTH_WAYS
@pytest.mark.parametrize("role", ["officer", "administrator"])
def test_a_log_is_brought_in_looked_at_and_used(
    role: str, script: bool, person: Callable[..., User], visit: Visit, clean: Clean, tmp_path: Path
) -> None:
    file = tmp_path / "log.csv"
    file.write_text(CSV, encoding="utf-8")
    page = visit("/desk/other-bodies", user=person(role, name="zed"), script=script)
    page.get_by_role("button", name="Bring in a log").click()
    page.get_by_label("Whose log is it?").fill("Wexcombe Council")
    page.get_by_label("The log", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("Nothing of this log is used yet")).to_be_visible()
    expect(page.get_by_role("region", name="The first requests")).to_contain_text("There were 9.")
    clean(page)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("0 of 2 requests are taken in (0%)")).to_be_visible()
    work_on_logs()
    if not script:  # with scripts the page looks by itself
        page.get_by_role("link", name="Look again").click()
    expect(page.get_by_text("2 requests are searched beside every new request")).to_be_visible()
    clean(page)


@BOTH_WAYS
def test_what_is_wrong_with_a_file_stands_beside_the_field(
    script: bool, officer: User, visit: Visit, clean: Clean, tmp_path: Path
) -> None:
    file = tmp_path / "log.csv"
    file.write_bytes(b"id,request\n1,caf\xe9 prices?\n")
    page = visit("/desk/other-bodies/add", user=officer, script=script)
    page.get_by_label("Whose log is it?").fill("Wexcombe Council")
    page.get_by_label("The log", exact=True).set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("alert")).to_contain_text("“log.csv” is not UTF-8 text (byte 0xe9)")
    clean(page)


@BOTH_WAYS
def test_from_the_banner_to_the_picture(
    script: bool, asked: Case, officer: User, visit: Visit, clean: Clean
) -> None:
    page = visit(f"/desk/cases/{asked.reference}/before", user=officer, script=script)
    expect(page.get_by_text("This looks like a round robin")).to_be_visible()
    page.get_by_role("button", name="What all the answers tell together").click()
    expect(page.get_by_text("Glen Council: “Full disclosure")).to_be_visible()
    page.get_by_label("What markers stand for (optional)").fill("<5=1..4")
    page.get_by_role("button", name="Draw the picture").click()
    expect(page.get_by_role("img")).to_be_visible()
    expect(page.get_by_role("heading", name="What it does not support")).to_be_visible()
    clean(page)


@BOTH_WAYS
def test_an_earlier_answer_is_used_again(
    script: bool, asked: Case, earlier: Case, officer: User, visit: Visit
) -> None:
    page = visit(f"/desk/cases/{asked.reference}/before", user=officer, script=script)
    page.get_by_role("button", name=f"Use {earlier.reference} again").click()
    expect(page.get_by_text("1 draft was made. Read each")).to_be_visible()
    assert Decision.objects.filter(case=asked, kind="withheld", signed_at=None).count() == 1


def test_each_answer_says_why_it_is_shown(asked: Case, officer: User, visit: Visit) -> None:
    page = visit(f"/desk/cases/{asked.reference}/before", user=officer)
    subject = page.locator("#q3") if page.locator("#q3").count() else page.locator("section").last
    expect(subject).to_contain_text("same subject")
    expect(subject).to_contain_text("alike in meaning")
    expect(page.get_by_text("nearly the same", exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", name="The same applicant asked before")).to_be_visible()
