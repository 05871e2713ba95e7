"""Texts that a notice must have and the record does not give: the letter would have a gap there.

FOIA s.1(1), s.16, s.17; EIR reg.9, reg.14; FOISA s.16: what is decided, on what, and why.
"""

from collections.abc import Iterator
from typing import Any

from answerable.audit.records.finding import missing, place
from answerable.letters.draft.gaps import empty_fields
from answerable.model import Finding
from answerable.model import decision as shapes
from answerable.model.decision import Ground, NeitherConfirmNorDeny, NoticeRecord, Withheld

#: The defect that an applicant would find in the letter, by the part of the record and its field.
_SLUGS: dict[tuple[type, str], str] = {
    (shapes.Supplied, "answer"): "parts-unanswered",
    (shapes.Withheld, "what"): "blanket-exemption",
    (shapes.Withheld, "grounds"): "no-section",
    (shapes.NeitherConfirmNorDeny, "grounds"): "no-section",
    (shapes.Ground, "provision"): "no-section",
    (shapes.Repeated, "reasons"): "s14-no-basis",
    (shapes.Transfer, "searches"): "search-inadequate",
    (shapes.Transfer, "to"): "s21-no-location",
    (shapes.Publication, "where"): "s21-no-location",
    (shapes.Publication, "licence"): "parts-unanswered",
    (shapes.FuturePublication, "when"): "s22-late-intention",
    (shapes.FuturePublication, "reasons"): "why-missing",
    (shapes.Clarification, "needed"): "clarification-abuse",
    (shapes.FeesNotice, "amount"): "fee-no-amount",
    (shapes.FeesNotice, "basis"): "fee-no-amount",
    (shapes.FeesNotice, "pay"): "fee-no-amount",
    (shapes.MoreTime, "reasons"): "why-missing",
    (shapes.ReviewOutcome, "points"): "ir-repeats",
    (shapes.ReviewOutcome, "reviewer"): "ir-repeats",
    (shapes.Opinion, "by"): "s36-no-qp",
    (shapes.Opinion, "limbs"): "s36-no-qp",
    (shapes.Opinion, "words"): "s36-no-qp",
    (shapes.Balance, "weighing"): "pit-generic",
}


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Every mandatory text that is empty and that no other check asks for."""
    for decision in record.decisions:
        for part in _parts(decision):
            for field in empty_fields(part):
                slug = _SLUGS.get((type(part), field)) or _side(decision, field)
                if slug is not None:
                    yield missing(
                        slug,
                        place(record, decision, field),
                        f"The record does not give “{field}”, and the notice has to say it.",
                        fix=f"Give “{field}” in the record.",
                    )


def _side(decision: Any, field: str) -> str | None:
    """One side of a balance that is not a ground's, for which the check of balances looks."""
    sides = ("factors_for", "factors_against")
    return "pit-one-sided" if field in sides and not hasattr(decision, "grounds") else None


def _parts(decision: Any) -> Iterator[Any]:
    """A decision and what stands in it: grounds, balances, opinions."""
    yield decision
    grounds: tuple[Ground, ...] = ()
    if isinstance(decision, Withheld | NeitherConfirmNorDeny):
        grounds = decision.grounds
    for part in (*grounds, decision):
        if part is not decision:
            yield part
        for name in ("opinion", "balance"):
            inner = getattr(part, name, None)
            if inner is not None:
                yield inner
