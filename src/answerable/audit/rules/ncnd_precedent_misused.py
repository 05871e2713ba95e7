"""A decision about another body is treated as if it settled this one.

Decision notices do not bind (FOIA s.50); they turn on their facts. Citing one in support is
proper.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Span

RULE = Rule(
    code="NC113",
    slug="ncnd-precedent-misused",
    cites=(foia("50"),),
    why=(
        "Each refusal stands on its own facts. A notice about somebody else may support the "
        "reasoning but cannot take its place."
    ),
    fix=(
        "Say what was the same and what was different in the case cited, and give the reasons "
        "for this one."
    ),
)
_SETTLES = Phrase(
    r"(?:already|has|have|previously) (?:been )?(?:decided|determined|settled|ruled on|resolved) (?:this|the) (?:point|matter|question|issue)|(?:settles|determines|decides|disposes of|concludes) (?:this|the) (?:point|matter|question|issue)|(?:bound|binding|binds)\b|(?:no|any) need (?:for .{0,40} )?to (?:consider|look|examine|reconsider)|(?:point|matter|question|issue) is (?:therefore |now )?(?:closed|settled|decided)|nothing (?:further|more|else) (?:that )?need (?:be )?(?:said|considered|added)|must (?:therefore )?follow|obliged to follow|cannot depart",
    "decided", "determine", "settle", "ruled", "resolved", "decides", "disposes", "conclude", "bound", "binding", "binds", "need", "closed", "follow", "depart",
)  # fmt: skip
_DECISION = Phrase(
    r"decision notice|commissioner|tribunal|\bico\b",
    "decision notice",
    "commissioner",
    "tribunal",
    "ico",
)


def _is_the_way_on(letter: Letter, span: Span) -> bool:
    """Whether the words tell what the Commissioner may do for the applicant."""
    route = letter.shows.regulator
    return route is not None and route.span.start <= span.start < route.span.end


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a decision is said to decide, bind or make consideration needless."""
    for span in _SETTLES.among(letter.own):
        line = line_at(letter.own, span.start)
        before = max(0, letter.own.rfind("\n", 0, max(0, line.start - 1)))
        if _is_the_way_on(letter, span):
            continue
        if _DECISION.found(letter.own, before, line.end):
            yield RULE.finding(
                letter,
                span,
                "The letter treats a decision about another body as if it settled this request; "
                "decisions of the Commissioner turn on their own facts.",
            )
            return
