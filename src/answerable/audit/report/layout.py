"""A letter cut into rows, and each row into pieces that findings mark."""

import itertools
import re
from dataclasses import dataclass

from answerable.audit.report.report import LetterReport
from answerable.model import Block, BlockKind, Letter, Span, Voice

#: How a set-back block is introduced, so that the reader sees that we know who is speaking.
VOICE_LABEL = {
    Voice.REQUEST: "the request",
    Voice.STATUTE: "the law, as quoted",
    Voice.EARLIER: "an earlier letter",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with the numbers of the findings that mark it.

    ``starts`` are the findings whose mark begins here; ``severity`` is the highest of all.
    """

    text: str
    marks: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the letter with the notes that belong beside it."""

    kind: str
    voice: str
    label: str
    pieces: tuple[Piece, ...]
    notes: tuple[int, ...]


def rows(report: LetterReport) -> tuple[Row, ...]:
    """The whole letter in order; consecutive blocks of one quoted voice share a label."""
    letter = report.letter
    if letter is None:
        return ()
    addresses = _addresses(letter)
    marks = {
        number: finding
        for number, finding in report.numbered().items()
        if isinstance(finding.where, Span) and finding.where.end > finding.where.start
    }
    spans = {
        number: _whole_words(letter.text, Span(*finding.where)) for number, finding in marks.items()
    }
    severities = {number: int(finding.severity) for number, finding in marks.items()}
    made: list[Row] = []
    before: Voice | None = None
    placed: set[int] = set()
    for block in _covering(letter):
        here = {
            n: s for n, s in spans.items() if s.start < block.span.end and block.span.start < s.end
        }
        fresh = tuple(n for n in here if n not in placed)
        placed.update(fresh)
        made.append(
            Row(
                kind="address" if block.span in addresses else block.kind.value,
                voice=block.voice.value,
                label=VOICE_LABEL.get(block.voice, "") if block.voice is not before else "",
                pieces=_pieces(letter, block, here, set(fresh), severities),
                notes=fresh,
            )
        )
        before = block.voice
    return tuple(made)


def stretches(laid: tuple[Row, ...]) -> tuple[tuple[Row, ...], ...]:
    """The rows in groups that begin with each row with notes: room beside which the notes run down."""
    made: list[list[Row]] = []
    for row in laid:
        if row.notes or not made:
            made.append([])
        made[-1].append(row)
    return tuple(map(tuple, made))


def _whole_words(text: str, span: Span) -> Span:
    """``span`` without white space at its ends and with the whole of the words it cuts."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return span
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _addresses(letter: Letter) -> frozenset[Span]:
    """The lines that are short like headings and are an address, or a list of names: no headings.

    Several of them run one under the other, or one has a postcode, a telephone number or the like.
    """
    found: set[Span] = set()
    run: list[Span] = []
    for block in letter.blocks:
        if block.kind is not BlockKind.HEADING:
            run = []
            continue
        if run and letter.text.count("\n", run[-1].end, block.span.start) > _CLOSE:
            run = []
        run.append(block.span)
        if len(run) >= _SEVERAL:
            found.update(run)
        if _ADDRESS.search(letter.flow, *block.span):
            found.add(block.span)
    return frozenset(found)


_CLOSE = 2  # line ends between two lines of one address
_SEVERAL = 3  # headings do not stand three one under the other, with nothing said under them
_ADDRESS = re.compile(
    r"@|https?:|\bwww\.|\b(?:tel|telephone|phone|fax|e-?mail)[ ]?[.:]|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)


def _covering(letter: Letter) -> tuple[Block, ...]:
    """The letter's blocks, with anything that stands between two of them made visible."""
    made: list[Block] = []
    position = 0
    for block in letter.blocks:
        _add_gap(letter, made, position, block.span.start)
        made.append(block)
        position = max(position, block.span.end)
    _add_gap(letter, made, position, len(letter.text))
    return tuple(made)


def _add_gap(letter: Letter, made: list[Block], start: int, end: int) -> None:
    if start < end and letter.text[start:end].strip():
        made.append(Block(Span(start, end), BlockKind.PARAGRAPH, Voice.FURNITURE))


def _pieces(
    letter: Letter,
    block: Block,
    here: dict[int, Span],
    fresh: set[int],
    severities: dict[int, int],
) -> tuple[Piece, ...]:
    # Tables and letterheads keep their own lines; running text is shown mended.
    keeps_lines = block.kind is BlockKind.TABLE or block.voice is Voice.FURNITURE
    source = letter.text if keeps_lines else letter.flow
    start, end = _trimmed(letter.text, block.span)
    cuts = sorted(
        {start, end}
        | {min(max(edge, start), end) for span in here.values() for edge in (span.start, span.end)}
    )
    made = []
    for left, right in itertools.pairwise(cuts):
        marks = tuple(n for n, s in here.items() if s.start < right and left < s.end)
        begins = tuple(n for n in marks if n in fresh and max(here[n].start, start) == left)
        worst = max((severities[n] for n in marks), default=-1)
        name = ("info", "low", "medium", "high", "critical")[worst] if marks else ""
        made.append(Piece(source[left:right], marks, begins, name))
    return tuple(made)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in "\r\n":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
