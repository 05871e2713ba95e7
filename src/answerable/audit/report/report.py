"""One audited letter, and the three groups in which a person works through its findings."""

from dataclasses import dataclass
from enum import Enum

from answerable.letters import in_welsh
from answerable.letters.reading.welsh import NOTE
from answerable.model import Basis, Certainty, Finding, Letter, Outcome, Severity, Span


class Group(Enum):
    """What a reader should do with a finding."""

    PUT_RIGHT = "to put right"
    DRAFTING = "of drafting or good practice"
    MAY_RAISE = "a careful reader may raise"

    @classmethod
    def of(cls, finding: Finding) -> "Group":
        """Likely findings are for judgement; sure ones are duties, merits or drafting."""
        if finding.certainty is Certainty.LIKELY:
            return cls.MAY_RAISE
        return cls.DRAFTING if finding.basis is Basis.GOOD_PRACTICE else cls.PUT_RIGHT


@dataclass(frozen=True, slots=True)
class LetterReport:
    """A letter with what was found in it; or, where it could not be read, why not.

    ``letter`` is None exactly when ``error`` says why.
    """

    path: str
    letter: Letter | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    refused: bool = False  # the error was a limit of safety, not of sense

    @property
    def welsh(self) -> bool:
        """Whether the letter is in Welsh, of which the rules read cites, dates and addresses only."""
        return self.letter is not None and in_welsh(self.letter.flow)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader has to know before the findings."""
        return (*((NOTE,) if self.welsh else ()), *self.notes)

    @property
    def worst(self) -> Severity | None:
        """The highest severity found."""
        return max((finding.severity for finding in self.findings), default=None)

    def in_group(self, group: Group) -> tuple[Finding, ...]:
        """The findings of one group, in the order of the report."""
        return tuple(finding for finding in self.findings if Group.of(finding) is group)

    def numbered(self) -> dict[int, Finding]:
        """Findings numbered from 1: the order in which the letter comes to them, then what
        is missing from it.
        """

        def place(finding: Finding) -> tuple[bool, int, int, str]:
            start, end = finding.where if isinstance(finding.where, Span) else (0, 0)
            return (start == end, start, -finding.severity, finding.code)

        return dict(enumerate(sorted(self.findings, key=place), start=1))


OUTCOME_WORDS = {
    Outcome.FULL: "everything supplied",
    Outcome.PARTIAL: "part supplied, part refused",
    Outcome.REFUSED: "refused",
    Outcome.NCND: "refused, neither confirms nor denies",
    Outcome.NOT_HELD: "not held",
    Outcome.COST_LIMIT: "refused on cost",
    Outcome.VEXATIOUS: "refused as vexatious",
    Outcome.REPEATED: "refused as repeated",
    Outcome.ALREADY_ACCESSIBLE: "refused as reasonably accessible already",
    Outcome.FUTURE_PUBLICATION: "refused as intended for publication",
    Outcome.CLARIFICATION: "asks for clarification",
    Outcome.FEES_NOTICE: "fees notice",
    Outcome.EXTENSION: "takes more time",
    Outcome.TRANSFER: "transferred or redirected",
    Outcome.INTERNAL_REVIEW: "outcome of an internal review",
    Outcome.OTHER: "no decision recognised",
}


def outcome_in_words(letter: Letter) -> str:
    """What the letter does; in Scotland it is a review that is asked for, and no internal one."""
    words = OUTCOME_WORDS[letter.outcome]
    return words.replace("an internal", "a") if letter.regime in ("FOISA", "EISR") else words


def headline(report: LetterReport) -> str:
    """The letter in one line: who, what it does, on which provisions, how many questions."""
    letter = report.letter
    if letter is None:
        return report.error
    if report.welsh:
        named = ", ".join(dict.fromkeys(str(use.cite) for use in letter.provisions))
        who = letter.authority.name or "Authority not named"
        return " · ".join(part for part in (who, "in Welsh, decision not read", named) if part)
    relied = ", ".join(str(use.cite) for use in letter.relied())
    asked = len(letter.questions)
    parts = [
        letter.authority.name or "Authority not named",
        outcome_in_words(letter),
        relied,
        f"{asked} question{'' if asked == 1 else 's'}" if asked else "",
    ]
    return " · ".join(part for part in parts if part)


def tally(report: LetterReport) -> str:
    """How many findings of each group, in words; or that there are none."""
    counts = [(len(report.in_group(group)), group.value) for group in Group]
    words = [
        f"{n} thing{'' if n == 1 else 's'} {what}" if i == 0 else f"{n} {what}"
        for i, (n, what) in enumerate(counts)
        if n
    ]
    if report.welsh:
        words = words or ["Nothing found in its cites and dates"]
        words.append("the rest is in Welsh and was not judged")
    return " · ".join(words) or "Nothing found to put right"
