"""Questions without a number, each set above its answer: in bold, in capitals, or plain."""

import itertools

from answerable.letters.patterns import compiled
from answerable.letters.reading import cues
from answerable.letters.reading.layout import Line
from answerable.letters.reading.outline import TELLS_OF_DECISION
from answerable.model import BlockKind

_LONGEST = 400  # characters that a question set above its answer may have

# The authority asks itself: of the law, of its duties, of what happens next.
_OF_THE_LAW = compiled(
    r"\b(?:public interest|exempt\w*|exception|balance|prejudice|disclos\w+|sections?|regulations?|the act|requests?|requester|vexatious|burden|unhappy|dissatisfied|not happy|complain\w*|appeal|(?:happens|comes|is) next|next steps?|review|re-?use|information (?:held|personal|exempt)|legitimate interest|necessary|necessity|confidence|engaged|harm|a court|commissioner|obliged|appropriate limit)\b"
    r"|\b(?:we|our|us|i|me|my)\b|\byou (?:think|feel|disagree|are|may|can)\b|^(?:why|what|how|who|where)(?: \w+){0,2}\?$"
)


# "Number of beds closed in 2025"
_OF_A_THING = compiled(
    r"(?:the )?(?:total )?(?:numbers?|costs?|amounts?|names?|dates?|cop(?:y|ies)|lists?|details|percentages?|proportion|average \w+|value|length|rate|total) (?:of|for|paid|spent)\b"
)


def turns(lines: list[Line], texts: list[str]) -> frozenset[int]:
    """The places of lines that are one question of the applicant's, above an answer.

    Two at least of a kind: a question alone in its paragraph, or a heading "Part A: the pay of
    each director". None is about the law or the authority's own course: "Where does the balance
    lie?" is the authority's.
    """
    asked, headed = [], []
    for place, after in itertools.pairwise(range(len(lines))):
        heading = lines[place].kind is BlockKind.HEADING
        if not heading and texts[place][-1] != "?":
            continue  # most lines: nothing more need be looked at
        if lines[after].label or texts[after][-1] == "?":
            continue
        if heading and _names(lines[place], texts[place]):
            headed.append(place)
        elif not heading and _asks(lines[place], lines[after], texts[place]):
            asked.append(place)
    return frozenset([*(asked if len(asked) > 1 else ()), *(headed if len(headed) > 1 else ())])


def _asks(line: Line, after: Line, words: str) -> bool:
    return (
        not line.label
        and len(words) <= _LONGEST
        and words.count("?") == 1
        and after.kind is not BlockKind.HEADING
        and cues.QUESTION.match(words) is not None
        and _OF_THE_LAW.search(words) is None
    )


def _names(line: Line, words: str) -> bool:
    """A heading with the number of a question and its words, or with a thing to be counted."""
    body = words[line.body - line.span.start :]
    return (
        (line.word_label or (not line.label and _OF_A_THING.match(body) is not None))
        and body.count(" ") > 1
        and not cues.ANSWERS.match(body)
        and not TELLS_OF_DECISION.match(body)
        and _OF_THE_LAW.search(body) is None
    )
