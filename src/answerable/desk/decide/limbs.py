"""The limbs an officer may choose from, found by words: "crime would be made easier"."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from answerable import law
from answerable.law.cites import parse_one, spell
from answerable.model import Cite, Regime, UnusableInputError

#: Words that tell nothing about the matter.
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "for",
        "is",
        "it",
        "its",
        "be",
        "by",
        "with",
        "would",
        "could",
        "should",
        "might",
        "will",
        "that",
        "this",
        "than",
        "from",
        "at",
        "as",
        "are",
        "was",
        "not",
        "we",
        "they",
        "them",
        "their",
        "our",
        "about",
        "into",
        "if",
        "when",
        "how",
        "what",
        "who",
        "which",
        "information",
        "data",
        "document",
        "documents",
        "request",
        "section",
        "regulation",
        "made",
        "make",
        "more",
        "less",
        "any",
        "some",
        "there",
        "have",
        "has",
        "had",
        "been",
        "likely",
    ]
)
_SHORTEST = 3
_STEM = 5


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb of the law as an officer meets it."""

    id: str
    cite: Cite
    title: str
    status: str  # "absolute", "qualified", "contested" or "procedural"
    plain: tuple[str, ...]
    row: law.Provision

    @property
    def name(self) -> str:
        """The words “section 31(1)(a)”."""
        return spell(self.cite, "section")

    def standing(self, *, confirming: bool) -> str:
        """Absolute, qualified or contested, as a ground to withhold or not to confirm or deny.

        Contested: sources differ on it; the law beside it shows both sides.
        """
        cite = parse_one(self.row.ncnd.cites[0]) if confirming else self.cite
        if law.contested(cite):
            return "contested"
        return law.status(cite) if confirming else self.status

    @property
    def heading(self) -> str:
        """What groups it with its neighbours: "section 31: Law enforcement"."""
        return f"{sentence_case(spell(self.cite.whole, 'section'))}: {self.title.partition(':')[0]}"


def sentence_case(text: str) -> str:
    """``text`` with a capital; what follows keeps its own: "Section 22A"."""
    return text[:1].upper() + text[1:]


@cache
def limbs(regime: Regime) -> tuple[Limb, ...]:
    """Every limb of one regime, in the order of the Act."""
    return tuple(_limb(row) for row in law.provisions() if row.regime == regime)


def limb(id_: str) -> Limb:
    """The limb of that id.

    Raises:
        UnusableInputError: there is none.
    """
    for row in law.provisions():
        if row.id == id_:
            return _limb(row)
    raise UnusableInputError("There is no such exemption or exception. Choose one from the list.")


@cache
def _limb(row: law.Provision) -> Limb:
    cite = parse_one(row.cite)
    return Limb(
        id=row.id,
        cite=cite,
        title=row.title,
        status=_status(row, cite),
        plain=_plain(row.title),
        row=row,
    )


def _status(row: law.Provision, cite: Cite) -> str:
    if row.kind.startswith("procedural"):
        return "procedural"
    if (row.absolute and row.qualified) or row.status == "absolute_or_qualified_by_condition":
        return "contested" if law.status(cite) == "contested" else "absolute"
    return "absolute" if row.absolute else "qualified"


@cache
def _plain_words() -> dict[str, tuple[str, ...]]:
    text = files("answerable.desk.decide").joinpath("plain.yaml").read_text(encoding="utf-8")
    return {key.lower(): tuple(words) for key, words in yaml.safe_load(text).items()}


def _plain(title: str) -> tuple[str, ...]:
    return tuple(
        words for key, every in _plain_words().items() if key in title.lower() for words in every
    )


def find(words: str, among: tuple[Limb, ...]) -> tuple[Limb, ...]:
    """The limbs that ``words`` lead to, the best first; all of them if there are no words.

    A provision that is typed ("31(1)(a)", "12(5)(e)") leads to itself and what is within it.
    """
    asked = " ".join(words.lower().split())[:200]
    if not asked:
        return among
    cited = tuple(each for each in among if _cited(asked, each))
    if cited:
        return cited
    tokens = [_stem(word) for word in _split(asked) if word not in _EMPTY]
    scored = [(_score(tokens, each), place, each) for place, each in enumerate(among)]
    best = max((score for score, _, _ in scored), default=0)
    return tuple(
        each
        for score, _, each in sorted(scored, key=lambda row: (-row[0], row[1]))
        if score > 0 and score * 3 >= best * 2
    )


def _cited(asked: str, limb_: Limb) -> bool:
    wanted = asked.replace(" ", "").removeprefix("section").removeprefix("regulation")
    wanted = wanted.removeprefix("reg").removeprefix("s").lstrip(".")
    own = limb_.cite.number.lower() + "".join(f"({part})" for part in limb_.cite.parts)
    return wanted[:1].isdigit() and (own == wanted or own.startswith(wanted + "("))


def _score(tokens: list[str], limb_: Limb) -> float:
    title = {_stem(word) for word in _split(limb_.title.lower())}
    phrases = [{_stem(word) for word in _split(phrase.lower())} for phrase in limb_.plain]
    best = max((len(phrase & set(tokens)) / len(phrase) for phrase in phrases if phrase), default=0)
    anywhere = title | {word for phrase in phrases for word in phrase}
    return 2 * sum(t in title for t in tokens) + sum(t in anywhere for t in tokens) + 3 * best


def _split(text: str) -> list[str]:
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return [word for word in words if len(word) >= _SHORTEST and word not in _EMPTY]


def _stem(word: str) -> str:
    """The start of a word: "prices" and "pricing" share it."""
    word = word[:-1] if word.endswith("s") and len(word) > 3 else word
    return word[:_STEM] if len(word) > _STEM else word
