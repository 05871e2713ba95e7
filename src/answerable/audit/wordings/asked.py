"""The request, wherever it stands: quoted or restated in the letter, or given apart."""

from itertools import islice

from answerable.audit.rule import Case
from answerable.audit.wordings.once import once
from answerable.model import Letter, Question, Span, Voice


def asked_words(letter: Letter, case: Case) -> str:
    """Everything that shows what was asked, in lower case, one passage a line."""
    told = _told(letter)
    return told if case.request is None else f"{case.request.text.lower()}\n{told}"


@once
def _told(letter: Letter) -> str:
    """What the letter itself shows of what was asked."""
    pieces = [letter.flow[b.span.start : b.span.end] for b in letter.spoken_by(Voice.REQUEST)]
    pieces += [question.text for question in letter.questions]
    pieces += _restated(letter)
    pieces += _preface(letter)
    return "\n".join(pieces).lower()


@once
def _preface(letter: Letter) -> tuple[str, ...]:
    """What the applicant says over the questions: "Please supply, as a CSV file: 1. …"."""
    if not letter.questions:
        return ()
    first = min(question.span.start for question in letter.questions)
    above = letter.flow[max(0, first - _PREFACE) : first].rstrip("0123456789.)( \n\t-")
    return (above,) if above.endswith(":") and "lease " in above else ()


_PREFACE = 200  # characters


@once
def _restated(letter: Letter) -> tuple[str, ...]:
    """Sentences in which the authority says what was asked, quotations and all."""
    flow = letter.flow
    places = _marks(flow)
    found: dict[Span, str] = {}
    for mark in _ASKED:
        end = 0  # of the sentence told last
        for at in places.get(mark, ()):
            if at >= end:
                span = letter.sentence_at(at)
                found[span] = flow[span.start : span.end]
                end = span.end
    return tuple(found.values())


def _marks(flow: str) -> dict[str, list[int]]:
    """Where each of the marks that stand in ``flow`` does."""
    places: dict[str, list[int]] = {}
    for opening in ("ou ", "our "):
        at = flow.find(opening)
        while at >= 0:
            if flow.startswith(_ASKED, at):
                for mark in _ASKED:
                    if flow.startswith(mark, at):
                        places.setdefault(mark, []).append(at)
            at = flow.find(opening, at + 1)
    return places


_ASKED = (
    "ou asked",
    "ou have asked",
    "ou requested",
    "ou have requested",
    "our request of",
    "our request was",
    "our request for",
    "our request dated",
    "our request, ",
    "ou wrote",
    "ou wanted",
    "ou want",
    "ou also",
    "ou sought",
    "ou would like",
    "ou seek",
    "ou wished",
    "ou emailed",
    "ou said",
    "ou preferred",
    "ou prefer",
    "ou specified",
    "ou stated",
    "our preference",
    "ou mentioned",
)


def place_of(letter: Letter, question: Question) -> Span | None:
    """Where ``question`` stands in the letter; None where the request was given apart."""
    start, end = question.span
    return question.span if _letters(letter.flow[start:end]) == _letters(question.text) else None


def _letters(words: str) -> str:
    return "".join(islice(filter(str.isalnum, words.lower()), _SAME))


_SAME = 16  # letters by which a question is known again
