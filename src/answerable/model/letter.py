"""A letter that has been read: its words, who speaks them, and what they decide."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from answerable.model.cite import Cite
from answerable.model.finding import Span
from answerable.model.regime import LetterRegime
from answerable.model.request import Question


class Voice(StrEnum):
    """Who is speaking. Everything a rule concludes depends on it."""

    AUTHORITY = "authority"  # the authority's own words
    REQUEST = "request"  # the request, quoted or restated
    STATUTE = "statute"  # an Act or Regulations, quoted or closely paraphrased as a quotation
    EARLIER = "earlier"  # an earlier letter or mail, quoted
    SIGNATURE = "signature"  # sign-off, name, post
    FURNITURE = "furniture"  # letterhead, page numbers, mail headers, disclaimers


class BlockKind(StrEnum):
    """The shape of a block of text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one item of a list, numbered or bulleted
    TABLE = "table"  # rows of figures


class Outcome(StrEnum):
    """What the letter as a whole does. The values are those of the command-line contract."""

    FULL = "full"
    PARTIAL = "partial"
    REFUSED = "refused"
    NCND = "ncnd"
    NOT_HELD = "not_held"
    COST_LIMIT = "cost_limit"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    ALREADY_ACCESSIBLE = "already_accessible"
    FUTURE_PUBLICATION = "future_publication"
    CLARIFICATION = "clarification"
    FEES_NOTICE = "fees_notice"
    EXTENSION = "extension"
    TRANSFER = "transfer"
    INTERNAL_REVIEW = "internal_review"
    OTHER = "other"


class Role(StrEnum):
    """What a letter does with a provision it names."""

    RELIED = "relied"  # the authority refuses on it
    MENTIONED = "mentioned"  # named, but not refused on: procedure, conditions, "we do not rely on"
    QUOTED = "quoted"  # appears only in somebody else's words


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table, in reading order; blocks do not overlap."""

    span: Span
    kind: BlockKind
    voice: Voice
    number: str = ""  # the label of a list item or numbered heading: "1", "a", "ii"
    parts: tuple[str, ...] = ()  # the questions it deals with, where the letter says so


@dataclass(frozen=True, slots=True)
class ProvisionUse:
    """A provision the letter names, with every place that names it."""

    cite: Cite
    role: Role
    spans: tuple[Span, ...]
    parts: tuple[str, ...] = ()  # the questions it is applied to, where the letter says so


@dataclass(frozen=True, slots=True)
class BalancePassage:
    """A public interest balance as it stands in a letter.

    ``heading_subject`` is what it says it weighs and ``argued_subject`` what its factors are
    about; the two differ in the commonest mistake (FOIA s.2(1)(b) against s.2(2)(b)).
    ``cites`` are the provisions it is about; empty when it names none.
    """

    span: Span
    cites: tuple[Cite, ...]
    heading_subject: Literal["confirmation", "disclosure", "unstated"]
    argued_subject: Literal["confirmation", "disclosure", "both", "unstated"]
    factors_for: tuple[Span, ...]
    factors_against: tuple[Span, ...]
    conclusion: Span | None


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """What the letter does with one question, or with several answered together."""

    numbers: tuple[str, ...]
    outcome: Outcome
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReviewRoute:
    """How to ask the authority to look again. FOIA s.17(7)(a); EIR reg.14(5)(a); FOISA s.19(b)."""

    span: Span
    ask_days: int | None  # working days in which to ask, where stated
    answer_days: int | None  # working days in which an answer is promised, where stated
    none_offered: bool = False  # the letter says that there is no procedure
    called_review: bool = True  # False: only "if you are dissatisfied, write to …"


@dataclass(frozen=True, slots=True)
class RegulatorRoute:
    """The right to go to a Commissioner. FOIA s.17(7)(b), s.50; FOISA s.19(b), s.47."""

    span: Span
    regulator: Literal["ICO", "SIC"]


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """A date that the letter gives, and where."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class LetterDates:
    """When the letter says it was sent and when it says the request came in."""

    sent: DatedPhrase | None = None
    received: DatedPhrase | None = None  # the date of receipt or, failing that, of the request
    review_asked: DatedPhrase | None = None  # when an internal review was asked for
    others: tuple[DatedPhrase, ...] = ()


AuthorityKind = Literal[
    "central", "council", "police", "nhs", "university", "school", "devolved", "other", "unknown"
]


@dataclass(frozen=True, slots=True)
class AuthorityReading:
    """Who writes, so far as the letter shows it."""

    name: str = ""
    kind: AuthorityKind = "unknown"
    scottish: bool = False  # a Scottish public authority, to which FOISA applies (FOISA s.3)


@dataclass(frozen=True, slots=True)
class Shows:
    """What the letter shows, each with its place (None: not shown)."""

    ncnd: Span | None = None  # says that it neither confirms nor denies
    held: Span | None = None  # says that information is held
    not_held: Span | None = None  # says that something is not held
    supplied: Span | None = None  # supplies something
    withheld: Span | None = None  # withholds something
    balance: Span | None = None
    review: ReviewRoute | None = None
    regulator: RegulatorRoute | None = None  # the right to go to the Commissioner for its regime
    wrong_regulator: RegulatorRoute | None = None  # a route to the other Commissioner
    reuse: Span | None = None
    caveat: Span | None = None  # nothing is to be inferred
    refusal_notice: Span | None = None  # calls itself a refusal notice or names s.17
    reference: Span | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A response that has been read.

    Three strings of one length, so that a span in one is a span in all:

    ``text``  what the report carries;
    ``flow``  page furniture blanked, hard line breaks mended, quotes and dashes straightened;
    ``own``   ``flow`` in lower case with every voice but the authority's blanked out, one
              sentence a line (a newline stands after each sentence and block). A pattern with
              ``.`` on ``own`` therefore never leaves a sentence and never sees a quotation.
    """

    text: str
    flow: str
    own: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    regime: LetterRegime
    outcome: Outcome
    ncnd: bool
    authority: AuthorityReading
    questions: tuple[Question, ...]
    provisions: tuple[ProvisionUse, ...]
    balances: tuple[BalancePassage, ...]
    answers: tuple[PartAnswer, ...]
    shows: Shows
    dates: LetterDates
    reference: str = ""
    attachments: tuple[str, ...] = ()
    # Asked for by nearly every rule, so worked out once; ``notes`` holds what others work out.
    notes: dict[object, object] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _relied: tuple[ProvisionUse, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        relied = tuple(use for use in self.provisions if use.role is Role.RELIED)
        object.__setattr__(self, "notes", {})
        object.__setattr__(self, "_relied", relied)
        object.__setattr__(self, "_starts", tuple(span.start for span in self.sentences))

    @property
    def end(self) -> Span:
        """An empty span at the end of the text: where something missing is reported."""
        return Span(len(self.text), len(self.text))

    def relied(self) -> tuple[ProvisionUse, ...]:
        """The provisions on which the authority refuses."""
        return self._relied

    def excerpt(self, span: Span, limit: int = 160) -> str:
        """The words at ``span`` on one line, cut at ``limit`` characters."""
        words = " ".join(self.flow[span.start : min(span.end, span.start + limit + 1)].split())
        cut = span.end - span.start > limit
        return words[:limit].rstrip() + ("…" if cut else "")

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds ``position`` (of whichever voice)."""
        index = bisect_right(self._starts, position) - 1
        return self.sentences[max(index, 0)] if self.sentences else Span(position, position)

    def block_at(self, position: int) -> Block | None:
        """The block that holds ``position``, if any."""
        for block in self.blocks:
            if block.span.start <= position < block.span.end:
                return block
        return None

    def spoken_by(self, voice: Voice) -> Iterator[Block]:
        """The blocks in one voice, in reading order."""
        return (block for block in self.blocks if block.voice is voice)
