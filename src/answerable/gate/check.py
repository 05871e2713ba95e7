"""What a check is: which carrier it judges, why it matters and what to do about it."""

from dataclasses import dataclass

from answerable.gate.groups import Group
from answerable.gate.masking import sample
from answerable.gate.telling import ABOUT, ALONE, UNSEEN
from answerable.model import Basis, Certainty, Finding, Place, Severity

#: What is a person's own and no officer's: it holds a file wherever it is out of sight, though it be
#: in a property or a tip that would be a note by itself.
_TELLING = frozenset(
    (
        "NHS number",
        "National Insurance number",
        "tax reference",
        "date of birth",
        "bank details",
        ABOUT,
        ALONE,
        UNSEEN,
    )
)
_SAYS_NOTHING = " \t\r\n|·•.,;:-–—_/()[]"  # a line or a dot that nobody sees hides nothing
_UNITS = {
    "rows": ("row", "rows"),
    "cells": ("cell", "cells"),
    "values": ("value", "values"),
    "pieces": ("piece", "pieces"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``slug`` is its id and the carrier of the spans that it judges.

    ``breach`` names a real kind of breach that it would have stopped, or says that none is
    known to us. ``fires`` and ``silent`` say what the smallest file is in which it fires, and the
    nearest in which it does not; the tests build both.
    """

    slug: str
    title: str
    severity: Severity
    why: str
    breach: str
    fix: str
    fires: str
    silent: str
    certainty: Certainty = Certainty.SURE

    def judge(self, group: Group, reveal: str) -> Finding | None:
        """The finding for what one place holds, or None if it holds nothing."""
        shown = [text for text in group.samples if text.strip(_SAYS_NOTHING)]
        if not shown and self.slug != "cannot_see_inside":
            return None
        severity = self.severity
        if not _TELLING.isdisjoint(group.kinds):
            severity = max(severity, Severity.MEDIUM)
        if group.people and severity is Severity.MEDIUM:
            severity = Severity.HIGH
        if group.people and severity is Severity.HIGH:
            severity = Severity.CRITICAL
        one, many = _UNITS[group.unit]
        amount = f"{group.pieces:,} {one if group.pieces == 1 else many}"
        if group.widest > 1 and group.unit == "rows":
            amount += f" of up to {group.widest} columns"
        message = f"{self.title}: {group.where}, {amount}."
        if group.people:
            message += f" {group.people:,} {'person' if group.people == 1 else 'people'} may be told from it ({', '.join(sorted(group.kinds))})."
        elif UNSEEN in group.kinds:
            message += " There are whole sentences in it that nobody sees."
        return Finding(
            code="G-" + self.slug.replace("_", "-"),
            slug=self.slug,
            severity=severity,
            certainty=self.certainty,
            basis=Basis.GOOD_PRACTICE,
            message=f"{message} {self.why}",
            cites=(),
            where=Place(group.where if group.unit == "pieces" else f"{group.where}, {amount}"),
            excerpt=sample(shown, reveal, group.names.met.values()),
            fix=self.fix,
        )
