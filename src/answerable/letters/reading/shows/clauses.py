"""The clause around a wording, by which it is judged."""

from answerable.model import Span

NEAR, FAR = 80, 160  # "your request for information received by … on …, which was as follows:"


def clause_before(own: str, span: Span, reach: int = NEAR) -> str:
    """The words before ``span`` in its sentence and clause."""
    start = max(own.rfind("\n", 0, span.start) + 1, span.start - reach)
    before = own[start : span.start]
    for mark in (";", ", but ", " but ", ", and ", ":"):
        cut = before.rfind(mark)
        if cut >= 0:
            before = before[cut + len(mark) :]
    return before


def rest_after(own: str, span: Span) -> str:
    """The words after ``span`` in its sentence."""
    end = own.find("\n", span.end)
    return own[span.end : len(own) if end < 0 else end]


# Who or what tells of refusing, in a sentence that does not refuse: "the note reminds staff to …".
TELLERS = ("staff", "colleagues", "handlers", "guidance", "manual", "handbook", "training", "template", "chapter", "like ", "similar", " that it ", " that they ", "ought", "should")  # fmt: skip
