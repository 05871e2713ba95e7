"""From all the mentions of a letter's provisions to those it refuses on."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from answerable import law
from answerable.letters.phrases import Phrase
from answerable.letters.reading.stances import Stance
from answerable.model import Cite, Regime, Voice

_Heard = Sequence[tuple[Cite, Voice, Stance]]


class _Case(Protocol):
    @property
    def ncnd(self) -> bool: ...
    @property
    def pure(self) -> bool: ...
    @property
    def withheld(self) -> bool: ...
    @property
    def not_held(self) -> bool: ...
    @property
    def supplied(self) -> bool: ...
    @property
    def review(self) -> bool: ...


#: Part I provisions on which a request as a whole is refused: cost, vexatious and repeated.
_REFUSALS = {Regime.FOIA: ("12", "14"), Regime.FOISA: ("12", "14")}
COST = Phrase(
    r"\b(?:exceed(?:s|ed|ing)?|over|beyond|above|in excess of|more than|longer than|greater than|outside)\b.{0,70}\b(?:limit|threshold|18 hours|eighteen hours|24 hours|twenty-?four hours|3\.5 days|40 hours)|\b(?:exceed|over|above|beyond|more than|in excess of)\w*.{0,40}£ ?(?:450|600|3,?500)|cost (?:limit|ceiling)|upper cost limit",
    "limit", "threshold", "hours", "£", "days", "ceiling",
)  # fmt: skip
_VEXED = Phrase(
    r"\b(?:is|are|was|as|to be|it|this|your request|request|be|being) (?:\w+ )?(?:vexatious|repeated|a repeat|substantially (?:similar|the same)|identical)\b|\bvexatious\b|\brepeat(?:ed)? (?:requests?|question)\b|same (?:question|request|information)|reasonable (?:interval|period|time)"
    r"|\b(?:satisfied|find|found|consider|think|believe|judge|decided|concluded|opinion|view) (?:that )?(?:it|yours|this|your (?:request|letter)) (?:is|to be|was|as) (?:such an?|one|of (?:that|this) (?:kind|sort)|just that|caught)\b",
    "vexatious", "repeat", "substantially", "identical", "same ", "reasonable ", "such a", "one", "of that", "of this", "just that", "caught",
)  # fmt: skip


def relied_on(heard: _Heard, own: str, case: _Case) -> set[Cite]:
    """The cites the letter refuses on."""
    claimed = {cite for cite, _, stance in heard if stance is Stance.CLAIMED}
    denied = {cite for cite, _, stance in heard if stance is Stance.DENIED}
    if case.review:
        claimed -= {cite for cite in denied if not _claimed_after(heard, cite)}
        if not claimed and _UPHELD.found(own):
            claimed = {c for c, _, s in heard if s is Stance.EARLIER and can_be_relied(c)} - denied
    for cite, _, stance in heard:
        if stance is Stance.HINTED and not any(
            _kin(other, cite) and (case.pure or not _lifts_another_duty(other, cite))
            for other in claimed
        ):
            claimed.add(cite)
    claimed |= _refused_as_a_whole(heard, own, denied, case)
    claimed = _settled(claimed, case.pure)
    if not claimed and (case.withheld or case.ncnd) and not case.review:
        claimed = _settled(_only_explained(heard, denied), case.pure)
    sent = case.supplied or case.not_held or case.review
    if not claimed and not (sent or case.withheld or _PUT_OFF.found(own)):
        # Nothing is sent and nothing is said to be missing: what it names, it refuses on.
        claimed = _settled(_only_spoken_of(heard, denied), case.pure)
    return claimed


def _claimed_after(heard: _Heard, cite: Cite) -> bool:
    """Whether a review drops a provision for one thing and then keeps it for another."""
    said = [
        stance
        for each, _, stance in heard
        if each == cite and stance in (Stance.CLAIMED, Stance.DENIED)
    ]
    return said[-1] is Stance.CLAIMED


_UPHELD = Phrase(
    r"uph(?:o|e)ld|(?:decision|response|reply|refusal|exemption)s? (?:was|were|is|stands?|remains?) ?(?:correct|right|rightly|properly|stand|in place)?|agree with(?! you\b)|\b(?:satisfied|content|agree|think|find|found|conclude|concluded|consider|view) (?:that )?(?:it|they|that|this) (?:is|was|were) (?:\w+ )?(?:correct|right|proper|sound|justified)\b",
    "satisfied", "content", "think", "find", "found", "conclu", "consider", "view", "upheld", "uphold", "correct", "right", "stand", "agree", "remain",
)  # fmt: skip


# Beside section 12: "130 hours, past the 18 it sets", "that spares us", "so with regret we turn to section 12".
_TOO_DEAR = Phrase(
    r"\b(?:past|pass(?:es|ed)?|top(?:s|ped|ping)?|outstrip\w*|outrun\w*|breach\w*|burst\w*|break\w*|double|treble|twice|times) (?:the |our |that |by |over )?(?:\w+ ){0,2}(?:limit|ceiling|threshold|cap|maximum|18|24|40|eighteen|twenty-?four|£)"
    r"|\b(?:sets?|fixe[sd]|allow(?:s|ed)?|permit(?:s|ted)?|limit of|limited to|ceiling of|maximum of|against(?: the| our| a limit of)?|stops? (?:us )?at|(?:as )?(?:opposed to|compared with)) (?:us )?(?:only |just |the )?(?:18|eighteen|24|twenty-?four|40|forty|£ ?(?:450|600|3,?500))\b"
    r"|\b(?:more|longer|further) (?:\w+ ){0,2}than (?:the law |the act |it |is )?(?:section 12|allow|permit|let|requir|we (?:need|have|must))|\b(?:twice|\w+ times) (?:over|what)\b"
    r"|\b(?:excus|reliev|spar|free|releas|absolv|let|stop|sav|dispens)(?:es|s|e)? (?:us|the \w+|me|it)(?: from| of| off| at| here)\b|\b(?:turn(?:ed)?|fall(?:en)? back|resort(?:ed)?|rest(?:ed)?|driven|recourse) (?:up)?(?:on|to) (?:the provisions of )?section 1[24]\b|\bsection 1[24](?: ?\([12]\))?,? (?:is|being|as) (?:our|the) (?:ground|basis|reason|authority|answer)\b|\bcost refusal\b",
    "limit", "ceiling", "threshold", "cap", "maximum", "18", "24", "40", "eighteen", "twenty", "forty", "£", "excus", "reliev", "spar", "free", "releas", "absolv", "let", "stop", "sav", "dispens", "section 1", "cost refusal", "more ", "longer", "further", "twice", "times",
)  # fmt: skip
# "Section 12(1) means we do not have to answer."
_NO_DUTY = Phrase(
    r"section 1[24](?:\([12]\))?[^\n]{0,40}\b(?:(?:not|need not) (?:have|oblig\w+|requir\w+|need|bound|compelled)?.{0,12}(?:answer|comply|deal|reply|respond|go further|undertake)|excuses|relieves|lets us off)",
    "section 12", "section 14",
)  # fmt: skip


# "We have not relied on it here since you have not asked for them."
_NOT_USED = Phrase(r"\bnot (?:relied|relying|rely) on (?:it|that|this)\b", "not rel")


def _refused_as_a_whole(heard: _Heard, own: str, denied: set[Cite], case: _Case) -> set[Cite]:
    """Section 12 or 14 named beside words that say what they say of this request."""
    found: set[Cite] = set()
    if _NOT_USED.found(own):
        return found
    for number, phrase in (("12", COST), ("14", _VEXED)):
        named = [
            (cite, stance)
            for cite, voice, stance in heard
            if cite.number == number
            and voice in (Voice.AUTHORITY, Voice.STATUTE)
            and _is_refusal(cite)
            and stance is not Stance.EARLIER
        ]
        if not named or any(cite.number == number for cite in denied):
            continue
        if any(s is Stance.CLAIMED for _, s in named):
            if number == "14" and "repeated request" in own:  # told of, beside section 14(1)
                found |= {cite for cite, _ in named if cite.parts[:1] == ("2",)}
            continue
        dear = number == "12" and not phrase.found(own) and _TOO_DEAR.found(own)
        if ((dear or phrase.found(own)) and not case.supplied) or _NO_DUTY.found(own):
            found |= {cite for cite, _ in named}
    return found


# "As section 36 is subject to the public interest test we need more time."
_PUT_OFF = Phrase(
    r"\b10\(3\)|\bregulation 7\b|\bextend|\bextension|\b(?:more|further|additional|extra|longer) (?:time|period)\b|\bnot (?:yet )?(?:settled|decided|reached|concluded)\b|\b(?:may|might|could) be (?:relevant|exempt|engaged)\b",
    "10(3)", "regulation 7", "exten", "time", "period", "not ", "may be", "might be", "could be",
)  # fmt: skip


def _only_spoken_of(heard: _Heard, denied: set[Cite]) -> set[Cite]:
    """The exemptions that the authority names in sentences of its own, and denies nowhere."""
    ours = [each for each in heard if each[1] is Voice.AUTHORITY and not _is_refusal(each[0])]
    if denied or any(stance is Stance.WONDERED for _, _, stance in ours):
        return set()
    return {cite for cite in _only_explained(ours, denied) if cite.parts}


def _only_explained(heard: _Heard, denied: set[Cite]) -> set[Cite]:
    """Something is kept back, and the only exemptions named are explained: it is on those."""
    named = {
        cite
        for cite, voice, stance in heard
        if voice in (Voice.AUTHORITY, Voice.STATUTE)
        and stance in (Stance.SPOKEN, Stance.WONDERED, Stance.CLAIMED)
        and can_be_relied(cite)
    }
    return {c for c in named - denied if c.parts} or (named - denied)


@lru_cache(maxsize=4_096)
def can_be_relied(cite: Cite) -> bool:
    """Whether a request can be refused on ``cite``: an exemption, or section 12 or 14."""
    if _is_condition(cite):
        return False
    if law.is_exemption(cite):
        return True
    if cite.regime.environmental:  # "regulation 12(5)(h)" does not exist and is relied on so
        return cite.number in ("10", "12") and cite.parts[:1] == ("5",) and not law.exists(cite)
    if _is_refusal(cite):
        return True
    # A limb that does not exist, or is another Act's, of a section that exempts: the letter
    # refuses on it all the same.
    if not law.is_exemption(cite.whole):
        return False
    return not law.exists(cite) or (cite.parts[:1] == ("1",) and len(cite.parts) > 1)


def _is_refusal(cite: Cite) -> bool:
    return cite.number in _REFUSALS.get(cite.regime, ()) and (
        not cite.parts or cite.parts[0] in ("1", "2")
    )


def leads_on(cite: Cite) -> bool:
    """Whether ``cite`` is the exemption that leads on to the Regulations, FOIA and FOISA s.39."""
    return cite.number == "39" and not cite.regime.environmental


def deciding(relied: list[Cite]) -> list[Cite]:
    """What something is refused on: without what only leads on to an exception relied on."""
    if not any(cite.regime.environmental for cite in relied):
        return relied
    return [cite for cite in relied if not leads_on(cite)]


_PERSONAL = {("FOIA", "40"), ("FOISA", "38"), ("EIR", "13"), ("EISR", "11")}


def _is_condition(cite: Cite) -> bool:
    """A condition that goes with a limb: s.40(3A)(a), FOISA s.38(2A)(a), EIR reg.13(2A)(a)."""
    if not cite.parts:
        return False
    first = cite.parts[0]
    if (cite.regime.value, cite.number) in _PERSONAL:
        if first in ("3", "4", "6", "7", "8") and cite.regime is Regime.FOIA:
            return True
        return first in ("2A", "2B", "3A", "3B", "4A")
    return cite.regime is Regime.FOIA and cite.number == "31" and first == "2"


def _kin(one: Cite, other: Cite) -> bool:
    """Limbs of one exemption; an environmental exception is a paragraph, 12(5)(a)."""
    depth = 2 if one.regime.environmental else 0
    return one.whole == other.whole and one.parts[:depth] == other.parts[:depth]


def _lifts_another_duty(claimed: Cite, hinted: Cite) -> bool:
    """Whether one part is neither confirmed nor denied and another withheld, on one exemption."""
    return law.is_ncnd_limb(claimed) and not law.is_ncnd_limb(hinted)


def _settled(claimed: set[Cite], pure_ncnd: bool) -> set[Cite]:
    kept = set(claimed)
    if any(cite.regime.environmental for cite in claimed):
        # The exemption for environmental information only leads to the Regulations. In Scotland
        # it is claimed to that end, by its limb.
        kept -= {c for c in claimed if leads_on(c) and (c.regime is Regime.FOIA or not c.parts)}
    for cite in claimed:
        others = [other for other in claimed if other != cite and other.whole == cite.whole]
        # "Section 43 deals with …" beside a limb of section 43; "s.31(1)" beside "s.31(1)(a)".
        if any(other.within(cite) for other in others) or (
            pure_ncnd
            and not law.is_ncnd_limb(cite)
            and law.exists(cite)
            and any(map(law.is_ncnd_limb, others))
        ):
            kept.discard(cite)
    return kept
