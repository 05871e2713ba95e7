"""The provisions a letter names, and what it does with each.

Relied: the authority refuses on it. The matter behind a limb that removes the duty to confirm
or deny, conditions such as FOIA s.40(3A)(a), and procedural provisions are mentioned only.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from answerable import law
from answerable.law.cites import CiteHit, find
from answerable.model import Block, BlockKind, Cite, ProvisionUse, Regime, Role, Span, Voice

# Refusing words. Any of them in the sentence of a cite makes it relied on, unless denied.
_RELIES = re.compile(
    r"exempt|withh[eo]ld|refus|rel(?:y|ies|ied|iance|ying)\b|\bappl(?:y|ies|ied|ying|ication)\b|engag|claim|under (?:the )?(?:section|regulation|s\b|reg|exception|exemption)"
    r"|by virtue of|pursuant|in accordance with|disappl|does not arise|entitle|falls? (?:within|under|outside)|redact|removed|taken out|blanked|omitted|not (?:obliged|required)|excepted|exception|invok|neither confirm|manifestly|vexatious|cit(?:e|ed|ing)|excused|protected|not be (?:disclosed|released)|relieve"
)
# The provision is denied: "we do not rely on section 43", "section 12 has no place here".
_DENIED_BEFORE = re.compile(
    r"(?:(?:do|does|did|are|is|have|has|had|was|were|need|will|would|could|shall) ?(?:not|n't)|no longer|never|rather than|instead of|without|not(?: now)?|cannot|nor|withdrawn?|unlike|than|except(?:ion)? to|dropped?|abandon(?:ed|s)?)[ ]"
    r"(?:(?:now|currently|also|therefore|intend to|seek(?:ing)? to|need to|propose to|wish to|have to|be|been|say that)[ ]){0,2}"
    r"(?:(?:rely(?:ing)?|relied|appl(?:y|ying|ied|ies)|claim(?:ing|ed)?|us(?:e|ed|ing)|invok(?:e|ed|ing)|cit(?:e|ed|ing)|consider(?:ed|ing)?|refus(?:e|ed|ing)|treat(?:ed|ing)?|seeking|a refusal|engaged?|reliance|mak(?:e|ing)|going|ask(?:ed|ing)?|the|a|any|our)[ ]?){1,3}"
    r"(?:.{0,60})$|\bno (?:such )?(?:exemption|exception)s?\b.{0,50}$"
)
_DENIED_AFTER = re.compile(
    r"^.{0,70}?\b(?:(?:do|does|did|is|are|was|were|has|have|had|will|would) ?(?:not|n't) (?:been |be |now )?(?:appl|rel|engag|us|claim|aris|invok|relevant|a bar|needed|prevent|in play|allow|permit)"
    r"|has no (?:part|place|application|bearing|role)|(?:is|are) (?:no longer|withdrawn|irrelevant)|(?:plays?|had) no part)"
)
_LIFTED = re.compile(
    r"(?:duty|obligation|requirement|right).{0,60}(?:does|do|did) not (?:arise|apply)|disappl|not (?:obliged|required)|does not (?:arise|apply) (?:to|by virtue|because|in relation|where|under)"
)
_LISTED = re.compile(
    r"\b(?:exemptions?|exceptions?|provisions?|sections?|refus\w+|relying|withheld|decision)\b.{0,90}:$"
)


# "We refused this in February under section 43(2)": another decision than this one.
_EARLIER_DECISION = re.compile(
    r"(?:refused|withheld|relied|cited|applied|answered|claimed|told you)\b.{0,60}\b(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|our (?:first|original|earlier|previous|letter))|earlier|previously|originally|last (?:year|month|time)|on \d)\b.{0,40}$"
    r"|(?:previously|originally|earlier|initially|at first|first) (?:refused|withheld|relied|cited|applied|claimed).{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One cite at one place, with what was heard there."""

    cite: Cite
    span: Span
    voice: Voice
    relied: bool
    parts: tuple[str, ...]


def read_provisions(
    low: str, flow: str, own: str, blocks: list[Block], default: Regime | None, pure_ncnd: bool
) -> tuple[ProvisionUse, ...]:
    """Every provision named, each once, in the order first named.

    ``pure_ncnd``: the letter neither confirms nor denies and says of nothing that it is held;
    a limb that exempts disclosure is then not what it refuses on, if the limb that removes
    the duty is cited too.
    """
    mentions = list(_mentions(low, flow, own, blocks, default))
    relied = {mention.cite for mention in mentions if mention.relied}
    relied = _settle(relied, pure_ncnd)
    uses: dict[Cite, list[Mention]] = {}
    for mention in mentions:
        uses.setdefault(mention.cite, []).append(mention)
    return tuple(_use(cite, found, cite in relied) for cite, found in uses.items())


def _use(cite: Cite, found: list[Mention], relied: bool) -> ProvisionUse:
    spoken = any(mention.voice is Voice.AUTHORITY for mention in found)
    role = Role.RELIED if relied else Role.MENTIONED if spoken else Role.QUOTED
    parts = dict.fromkeys(part for mention in found if mention.relied for part in mention.parts)
    return ProvisionUse(cite, role, tuple(mention.span for mention in found), tuple(parts))


def _mentions(
    low: str, flow: str, own: str, blocks: list[Block], default: Regime | None
) -> Iterable[Mention]:
    hits = find(flow, default)
    place = 0
    listed = False
    for hit in hits:
        while place < len(blocks) - 1 and blocks[place].span.end <= hit.span.start:
            place += 1
        block = blocks[place]
        inside = block.span.start <= hit.span.start < block.span.end
        voice = block.voice if inside else Voice.FURNITURE
        listed = inside and _is_listed(low, blocks, place)
        relied = voice is Voice.AUTHORITY and (_relies(own, hit, block, listed))
        for cite in hit.cites:
            yield Mention(
                cite,
                hit.span,
                voice,
                relied and _can_be_relied(cite),
                block.parts if inside else (),
            )


def _is_listed(low: str, blocks: list[Block], place: int) -> bool:
    """A row below "The exemptions that apply are:"."""
    for before in reversed(blocks[max(0, place - 6) : place]):
        words = low[before.span.start : before.span.end]
        if words.endswith(":"):
            return _LISTED.search(words[-140:]) is not None
        if before.kind is BlockKind.PARAGRAPH:
            return False
    return False


def _relies(own: str, hit: CiteHit, block: Block, listed: bool) -> bool:
    start = own.rfind("\n", 0, hit.span.start) + 1
    end = own.find("\n", hit.span.end)
    end = len(own) if end < 0 else end
    before, after = own[start : hit.span.start], own[hit.span.end : end]
    lifted = _LIFTED.search(own[start:end]) is not None
    if not lifted and (_DENIED_BEFORE.search(before[-160:]) or _DENIED_AFTER.search(after)):
        return False
    if _EARLIER_DECISION.search(before[-120:]):
        return False
    if listed:
        return True
    if block.kind is BlockKind.HEADING or (block.kind is BlockKind.ITEM and end - start < 200):
        # "2. The briefing - section 35(1)(a)" decides; "Section 24 - National security" only names.
        if block.number and hit.cites[0].parts:
            return True
        if block.kind is BlockKind.HEADING:
            return False
    return _RELIES.search(own[start:end]) is not None


def _can_be_relied(cite: Cite) -> bool:
    if _is_condition(cite):
        return False
    if law.is_exemption(cite):
        return True
    if cite.regime.environmental:
        return False
    if cite.number in _REFUSALS[cite.regime] and (not cite.parts or cite.parts[0] in ("1", "2")):
        return True
    # A limb that does not exist, or is another Act's, of a section that exempts: the letter
    # refuses on it all the same.
    if not law.is_exemption(cite.whole):
        return False
    return not law.exists(cite) or (cite.parts[:1] == ("1",) and len(cite.parts) > 1)


#: Part I provisions on which a request as a whole is refused: cost, vexatious and repeated.
_REFUSALS = {
    Regime.FOIA: ("12", "14"),
    Regime.FOISA: ("12", "14"),
}


def _is_condition(cite: Cite) -> bool:
    """A condition that goes with a limb: s.40(3A)(a), FOISA s.38(2A)(a), EIR reg.13(2A)(a)."""
    if not cite.parts:
        return False
    first = cite.parts[0]
    personal = {("FOIA", "40"), ("FOISA", "38"), ("EIR", "13"), ("EISR", "11")}
    if (cite.regime.value, cite.number) in personal:
        if first in ("3", "4", "6", "7", "8") and cite.regime is Regime.FOIA:
            return True
        return first in ("2A", "2B", "3A", "3B", "4A")
    return cite.regime is Regime.FOIA and cite.number == "31" and first == "2"


def _settle(relied: set[Cite], pure_ncnd: bool) -> set[Cite]:
    kept = set(relied)
    for cite in relied:
        others = [other for other in relied if other != cite and other.whole == cite.whole]
        # "Section 43 deals with …" beside a limb of section 43; "s.31(1)" beside "s.31(1)(a)".
        if any(other.within(cite) for other in others) or (
            pure_ncnd and not law.is_ncnd_limb(cite) and any(map(law.is_ncnd_limb, others))
        ):
            kept.discard(cite)
    # What s.31(3) needs is a matter of s.31(1); naming it is not refusing on it.
    return kept
