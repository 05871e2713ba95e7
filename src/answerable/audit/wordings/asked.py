"""The request, wherever it stands: quoted or restated in the letter, or given apart."""

from answerable.audit.rule import Case
from answerable.model import Letter, Voice


def asked_words(letter: Letter, case: Case) -> str:
    """Everything that shows what was asked, in lower case, one passage a line."""
    pieces = [letter.flow[b.span.start : b.span.end] for b in letter.spoken_by(Voice.REQUEST)]
    pieces += [question.text for question in letter.questions]
    if case.request is not None:
        pieces.append(case.request.text)
    pieces += _restated(letter)
    return "\n".join(pieces).lower()


def _restated(letter: Letter) -> list[str]:
    """Sentences in which the authority says what was asked, quotations and all."""
    flow = letter.flow
    found = []
    for span in letter.sentences:
        words = flow[span.start : span.end]
        if any(mark in words for mark in _ASKED):
            found.append(words)
    return found


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
