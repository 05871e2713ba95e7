"""The made-up requests, as they are written down in ``requests.yaml``, and the seed request."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from answerable.letters import read_letter
from answerable.letters.samples import sample

SEED_TITLE = "Returnees from Syria and Iraq"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, how long ago it came, and what becomes of it."""

    story: str
    ago: int
    by: str
    title: str
    ask: tuple[str, ...]
    service: str
    how: str = "form"
    answer: tuple[str, ...] = field(default=())
    subject: str = ""
    outcome: str = ""
    unclear: str = ""  # what we ask back
    choices: tuple[str, ...] = field(default=())  # ways in which it could be meant
    clearer: str = ""  # what we are told
    services: tuple[str, ...] = field(default=())  # where each question goes to its own
    points: str = ""  # what a review is asked for
    text: str = ""  # word for word, where it is not made from ``ask``

    @property
    def words(self) -> str:
        """The request as it arrives."""
        if self.text:
            return self.text
        asked = [f"{n}. {each}" for n, each in enumerate(self.ask, 1)]
        lines = asked if len(asked) > 1 else list(self.ask)
        return "\n".join(["Dear Saltmarsh Vale,", "", *lines, "", "Yours,", self.by])

    @property
    def email(self) -> str:
        """An address that cannot exist."""
        return f"{self.by.lower().replace(' ', '.').replace('..', '.')}@mail.example"


@cache
def requests() -> tuple[Asked, ...]:
    """Every request, the seed request last."""
    text = files("answerable.desk.demo").joinpath("requests.yaml").read_text(encoding="utf-8")
    return (*(_read(entry) for entry in yaml.safe_load(text)), seed())


def seed() -> Asked:
    """The request that the seed letter answered, as it stands in that letter."""
    letter = sample("seed_letter.txt")
    start = letter.index("You asked:") + len("You asked:")
    text = letter[start : letter.index("The Council considers that release")].strip()
    return Asked(
        story="seed",
        ago=15,
        by="J. Enquirer",
        title=SEED_TITLE,
        ask=tuple(question.text for question in read_letter(letter).questions),
        service="Community safety",
        how="email",
        text=" \n".join(line.rstrip() for line in text.splitlines()),
    )


def _read(entry: dict[str, Any]) -> Asked:
    lists = {name: tuple(entry.get(name, ())) for name in ("ask", "answer", "services", "choices")}
    return Asked(**{**entry, **lists})
