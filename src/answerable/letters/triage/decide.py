"""The law a request's subject points to: each question judged, then all together."""

from answerable.letters.patterns import compiled
from answerable.letters.text import lower
from answerable.letters.triage.environment import environmental
from answerable.letters.triage.personal import beside, own_data
from answerable.model import Question, RegimeReading, RequestRegime


def triage(text: str, questions: tuple[Question, ...]) -> RegimeReading:
    """The regime and the reasons for it, in words an officer can check.

    A request whose questions point different ways is "mixed". FOIA stands for the family: the
    Scottish Act follows from the authority, not from the subject.
    """
    low = lower(text)
    kinds: dict[RequestRegime, int] = {}
    reasons: list[str] = []
    headed = _environmental_words(low, 0, _opening_end(low, questions))
    for question in questions:
        found, why = _one(low, question, bool(headed))
        for kind in found:
            kinds[kind] = kinds.get(kind, 0) + 1
        reasons += [reason for reason in why if reason not in reasons]
    if not kinds:
        return RegimeReading("FOIA", ("No subject that points to another law was found.",))
    return RegimeReading(
        _together(kinds),
        tuple(reasons)
        or ("Nothing in it points to environmental information or to the applicant's own data.",),
    )


def _one(low: str, question: Question, headed: bool) -> tuple[tuple[RequestRegime, ...], list[str]]:
    """The law or laws that one question points to, and why."""
    words = (
        low[question.span.start : question.span.end]
        if question.span.end <= len(low)
        else lower(question.text)
    )
    own = own_data(words)
    every = environmental(beside(words, own))
    found = [r for r in every if r.strength != "arguable"]
    why = [
        f"Question {question.number}: “{reason.words}” is environmental information (EIR reg.2(1)({reason.limb}))."
        for reason in found[:1]
    ]
    if own and found:
        # "The readings at Mill Lane and the file you hold about me", in one breath.
        part = f"Part of question {question.number} asks for the applicant's own data."
        return ("EIR", "SAR"), [*why, part]
    if own:
        return ("SAR",), [f"Question {question.number} asks for the applicant's own data."]
    if found:
        return ("EIR",), why
    if headed:
        # "My request concerns street tree felling: the number of objections, the record …"
        return ("EIR",), ["The request as a whole is about an environmental matter."]
    return ("FOIA",), [
        f"Question {question.number}: “{reason.words}” may be environmental information "
        f"(EIR reg.2(1)({reason.limb})); nothing else in it is, so decide which law it falls under."
        for reason in every[:1]
    ]


def _opening_end(low: str, questions: tuple[Question, ...]) -> int:
    """Where the words before a list end: its first item does not speak for the others."""
    if not questions:
        return len(low)
    start = questions[0].span.start
    labelled = low[max(0, start - 12) : start].rstrip().endswith((".", ")", ":", "-", "*", "1"))
    return start if labelled else len(low)


_GREETING = compiled(r"\s*(?:dear|hello|hi|fao|to) [^\n,?]{1,80}[,\n]")


def _environmental_words(low: str, start: int, end: int) -> bool:
    """The first words of the request announce an environmental matter."""
    greeting = _GREETING.match(low, start, end)  # "Dear Saltmarsh Vale Council," names nothing
    opening = low[greeting.end() if greeting else start : min(end, 400)]
    first = opening.split("?")[0].split("\n1")[0]
    return (
        any(reason.strength != "arguable" for reason in environmental(first))
        or "environmental information" in opening
    )


def _together(kinds: dict[RequestRegime, int]) -> RequestRegime:
    if len(kinds) == 1:
        return next(iter(kinds))
    if "SAR" in kinds:
        return "mixed"
    # A stray question beside an environmental one belongs with it; only a large share is mixed.
    share = kinds.get("EIR", 0) / sum(kinds.values())
    return "EIR" if share >= 0.5 else "mixed" if share >= 0.25 else "FOIA"
