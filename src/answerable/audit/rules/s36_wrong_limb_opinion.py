"""The qualified person's opinion covers another limb than the one relied on.

FOIA s.36(2): the opinion must be about the limb, and the likelihood, that is claimed.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, ProvisionUse, Regime, Severity, Span

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
    r"(?:his|her|their|an?|the|reasonable|my|[a-z-]{2,20}['’]s) opinion\b|opinion (?:that|of the qualified|covers|was|is|concerned|dealt)|^opinion:",
    "opinion",
)

# The same without the word: "the qualified person was persuaded on 2 May that …".
_FOUND = Phrase(
    r"\bqualified person\b.{0,120}\b(?:found|view|satisfied|decided|persuaded|accept\w*|agreed?|content|considers?|considered|thinks?|thought|concluded)\b|\b(?:found|view|satisfied|decided|persuaded|accepted|agreed|content|considered|thought|concluded)\b.{0,80}\bqualified person\b",
    "qualified person",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the sentences about the opinion cite limbs and a limb relied on is not among them."""
    uses = [
        u
        for u in letter.relied()
        if u.cite.number == "36" and len(u.cite.parts) > 1 and u.cite.parts[0] == "2"
    ]
    if not uses:
        return
    found = list(_by_limbs(letter, uses))
    gap = None if found else _gap(letter)
    if gap is not None:
        found = [
            RULE.hint(
                letter,
                gap,
                "The letter itself says that the opinion goes less far than the refusal.",
            )
        ]
    yield from found


def _by_limbs(letter: Letter, uses: list[ProvisionUse]) -> Iterator[Finding]:
    """Where the limbs of the opinion, cited or told in words, are not those relied on."""
    told_by = _OPINION if "opinion" in letter.own else _FOUND
    lines = [_with_words(letter, _line(letter, span)) for span in told_by.among(letter.own)]
    covered = {
        use.cite
        for use in letter.provisions
        if use.cite.number == "36" and len(use.cite.parts) > 1 and use.cite.parts[0] == "2"
        for span in use.spans
        if any(line.start <= span.start < line.end for line in lines)
    }
    yield from _another_by_its_words(letter, uses, lines)
    if len(uses) == 1:
        found = list(_of_the_other(letter, uses[0], lines)) or _of_another(letter, uses[0], lines)
        yield from found[:1]
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
        limb = _limb(use.cite)
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


#: All that an opinion may say of a limb, in the Act's words or in plain ones.
_OF = {
    ("b", "i"): Phrase(
        r"advi[cs]|guidance|recommend\w+|counsel\b|candour|candid|frank", "advi", "guidance", "recommend", "counsel", "cand", "frank",
    ),
    ("b", "ii"): Phrase(
        r"views|deliberat|discuss|debat|exchang|argu(?:e|ment|ing)|talk|speak|opinions\b|thinking|disagree|candour|candid|frank|meeting", "views", "deliberat", "discuss", "debat", "exchang", "argu", "talk", "speak", "opinions", "thinking", "disagree", "cand", "frank", "meeting",
    ),
    ("c",): Phrase(
        r"effective|conduct|otherwise|affairs|running|divert|diversion|distract|disrupt|management|operation|efficien|resourc|work of\b|administration",
        "effective", "conduct", "otherwise", "affairs", "running", "diver", "distract", "disrupt", "management", "operation", "efficien", "resourc", "work of", "administration",
    ),
}  # fmt: skip


def _of_another(letter: Letter, use: ProvisionUse, lines: list[Span]) -> list[Finding]:
    """One limb is relied on; all that is told of the opinion is of another one."""
    limb = _limb(use.cite)
    told = {
        each
        for each, words in _OF.items()
        if any(words.found(letter.own, line.start, line.end) for line in lines)
    }
    if limb not in _OF or not told or limb in told:
        return []
    return [
        RULE.hint(
            letter,
            use.spans[0],
            f"{use.cite} is relied on; what the letter tells of the opinion is in the words of "
            "another limb.",
        )
    ]


# "She was not asked about prejudice to the conduct of affairs, but that follows from what she said."
_WHO = r"(?:she|he|(?:that|the|his|her|their|this|its) (?:\w+ ){0,2}?opinion|opinion|qualified person|monitoring officer|chief executive|vice-?chancellor|chief constable|principal|minister|secretary of state|commissioner|chair\w*|chief officer|proprietor|speaker|which)"
_GAP = Phrase(
    rf"\b{_WHO}\b[^.,;]{{0,25}}?(?:\bnot|\bnever|n't) (?:\w+ )?(?:asked|consulted|shown|see|seen|mention\w*|cover\w*|extend\w*|express\w*|address\w*|look\w*|given|sent|put|include\w*|refer\w*|touch\w*|go|reach\w*|deal\w*|turn\w*|speak|spoke|say|consider\w*|have before)\b|\b{_WHO}\b[^.,;]{{0,25}}?\b(?:(?:expressed|gave|had|offered|formed) no (?:view|opinion)|(?:is|was) silent|(?:says?|said) nothing|stops? short|stopped short)\b"
    r"|\b(?:opinion|view)\b[^.]{0,60}\b(?:carr(?:y|ies|ied) over|by extension|stretch\w*|may be taken to|can be taken to|read across|serves? for both|must equally|equally (?:true|applies|apply)|apply it to)\b|\b(?:carr(?:y|ies|ied|ying) (?:it |that |this |her |his |the )?(?:opinion |view )?over|by extension|read (?:it |that |this )?across|stretch\w*)\b[^.]{0,60}\b(?:opinion|view|limb|36\(2\))"
    r"|\b(?:different|another|other) (?:limb|exemption|paragraph|head|ground)\b[^.]{0,40}\b(?:from|to|than) (?:the one|that)\b[^.]{0,40}\bopinion\b|\bon the strength of (?:it|that|this|hers?|his|theirs)\b|\bno (?:separate |further |fresh |second |new )?opinion (?:was|has been|is) (?:sought|obtained|given|taken|asked)\b[^.]{0,40}\b(?:on|for|about|as to|under)\b",
    "not ", "never", "n't", "no view", "no opinion", "silent", "nothing", "short", "confined", "limited", "restricted", "over", "extension", "stretch", "taken to", "across", "both", "equally", "apply it", "different", "another", "other ", "opinion", "strength of",
    needs=("asked", "consult", "shown", "see", "mention", "cover", "exten", "express", "address", "look", "given", "sent", "put", "includ", "refer", "touch", " go", "reach", "deal", "turn", "spe", "spoke", "say", "said", "consider", "before", "no view", "no opinion", "silent", "short", "confined", "limited", "restricted", "over", "stretch", "taken to", "across", "both", "equally", "apply it", "different", "another", "other ", "obtained", "sought", "taken", "strength"),
)  # fmt: skip
# What is not claimed needs no opinion; and the person has no part in other things.
_NOT_CLAIMED = Phrase(
    r"\b(?:do|does|did|have|has|are|is)(?: not|n't) (?:\w+ )?(?:claim|rel(?:y|ied)|appl|engag|us(?:e|ed)\b|pursu)|\b(?:only|solely|just) (?:the latter|the former|on (?:the )?(?:latter|former|\d|that|section|limb))|\b(?:not|never|n't) (?:taken|read|relied|claimed|pursued|see (?:any|that|how|why|what))|\bnor (?:does|do|is|are)\b|\bso neither\b|\breview\b|\bcommissioner(?:'s office)?\b|\bpublic interest\b|\bnot (?:asked|seen|given) (?:any )?(?:to|until|before|lightly)\b|\bnot put\b[^.]{0,20}\bhigher\b|\bnot go (?:so far|as far|further)\b",
    "not", "n't", "only", "solely", "just", "never", "nor ", "so neither", "review", "commissioner", "public interest",
)  # fmt: skip


def _gap(letter: Letter) -> Span | None:
    """Where the letter says what the qualified person did not see, say or consider."""
    if not _PERSON.found(letter.own):
        return None
    return next(plainly(_GAP, _NOT_CLAIMED, letter.own), None)


_PERSON = Phrase(r"qualified person|opinion", "qualified person", "opinion")


def _covers(letter: Letter, limbs: list[ProvisionUse], relied: set[Cite]) -> bool:
    """Whether what is told of the opinion has words of every limb, but those that are not claimed."""
    for use in limbs:
        if use.cite not in relied and not all(
            _NOT_CLAIMED.found(letter.own, *_line(letter, span)) for span in use.spans
        ):
            return False
    lines = [_with_words(letter, _line(letter, span)) for span in _OPINION.among(letter.own)]
    return all(
        any(words.found(letter.own, line.start, line.end) for line in lines)
        for use in limbs
        if use.cite in relied and (words := _OF.get(_limb(use.cite))) is not None
    )


def _limb(cite: Cite) -> tuple[str, ...]:
    return cite.parts[1:3] if cite.parts[1:2] == ("b",) else cite.parts[1:2]


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
        and not _covers(letter, limbs, relied)
    ):
        yield RULE.hint(
            letter, limbs[0].spans[0], "Check that the opinion covers each limb that is relied on."
        )
