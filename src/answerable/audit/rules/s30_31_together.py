"""Sections 30(1) and 31(1) claimed for the same information.

FOIA s.31(1) covers only information not exempt under s.30. The limbs 30(3) and 31(3) may both be
used.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, ProvisionUse

RULE = Rule(
    code="EX107",
    slug="s30-31-together",
    cites=(
        foia("31", "1"),
        foia("30", "1"),
    ),
    why=(
        "The opening words of section 31 exclude what section 30 already covers. Claiming both "
        "shows that the class was not tested."
    ),
    fix=("Choose one; or claim section 31 in the alternative, in those words, or for other parts."),
)
_ALTERNATIVE = Phrase(
    r"alternativ|in case section 30|if (?:it is )?not (?:exempt|covered)",
    "alternativ",
    "section 30",
    "if ",
)
# "On section 30(1)(b) or, if that is wrong, on section 31(1)(b)."
_OR_ELSE = Phrase(
    r"\b(?:if|should) (?:that|this|it|we|either|section 30|s\.? ?30|the (?:first|former|commissioner|\w+))\b[^.]{0,60}\b(?:wrong|not|mistaken|fails?|rejected|disagree\w*|cannot|n't)\b|\bfailing (?:that|which|it|section)|\bonly (?:if|where|in so far)\b|\binsofar as\b.{0,40}\bnot\b|\bin default\b|\bor else\b",
    "if ", "should ", "failing", "only ", "insofar", "default", "or else",
)  # fmt: skip


# "They cover different papers and are not used together for any."
_FOR_DIFFERENT = Phrase(
    r"\b(?:cover|covers|concern|concerns|appl(?:y|ies|ied)|relates? to|claimed|used|relied on|made)\b[^.;\n]{0,20} (?:different|separate|distinct|other) (?:papers|documents|information|parts|records|material|items|passages|pages|questions)\b|\bnot (?:both )?(?:used|claimed|relied (?:up)?on|applied) (?:together|for the same)\b",
    "different ", "separate ", "distinct ", "other ", "together", "the same",
    needs=("cover", "concern", "appl", "relate", "claimed", "used", "relied", "made"),
)  # fmt: skip
# "The file: section 30(1)(a)(i) …", "The complaints (2): section 31(1)(g) …".
_THING = compiled(
    r"(?:the|those|these|our|your) (?P<thing>(?:[\w'-]+ ){0,3}[\w'-]+)(?: \(\w{1,3}\))?: (?:the exemption (?:in|at) )?$"
)
_NO_THING = compiled(r"exempt|ground|section|reason|provision|law|investigat|prejudice|harm|test")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when both disclosure limbs are relied on for the same part, with no "alternative"."""
    first = next(
        (
            u
            for u in letter.relied()
            if u.cite.number == "30" and u.cite.parts[:1] in (("1",), ("2",))
        ),
        None,
    )
    second = next((u for u in letter.relied() if u.cite.within(foia("31", "1"))), None)
    if first is None or second is None or _in_turn(letter, second):
        return
    if first.cite.regime != second.cite.regime or _apart(letter, first, second):
        return
    if first.parts and second.parts and not set(first.parts) & set(second.parts):
        return
    yield RULE.finding(
        letter,
        second.spans[0],
        f"{first.cite} and {second.cite} are relied on for the same information; "
        f"{foia('31', '1')} covers only what section 30 does not.",
    )


def _apart(letter: Letter, first: ProvisionUse, second: ProvisionUse) -> bool:
    """Whether the letter says that each is for other papers than the other."""
    if _FOR_DIFFERENT.found(letter.own):
        return True
    ours, theirs = _things(letter, first), _things(letter, second)
    return bool(ours) and bool(theirs) and not ours & theirs


def _things(letter: Letter, use: ProvisionUse) -> set[str]:
    """What stands before a provision at the head of its line: "The complaints (2): section 31"."""
    found = set()
    for span in use.spans:
        lead = _THING.fullmatch(letter.own, line_at(letter.own, span.start).start, span.start)
        if lead is not None and not _NO_THING.search(lead["thing"]):
            found.add(lead["thing"])
    return found


def _in_turn(letter: Letter, second: ProvisionUse) -> bool:
    """Whether section 31 is claimed only in case section 30 does not apply."""
    if _ALTERNATIVE.found(letter.own):
        return True
    return any(
        _OR_ELSE.found(letter.own, *line_at(letter.own, span.start)) for span in second.spans
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Both sections are relied on, if for different parts."""
    relied = letter.relied()
    first = next((u for u in relied if u.cite.within(foia("30"))), None)
    second = next((u for u in relied if u.cite.within(foia("31"))), None)
    if (
        first is not None
        and second is not None
        and not letter.ncnd
        and not _in_turn(letter, second)
        and not _apart(letter, first, second)
    ):
        yield RULE.hint(
            letter,
            second.spans[0],
            "Check that sections 30 and 31 are not claimed for the same information.",
        )
