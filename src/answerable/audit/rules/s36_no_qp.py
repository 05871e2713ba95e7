"""Section 36 without the opinion of the qualified person.

FOIA s.36(2) and (5). Statistical information needs none (s.36(4)).
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, ProvisionUse, Severity, Span

RULE = Rule(
    code="EX110",
    slug="s36-no-qp",
    cites=(
        foia("36", "2"),
        foia("36", "5"),
    ),
    why=(
        "The exemption exists only if the person named by the Act holds a reasonable opinion "
        "that the harm would, or would be likely to, follow. The view of an officer or an "
        "office is not that."
    ),
    fix=(
        "Obtain the opinion of the qualified person on each limb before refusing, and say who "
        "gave it and when; or disclose."
    ),
)
_QUALIFIED = Phrase(
    r"qualified person|(?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister|secretary of state|speaker|proprietor|chair of governors|chief officer|commissioner)\b.{0,80}(?:opinion|considers|is satisfied|has given|gave|formed the view)|\b(?:she|he) (?:takes|took|formed|holds|held|is of|was of) (?:the|a) (?:view|opinion)\b.{0,40}\breasonabl|\b(?:person|one|officer|minister)\b.{0,30}\b(?:authori[sz]e[sd]?|names?|appoints?|designated?) \w{0,4} ?(?:in|for|by|under|to)\b.{0,80}\bopinion|opinion (?:of|from|given by) (?:the|our) (?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister|secretary of state|chief officer|commissioner|speaker)",
    "qualified person", "opinion", "considers", "satisfied", "given", "gave", "formed", "took", "takes", "held", "holds", "view",
)  # fmt: skip
_OPINION = Phrase(
    r"in the opinion of|(?:our|the) opinion|we (?:are of the opinion|consider|believe)",
    "opinion",
    "consider",
    "believe",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.36(2) is relied on and no qualified person's opinion is shown."""
    use = next(
        (
            u
            for u in letter.relied()
            if u.cite.number == "36"
            and not u.cite.regime.scottish
            and u.cite.parts[:1] in ((), ("2",), ("3",))
        ),
        None,
    )
    if use is None or "statistical information" in letter.own:
        return
    if _QUALIFIED.found(letter.own):
        yield from _not_yet(letter, use.cite)
        return
    yield RULE.finding(
        letter,
        _place(letter, use),
        f"{use.cite} is relied on and the notice does not show the opinion of the qualified person, "
        f"which {foia('36', '2')} requires.",
        certainty=Certainty.LIKELY if (told := _OFFICE.found(letter.own)) else Certainty.SURE,
        severity=Severity.MEDIUM if told else None,
    )


_FAR = 1_500  # characters: what stands further from the cite is about something else


def _place(letter: Letter, use: ProvisionUse) -> Span:
    """Whoever's opinion it is that stands for section 36; the cite where there is none.

    Not "we believe" in what is said of another provision: looked for from the paragraph of the
    cite, or the provision named before it, to the one named next.
    """
    others = [o for each in letter.provisions if each.cite.number != "36" for o in each.spans]
    for span in use.spans:
        opens = [b.span.start for b in letter.blocks if b.span.start <= span.start < b.span.end]
        start = max([*opens, *(each.end for each in others if each.end <= span.start)], default=0)
        end = min([span.end + _FAR, *(each.start for each in others if each.start >= span.end)])
        found = _OPINION.search(letter.own, start, min(end, len(letter.own)))
        if found is not None:
            return found
    return use.spans[0]


# "The Monitoring Officer is away until June and will give her opinion then."
_TO_COME = Phrase(
    r"\b(?:will|shall|is to|are to|has yet to|have yet to|yet to|not (?:yet )?(?:been )?(?:asked|consulted|given|available|obtained|able)|n't (?:yet )?(?:been )?(?:asked|consulted|given)|to be (?:asked|obtained|sought|consulted)|pending|await\w*|until (?:he|she|they)|when (?:he|she|they) (?:is|are|returns?|comes?)|on leave|away|vacant|in (?:the|his|her|their) absence|on (?:the|his|her|their) behalf|in place of|instead of|standing in|deputi[sz]\w+|delegat\w+|(?:did|have|has|had)(?: not|n't) (?:\w+ )?(?:trouble|ask|consult|put|seek|sought|obtain|go to|need|think)\w*|without (?:troubling|asking|consulting|needing|the))\b",
    "will", "shall", "is to", "are to", "yet to", "not ", "n't", "to be ", "pending", "await", "until ", "when ", "leave", "away", "vacant", "absence", "behalf", "place of", "instead", "standing in", "deput", "delegat", "without",
)  # fmt: skip
_GIVEN = Phrase(
    r"\b(?:gave|given (?:on|by|his|her|their|a|an|the)|was of the|is of the|formed|signed|held|found|reached|recorded|was satisfied|is satisfied|considers|agreed|decided|confirmed|took the view|reasonable opinion is)\b",
    "gave", "given", "was of", "is of", "formed", "signed", "held", "found", "reached", "recorded", "satisfied", "considers", "agreed", "decided", "confirmed", "took", "opinion is",
)  # fmt: skip
# "The deputy signed the opinion in the absence of the Chief Executive."
_ANOTHER = Phrase(
    r"\bin (?:the|his|her|their) absence\b|\bon behalf of\b|\bdeput(?:y|ies|i[sz]\w+)\b|\bdelegat\w+|\bstanding in\b|\binstead of\b|\bin place of\b",
    "absence", "behalf", "deput", "delegat", "standing in", "instead", "in place",
)  # fmt: skip


def _not_yet(letter: Letter, cite: Cite) -> Iterator[Finding]:
    """The qualified person is spoken of only to say that the opinion is still to come, or another's."""
    places = list(_PERSON.among(letter.own))
    lines = [line_at(letter.own, span.start) for span in places]
    given = [line for line in lines if _GIVEN.found(letter.own, *line)]
    if not lines or not all(_ANOTHER.found(letter.own, *line) for line in given):
        return
    late = next(
        (s for s, at in zip(places, lines, strict=True) if _TO_COME.found(letter.own, *at)), None
    )
    if late is not None:
        yield RULE.hint(
            letter,
            late,
            f"{cite} is relied on, and the qualified person seems not to have given an opinion yet; "
            f"{foia('36', '2')} asks for it first.",
        )


_PERSON = Phrase(
    r"qualified person|\bopinion\b|\b(?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister|secretary of state|chair|chief officer)\b",
    "qualified person", "opinion", "officer", "executive", "constable", "chancellor", "principal", "minister", "secretary", "chair",
)  # fmt: skip
# "In a council it is the Monitoring Officer. On 12 August she signed her opinion."
_OFFICE = Phrase(
    r"\b(?:monitoring officer|chief executive|chief constable|vice-?chancellor|principal|minister|secretary of state|chair|clerk|director general|permanent secretary)\b|\bstanding authori[sz]ation\b|\b(?:his|her|their) (?:reasonable |signed )?opinion\b",
    "officer", "chief", "chancellor", "principal", "minister", "secretary", "chair", "clerk", "director", "authori", "opinion",
)  # fmt: skip
