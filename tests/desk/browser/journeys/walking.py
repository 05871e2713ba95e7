"""How a person goes through the site: by links, buttons and the labels of fields, nothing else."""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

_ALIKE = re.compile(r"(FOI|EIR)-[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f]{20}|[A-Za-z0-9_-]{30,}|\d+")


class Walker:
    """A person at a page. A kind of page that was not ``seen`` yet is held against axe."""

    def __init__(self, page: Page, clean: Callable[[Page], None], seen: set[str]) -> None:
        self.page, self._clean, self._seen = page, clean, seen
        self._look()

    @property
    def main(self) -> Locator:
        """What the page is about."""
        return self.page.get_by_role("main")

    def follow(self, words: str, *, exact: bool = False) -> None:
        """Click a link; the page has to have it in sight."""
        self._click(self.page.get_by_role("link", name=words, exact=exact), words)

    def press(self, words: str) -> None:
        """Press a button."""
        self._click(self.main.get_by_role("button", name=words, exact=True), words)

    def fill(self, label: str, words: str, *, nth: int = 0) -> None:
        """Type into a field."""
        box = self.main.get_by_label(label, exact=True)
        assert box.count() > nth, f"no “{label}” on a page that says:\n{self.main.inner_text()}"
        box.nth(nth).fill(words)

    def choose(self, words: str, *, nth: int = 0) -> None:
        """Choose a radio or tick a box."""
        self.main.get_by_label(words).nth(nth).check()

    def leave(self, words: str) -> None:
        """Take the tick off a box."""
        self.main.get_by_label(words).first.uncheck()

    def pick(self, label: str, words: str, *, nth: int = 0) -> None:
        """Choose from a list."""
        self.main.get_by_label(label, exact=True).nth(nth).select_option(label=words)

    def unfold(self, words: str) -> None:
        """Open what is folded, if it is."""
        folded = self.main.locator("details:not([open]) > summary").filter(has_text=words)
        if folded.count():
            folded.first.click()

    def day(self, legend: str, on: date) -> None:
        """Type a day into its three boxes."""
        boxes = self.main.get_by_role("group", name=legend)
        for box, part in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
            boxes.get_by_label(box).fill(str(part))

    def sees(self, *words: str) -> None:
        """The page says these words."""
        for each in words:
            expect(self.main).to_contain_text(each)

    def sees_no(self, *words: str) -> None:
        """The page says none of these words."""
        for each in words:
            expect(self.main).not_to_contain_text(each)

    def _click(self, what: Locator, words: str) -> None:
        shown = self.main.inner_text()
        assert what.count(), f"no “{words}” on {self.page.url}, which says:\n{shown}"
        what.first.click()
        # The click waits for the answer to begin, not for all of the page to be there.
        self.page.wait_for_load_state()
        self._look()

    def _look(self) -> None:
        heading = self.page.locator("h1").first.inner_text()
        path = urlsplit(self.page.url).path
        kind = _ALIKE.sub("*", f"{path} {heading}")
        if kind not in self._seen:
            self._seen.add(kind)
            self._clean(self.page)
