"""What a rule is: a defect of the catalogue, and the check that sees it in a letter."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from answerable.audit.own_law import in_own_law, in_own_words
from answerable.law import Defect, defect
from answerable.model import (
    Basis,
    Certainty,
    Cite,
    Finding,
    Letter,
    Request,
    Severity,
    Source,
    Span,
)


@dataclass(frozen=True, slots=True)
class Case:
    """What is known about a letter besides its text; every field may be missing.

    ``received`` and ``sent`` let time be judged (the letter's own dates are used otherwise);
    ``request`` is the request apart; ``at`` is the day on which the audit is made.
    """

    received: date | None = None
    sent: date | None = None
    request: Request | None = None
    at: date | None = None


LetterCheck = Callable[[Letter, Case], Iterator[Finding]]


@dataclass(eq=False)
class Rule:
    """One rule, in one file, named by the id of the defect it looks for.

    Title, severity, basis and source come from the catalogue of defects (``law``); ``why``
    and ``fix`` are ours, in plain English, and become the rule's page. ``cites`` is the legal
    ground, most telling first. ``fix_under`` has the remedy under another law (FOISA, EIR, EISR)
    where that is not the same.
    """

    code: str
    slug: str
    cites: tuple[Cite | Source, ...]
    why: str
    fix: str
    fix_under: Mapping[str, str] = field(default_factory=dict)
    own_law: bool = True  # False: it names another law than the letter's on purpose
    interprets: bool = False  # it reads what words mean, not whether something is there (ADR 32)
    _letter: LetterCheck | None = field(default=None, repr=False)
    _again: LetterCheck | None = field(default=None, repr=False)

    @property
    def defect(self) -> Defect:
        """The catalogue's record."""
        return defect(self.slug)

    @cached_property
    def severity(self) -> Severity:
        """How much it usually matters; a finding may weigh less or more on its facts."""
        return Severity[self.defect.severity.upper()]

    @cached_property
    def basis(self) -> Basis:
        """Statutory, merits or good practice."""
        return Basis(self.defect.basis)

    def on_letter(self, check: LetterCheck) -> LetterCheck:
        """Decorator: this function sees the defect in a letter."""
        self._letter = check
        return check

    @property
    def check(self) -> LetterCheck | None:
        """The function that sees the defect in a letter."""
        return self._letter

    def in_letter(self, letter: Letter, case: Case) -> Iterator[Finding]:
        """The findings of this rule in ``letter``."""
        return self._letter(letter, case) if self._letter else iter(())

    def on_second_look(self, check: LetterCheck) -> LetterCheck:
        """Decorator: this function looks for weak signs, in letters that have a plain defect."""
        self._again = check
        return check

    @property
    def looks_again(self) -> bool:
        """Whether there is a second look."""
        return self._again is not None

    @property
    def second_look(self) -> str:
        """What the second look is for, in one sentence; empty where there is none."""
        words = (self._again.__doc__ or "") if self._again else ""
        return words.strip().split("\n")[0]

    def in_letter_again(self, letter: Letter, case: Case) -> Iterator[Finding]:
        """The weak signs of this rule in ``letter``."""
        return self._again(letter, case) if self._again else iter(())

    def hint(self, letter: Letter, where: Span | None, message: str) -> Finding:
        """A weak sign: likely, and never more than of medium weight."""
        weight = min(self.severity, Severity.MEDIUM)
        return self.finding(letter, where, message, certainty=Certainty.LIKELY, severity=weight)

    def finding(
        self,
        letter: Letter,
        where: Span | None,
        message: str,
        *,
        certainty: Certainty = Certainty.SURE,
        severity: Severity | None = None,
        cites: tuple[Cite | Source, ...] = (),
        fix: str = "",
    ) -> Finding:
        """A finding of this rule at ``where`` (None: something is missing from the letter)."""
        span = where or letter.end
        grounds = cites or self.cites
        if self.own_law:
            grounds, message = in_own_law(grounds, message, letter)
        return Finding(
            code=self.code,
            slug=self.slug,
            severity=self.severity if severity is None else severity,
            certainty=certainty,
            basis=self.basis,
            message=message,
            cites=grounds,
            where=span,
            excerpt=letter.excerpt(span),
            fix=in_own_words(fix or self.fix_under.get(letter.regime, self.fix), letter.regime),
        )
