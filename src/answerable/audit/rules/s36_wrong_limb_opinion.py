"""The qualified person's opinion covers another limb than the one relied on.

FOIA s.36(2): the opinion must be about the limb, and the likelihood, that is claimed.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse, Regime, Severity, Span

RULE = Rule(
    code="EX111",
    slug="s36-wrong-limb-opinion",
    cites=(foia("36", "2"),),
    why=(
        "An opinion on one limb does not engage another. The commonest slip is an opinion on "
        "frank exchange of views carried over to the effective conduct of public affairs."
    ),
    fix=("Rely only on the limbs that the opinion covers, or go back to the qualified person."),
)
_OPINION = Phrase(
    r"(?:his|her|their|an?|the|reasonable|my|person's|officer's|executive's) opinion\b|opinion (?:that|of the qualified|covers|was)",
    "opinion",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the sentences about the opinion cite limbs and a limb relied on is not among them."""
    uses = [
        u
        for u in letter.relied()
        if u.cite.number == "36" and len(u.cite.parts) > 1 and u.cite.parts[0] == "2"
    ]
    if not uses or "opinion" not in letter.own:
        return
    lines = [_with_words(letter, _line(letter, span)) for span in _OPINION.among(letter.own)]
    covered = {
        use.cite
        for use in letter.provisions
        if use.cite.number == "36" and len(use.cite.parts) > 1 and use.cite.parts[0] == "2"
        for span in use.spans
        if any(line.start <= span.start < line.end for line in lines)
    }
    yield from _another_by_its_words(letter, uses, lines)
    if len(uses) == 1:
        yield from _of_the_other(letter, uses[0], lines)
    for use in uses:
        if covered and not any(use.cite.within(cite) or cite.within(use.cite) for cite in covered):
            shown = ", ".join(sorted(cite.short for cite in covered))
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} is relied on; the opinion described covers {shown} only.",
                cites=(use.cite,),
            )
            return


#: What an opinion says when it is about a limb, in the words of the Act's three heads.
_OF_LIMB = {
    ("b", "i"): Phrase(r"provision of advice|giv(?:e|ing) (?:of )?advice", "advice"),
    ("b", "ii"): Phrase(r"exchange of views|deliberat", "exchange of views", "deliberat"),
    ("c",): Phrase(
        r"effective conduct|otherwise.{0,30}prejudice", "effective conduct", "otherwise"
    ),
}


def _another_by_its_words(
    letter: Letter, uses: list[ProvisionUse], lines: list[Span]
) -> Iterator[Finding]:
    """Two limbs are relied on, and what is told of the opinion has the words of one alone."""
    told = {
        limb
        for limb, words in _OF_LIMB.items()
        if any(words.found(letter.own, line.start, line.end) for line in lines)
    }
    for use in uses:
        limb = use.cite.parts[1:3] if use.cite.parts[1] == "b" else use.cite.parts[1:2]
        if len(told) == 1 and limb in _OF_LIMB and limb not in told and len(uses) > 1:
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} is relied on; what the letter tells of the opinion is about another "
                "limb.",
                certainty=Certainty.LIKELY,
                cites=(use.cite,),
            )
            return


#: The words of a limb that no other shares, and those that may be of either.
_ALONE: dict[tuple[str, ...], tuple[Phrase, Phrase]] = {
    ("b", "i"): (
        Phrase(r"exchange of views", "exchange of views"),
        Phrase(r"advice|advis", "advi"),
    ),
    ("b", "ii"): (
        Phrase(r"provision of advice", "provision of advice"),
        Phrase(r"views|deliberat|discuss|debate", "views", "deliberat", "discuss", "debate"),
    ),
}


def _of_the_other(letter: Letter, use: ProvisionUse, lines: list[Span]) -> Iterator[Finding]:
    """One limb of section 36(2)(b) is relied on, and the opinion has the words of the other alone."""
    if use.cite.parts[1:3] not in _ALONE:
        return
    theirs, either = _ALONE[use.cite.parts[1:3]]
    if any(theirs.found(letter.own, *line) for line in lines) and not any(
        either.found(letter.own, *line) for line in lines
    ):
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{use.cite} is relied on; what the letter tells of the opinion has the words of the "
            "other limb of section 36(2)(b).",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
            cites=(use.cite,),
        )


def _line(letter: Letter, span: Span) -> Span:
    start = letter.own.rfind("\n", 0, span.start) + 1
    end = letter.own.find("\n", span.end)
    return Span(start, len(letter.own) if end < 0 else end)


def _with_words(letter: Letter, line: Span) -> Span:
    """The line with the next one, where that gives the words of the opinion."""
    after = letter.own[line.end + 1 : line.end + 40]
    return _line(letter, Span(line.start, line.end + 2)) if after.startswith(_GIVES) else line


_GIVES = ("it is that", "it was that", "it is in these words", "it was in these words", "it reads", "it says", "it states", "in these words")  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """More limbs of s.36(2) are named than are relied on, or the other way about."""
    limbs = [
        u
        for u in letter.provisions
        if u.cite.number == "36"
        and u.cite.parts[:1] == ("2",)
        and u.cite.regime is Regime.FOIA
        and len(u.cite.parts) > 1
    ]
    relied = {u.cite for u in letter.relied()}
    if (
        "opinion" in letter.own
        and len({u.cite.parts[:3] for u in limbs}) > 1
        and any(u.cite in relied for u in limbs)
    ):
        yield RULE.hint(
            letter, limbs[0].spans[0], "Check that the opinion covers each limb that is relied on."
        )
