"""A finding about a field of a record, with the severity and basis of the rule's catalogue."""

from answerable.audit.registry import rule
from answerable.model import Certainty, Cite, Finding, Place, Source
from answerable.model.decision import Decision, NoticeRecord


def missing(
    slug: str,
    where: str,
    message: str,
    *,
    cites: tuple[Cite | Source, ...] = (),
    fix: str = "",
) -> Finding:
    """A finding of the rule for ``slug`` at the field ``where``, in words.

    ``cites`` and ``fix``: where those of the rule are of another law, or of a letter.
    """
    known = rule(slug)
    return Finding(
        code=known.code,
        slug=slug,
        severity=known.severity,
        certainty=Certainty.SURE,
        basis=known.basis,
        message=message,
        cites=cites or known.cites,
        where=Place(where),
        excerpt="",
        fix=fix or known.fix,
    )


def place(record: NoticeRecord, decision: Decision, field: str) -> str:
    """Where a field stands: “the decision on question 3, field balance”."""
    return f"the decision on question {', '.join(decision.questions) or '(none)'}, field “{field}”"
