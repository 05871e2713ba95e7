"""The provisions a letter names, and what it does with each.

Relied: the authority refuses on it. The matter behind a limb that removes the duty to confirm
or deny, conditions such as FOIA s.40(3A)(a), and procedural provisions are mentioned only.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from answerable import law
from answerable.law.cites import CiteHit, find
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading.by_the_way import is_by_the_way
from answerable.letters.reading.parts import named_in
from answerable.letters.reading.settle import can_be_relied, relied_on
from answerable.letters.reading.stances import Stance, stance
from answerable.model import Block, BlockKind, Cite, ProvisionUse, Regime, Role, Span, Voice


class Mention(NamedTuple):
    """One cite at one place, with what was heard there."""

    cite: Cite
    span: Span
    voice: Voice
    stance: Stance
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What is already known of the letter when its provisions are judged."""

    ncnd: bool  # neither confirms nor denies, at least in part
    pure: bool  # and says of nothing that it is held or supplied
    withheld: bool  # keeps something back in so many words
    not_held: bool
    supplied: bool
    review: bool  # is the answer to a request for review
    numbers: frozenset[str]  # of the questions


def cites_in(flow: str, default: Regime | None) -> list[CiteHit]:
    """The places that name a provision, by its limb alone too, so far as they are looked at."""
    return find(flow, default, _LAST, bare=True)


def read_provisions(
    low: str, flow: str, own: str, blocks: list[Block], hits: list[CiteHit], case: Case
) -> tuple[ProvisionUse, ...]:
    """Every provision named, each once, in the order first named; ``hits``: from ``cites_in``."""
    mentions = list(_mentions(low, own, blocks, hits, case))
    if not mentions:
        return ()
    relied = relied_on([(m.cite, m.voice, m.stance) for m in mentions], own, case)
    if case.withheld and not case.ncnd:
        relied = relied | _applied_after_its_words(mentions, flow, own)
    uses: dict[Cite, list[Mention]] = {}
    for mention in mentions:
        uses.setdefault(mention.cite, []).append(mention)
    return tuple(_use(cite, found, cite in relied) for cite, found in uses.items())


# "Section 43(2) states that … We have decided that the exemption applies."
_APPLIED = Phrase(
    r"\b(?:the|this|that) (?:exemption|exception) (?:therefore |accordingly |clearly |also |thus )?(?:applies|is engaged|has been applied|is applicable|covers)\b",
    "exemption", "exception",
)  # fmt: skip


def _applied_after_its_words(mentions: list[Mention], flow: str, own: str) -> set[Cite]:
    """Limbs told in the law's words, in a paragraph that then says that the exemption applies.

    Only where no other limb is claimed in that paragraph.
    """
    found: set[Cite] = set()
    claimed = [each.span.start for each in mentions if each.stance is Stance.CLAIMED]
    start = end = applied = -1  # of the paragraph that the last one told stands in
    for told in mentions:
        if told.voice is not Voice.STATUTE or not told.cite.parts or not can_be_relied(told.cite):
            continue
        if told.span.start >= end:
            start = flow.rfind("\n", 0, told.span.start) + 1
            end = flow.find("\n", told.span.end)
            end = len(flow) if end < 0 else end
            applied = max((each.start for each in _APPLIED.among(own, start, end)), default=-1)
        first = bisect_left(claimed, start)
        others = first < len(claimed) and claimed[first] < end
        if not others and applied >= told.span.end:
            found.add(told.cite)
    return found


def _use(cite: Cite, found: list[Mention], relied: bool) -> ProvisionUse:
    spoken = any(mention.voice is Voice.AUTHORITY for mention in found)
    role = Role.RELIED if relied else Role.MENTIONED if spoken else Role.QUOTED
    parts = dict.fromkeys(
        part for mention in found if mention.stance is Stance.CLAIMED for part in mention.parts
    )
    return ProvisionUse(cite, role, tuple(mention.span for mention in found), tuple(parts))


# Mentions that are judged, and provisions that are told apart. The longest letter we know has 37;
# a megabyte of "s.31(1)(a)-(z)" has a million and a half. Beyond so many a provision is only noted,
# at the place where it is first named, and after ``_LAST`` cites no more are looked for.
_MOST = 1_000
_LAST = 5_000


def _mentions(
    low: str, own: str, blocks: list[Block], hits: list[CiteHit], case: Case
) -> Iterator[Mention]:
    place = count = 0
    last = len(blocks) - 1
    named: set[Cite] = set()
    for hit in hits:
        closely = count < _MOST
        if not closely:
            if len(named) >= _MOST:
                break
            new = tuple(cite for cite in hit.cites if cite not in named)
            if not new:
                continue
            hit = replace(hit, cites=new)
        count += len(hit.cites)
        named.update(hit.cites)
        while place < last and blocks[place].span.end <= hit.span.start:
            place += 1
        block = blocks[place]
        if not block.span.start <= hit.span.start < block.span.end:
            yield from _each(hit, Voice.FURNITURE, Stance.SPOKEN, ())
            continue
        if block.voice is not Voice.AUTHORITY:
            yield from _each(hit, block.voice, Stance.SPOKEN, block.parts)
            continue
        # Procedure is named, whatever is said of it.
        if not closely or not any(map(can_be_relied, hit.cites)):
            yield from _each(hit, block.voice, Stance.SPOKEN, block.parts)
            continue
        start = own.rfind("\n", 0, hit.span.start) + 1
        end = own.find("\n", hit.span.end)
        end = len(own) if end < 0 else end
        before, after = own[start : hit.span.start], own[hit.span.end : end]
        following = own[end + 1 : end + 120].split("\n", 1)[0]
        heard = _heard(low, hit, block, (before, after, following), place, blocks, case)
        line = low.rfind("\n", 0, hit.span.start) + 1
        if line < start and is_by_the_way(
            low[line : hit.span.start].rsplit(". ", 1)[-1], after
        ):  # 'Chapter 5 has "neither confirms nor denies" paragraphs for sections 24(2) and 40(5B)'
            heard = Stance.EARLIER
        parts = named_in(before + after, case.numbers) or block.parts
        for cite in hit.cites:
            matter = heard in (Stance.CLAIMED, Stance.HINTED) and _is_matter(
                cite, own[start:end], case
            )
            judged = Stance.SPOKEN if matter or not can_be_relied(cite) else heard
            yield Mention(cite, hit.span, block.voice, judged, parts)


def _each(hit: CiteHit, voice: Voice, heard: Stance, parts: tuple[str, ...]) -> Iterator[Mention]:
    for cite in hit.cites:
        yield Mention(cite, hit.span, voice, heard, parts)


def _heard(
    low: str,
    hit: CiteHit,
    block: Block,
    words: tuple[str, str, str],
    place: int,
    blocks: list[Block],
    case: Case,
) -> Stance:
    before, after, following = words
    heard = stance(before, after, following, maybe=not case.ncnd, review=case.review)
    if heard in (Stance.DENIED, Stance.EARLIER):
        return heard
    limb = bool(hit.cites[0].parts)
    if block.kind is not BlockKind.PARAGRAPH and _is_listed(low, blocks, place):
        return Stance.CLAIMED
    leads = not before.strip(" -(\"'") or _LABEL_ONLY.fullmatch(before) is not None
    if block.kind is BlockKind.HEADING:
        # "The briefing - section 35(1)(a)" decides; "Section 24 - National security" only names.
        return Stance.CLAIMED if limb or _DECIDES.search(before) else Stance.SPOKEN
    if limb and leads and _TITLE.match(after):
        return Stance.CLAIMED  # "Regulation 13(1): names of staff", "Section 43(2). The company …"
    if heard is Stance.SPOKEN and limb and leads and _NAMED_ONLY.fullmatch(after):
        return Stance.HINTED  # "Reg 12(5)(g) protection of the environment."
    closes = _CLOSES.match(after) or (before[-2:] == " (" and after[:1] == ",")
    if heard is Stance.SPOKEN and limb and closes and before[-2:] in _OPENS:
        return Stance.HINTED  # "… the company could sue (s41(1))", "… notes, regulation 12(4)(e)."
    return heard


_CLOSES = compiled(r"[).;:]|$")
_OPENS = (" (", ", ", ": ", "- ", "; ")
_LABEL_ONLY = compiled(r"[-(]?[ ]?(?:\w{1,3}|(?:question|part) \d{1,2})[.):]{0,2}[ -]{0,3}")
_DECIDES = compiled(r"exempt|withheld|refus|applied|engaged|under ")
_TITLE = compiled(r"[ ]{0,3}(?:[:.(-]|$)")
_NAMED_ONLY = compiled(
    r"[ ,-]{1,3}(?!.{0,90}\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|may|might|must|shall|should|will|would|not|if|covers|says|provides|asks|deals)\b)[a-z' ,-]{4,70}\.?"
)
_LISTED = compiled(
    r"\b(?:exemptions?|exceptions?|provisions?|sections?|regulations?|refus\w+|relying|withh\w+|holding back|virtue|decision|reasons?)\b.{0,120}:$"
)


def _is_listed(low: str, blocks: list[Block], place: int) -> bool:
    """A row below "The exemptions that apply are:"."""
    for before in reversed(blocks[max(0, place - 8) : place]):
        end = before.span.end
        if low[end - 1] == ":":
            return _LISTED.search(low, max(before.span.start, end - 170), end) is not None
        if before.kind is BlockKind.PARAGRAPH:
            return False
    return False


_CONFIRMING = compiled(r"confirm|deny|denial|saying whether|say whether|yes or|matter")


# "… information which is, or if it were held would be, exempt by virtue of section 30(1)"
_SUPPOSED = compiled(
    r"\bif (?:it were |they were |it was |any were |any is |we |the \w+ )?(?:held|hold)\b[^.]{0,20}\bwould be\b|\bwould be\b[^.]{0,40}\bif (?:it were |any were )?held\b"
)
_CLAIMING = compiled(
    r"exempt|withh|refus|\brel(?:y|ies|ied|iance)|\bappl(?:y|ies|ied)|engag|\bunder (?:section|s)|disclos|releas"
)


def _is_matter(cite: Cite, sentence: str, case: Case) -> bool:
    """What the limb that removes the duty protects: "prejudice … (section 31(1)(a))"."""
    if not case.ncnd or cite.regime.scottish or law.is_ncnd_limb(cite) or not law.exists(cite):
        return False
    limb = law.ncnd_of(cite)
    return limb is not None and (
        _SUPPOSED.search(sentence) is not None
        or _CONFIRMING.search(sentence) is not None
        or _CLAIMING.search(sentence) is None
    )
