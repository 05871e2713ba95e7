"""Public interest balances as they stand in a letter.

A balance is read from its markers: factors for, factors against, a conclusion. What its
headings say it weighs and what its factors are about are read apart. FOIA s.2(1)(b), 2(2)(b).
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from answerable.letters.phrases import Phrase
from answerable.model import BalancePassage, Block, BlockKind, Cite, ProvisionUse, Role, Span, Voice

_FOR = re.compile(
    r"(?:(?:considerations?|factors?|reasons?|arguments?|points?|public interest)?[ ]?(?:weighing |weigh |argue |arguing )?(?:in favour of|favouring|favour|supporting|in support of|for|pro) (?:the )?(?:disclos|confirm|releas|openness|publi|saying|stating|provid|communicat|answering|mak)"
    r"|(?:reasons?|factors?|considerations?|arguments?) for\b(?! (?:refus|withh|main|not|non|neither))|acknowledges? (?:that )?there is .{0,30}public interest|there is (?:also )?(?:a |an )?(?:[a-z]+ ){0,3}(?:public |legitimate )?(?:interest|value) in (?:disclos|openness|transparen|the public|taxpayers|residents|people|knowing|understanding|flood|the (?:expenses|information))"
    r"|^for disclosure|would (?:show|help|allow|let|enable|increase|assist|promote|further|add)\b.{0,80}(?:public|resident|taxpayer|confidence|debate|accountab|scrutin|account)|openness .{0,60}public interest|on (?:the )?one (?:side|hand)|we (?:recogni[sz]e|accept|acknowledge|took account|have considered) .{0,80}(?:public interest in (?:confirm|disclos|openness|transparen|knowing)|interest)|in favour:)"
)
_AGAINST = re.compile(
    r"(?:^against\b|against (?:that|this|disclos|confirm|releas|it\b|these)|(?:considerations?|factors?|reasons?|arguments?) against|(?:in favour of|favouring|supporting|for) (?:maintaining|withhold|non-?disclos|neither|not (?:confirm|disclos|releas)|refus|keeping|the exemption|the exception|excluding)"
    r"|on the other (?:side|hand)|there is (?:also )?(?:a |an )?(?:[a-z]+ ){0,3}(?:public )?interest (?:on the other side|in (?:not |maintaining|protecting|safeguard|withhold|the (?:council|trust|authority|force|department) (?:not|being able|continuing)|a charity|public bodies being))|public interest in maintaining, in that|^however\b|(?:reasons|factors) for (?:refus|withh|maintain|not|neither))"
)
_CONCLUDES = re.compile(
    r"(?:outweigh|balance (?:of (?:the )?(?:public )?interests? )?(?:lies|favours|falls|is|rests|comes)|public interest (?:clearly |therefore |lies |therefore lies |thus |in this case |on balance |overwhelmingly |strongly )?(?:favours?|lies|rests|is (?:best )?served|is in favour|requires)|(?:on balance|overall|in conclusion|we conclude|have concluded|has determined|it is our (?:opinion|view)|concludes?|decided|taking .{0,30}into account|overriding (?:need|interest)).{0,120}(?:public interest|nondisclos|non-disclos|withh|maintain|exemption|exception|overriding|refus)|overriding need|greater public interest|weigh(?:s|ed)? more heavily|\b(?:is|are|was|were) (?:therefore |clearly |the |of )?(?:greater|stronger|weightier|paramount|decisive|heavier)\b|prevails?\b|(?:tips?|comes? down|points?) (?:in favour|against|towards)|(?:contrary to|not in|against) the public interest|more important than|matters more)"
)
_PUBLIC = re.compile(
    r"public interest|considerations? (?:in favour|against)|(?:factors?|reasons?|arguments?) (?:in favour|for|against)\b|favouring (?:non-?disclos|disclos|confirm|neither)|in favour of (?:disclos|confirm|maintain|releas)|balance of interests|outweigh"
)
_CONFIRM = re.compile(
    r"confirm(?:ing|ation|s)? (?:or|nor|and) den|neither confirm|confirm(?:ing|ation)\b|den(?:y|ying|ial)\b|whether (?:or not )?(?:(?:any|the|further|such|this) )?(?:further )?(?:information )?(?:is|was|it|we|they) (?:is |are )?h(?:e|o)ld|whether .{0,40}(?:is|are) held|yes or (?:a )?no|saying whether|say(?:ing)? either way|statement either way|exclusion of the duty|answer either way|a yes\b|(?:it|that it) held"
)
_DISCLOSE = re.compile(
    r"disclos|releas|publish|publication|divulg|making .{0,20}(?:public|available)|(?:the|this|such|specific|sensitive) information(?: requested)? (?:could|would|may|might|also)|public domain|information requested|details? (?:were|of)|supply(?:ing)?|provid(?:e|ing) (?:the|this|such)|given out|nondisclosure"
)
_STRIP = re.compile(
    r"(?:neither confirming nor denying|non-?disclosure|nondisclosure|public disclosure log|disclosure log)"
)
_NOT_APPLIED = re.compile(
    r"(?:not (?:subject to|required|required to|need)|no (?:need|requirement) (?:for|to)|do(?:es)? not (?:have to|require|need)|without|is no|no) .{0,30}public interest|absolute.{0,60}public interest|public interest test (?:is not|does not|need not|was not)"
)

Subject = Literal["confirmation", "disclosure", "unstated"]
Argued = Literal["confirmation", "disclosure", "both", "unstated"]


@dataclass(slots=True)
class _Draft:
    """A balance while it is being read."""

    start: int
    end: int
    factors_for: list[Span] = field(default_factory=list)
    factors_against: list[Span] = field(default_factory=list)
    markers: list[Span] = field(default_factory=list)
    conclusion: Span | None = None
    heading: Span | None = None


def read_balances(
    own: str, blocks: list[Block], provisions: tuple[ProvisionUse, ...]
) -> tuple[BalancePassage, ...]:
    """Every balance in the authority's own words, in order."""
    if (
        "public interest" not in own
        and "outweigh" not in own
        and "favour" not in own
        and "reasons for" not in own
        and "against" not in own
    ):
        return ()
    drafts = _drafts(own, blocks)
    made = []
    for draft in drafts:
        passage = _finish(own, draft, provisions)
        if passage is not None:
            made.append(passage)
    return tuple(made)


_UNDECIDED = Phrase(
    r"public interest in (?:maintaining|withholding|upholding|applying)\b.{0,90}\b(?:against|and|with|or)\b.{0,60}(?:disclos|releas|confirm)"
    r"|(?:where|which way|how) (?:that|the|this) balance (?:lies|falls|rests)|balance of the public interest",
    "public interest", "balance",
)  # fmt: skip


def undecided_balance(own: str) -> Span | None:
    """A balance that is spoken of and not struck, as in a letter that takes more time."""
    return _UNDECIDED.search(own)


def _drafts(own: str, blocks: list[Block]) -> list[_Draft]:
    headings = {
        b.span.start for b in blocks if b.kind is BlockKind.HEADING and b.voice is Voice.AUTHORITY
    }
    open_: _Draft | None = None
    side = ""
    last_heading: Span | None = None
    done: list[_Draft] = []
    for line in _lines(own):
        words = own[line.start : line.end]
        is_heading = line.start in headings
        if (
            "public interest" in words
            and _NOT_APPLIED.search(words)
            and not _CONCLUDES.search(words)
        ):
            continue
        kind = _kind(words, side, is_heading)
        if is_heading and kind == "":
            if open_ is not None and _closes(words, open_):
                done.append(open_)
                open_, side = None, ""
            last_heading = line
            continue
        if open_ is not None and (
            (
                kind == "for"
                and (open_.conclusion is not None or (is_heading and open_.factors_against))
            )
            or (kind == "" and open_.conclusion is not None)
        ):
            done.append(open_)
            open_, side = None, ""
        if (
            kind
            and open_ is None
            and (kind != "concludes" or "public interest" in words or "outweigh" in words)
        ):
            open_ = _Draft(line.start, line.end, heading=last_heading)
            last_heading = line if is_heading else last_heading
        if open_ is None:
            continue
        side = _add(open_, line, kind, side, is_heading, words)
    if open_ is not None:
        done.append(open_)
    return done


def _closes(words: str, open_: _Draft) -> bool:
    return bool(
        open_.factors_for or open_.factors_against or open_.conclusion
    ) and not _PUBLIC.search(words)


def _kind(words: str, side: str, is_heading: bool) -> str:
    if not side and not _has(words, _SPEAKS_OF_IT):
        return ""
    concludes = not is_heading and _has(words, _WEIGHED) and _CONCLUDES.search(words) is not None
    against = _AGAINST.search(words) if _has(words, _AGAINST_WORDS) else None
    for_ = _FOR.search(words) if _has(words, _FOR_WORDS) else None
    if (
        concludes
        and not (for_ and for_.start() < 12 and not against)
        and ("public interest" in words or "outweigh" in words or side)
    ):
        return "concludes"
    if against and for_:
        return "against" if against.start() <= for_.start() else "for"
    if against and (
        side
        or is_heading
        or "public interest" in words
        or words.startswith(("against", "factors", "favouring", "considerations", "reasons"))
    ):
        return "against"
    if for_ and (
        is_heading
        or side
        or _PUBLIC.search(words)
        or "interest" in words
        or words.startswith(("for disclos", "in favour", "favouring"))
    ):
        return "for"
    return ""


# Words one of which every match holds; looked for first, because that costs next to nothing.
_SPEAKS_OF_IT = (
    "interest",
    "favour",
    "outweigh",
    "against",
    "reasons",
    "factors",
    "considerations",
    "arguments",
    "balance",
    "disclos",
)
_WEIGHED = ("outweigh", "balance", "interest", "overriding", "weigh")
_AGAINST_WORDS = (
    "against",
    "favour",
    "interest",
    "other",
    "however",
    "reasons",
    "factors",
    "supporting",
    "for ",
)
_FOR_WORDS = (
    "favour",
    "support",
    "for ",
    "reasons",
    "factors",
    "acknowledge",
    "interest",
    "would ",
    "openness",
    "one side",
    "one hand",
    "recogni",
    "accept",
    "took account",
    "considered",
)


def _has(words: str, any_of: tuple[str, ...]) -> bool:
    return any(word in words for word in any_of)


def _add(draft: _Draft, line: Span, kind: str, side: str, is_heading: bool, words: str) -> str:
    if kind == "concludes":
        draft.conclusion = line
        draft.end = line.end
        return side
    if kind:
        side = kind
        draft.markers.append(line)
    if is_heading:
        draft.end = line.end
        return side
    if side == "for":
        draft.factors_for.append(line)
        draft.end = line.end
    elif side == "against" and (draft.conclusion is None):
        draft.factors_against.append(line)
        draft.end = line.end
    return side


def _finish(own: str, draft: _Draft, provisions: tuple[ProvisionUse, ...]) -> BalancePassage | None:
    whole = own[draft.start : draft.end]
    if not draft.conclusion and not (draft.factors_for and draft.factors_against):
        if "public interest" not in whole or not (draft.factors_for or draft.factors_against):
            return None
    start = (
        draft.heading.start
        if draft.heading and draft.start - draft.heading.end < 3
        else draft.start
    )
    if "public interest" not in whole and not _PUBLIC_HEADING.search(_heading_words(own, draft)):
        return None
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


_PUBLIC_HEADING = re.compile(
    r"public interest|(?:considerations?|factors?|reasons?|arguments?) (?:in favour|for|against)|balanc"
)


def _heading_words(own: str, draft: _Draft) -> str:
    words = " ".join(own[marker.start : marker.end] for marker in draft.markers)
    return words + (own[draft.heading.start : draft.heading.end] if draft.heading else "")


def _heading_subject(own: str, draft: _Draft) -> Subject:
    for marker in draft.markers:
        words = own[marker.start : min(marker.end, marker.start + 130)]
        confirm, disclose = _CONFIRM.search(words), _DISCLOSE.search(_STRIP.sub("", words))
        if confirm and (not disclose or confirm.start() < disclose.start()):
            return "confirmation"
        if disclose:
            return "disclosure"
    return "unstated"


def _argued(own: str, draft: _Draft) -> Argued:
    confirm = disclose = 0
    for span in (*draft.factors_for, *draft.factors_against):
        words = _FOR.sub("", _AGAINST.sub("", own[span.start : span.end], count=1), count=1)
        words = _STRIP.sub("", words)
        confirm += _CONFIRM.search(words) is not None
        disclose += _DISCLOSE.search(words) is not None
    if confirm and disclose:
        return "both"
    return "confirmation" if confirm else "disclosure" if disclose else "unstated"


def _cites(draft: _Draft, provisions: tuple[ProvisionUse, ...], span: Span) -> tuple[Cite, ...]:
    """The provisions concluded on; failing that, those in the passage, its heading or just before."""
    used = [use for use in provisions if use.role is not Role.QUOTED]
    where = [draft.conclusion, span, draft.heading]
    for region in where:
        if region is None:
            continue
        found = [u.cite for u in used if any(region.start <= s.start < region.end for s in u.spans)]
        if found:
            return tuple(dict.fromkeys(found))
    before = [
        (s.start, u.cite)
        for u in used
        for s in u.spans
        if s.start < span.start and u.role is Role.RELIED
    ]
    return (max(before)[1],) if before else ()


def _lines(own: str) -> list[Span]:
    found = []
    position = 0
    for words in own.split("\n"):
        if words:
            found.append(Span(position, position + len(words)))
        position += len(words) + 1
    return found
