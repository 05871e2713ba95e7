"""What the decision takes over: the accepted version of a question's table."""

from collections.abc import Iterable

from answerable.desk.cases.models import Question
from answerable.desk.tables.models import TableRelease


def accepted_table(question: Question) -> tuple[tuple[str, ...], ...] | None:
    """The rows of the accepted table, headings first; None if there is none.

    A case that a class of the register governs has none, whatever was done before.
    """
    if question.case.ncnd_class_id is not None:
        return None
    found = TableRelease.objects.filter(question=question, state="accepted").first()
    return None if found is None else found.published.rows


def accepted_words(questions: Iterable[Question]) -> str:
    """The accepted table of the first question that has one, as the form of a decision takes it."""
    for question in questions:
        if rows := accepted_table(question):
            return "\n".join(" | ".join(row) for row in rows)
    return ""
