"""A refusal that gives only the words of the law, and no reason of its own.

FOIA s.17(1)(c), FOISA s.16(1)(d), EIR reg 14(3), EI(S)R reg 13(b): say why the exemption applies, unless that is apparent.
"""

from collections.abc import Iterator
from itertools import takewhile

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import duty_to, foia, part_two
from answerable.audit.wordings.exceptions import harm_exceptions
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.reasons import has_reasons
from answerable.audit.wordings.spared import reasons_spared
from answerable.audit.wordings.weighed import before_weighing
from answerable.letters.phrases import Phrase
from answerable.model import (
    BlockKind,
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Severity,
    Span,
    Voice,
)

RULE = Rule(
    code="SN108",
    slug="why-missing",
    cites=(foia("17", "1", "c"),),
    why=(
        "Citing a section does not explain it. The applicant, a reviewer and the Commissioner "
        "need to see what in this information brings the exemption into play."
    ),
    fix=(
        "Say in a sentence or two what it is about this information that makes the exemption "
        "apply, short of disclosing what is exempt."
    ),
)
_APPARENT = ("21", "22", "22A")  # why these apply goes without saying
_OUTCOMES = (Outcome.REFUSED, Outcome.NCND, Outcome.PARTIAL)
_PLAIN = (Outcome.REFUSED, Outcome.PARTIAL)
# A review that takes up another exemption is a refusal of its own for that.
_NEW = Phrase(
    r"\b(?:now|also|additionally|in addition|further(?:more)?|as well|instead)\b.{0,60}\b(?:rel(?:y|ies|ied|ying)|appl(?:y|ies|ied)|cit(?:e|es|ed)|"
    r"claim|invok|exempt)|\b(?:new|further|additional|another) exemption",
    "now", "also", "addition", "further", "as well", "instead", "new exem", "another exem",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when exemptions are relied on and no sentence gives a reason of its own."""
    duty = duty_to("why", letter)
    fresh = letter.outcome is Outcome.INTERNAL_REVIEW and _NEW.found(letter.own)
    if duty is None or not (letter.outcome in _OUTCOMES or fresh):
        return
    if reasons_spared(letter):
        return
    relied = part_two(letter)
    if not relied:
        yield from _unnamed(letter, duty)
        return
    silent = _by_17_4(letter)
    if silent is not None:
        yield _finding(letter, silent, relied[0].cite, duty, plain=False)
        return
    if all(use.cite.number in _APPARENT for use in relied):
        return
    bare = _bare_part(letter)
    if bare is not None and not harm_exceptions(letter):
        yield _finding(letter, bare, relied[0].cite, duty, plain=False)
        return
    if has_reasons(letter, outside_balance=True):
        if fresh and not harm_exceptions(letter):
            yield from _taken_up_bare(letter, duty)
        return
    if harm_exceptions(letter):  # eir-not-engaged speaks of these
        return
    plain = not has_reasons(letter, outside_balance=False) and letter.outcome in _PLAIN
    plain = plain and not duty.regime.environmental
    # To say of what class it is may be all there is to say.
    plain = plain and not all(_is_class(use.cite) for use in relied)
    yield _finding(letter, relied[0].spans[0], relied[0].cite, duty, plain=plain)


# "Section 17(4) applies … No further explanation will be given."
_NO_WORD = Phrase(
    r"\b(?:no|not|n't|\w+n't|without|nor) (?:[a-z]+ ){0,6}?(?:explanations?|reasons?|statement|explain|say why|elaborate)\b",
    "explanation", "reason", "statement", "explain", "say why", "elaborate",
)  # fmt: skip


def _by_17_4(letter: Letter) -> Span | None:
    """Where the letter leaves out its reasons altogether, by the section that spares what would disclose."""
    for use in letter.provisions:
        if use.cite.number == "17" and use.cite.parts[:1] == ("4",) and _NO_WORD.found(letter.own):
            return None if has_reasons(letter, outside_balance=True) else use.spans[0]
    return None


def _taken_up_bare(letter: Letter, duty: Cite) -> Iterator[Finding]:
    """A review takes up another exemption in a passage that gives no reason for it."""
    taken = _NEW.search(letter.own)
    if taken is None:
        return
    block = letter.block_at(taken.start)
    if block is None or block.voice is not Voice.AUTHORITY:
        return
    named = [
        (place, use.cite)
        for use in part_two(letter)
        for place in use.spans
        if block.span.start <= place.start < block.span.end
    ]
    below = takewhile(
        lambda other: other.kind is not BlockKind.HEADING,
        (other for other in letter.blocks if other.span.start > block.span.start),
    )
    passage = (block.span, *(other.span for other in below))
    if len(named) == 1 and not has_reasons(letter, outside_balance=False, within=passage):
        place, cite = named[0]
        yield _finding(letter, place, cite, duty, plain=False)


def _is_class(cite: Cite) -> bool:
    row = law.provision(cite)
    return row is not None and row.kind == "class"


def _finding(letter: Letter, where: Span, cite: Cite, duty: Cite, *, plain: bool) -> Finding:
    return RULE.finding(
        letter,
        where,
        f"The notice does not show why {cite} applies to this information, required by {duty}.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
        cites=(duty,),
    )


def _bare_part(letter: Letter) -> Span | None:
    """Where a question is refused in a passage of its own with a cite and no reason."""
    if letter.outcome is not Outcome.PARTIAL:
        return None
    refused = [answer for answer in letter.answers if answer.outcome is Outcome.REFUSED]
    if len(refused) != 1 or len(letter.answers) < len(letter.questions):
        return None
    spans = refused[0].spans
    named = [
        place
        for use in part_two(letter)
        for place in use.spans
        if any(span.start <= place.start < span.end for span in spans)
    ]
    if not named or has_reasons(letter, outside_balance=True, within=spans, joined=True):
        return None
    # What is said of it under a heading of its own elsewhere is a reason too.
    elsewhere = has_reasons(letter, outside_balance=True, joined=True)
    return None if elsewhere else named[0]


def _unnamed(letter: Letter, duty: Cite) -> Iterator[Finding]:
    """A refusal that names no exemption, and says nothing that could be its reason."""
    if letter.outcome is not Outcome.REFUSED or letter.shows.withheld is None:
        return
    if has_reasons(letter, outside_balance=False, joined=True):
        return
    yield RULE.finding(
        letter,
        letter.shows.withheld,
        f"The notice refuses and gives no reason of its own, required by {duty}.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
        cites=(duty,),
    )


# A sentence of which so many words are its own explains something.
_EXPLAINS = 8


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Few words outside the balance say why an exemption applies."""
    if reasons_spared(letter):
        return
    uses = [use for use in part_two(letter) if use.cite.number not in _APPARENT]
    if letter.outcome is Outcome.EXTENSION and not uses:
        # Section 17(2): the time is for the balance alone; the exemption and its reasons are due.
        uses = [
            use
            for use in letter.provisions
            if law.is_exemption(use.cite) and use.cite.number not in _APPARENT
        ]
        lines = [line_at(letter.own, span.start) for use in uses for span in use.spans]
        if uses and not has_reasons(letter, outside_balance=True, within=lines):
            yield RULE.hint(
                letter,
                uses[0].spans[0],
                f"Check that the letter says why {uses[0].cite} may apply; only the balance may wait.",
            )
        return
    # To neither confirm nor deny is often explained in the balance alone.
    outside = letter.outcome is not Outcome.NCND
    if uses and not (
        has_reasons(letter, outside_balance=outside, least=_EXPLAINS)
        and (not outside or _tells_why(letter))
    ):
        yield RULE.hint(
            letter, uses[0].spans[0], f"Check that the notice says why {uses[0].cite} applies."
        )


_TELLS = 4  # the same, where what is said in the weighing is left out


def _tells_why(letter: Letter) -> bool:
    """Whether a reason stands apart from the weighing, which may stand in the same paragraph."""
    return has_reasons(letter, outside_balance=True, least=_TELLS, within=before_weighing(letter))
