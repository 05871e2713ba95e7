"""Several exemptions thrown over several things, with no word on which covers which.

FOIA s.17(1): the notice specifies the exemption in question for the information withheld.
"""

from collections.abc import Iterator, Sequence

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, judged_by_foia, part_two, wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.topic import stems
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, ProvisionUse, Span

RULE = Rule(
    code="SN112",
    slug="exemption-not-mapped",
    cites=(foia("17", "1"),),
    why=(
        "Each exemption has its own test. Where several are cited for several documents the "
        "applicant must be able to tell which test each document failed."
    ),
    fix=(
        "Say for each document or question which exemption applies to it; a short table does it "
        "best."
    ),
)

_PARTS = Phrase(
    r"\b(?:part|question|item|point|document|annex)s? ?\(?(?:\d{1,2}|[a-h])\)?\b",
    "part",
    "question",
    "item",
    "point",
    "document",
    "annex",
)


# "It has not been practicable to say which of them each of the exemptions covers."
_UNSAID = Phrase(
    r"\b(?:not|n't) (?:been |be )?(?:practicable|possible|able|necessary|propose|intend)\b.{0,30}\b(?:say|show|tell|identify|specify|set out) which\b.{0,80}\b(?:exemption|exception|section|regulation)s?\b"
    r"|\b(?:not|n't) (?:show|say|tell|indicate|mark|record)\w* which is which\b|\b(?:not|n't) (?:distinguish|differentiate)\w* between the (?:two )?(?:exemptions|sections)\b",
    "which", "distinguish", "differentiate",
)  # fmt: skip


# "Some of the information is also exempt under section 44(1)(a)": of which is not said.
_SOME_ALSO = Phrase(
    r"\b(?:some|parts?|portions?|elements?|sections|much|a number|certain|several|others?|the rest) (?:of )?(?:the|this|that|these|those|it|them|what) ?[^.;:\n]{0,60}\b(?:also|additionally|in addition|further|likewise|as well|alternatively)\b[^.;\n]{0,60}\b(?:exempt\w*|withheld|engag\w+|falls?|covered|caught|section \d|sections \d)",
    "also", "addition", "further", "likewise", "as well", "alternatively",
    needs=("some", "part", "portion", "element", "sections", "much", "a number", "certain", "several", "other", "the rest"),
)  # fmt: skip
# The part is told: by its pages, by its name, in a table.
_TOLD_WHICH = Phrase(
    r"\b(?:namely|that is\b|i\.e|viz|pages?|paragraphs?|sections? \d{1,2}\.\d|chapters?|appendi\w+|annex\w*|table|schedule|marked|identified|listed|shown|specifically|being|names?|addresses|figures?|e-?mails? (?:of|from|between|dated)|(?:those|ones|parts|passages) (?:that|which|on|about|from|of|in|where)|question|item|\(?[a-h]\))\b",
    "namely", "that is", "i.e", "viz", "page", "paragraph", "section", "chapter", "appendi", "annex", "table", "schedule", "marked", "identified", "listed", "shown", "specifically", "being", "name", "addresses", "figure", "mail", "those", "ones", "parts", "passages", "question", "item", "a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)",
)  # fmt: skip


def _some_also(letter: Letter) -> Span | None:
    """Where a second exemption is laid over "some of the information", and over which is not said."""
    for span in _SOME_ALSO.among(letter.own):
        line = line_at(letter.own, span.start)
        before_cite = Span(line.start, span.end)
        cited = any(
            line.start <= place.start < line.end for use in letter.relied() for place in use.spans
        )
        if cited and not _TOLD_WHICH.found(letter.own, *before_cite):
            return span
    return None


def _is_told_by_name(letter: Letter, relied: Sequence[ProvisionUse]) -> bool:
    """Whether the clauses that claim the exemptions name different things that were asked for.

    "The minutes are withheld under section 44(1)(a); the tenders under section 41(1)."
    """
    asked = [stems(question.text) for question in letter.questions]
    if len(asked) < 2:
        return False
    named = []
    for use in relied:
        words = frozenset(w for span in use.spans for w in stems(_clause(letter.own, span)))
        named.append(frozenset(at for at, each in enumerate(asked) if not words.isdisjoint(each)))
    return all(named) and len(set(named)) == len(named)


def _clause(own: str, span: Span) -> str:
    """The words from the last semicolon before ``span`` to the next, within the sentence."""
    line = line_at(own, span.start)
    start = max(line.start, own.rfind(";", line.start, span.start) + 1)
    end = own.find(";", span.end, line.end)
    return own[start : line.end if end < 0 else end]


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when two sections or more cover two questions or more without any mapping."""
    unsaid = _UNSAID.search(letter.own)
    if unsaid is not None:
        yield RULE.finding(
            letter,
            unsaid,
            "The letter itself says that it does not show which exemption applies to what, which "
            f"{foia('17', '1')} supposes.",
        )
        return
    relied = [use for use in part_two(letter) if not use.cite.regime.environmental]
    sections = {use.cite.number for use in relied}
    some = _some_also(letter) if len(sections) > 1 and judged_by_foia(letter) else None
    if some is not None and not letter.ncnd:
        yield RULE.finding(
            letter,
            some,
            "The notice lays a second exemption over some of the information and does not show over "
            f"which, as {foia('17', '1')} supposes.",
            certainty=Certainty.LIKELY,
        )
        return
    if len(sections) < 2 or len(letter.questions) < 2 or wholly_ncnd(letter):
        return
    if letter.outcome not in (Outcome.REFUSED, Outcome.PARTIAL) or not judged_by_foia(letter):
        return
    if any(use.parts for use in relied) or len(letter.answers) > 1 or _PARTS.found(letter.own):
        return
    if _is_told_by_name(letter, relied):
        return
    yield RULE.finding(
        letter,
        relied[0].spans[0],
        "The notice does not show which exemption applies to which part of the information, "
        f"which {foia('17', '1')} supposes.",
        certainty=Certainty.LIKELY,
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Two exemptions or more, and none of them is tied to a question."""
    relied = part_two(letter)
    several = len({_exemption(use.cite) for use in relied}) > 1
    if not several or wholly_ncnd(letter):
        return
    if not any(use.parts for use in relied) and not _is_told_by_name(letter, relied):
        yield RULE.hint(
            letter,
            relied[0].spans[0],
            "Check that the notice shows which exemption applies to what.",
        )


def _exemption(cite: Cite) -> tuple[str, ...]:
    """A section; under the Regulations, whose exceptions share one, its paragraph."""
    return (cite.number, *(cite.parts[:2] if cite.regime.environmental else ()))
