"""The pages of tables and pictures in a real browser: accessible, and whole on a phone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.demo import COUNTS, seed_picture, table_case
from answerable.desk.tables.models import TableRelease
from answerable.desk.tables.versions import How

PAGES = ("read", "true counts", "protected", "rounded", "accepted", "release", "releases",
         "pictures", "picture form", "picture")  # fmt: skip


@pytest.fixture
def where(officer: User, approver: User) -> Callable[[str], str]:
    """The address of each page, with what it shows made."""

    def find(name: str) -> str:
        if name.startswith("picture"):
            made = seed_class(officer, approver)
            picture = seed_picture(made, officer)
            return {
                "pictures": f"/desk/ncnd/{made.public_id}/pictures",
                "picture form": f"/desk/ncnd/{made.public_id}/pictures/add",
                "picture": f"/desk/pictures/{picture.public_id}",
            }[name]
        case, release = table_case(officer)
        table = f"/desk/cases/{case.reference}/tables/{case.questions.get().public_id}"
        if name in ("read", "true counts", "protected", "rounded"):
            actions.take_back(release, by=officer)
        if name in ("true counts", "protected", "rounded"):
            draft = actions.start(
                case.questions.get(),
                COUNTS.encode(),
                "x.csv",
                by=officer,
                title="People helped",
                parts=("Under 25 is part of Total",),
            )
            how = {"protected": How.PROTECT, "rounded": How.ROUND}.get(name)
            if how:
                actions.choose(draft, how, by=officer, rule="fewer-than-5", base=5)
        if name in ("release", "releases"):
            TableRelease.objects.update(state="sent", sent_on=case.received_on)
            return "/desk/tables" if name == "releases" else f"/desk/tables/{release.public_id}"
        return table

    return find


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    name: str,
    width: int,
    where: Callable[[str], str],
    officer: User,
    visit: Callable[..., Page],
    clean: Callable[[Page], None],
) -> None:
    page = visit(where(name), user=officer, width=width)
    assert page.locator("h1").count() == 1
    wide: Any = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    clean(page)


def test_what_a_reader_can_tell_is_there_without_scripts(
    where: Callable[[str], str], officer: User, visit: Callable[..., Page]
) -> None:
    page = visit(where("protected"), user=officer, script=False)
    assert page.get_by_text("a reader can tell that it is between").count() >= 4
    page.get_by_text("How for").first.click()
    expect(page.get_by_text("in the total (").first).to_be_visible()
