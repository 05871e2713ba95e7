"""Where a reader is in a letter, as it goes down the page, and who is expected to speak next."""

from bisect import bisect_left
from collections.abc import Sequence

from answerable.letters.reading.layout import Line
from answerable.model import Voice

LONGEST_QUOTE = 60  # lines that one pair of quotation marks may hold
FIRST_LABELS = ("1", "a", "i", "-")


class State:
    """Where the reader is in the letter, as it goes down the page."""

    __slots__ = (
        "answered",
        "asked",
        "asked_at",
        "back",
        "begun",
        "by",
        "closes",
        "first",
        "heard",
        "marked",
        "mode",
        "ours",
        "paired",
        "quoted",
        "signed",
        "small_print",
        "turns",
        "until",
    )

    def __init__(self) -> None:
        self.begun = False  # past the letterhead
        self.signed = False  # past the sign-off
        self.small_print = False  # something in the letter may be the small print below a mail
        self.answered = False  # a line with "> " before it has been answered below it
        self.paired = False  # questions and answers are said to stand by turns
        self.turns: frozenset[int] = frozenset()  # questions without a number, each answered below
        self.closes: Sequence[int] = ()  # lines on which a quotation would be closed
        self.quoted = False  # the request has been heard as a whole
        self.asked: dict[str, str] = {}  # the first words of each labelled item of the request
        self.ours: frozenset[int] = frozenset()  # lines whose number or bullet is the letter's
        self.asked_at: frozenset[int] = frozenset()  # where the questions of a table begin
        self.back = -1  # the last line of a list in which the authority asks the applicant
        self.announce(Voice.AUTHORITY)

    def announce(self, voice: Voice) -> None:
        """``voice`` is expected to speak in the next line."""
        self.mode = voice
        self.heard = 0  # lines heard in this mode
        self.first = ""  # label of the first list item heard
        self.marked = False  # "> " stands before the lines
        self.until = -1  # place of the line with the closing quotation mark
        self.by = ""  # label of the line that announced


def unpaired(texts: Sequence[str]) -> list[int]:
    """The lines in which a quotation that is open would be closed.

    A mark in front of a paragraph opens it; others come in pairs until the last closes.
    """
    return [at for at, words in enumerate(texts) if words.lstrip('"> ').count('"') % 2]


def closing(closes: Sequence[int], place: int) -> int:
    """The line on which the quotation that opens at ``place`` is closed; its own if none is.

    ``closes``: what ``unpaired`` gives.
    """
    at = bisect_left(closes, place)
    near = at < len(closes) and closes[at] < place + LONGEST_QUOTE
    return closes[at] if near else place


def head_of(words: str, line: Line) -> str:
    """The first words behind a line's label."""
    return words[line.body - line.span.start :][:20].strip("\"' ")
