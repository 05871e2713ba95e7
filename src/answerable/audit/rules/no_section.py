"""Information is refused and no exemption is cited at all.

FOIA s.17(1)(b), EIR reg 14(3)(a), FOISA s.16(1)(c), EI(S)R reg 13(b): the notice must specify the
exemption. A description ("data protection",
"commercially sensitive") is not a specification.
"""

from bisect import bisect_right
from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import duty_to, foia, names_a_ground
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.letters.reading import plain_no, shows
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    Severity,
    Voice,
)

RULE = Rule(
    code="SN104",
    slug="no-section",
    cites=(foia("17", "1", "b"),),
    why=(
        "An applicant who is told only that something is confidential or a matter of data "
        "protection cannot test the refusal: the Act names the exemptions, and the notice must "
        "name the one relied on."
    ),
    fix=(
        "Cite the exemption relied on, down to its limb, for each thing withheld; or disclose it."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when something is withheld and no exemption, cost or other provision is relied on."""
    withheld = letter.shows.withheld
    duty = duty_to("specify", letter)
    if letter.outcome in _PART_ONE and duty is not None and not letter.relied():
        yield from _no_part_one(letter)
        return
    if withheld is None or duty is None or letter.ncnd:
        return
    if letter.relied():
        yield from _of_a_part(letter, duty)
        return
    if letter.outcome not in (Outcome.REFUSED, Outcome.PARTIAL) or _invalid(letter):
        return
    if _LOOSELY.found(letter.own):
        return
    flat = letter.outcome is Outcome.REFUSED or _refuses_a_part(letter)
    plain = flat and not names_a_ground(letter)
    yield RULE.finding(
        letter,
        withheld,
        "The notice withholds information and cites no exemption, which "
        f"{duty} requires it to specify.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
        cites=(duty,),
    )


def _refuses_a_part(letter: Letter) -> bool:
    """Whether a numbered question is refused outright, beside others that are answered."""
    return any(
        answer.outcome is Outcome.REFUSED
        and any(plain_no.says_no(letter.own, *span) for span in answer.spans)
        for answer in letter.answers
    )


# "S40.2 with s40.3A.a", "the second subsection of section forty-three": cited, though oddly.
_LOOSELY = Phrase(
    r"\bs(?:ection|ect|ec|\.)? ?(?:2[1-9]|3\d|4[0-4])\.\d|\bsection (?:twenty|thirty|forty)\b|\breg(?:ulation|\.)? ?1[0-3]\.\d|\bregulation (?:ten|eleven|twelve|thirteen)\b",
    "s2", "s3", "s4", "s 2", "s 3", "s 4", "s.", "section ", "sect", "sec", "reg",
)  # fmt: skip

# What a refusal for cost, or of a vexatious or repeated request, has to name, and which duty asks.
_PART_ONE = {Outcome.COST_LIMIT: "12", Outcome.VEXATIOUS: "14", Outcome.REPEATED: "14"}
_STATES = {
    "FOISA": (Cite(Regime.FOISA, "16", ("4",)), Cite(Regime.FOISA, "16", ("5",))),
    "EIR": (Cite(Regime.EIR, "14", ("3", "a")),) * 2,
    "EISR": (Cite(Regime.EISR, "13", ("b",)),) * 2,
}
_CALLED = Phrase(
    r"\b(?:vexatious|repeated request|(?:cost|appropriate|fees?) limit|too (?:long|costly)|£(?:450|600))",
    "vexatious", "repeated", "limit", "too ", "£",
)  # fmt: skip


def _no_part_one(letter: Letter) -> Iterator[Finding]:
    """A refusal under Part I that names no provision at all. FOIA s.17(5); FOISA s.16(4)-(5)."""
    number = _PART_ONE[letter.outcome]
    if any(use.cite.number == number for use in letter.provisions):
        return
    cost, other = _STATES.get(letter.regime, (foia("17", "5"),) * 2)
    duty = cost if number == "12" else other
    yield RULE.finding(
        letter,
        _CALLED.search(letter.own) or letter.shows.withheld,
        f"The notice refuses the request and names no provision, which {duty} asks it to state.",
        cites=(duty,),
        fix="Name the provision on which the request is refused, down to its limb.",
    )


def _of_a_part(letter: Letter, duty: Cite) -> Iterator[Finding]:
    """A question refused in a passage that names no provision, beside others that do."""
    cited = [span for use in letter.provisions for span in use.spans]
    for answer in letter.answers:
        spans = answer.spans
        if answer.outcome is not Outcome.REFUSED or not any(
            shows.withheld(letter.own, *span) for span in spans
        ):
            continue
        if not any(p.start <= at.start < p.end for at in cited for p in spans):
            yield RULE.finding(
                letter,
                spans[0],
                f"The answer to question {', '.join(answer.numbers)} withholds information and names "
                f"no exemption, which {duty} requires.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
                cites=(duty,),
            )
            return


def _invalid(letter: Letter) -> bool:
    """A request turned away as no request at all is another matter."""
    return "not a valid request" in letter.own or "section 8" in letter.own


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Something is kept back, and no provision is named for it or anywhere in the letter."""
    duty = duty_to("specify", letter)
    if duty is None or letter.ncnd:
        return
    if not letter.relied():
        yield from _none_named(letter, duty)
        return
    for reason, numbers in _REASONS:
        taken = next(plainly(reason, _NOT_OUT, letter.own), None)
        if taken is not None and not any(use.cite.number in numbers for use in letter.provisions):
            yield RULE.hint(
                letter, taken, f"Check that an exemption is named for this; {duty} asks for it."
            )
            return
    cited = [span.start for use in letter.provisions for span in use.spans]
    blocks = [block.span for block in letter.blocks if block.voice is Voice.AUTHORITY]
    starts = [span.start for span in blocks]
    for withheld in _KEPT.among(letter.own):
        place = bisect_right(starts, withheld.start) - 1
        beside = blocks[max(0, place - 1) : place + 2]
        if place < 0 or any(beside[0].start <= at < beside[-1].end for at in cited):
            continue
        yield RULE.hint(
            letter, withheld, f"Check that an exemption is named for this; {duty} asks for it."
        )
        return


_OUT = r"(?:remov|redact|blank|black|tak|cross|mask|obscur|delet|omit|withh|kept back|held back|left out|not (?:includ|giv|provid|disclos|releas|suppl|nam|send|shar)|(?:can ?not|can't|unable to) (?:giv|provid|disclos|releas|suppl|nam|send|shar|tell))\w*\b"
_FOR = r"[^.;\n]{0,70}\b(?:for|due to|because of|owing to|on (?:the )?(?:grounds|basis) of|in line with|in accordance with|to comply with|under|on account of|as|by reason of|to protect)\b[^.;\n]{0,30}"
# Something is taken out for a reason that has an exemption of its own, and the letter, which names
# others, never names that one: "The names have been blanked out for data protection reasons."
_REASONS = (
    (
        Phrase(
            rf"\b{_OUT}{_FOR}\b(?:data protection|(?:uk )?gdpr|privacy|personal (?:data|information|details)|individuals' identit\w+)\b"
            r"|\b(?:under|because of|due to|owing to|for|by reason of) (?:the )?(?:data protection|(?:uk )?gdpr|privacy)\b[^.;\n]{0,40}\b(?:leave|left|leaving|take|taken|taking|remov\w+|redact\w+|withh\w+|(?:can ?not|can't) (?:be )?(?:giv|nam|includ|disclos|releas|tell|shar)\w*)\b"
            r"|\b(?:personal|third[- ]party|private) (?:data|information|details)\b[^.;\n]{0,30}\b(?:has|have|was|were|is|are)(?: been| being)? (?:redact|remov|withh|taken out|blanked|omitted|blacked)\w*",
            "data protection", "gdpr", "privacy", "personal", "identit",
        ),
        ("40", "38", "13", "11", "41"),
    ),
    (
        Phrase(
            rf"\b{_OUT}{_FOR}\b(?:commercial(?:ly)? (?:sensitiv\w+|confiden\w+|reasons|interests?|in confidence)|business confiden\w+)\b",
            "commercial", "business confid",
        ),
        ("43", "33", "12", "10", "41", "36"),
    ),
    (
        Phrase(
            rf"\b{_OUT}{_FOR}\b(?:legal(?:ly)? privileg\w+|legal advice|legal professional)\b",
            "legal",
        ),
        ("42", "36", "12", "10"),
    ),
)  # fmt: skip
# "Nothing has been removed", "your own name": kept from nobody.
_NOT_OUT = Phrase(
    r"\b(?:no|nothing|none|never|without) (?:\w+ ){0,4}(?:been|is|are|was|were|has|have|being)\b|\byour (?:own )?(?:name|address|details|personal)|\bprivacy (?:notice|policy|statement)|\bif (?:you|we|any|the)\b|\b(?:may|might|would) be\b",
    "no ", "nothing", "none", "never", "without", "your ", "privacy ", "if ", "may be", "might be", "would be",
)  # fmt: skip
# Said of the information outright.
_KEPT = Phrase(
    r"\b(?:it|they|this|these|that|(?:the|those) \w+)(?: information)? (?:will|is|are|can|have|has) (?:therefore |also )?(?:not (?:be |been |being )?(?:releas|disclos|suppl|provid|given|sent)\w*|(?:been |being )?(?:withheld|kept back|refused))\b|\b(?:confidential|sensitive|private)\b[^.\n]{0,40}\b(?:is|are|will be|has been|have been) (?:therefore |being )?(?:withheld|kept back|not)\b",
    "not", "not ", "withheld", "kept back", "refused",
)  # fmt: skip
# A refusal in any words, or a reason or a test that belongs to one: "due to data protection we can't
# tell you it", "the public interest in holding on to it is the greater", "the relevant exemption".
_DECLINES = Phrase(
    r"(?:\b(?:can|could|will|wo|do|does|would|are|is|may|shall|must|have)(?: ?not|n't)|\bcannot|\bunable to|\bnot able to|\bnot (?:prepared|willing|minded|going|in a position|permitted|allowed|free|at liberty|possible) to|\bwon't|\bdecline[sd]? to|\brefuse[sd]? to|\bregret(?: that we)? (?:cannot|can't)|\bunwilling to|\bprevent(?:s|ed)? (?:us )?from) (?:therefore |now |be able to |be |go on to |agree to )?(?:tell|give|send|share|show|let|release|disclose|supply|provide|hand|pass|make|publish|reveal|name|say who|help|assist|answer|oblige|copy|allow|part with|go into|accede|comply|meet|furnish|offer|open|discuss)"
    r"|\b(?:act|law|legislation|regulations) (?:does|do) not (?:require|oblige|compel|entitle|ask|give|expect)\b|\b(?:giving|handing|letting|sending|making|releas\w+|disclos\w+|publish\w+|publication|telling|showing|sharing) (?:it|this|that|them|these|those|you|the \w+|any\w*)?(?: \w+){0,3} (?:would|could|might|may|is likely to) (?:\w+ )?(?:tell|help|harm|be|breach|put|lead|let|show|allow|enable|damage|prejudice|undermine|upset|reveal|give|expose|endanger|assist)\b|\b(?:keep|keeping|kept) (?:it|this|that|them|these|those|the \w+) (?:\w+ )?(?:to ourselves|private|secret|confidential|back|from|where|under)\b|\b(?:so|therefore|accordingly|hence) (?:the )?(?:answer|reply) (?:is|must be) no\b|\bsay no\b|\bturn (?:you|it|this|your) (?:\w+ )?down\b|\b(?:confidential(?:ity)?|sensitiv\w+|privileged?|data protection|gdpr|privacy|private (?:matter|thing)|personal (?:data|information)|commercial in confidence|commercially|unfinished|work in progress|still (?:being|in) (?:draft|prepar|develop)\w*|draft form|internal (?:document|matter|use)|not for (?:public|release|circulation|publication|disclosure))\b"
    r"|\b(?:the|that|this|an|which|relevant|appropriate|usual|statutory) (?:\w+ ){0,2}?(?:exemption|exception)s?\b|\b(?:the )?(?:act|regulations|law|legislation|rules) (?:makes? (?:\w+ )?provision|provides?|allows?|permits?|lets?|protects?|entitles?|exempts?|has an? exemption|contains?|recogni[sz]es?)\b|\bpublic interest in (?:keeping|holding|maintaining|withholding|not|protecting|refusing|retaining|confidential)\w*|\b(?:not disclosed|not released|kept back|held back|withheld|refused|turned down|keeping (?:it|them|this|that|these) (?:back|to ourselves|private|confidential)|out of reach|taken out|blacked out|redacted|removed)\b",
    "not ", "n't ", "cannot", "unable", "declin", "refuse", "regret", "unwilling", "prevent", "confidential", "sensitiv", "privileg", "data protection", "gdpr", "privacy", "private", "personal", "commercial", "unfinished", "progress", "still ", "draft", "internal", "exempti", "excepti", "would", "could", "might", "may ", "likely to", "keep", "kept", "is no", "be no", "say no", "turn ", "act ", "regulations ", "law ", "legislation ", "rules ", "public interest", "kept back", "held back", "withheld", "turned down", "keeping", "reach", "taken out", "blacked", "redacted", "removed",
)  # fmt: skip
_NO_MATTER = Phrase(
    r"\bcommissioner\b|\binternal review\b|\bcomplain|\bre-?us|\bif you\b|\bshould you\b|\bnothing (?:has been|is|was)\b|\bno (?:part|exemption|information) (?:of|has|is|was|applies)|\b(?:not|n't|no longer) (?:hold|held|apply|have (?:it|this|any|a)|exist|kept|record)",
    "commissioner", "review", "complain", "re-us", "reus", "if you", "should you", "nothing", "no ", "not ", "n't ",
)  # fmt: skip
_REFUSES = (Outcome.REFUSED, Outcome.PARTIAL, Outcome.FULL, Outcome.OTHER, Outcome.CLARIFICATION)


def _none_named(letter: Letter, duty: Cite) -> Iterator[Finding]:
    """A letter that names no ground, sends nothing, and yet gives a reason for keeping something."""
    if letter.outcome not in _REFUSES or names_a_ground(letter) or _invalid(letter):
        return
    if letter.shows.supplied is not None or letter.shows.not_held is not None:
        return
    if _LOOSELY.found(letter.own):
        return
    for span in plainly(_DECLINES, _NO_MATTER, letter.own):
        yield RULE.hint(
            letter, span, f"Check that an exemption is named for this; {duty} asks for it."
        )
        return
