"""Neither confirming nor denying, on a limb that only exempts disclosure.

FOIA s.2(1) with the subsection that removes the duty to confirm or deny; s.17(1)(b), s.17(3)(a).
"""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import (
    disclosure_limbs_cited,
    foia,
    on_no_such_limb,
    wholly_ncnd,
)
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse, Role, Severity, Span

RULE = Rule(
    code="NC101",
    slug="ncnd-wrong-limb",
    cites=(
        foia("17", "1", "b"),
        foia("17", "3", "a"),
        foia("2", "1"),
    ),
    why=(
        "The Act removes the duty to confirm or deny and the duty to disclose by different "
        "subsections, each with its own balance. A refusal to confirm or deny that rests, or "
        "ends, on a subsection about disclosure leaves the first duty standing, and reads as if "
        "something were held."
    ),
    fix=(
        "Rely, and conclude, on the subsection that removes the duty to confirm or deny (24(2), "
        "31(3), 40(5B) and so on)."
    ),
    fix_under={
        "FOISA": (
            "Rely on section 18(1), name the exemption that would apply, and say why it would be "
            "contrary to the public interest to reveal whether the information exists or is held."
        ),
        "EIR": (
            "Rely, and conclude, on regulation 12(6), which works for the interests in regulation "
            "12(5)(a) alone, or on regulation 13(5A) for personal data; for any other exception "
            "say whether the information is held."
        ),
        "EISR": (
            "Rely, and conclude, on regulation 10(8), which works for the interests in regulation "
            "10(5)(a) alone, or on regulation 11(6) for personal data; for any other exception "
            "say whether the information is held."
        ),
    },
)
_DECIDES = Phrase(
    r"favour|outweigh|balance|conclu|withh|determined|covered by|decided|exempt under|refus|not be releas|public interest lies|lies in",
    "favour", "outweigh", "balance", "conclu", "withh", "determined", "covered", "decided", "exempt", "refus", "releas", "lies",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when no NCND limb is relied on, or when a conclusion falls back on a disclosure limb."""
    if not wholly_ncnd(letter):
        yield from islice(map(partial(_for_a_part, letter), on_no_such_limb(letter)), 1)
        return
    # A limb that is no more had its day as one that lifts the duty: nonexistent-limb says that.
    relied = tuple(
        u for u in letter.relied() if not (u.cite.number == "40" and u.cite.parts[:1] == ("5",))
    )
    by_18 = letter.regime == "FOISA" and any(use.cite.number == "18" for use in letter.provisions)
    if relied and not by_18 and not any(law.is_ncnd_limb(use.cite) for use in relied):
        # "Regulation 10(8) permits this", and more is said of the interests behind it.
        named = any(
            law.is_ncnd_limb(use.cite) and use.role is not Role.QUOTED for use in letter.provisions
        )
        yield RULE.finding(
            letter,
            relied[0].spans[0],
            f"The letter neither confirms nor denies on {relied[0].cite}, which does not remove "
            f"the duty to confirm or deny; {_would(relied[0])}.",
            certainty=Certainty.LIKELY if named else Certainty.SURE,
            severity=Severity.MEDIUM if named else None,
            cites=(*RULE.cites, relied[0].cite),
        )
        return
    if letter.regime == "FOISA":  # section 18 there works by naming the exemption behind it
        return
    for use in disclosure_limbs_cited(letter):
        span = next((span for span in use.spans if _concludes(letter, span)), None)
        if span is not None:
            yield RULE.finding(
                letter,
                span,
                f"The letter concludes on {use.cite}, which exempts disclosure; the reasons "
                f"required by {foia('17', '3', 'a')} must be about {_limbs(use)}.",
                severity=Severity.HIGH,
                cites=(foia("17", "3", "a"), foia("2", "1"), use.cite),
            )
            return


def _for_a_part(letter: Letter, use: ProvisionUse) -> Finding:
    return RULE.finding(
        letter,
        use.spans[0],
        f"One part is neither confirmed nor denied on {use.cite}, which does not remove the duty "
        f"to confirm or deny; {_would(use)}.",
        cites=(*RULE.cites, use.cite),
    )


def _limbs(use: ProvisionUse) -> str:
    return " or ".join(str(cite) for cite in law.ncnd_limb_for(use.cite)[:2]) or "another provision"


def _would(use: ProvisionUse) -> str:
    """What would remove the duty; under the Regulations most exceptions have no such limb."""
    if use.cite.regime.environmental and not law.ncnd_limb_for(use.cite):
        return "the Regulations have no such provision for it"
    return f"{_limbs(use)} would"


# "… information which is, or if it were held would be, exempt under section 30(1)"
_SUPPOSED = compiled(
    r"(?:\bif (?:it|they|the information|any|there|such \w+) (?:were|was|is|are)\b(?: to be)?|\bwere (?:it|any|the information) held|\b(?:which|that) (?:is|are), or\b|\bwould,? (?:if|were)\b|\bwere (?:\w+ ){1,6}held\b|\bwould (?:also |then |itself |themselves |necessarily )?be (?:exempt|covered|caught)\b|\bwould have been (?:held|exempt)\b).{0,120}$"
)


# "Where that condition is met regulation 11(2)(a) does not call for a balance": nothing is concluded.
_NO_BALANCE = compiled(
    r"\b(?:(?:do|does|did|is|are) not (?:\w+ )?(?:call|ask|require|need|subject)|needs? no|without (?:a|any))\b[^\n]{0,40}\b(?:balance|balancing|public interest)"
)


# "This is not a section 40(2) refusal, which could be used only if …"
_NOT_THAT = compiled(
    r"\b(?:is|are|was|were)(?: not|n't) (?:an? |under |on |made under |given under )?$"
)


def _concludes(letter: Letter, span: Span) -> bool:
    start = letter.own.rfind("\n", 0, span.start) + 1
    sentence = max(start, letter.own.rfind(". ", 0, span.start))
    before = letter.own[sentence : span.start]
    if _SUPPOSED.search(before) or _NOT_THAT.search(before):
        return False
    end = letter.own.find("\n", span.end)
    if _NO_BALANCE.search(letter.own, span.end, len(letter.own) if end < 0 else end):
        return False
    return _DECIDES.found(letter.own, start, len(letter.own) if end < 0 else end)


# "Rivals would gain from either answer", "a bare yes would tell", "that a bid was ever made".
_EITHER = Phrase(
    r"\b(?:either (?:answer|reply|way|response|statement)|an? (?:bare |plain |simple )?(?:yes|no|denial|confirmation|acknowledgement)\b|yes or (?:a )?no|the (?:fact of (?:its|their|any)|existence|very existence) (?:of|or)?|acknowledg\w+ (?:that|whether|if|the existence)|whether (?:or not )?(?:a|an|any|such|there|it|we|information|records?) [^.\n]{0,60}\b(?:held|exists?|made|received|sent|taken|opened|recorded|is|are|was|were)\b|to answer (?:at all|would)|answering (?:at all|would))",
    "either ", "a yes", "a no", "bare ", "plain ", "simple ", "denial", "confirmation", "acknowledg", "yes or", "fact of", "existence", "whether", "to answer", "answering",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Nothing is said to be held, the question is whether it is, and the limb is one for disclosure."""
    shows = letter.shows
    if letter.ncnd or letter.regime == "FOISA" or shows.held or shows.supplied or shows.not_held:
        return
    use = next((u for u in letter.relied() if law.ncnd_limb_for(u.cite)), None)
    if use is None or any(law.is_ncnd_limb(u.cite) for u in letter.relied()):
        return
    if _EITHER.found(letter.own):
        yield RULE.hint(
            letter,
            use.spans[0],
            f"If this neither confirms nor denies, {use.cite} does not allow it; {_would(use)}.",
        )
