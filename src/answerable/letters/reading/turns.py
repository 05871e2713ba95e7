"""Questions without a number, each set above its answer: in bold, in capitals, or plain."""

import itertools

from answerable.letters.patterns import compiled
from answerable.letters.reading import cues
from answerable.letters.reading.layout import Line
from answerable.model import BlockKind

_LONGEST = 400  # characters that a question set above its answer may have

# The authority asks itself: of the law, of its duties, of what happens next.
_OF_THE_LAW = compiled(
    r"\b(?:public interest|exempt\w*|exception|balance|prejudice|disclos\w+|sections?|regulations?|the act|requests?|requester|vexatious|burden|unhappy|dissatisfied|not happy|complain\w*|appeal|next|review|re-?use|information (?:held|personal|exempt)|legitimate interest|necessary|necessity|confidence|engaged|harm|a court|commissioner|obliged|appropriate limit)\b"
    r"|\b(?:we|our|us|i|me|my)\b|\byou (?:think|feel|disagree|are|may|can)\b|^(?:why|what|how|who|where)(?: \w+){0,2}\?$"
)


def turns(lines: list[Line], texts: list[str]) -> frozenset[int]:
    """The places of lines that are one question of the applicant's, above an answer.

    Two at least, each alone in its paragraph, none about the law or the authority's own course:
    "Where does the balance lie?" is the authority's.
    """
    found = []
    for place, after in itertools.pairwise(range(len(lines))):
        words = texts[place]
        if (
            words[-1] == "?"
            and not lines[place].label
            and len(words) <= _LONGEST
            and words.count("?") == 1
            and cues.QUESTION.match(words)
            and not _OF_THE_LAW.search(words)
            and lines[after].kind is not BlockKind.HEADING
            and texts[after][-1] != "?"
        ):
            found.append(place)
    return frozenset(found) if len(found) > 1 else frozenset()
