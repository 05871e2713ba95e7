"""What was done or used, told in a letter that neither confirms nor denies it.

"Our dog unit attends the site each Friday" is the answer to what was asked. What is supposed, said
of everybody or public already is left, and so is what is told of the request itself.
"""

from collections.abc import Iterator

from answerable.audit.wordings.definite import OURS
from answerable.audit.wordings.duty import wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.letters.draft.done import ANCHORS, DONE, NEEDS
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Outcome, Span

_DONE = Phrase(DONE, *ANCHORS, needs=NEEDS)
# Before it in the sentence: what is supposed, asked or said, or what others do.
_SUPPOSED = compiled(
    r"\b(?:if|whether|how|(?:stat|say|tell|reveal|confirm|deny|announc|learn|know|think)(?:ing|s)?|learnt|learned|knew|to (?:state|say|tell|reveal|confirm|deny|know|learn)|statement|denial|confirmation|were|any|would|could|might|may|suppose|supposing|unless|either|neither|nor|not be taken|should not|infer|conclu|you (?:ask|say|refer|mention|describe|believe|tell|saw|suggest)\w*|your|alleg\w+|reported|publi\w+|press|national\w*|other (?:forces|councils|bodies)|forces|commissioner|tribunal|court|parliament)\b|\""
)
_KNOWN = compiled(
    r"\b(?:if|whether|would|publi\w+|website|press|news|broadcast|reported|media|well known|parliament|commissioner|tribunal|you (?:ask|refer|mention|describe)\w*)\b"
)


def done_there(letter: Letter) -> Span | None:
    """Where the authority tells what it did or used, where or when, with nothing supposed.

    Where other questions are answered, only what is said of the one that is neither confirmed nor
    denied.
    """
    own = letter.own
    for span in _DONE.among(own):
        outcome = next(_outcomes_at(letter, span), None)
        if outcome is not Outcome.NCND and not (outcome is None and wholly_ncnd(letter)):
            continue
        line = line_at(own, span.start)
        if (
            _SUPPOSED.search(own, line.start, span.start) is None
            and _KNOWN.search(own, span.start, line.end) is None
            and not OURS.found(own, *line)
        ):
            return span
    return None


def _outcomes_at(letter: Letter, span: Span) -> Iterator[Outcome]:
    """What the letter does with the question that is answered at ``span``."""
    return (
        answer.outcome
        for answer in letter.answers
        for place in answer.spans
        if place.start <= span.start < place.end
    )
