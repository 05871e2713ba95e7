"""A decision as the collection keeps it, bundled or brought in by an authority."""

import re
from dataclasses import dataclass
from functools import cache

from answerable.law import Decision, cases
from answerable.law.cites import find, parse_one
from answerable.law.decided import references
from answerable.law.sources import shown_sources
from answerable.model import Cite, Regime, UnusableInputError

BUNDLED = "bundled"
# First that fits. Of an appeal: dismissed or allowed; of a complaint: upheld or not.
_OUTCOMES = (
    ("partly upheld", r"part(?:ly|ially)? upheld|upheld in part|partially|allowed in part|partly allowed"),
    ("not upheld", r"not[ -]upheld|complaint dismissed"),
    ("dismissed", r"\bdismiss"),
    ("allowed", r"appeals? (?:is|are|was|were)? ?allowed|\ballowed\b|\boverturned\b|\bquashed\b"),
    ("upheld", r"\bupheld\b|\bupholds\b"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.I)) for name, pattern in _OUTCOMES)
OUTCOMES = tuple(name for name, _ in _OUTCOMES)
# Our own summaries say "upheld" of an exemption as well; only what is said of an appeal counts.
_APPEAL = re.compile(r"\bappeals? (?:partly )?(?:dismissed|allowed)(?: in part)?", re.I)


@dataclass(frozen=True, slots=True)
class Notice:
    """One decision: its reference and name, who gave it, when, on what and with what outcome.

    ``key`` is the reference in one spelling, so that a decision is kept once; ``provisions`` are
    cites in normal form; ``held`` what it decided or its own words; ``source`` "bundled" or the
    name of the file it came from.
    """

    key: str
    name: str
    court: str = ""
    date: str = ""
    outcome: str = ""
    provisions: tuple[str, ...] = ()
    held: str = ""
    url: str = ""
    source: str = BUNDLED

    @property
    def year(self) -> int | None:
        """The year it was given, None where the collection does not say."""
        return int(self.date[:4]) if self.date[:4].isdigit() else None

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The provisions it is on."""
        return tuple(map(parse_one, self.provisions))


def outcome_of(words: str) -> str:
    """The outcome that ``words`` mean, one of ``OUTCOMES``; "" where they mean none."""
    return next((name for name, pattern in _PATTERNS if pattern.search(words)), "")


def key_of(reference: str) -> str:
    """One spelling for all spellings of a reference; as it stands where it is of no known kind."""
    found = references(reference)
    return found[0].key if found else " ".join(reference.split())


def provisions_in(text: str, regime: Regime | None = None) -> tuple[str, ...]:
    """The provisions that ``text`` names, in order, each once."""
    named = (str(cite) for hit in find(text, regime) for cite in hit.cites)
    return tuple(dict.fromkeys(named))


@cache
def bundled() -> tuple[Notice, ...]:
    """The decisions that come with the law."""
    return tuple(map(_of_the_law, cases()))


def _of_the_law(each: Decision) -> Notice:
    appeal = _APPEAL.search(each.held)
    return Notice(
        key=key_of(each.citation),
        name=each.name,
        court=each.court,
        date=str(each.year or ""),
        outcome=outcome_of(appeal.group()) if appeal else "",
        provisions=tuple(map(str, topic_cites(each))),
        held=f"{each.held} ({', '.join(each.topics).replace('_', ' ')})",
        url=next(iter(shown_sources(each)), ""),
    )


def topic_cites(decision: Decision) -> tuple[Cite, ...]:
    """The provisions among the topics of a decision: "24(2)" is of FOIA, "EIR 9" says its own."""
    found: list[Cite] = []
    for topic in decision.topics:
        name, _, rest = topic.rpartition(" ")
        try:
            regime = Regime(name or "FOIA")
            if rest[:1].isdigit():
                unit = "reg." if regime.environmental else "s."
                found.append(parse_one(f"{regime} {unit}{rest}"))
        except (ValueError, UnusableInputError):
            continue
    return tuple(found)
