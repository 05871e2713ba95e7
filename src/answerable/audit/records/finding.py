"""A finding about a field of a record, with the severity and basis of the rule's catalogue."""

from answerable.audit.registry import rule
from answerable.model import Certainty, Finding, Place
from answerable.model.decision import Decision, NoticeRecord


def missing(slug: str, where: str, message: str) -> Finding:
    """A finding of the rule for ``slug`` at the field ``where``, in words."""
    known = rule(slug)
    return Finding(
        code=known.code,
        slug=slug,
        severity=known.severity,
        certainty=Certainty.SURE,
        basis=known.basis,
        message=message,
        cites=known.cites,
        where=Place(where),
        excerpt="",
        fix=known.fix,
    )


def place(record: NoticeRecord, decision: Decision, field: str) -> str:
    """Where a field stands: “the decision on question 3, field balance”."""
    return f"the decision on question {', '.join(decision.questions) or '(none)'}, field “{field}”"
