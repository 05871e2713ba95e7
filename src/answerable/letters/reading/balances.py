"""Public interest balances as they stand in a letter.

A balance is read from its markers: factors for, factors against, a conclusion. What its
headings say it weighs and what its factors are about are read apart. FOIA s.2(1)(b), 2(2)(b).
"""

from dataclasses import dataclass, field
from typing import Literal

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.rare import Rare
from answerable.letters.reading import weighing
from answerable.letters.reading.settle import can_be_relied
from answerable.model import BalancePassage, Block, BlockKind, Cite, ProvisionUse, Role, Span, Voice

_CONFIRM = Rare(
    r"\b(?:confirm(?:ing|ation|s)? (?:or|nor|and) den|neither confirm|confirm(?:ing|ation)\b|den(?:y|ying|ial)\b|whether (?:or not )?(?:(?:any|the|further|such|this) )?(?:further )?(?:information )?(?:is|was|it|we|they) (?:is |are )?h(?:e|o)ld|whether .{0,40}(?:is|are) held|yes or (?:a )?no|(?:say|saying|answer|answering) .?(?:yes|no)\b|\breveal(?:ing)? (?:it|whether|the position|anything)|saying whether|(?:disclos\w+|reveal\w*|told|tell(?:ing)?(?: you)?|known) whether|say(?:ing)? either way|statement either way|exclusion of the duty|answer either way|a yes\b|(?:it|that it) held|whether it exists)"
)
_DISCLOSE = compiled(
    r"\b(?:disclos|releas|publish|publication|divulg|making .{0,20}(?:public|available)|(?:the|this|such|specific|sensitive) information(?: requested)? (?:could|would|may|might|also)|public domain|information requested|details? (?:were|of)|supply(?:ing)?|provid(?:e|ing) (?:the|this|such)|given out|nondisclosure)"
)
_STRIP = compiled(
    r"\b(?:neither confirming nor denying|non-?disclosure|public disclosure log|disclosure log|presum\w+ (?:in favour of|of) disclosure|published (?:at|on|in|each|every|annually)\b)"
)
# Where the letter goes on to other things.
_PAST_IT = compiled(
    r"(?:you (?:may|can|have|could)|if you|should you|review|internal review|commissioner|complain|re-?use|appeal|yours|unhappy|dissatisfied|not happy|advice|question \d|part \d|this (?:letter|reply|response) (?:is|acts|serves)|this (?:should|is) not|no inference|please)\b"
)

Subject = Literal["confirmation", "disclosure", "unstated"]
Argued = Literal["confirmation", "disclosure", "both", "unstated"]


@dataclass(slots=True)
class _Draft:
    """A balance while it is being read."""

    start: int
    end: int
    heading: Span | None = None
    side: str = ""
    titled: bool = False
    factors_for: list[Span] = field(default_factory=list)
    factors_against: list[Span] = field(default_factory=list)
    markers: list[Span] = field(default_factory=list)
    conclusion: Span | None = None

    @property
    def weighed(self) -> bool:
        """Whether anything has been put on either side, or the end reached."""
        return bool(self.factors_for or self.factors_against or self.conclusion)


#: More balances than any letter has; the rest of a hostile text is not weighed.
_MOST = 100


def read_balances(
    own: str, blocks: list[Block], provisions: tuple[ProvisionUse, ...]
) -> tuple[BalancePassage, ...]:
    """Every balance in the authority's own words, in order."""
    if not any(
        word in own for word in ("public interest", "outweigh", "favour", "reasons for", "against")
    ):
        return ()
    found = (_finish(own, draft, provisions) for draft in _drafts(own, blocks)[:_MOST])
    return tuple(passage for passage in found if passage is not None)


_UNDECIDED = Phrase(
    r"\b(?:we|i|council|trust|department|authority|office|force|ministry|agency|board|university)\b.{0,120}(?:public interest in (?:maintaining|withholding|upholding|applying)\b.{0,90}\b(?:against|and|with|or|outweighs)\b.{0,60}(?:disclos|releas|confirm)|balance of the public interest|weigh\w* the public interest)"
    r"|(?:where|which way|how) (?:that|the|this) balance (?:lies|falls|rests)",
    "public interest", "balance",
)  # fmt: skip


def undecided_balance(own: str) -> Span | None:
    """A balance that is spoken of and not struck, as in a letter that takes more time."""
    for span in _UNDECIDED.among(own):
        end = own.find("\n", span.end)
        line = own[own.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(own)]
        if not weighing.is_not_applied(line):
            return span
    return None


def _drafts(own: str, blocks: list[Block]) -> list[_Draft]:
    headings = {
        block.span.start
        for block in blocks
        if block.kind is BlockKind.HEADING and block.voice is Voice.AUTHORITY
    }
    done: list[_Draft] = []
    draft: _Draft | None = None
    last: Span | None = None
    may_open = weighing.lines_that_may_open(own)
    for match in _LINE.finditer(own):
        start = match.start()
        if draft is None and start not in may_open:
            last = Span(*match.span()) if start in headings else last
            continue
        line = Span(*match.span())
        words = _LEAD.sub("", match.group(), count=1)
        # "Considerations in favour of confirming whether it is held:" stands over its factors.
        heading = start in headings or (words.endswith(":") and len(words) < 150)
        if draft is None and not _may_open(words):
            last = line if heading else last
            continue
        role = "" if weighing.is_not_applied(words) else weighing.role_of(words, heading=heading)
        if draft is not None and _is_over(draft, words, role, heading):
            done.append(draft)
            draft = None
        if draft is None and _opens(words, role, heading):
            draft = _Draft(line.start, line.end, last)
        if draft is not None:
            _add(draft, line, words, role, heading)
        if heading:
            last = line
    return [*done, draft] if draft is not None else done


_LINE = compiled(r"[^\n]+")
# "*Against.* Assessors …", "C. Public interest test": what stands before the words that count.
_LEAD = compiled(r"\A(?:[*_#]{1,3} ?|(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)] |\d{1,2}\.\d{1,2} )+")


_WEIGHS_EXEMPTION = compiled(
    r"outweigh|balance\b.{0,80}(?:maintain|exempt|exception|exclusion|disclos|withh|releas)"
)


def _may_open(words: str) -> bool:
    """Whether a balance can open with the words at all, whatever their role."""
    return holds(words, ("public interest", "outweigh", "balanc")) or weighing.is_public(words)


def _opens(words: str, role: str, heading: bool) -> bool:
    if weighing.is_title(words) and (heading or words.endswith(".") or role):
        return True
    if weighing.runs_in(words) and role != "explains":
        return True
    if role == "concludes":
        return "public interest" in words or (
            "legitimate" not in words and _WEIGHS_EXEMPTION.search(words) is not None
        )
    return role == "weighs" or (role in ("for", "against") and weighing.is_public(words))


def _is_over(draft: _Draft, words: str, role: str, heading: bool) -> bool:
    """Whether the line stands outside the balance that is being read."""
    if heading:
        if role in ("for", "against"):
            return draft.conclusion is not None or (role == "for" and bool(draft.factors_against))
        return draft.weighed and (draft.conclusion is not None or not _ENDS.fullmatch(words))
    if draft.conclusion is not None:
        return role != "concludes" or "public interest" not in words
    return _PAST_IT.match(words) is not None and role in ("", "explains")


# "Outcome" over the sentence that concludes.
_ENDS = compiled(
    r"(?:(?:our|the) )?(?:outcome|conclusions?|result|balance|where the balance lies|on balance|weighing (?:them|these|it) up)[ ]?:?"
)
_FACT = compiled(r"\bthat\b|:.{20}")


def _add(draft: _Draft, line: Span, words: str, role: str, heading: bool) -> None:
    if role == "concludes":
        draft.conclusion = draft.conclusion or line
        draft.end = line.end
        return
    if role in ("for", "against"):
        draft.side = role
        draft.markers.append(line)
    elif role == "weighs":
        draft.titled, draft.end = True, line.end
        if _FACT.search(words):
            draft.side = draft.side or "for"
            draft.factors_for.append(line)
        return
    elif not heading and weighing.runs_in(words):
        draft.titled, draft.side = True, draft.side or "for"
    elif weighing.is_title(words):
        draft.titled = True
        draft.end = line.end
        return
    if heading or not draft.side or role == "explains":
        draft.end = max(draft.end, line.end if heading else draft.end)
        return
    (draft.factors_for if draft.side == "for" else draft.factors_against).append(line)
    draft.end = line.end


def _finish(own: str, draft: _Draft, provisions: tuple[ProvisionUse, ...]) -> BalancePassage | None:
    whole = own[draft.start : draft.end]
    both = bool(draft.factors_for and draft.factors_against)
    if not draft.weighed:
        return None
    if draft.conclusion is None and not both and "public interest" not in whole:
        return None
    near = draft.heading is not None and draft.start - draft.heading.end < 3
    title = own[draft.heading.start : draft.heading.end] if draft.heading else ""
    if not (weighing.is_public(whole) or draft.titled or weighing.is_public(title)):
        marked = " ".join(own[marker.start : marker.end] for marker in draft.markers)
        ends = own[draft.conclusion.start : draft.conclusion.end] if draft.conclusion else ""
        if not weighing.is_public(marked) and not _WEIGHS_EXEMPTION.search(ends):
            return None
    start = draft.heading.start if draft.heading is not None and near else draft.start
    span = Span(start, draft.end)
    return BalancePassage(
        span=span,
        cites=_cites(draft, provisions, span),
        heading_subject=_heading_subject(own, draft),
        argued_subject=_argued(own, draft),
        factors_for=tuple(draft.factors_for),
        factors_against=tuple(draft.factors_against),
        conclusion=draft.conclusion,
    )


def _heading_subject(own: str, draft: _Draft) -> Subject:
    for marker in draft.markers:
        words = own[marker.start : min(marker.end, marker.start + 130)]
        confirm, disclose = _CONFIRM.search(words), _DISCLOSE.search(_stripped(words))
        if confirm and (not disclose or confirm.start() < disclose.start()):
            return "confirmation"
        if disclose:
            return "disclosure"
    return "unstated"


def _argued(own: str, draft: _Draft) -> Argued:
    confirm = disclose = 0
    for span in (*draft.factors_for, *draft.factors_against):
        words = _stripped(own[span.start : span.end])
        confirm += _CONFIRM.search(words) is not None
        disclose += _DISCLOSE.search(words) is not None
    if confirm and disclose:
        return "both"
    return "confirmation" if confirm else "disclosure" if disclose else "unstated"


def _stripped(words: str) -> str:
    """The words without those that only sound as if they spoke of disclosing or confirming."""
    sounds = "disclosure" in words or "neither" in words or "published" in words
    return _STRIP.sub("", words) if sounds else words


def _cites(draft: _Draft, provisions: tuple[ProvisionUse, ...], span: Span) -> tuple[Cite, ...]:
    """The provisions concluded on; failing that, those in the passage, its heading or before."""
    used = [use for use in provisions if use.role is not Role.QUOTED and can_be_relied(use.cite)]
    near = draft.heading if draft.heading and span.start <= draft.heading.start else None
    for region in (draft.conclusion, span, near):
        if region is None:
            continue
        found = [u.cite for u in used if any(region.start <= s.start < region.end for s in u.spans)]
        if found:
            return tuple(dict.fromkeys(found))
    relied = [use for use in used if use.role is Role.RELIED]
    starts = [s.start for use in relied for s in use.spans if s.start < span.start]
    last = max(starts, default=-1)
    return tuple(use.cite for use in relied if any(s.start == last for s in use.spans))
