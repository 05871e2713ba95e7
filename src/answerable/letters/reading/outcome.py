"""What the letter does, question by question and as a whole."""

import re
from dataclasses import dataclass

from answerable.letters.phrases import Phrase
from answerable.letters.reading import shows
from answerable.model import (
    Block,
    BlockKind,
    Cite,
    Outcome,
    PartAnswer,
    ProvisionUse,
    Role,
    Span,
    Voice,
)

_EXTENSION = Phrase(
    r"section 10\(3\)|regulation 7\b|(?:extend|extension|further|more|additional)(?:ing|ed|s)?(?: of)? (?:the )?(?:time|period|deadline)|additional (?:\d+ |twenty )working days|need(?:s)? (?:more|further|additional) time|have not (?:yet )?(?:reached|made|completed) (?:a |our )?(?:decision|conclusion|consideration)|time (?:limit )?(?:for|to) (?:respond|comply|consider)\w*.{0,40}(?:extend|extension)|still considering",
    "10(3)", "regulation 7", "time", "deadline", "period", "working days", "not yet", "have not", "still",
)  # fmt: skip
_PENDING = re.compile(
    r"(?:have not (?:yet )?(?:reached|made|been able|completed|decided)|not yet (?:reached|decided|complete)|will (?:write|respond|reply|let you|send|provide|have reached|be in a position|issue|answer|give you)|(?:expect|hope|aim|intend|estimate)\w* .{0,60}(?:by|to)|full reply|as soon as|we (?:need|require) (?:more|further|additional)|by (?:no later than )?\d{1,2} [a-z]+|extend)"
)
_CLARIFY = Phrase(
    r"(?:please|could you|can you|would you|need you to|ask(?:ing)? you to|invite you to|require|grateful if you|need).{0,60}(?:clarif|specif|tell us (?:which|what|the)|more (?:detail|information|precise)|confirm (?:which|what|whether you))|clarification|section 1\(3\)|regulation 9\(2\)|cannot (?:tell|identify|be sure)|little more detail|is it one of|not clear (?:what|which)|unclear (?:what|which|from)",
    "clarif", "specif", "tell us", "more ", "1(3)", "regulation 9", "cannot", "detail", "one of", "clear", "confirm",
)  # fmt: skip
_FEE = Phrase(
    r"fees? notice|(?:a )?(?:fee|charge) of £|fee (?:is|of|will be|due|payable)|section 9\b.{0,40}(?:fee|notice|charge)|regulation 8\b.{0,60}(?:charge|fee|payment)|payment (?:of|is|must|should be|in advance)",
    "fee", "charge", "payment",
)  # fmt: skip
_REVIEW_DONE = Phrase(
    r"internal review (?:of|outcome|decision|response|:)|(?:outcome|result|findings?|conclusion)s? of (?:the|my|our|your|this) (?:internal )?review|(?:i|we) have (?:now )?(?:carried out|conducted|completed|concluded|undertaken|reviewed|re-?considered|reread|re-read|looked again)|(?:original|first|initial|earlier|previous) (?:decision|response|refusal|reply|answer) .{0,40}(?:upheld|is upheld|stands|overturned|was correct|overturn|partly|should)|(?:uphold|upheld|overturn) (?:the|our|your|that|in part|my)|asking for an internal review of|requirement for (?:a )?review|reg(?:ulation)? ?1[16]\b.{0,40}representations",
    "review", "upheld", "uphold", "overturn", "original", "reconsider", "reread", "again",
)  # fmt: skip
_TRANSFER = Phrase(
    r"(?:transferr?(?:ed|ing)?|passed|forwarded|sent|redirect\w*) (?:on )?(?:your |the |this )?(?:request|it|enquiry|letter)?.{0,40}to (?:the |[a-z]+ )|have (?:been )?transferred",
    "transfer", "passed", "forwarded", "redirect",
)  # fmt: skip
_OUT_OF_SCOPE = re.compile(
    r"(?:you may|if you|should you|appeal|commissioner|unhappy|dissatisfied|review\b|re-?use|licence|complain|yours|contact)"
)
_FIGURE = re.compile(
    r"(?:£ ?\d|\b\d[\d,]*(?:\.\d+)?\b(?! (?:working|january|february|march|april|may|june|july|august|september|october|november|december|days)))"
)
_REFUSES = re.compile(
    r"exempt|withh|refus|not hold|not held|neither confirm|section \d|regulation \d|clarif|cannot|unable|not required|not obliged|vexatious|invalid|not a valid|will not|not be|outside the scope|subject to"
)
_EXTENDING_HEAD = re.compile(r"extension|extended|more time|further time|delay in|holding")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the whole letter was seen to do; the parts of ``Shows`` that decide the outcome."""

    ncnd: bool
    held: bool
    not_held: bool
    supplied: bool
    withheld: bool


def read_answers(
    low: str, own: str, blocks: list[Block], numbers: list[str]
) -> tuple[PartAnswer, ...]:
    """Each passage that says which question it answers, with what it does."""
    spans: dict[tuple[str, ...], list[Span]] = {}
    current: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        if block.voice is Voice.REQUEST:
            # A question right above its answer; the last of a list of questions is not that.
            alone = place == 0 or blocks[place - 1].voice is not Voice.REQUEST
            current = (block.number,) if alone and block.number else ()
            continue
        if block.voice is not Voice.AUTHORITY:
            continue
        named = _names(low[block.span.start : block.span.end], block, numbers)
        if named:
            current = named
        elif block.kind is BlockKind.HEADING and _OUT_OF_SCOPE.search(low, *block.span):
            current = ()
        if current and not _is_rights(low, block):
            spans.setdefault(current, []).append(block.span)
    return tuple(
        PartAnswer(names, _of_passage(own, places), tuple(places))
        for names, places in spans.items()
    )


_PART = re.compile(
    r"(?:question|questions|part|parts|q|item|items|point|points|answer to|response to|as to|in respect of|request|requests|regarding|number|no\.)s? ?(?:part |question |item )?\(?(?P<n>\d{1,2}|[ivx]{1,4}|[a-h])\)?(?P<more>(?:(?:, ?| and | & | to |-)\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\b\)?){0,8})(?![\w%])"
)


def _names(words: str, block: Block, numbers: list[str]) -> tuple[str, ...]:
    if block.number and (block.number in numbers or block.number.isdigit()):
        return (block.number,)
    head = words[:60]
    match = _PART.match(head)
    if match is None:
        return ()
    found = [match.group("n"), *re.findall(r"\d{1,2}|[ivx]{1,4}|[a-h]\b", match.group("more"))]
    return tuple(dict.fromkeys(found))


def _is_rights(low: str, block: Block) -> bool:
    head = low[block.span.start : block.span.start + 90]
    return _OUT_OF_SCOPE.match(head) is not None or "internal review" in head


def _of_passage(own: str, places: list[Span]) -> Outcome:
    words = "\n".join(own[span.start : span.end] for span in places)
    if shows.ncnd(words):
        return Outcome.NCND
    if shows.not_held(words) and not shows.withheld(words):
        return Outcome.NOT_HELD
    withheld = shows.withheld(words) is not None or _REFUSES.search(words) is not None
    supplied = shows.supplied(words) is not None
    if withheld and supplied:
        return Outcome.PARTIAL
    if withheld:
        return (
            Outcome.CLARIFICATION
            if "clarif" in words and "exempt" not in words
            else Outcome.REFUSED
        )
    return Outcome.FULL if supplied or words.strip() else Outcome.OTHER


def supplies_by_answering(low: str, own: str, blocks: list[Block]) -> Span | None:
    """An answer given straight below its question, with no word of refusal in it.

    "Mobility Ltd. The contract runs to 2028." or a table of figures.
    """
    asked = False
    for block in blocks:
        if block.voice is Voice.REQUEST:
            asked = bool(block.number)
            continue
        if block.voice is not Voice.AUTHORITY:
            continue
        words = own[block.span.start : block.span.end]
        if (
            block.kind is BlockKind.TABLE
            and _FIGURE.search(words)
            and "section" not in words
            and "regulation" not in words
        ):
            return block.span
        numbered = block.number.isdigit() or words.startswith(("answer", "response", "question"))
        if (asked or numbered) and words.strip() and not _REFUSES.search(words):
            body = words.split(":", 1)[-1] if numbered else words
            if (
                _FIGURE.search(body[3:])
                or (
                    asked
                    and len(words) < 400
                    and not words.endswith(":")
                    and not _is_rights(low, block)
                )
            ) and (
                "please" not in words
                and "requested at" not in words
                and "holds the" not in words[:40]
            ):
                return block.span
        asked = asked and block.kind is BlockKind.HEADING
    return None


def outcome_of(
    own: str,
    low: str,
    blocks: list[Block],
    seen: Seen,
    provisions: tuple[ProvisionUse, ...],
    answers: tuple[PartAnswer, ...],
) -> Outcome:
    """One value for the whole letter.

    Several refusals on different grounds are "refused"; something supplied and the rest kept
    back, not held or neither confirmed nor denied is "partial"; an extension, a review or a
    letter whose one refusal is its whole point keeps its own name.
    """
    relied = [use.cite for use in provisions if use.role is Role.RELIED]
    head = low[: blocks[min(len(blocks) - 1, 9)].span.end] if blocks else ""
    special = _special(own, head, seen, relied)
    if special is not None:
        return special
    refused = _refusals(seen, relied)
    if seen.supplied and (refused or seen.not_held):
        return Outcome.PARTIAL
    if refused:
        return _one_refusal(refused)
    if seen.not_held:
        return Outcome.NOT_HELD
    if _CLARIFY.found(own) and not seen.supplied:
        return Outcome.CLARIFICATION
    if seen.supplied:
        return Outcome.FULL
    if _TRANSFER.found(own):
        return Outcome.TRANSFER
    return Outcome.REFUSED if seen.withheld else Outcome.FULL if seen.held else Outcome.OTHER


def _special(own: str, head: str, seen: Seen, relied: list[Cite]) -> Outcome | None:
    if _is_review(own, head):
        return Outcome.INTERNAL_REVIEW
    if _is_extension(own, head):
        return Outcome.EXTENSION
    fee = any(
        "review" not in own[own.rfind("\n", 0, span.start) + 1 : span.end + 60].split("\n")[0]
        for span in _FEE.among(own)
    )
    if (
        ("fees notice" in head or "fee notice" in head or fee)
        and not relied
        and "£" in own
        and not seen.supplied
    ):
        return Outcome.FEES_NOTICE
    if (
        not relied
        and not seen.withheld
        and not seen.not_held
        and not seen.supplied
        and not seen.ncnd
        and _CLARIFY.found(own)
    ):
        return Outcome.CLARIFICATION
    return None


# A subject line: "Internal review of SH 2025/5120", "Outcome of your internal review".
_REVIEW_HEAD = re.compile(
    r"^[ ]*(?:re: ?|subject: ?)?(?:outcome of |result of |response to |decision on |your request for |foi |eir |request for )*"
    r"(?:an |the |your |our )?(?:internal review|requirement for review|review (?:of|outcome|decision))\b[^.\n]{0,70}$",
    re.MULTILINE,
)


def _is_review(own: str, head: str) -> bool:
    if _REVIEW_HEAD.search(head) is not None:
        return True
    for span in _REVIEW_DONE.among(own):
        line = own[own.rfind("\n", 0, span.start) + 1 : span.end + 80].split("\n")[0]
        if _NO_REVIEW.search(line):
            continue
        if "review" in own[span.start : span.end] and re.search(
            r"\b(?:you (?:can|may|have the right|are entitled|wish|would)|if you|right to|should be|please|will be|able to|asked for|asking for a)\b",
            line,
        ):
            continue
        if "review" in line or "original" in line or "upheld" in line or "uphold" in line:
            return "have reviewed your request" not in line
    return False


_NO_REVIEW = re.compile(r"\b(?:no|not (?:have|operate|offer|provide)) (?:an? |any )?(?:internal )?review")


def _is_extension(own: str, head: str) -> bool:
    span = _EXTENSION.search(own)
    if span is None and not _EXTENDING_HEAD.search(head):
        return False
    for found in _EXTENSION.among(own):
        region = own[max(0, found.start - 500) : found.end + 500]
        line = own[own.rfind("\n", 0, found.start) + 1 : found.end + 100].split("\n")[0]
        if re.search(
            r"(?:previously|earlier|wrote to you|in our letter of|had extended|did not extend|no extension|review|tell you if more|or tell you|if more time)",
            line,
        ):
            continue
        if _PENDING.search(region) and re.search(
            r"public interest|complex|volume|extend|extension|10\(3\)|regulation 7", region
        ):
            return True
    return False


def _refusals(seen: Seen, relied: list[Cite]) -> set[Outcome]:
    found = set()
    for cite in relied:
        first = cite.parts[:1]
        own_name = _OWN_NAME.get((cite.regime.value, cite.number, first[0] if first else ""))
        if own_name is None:
            own_name = _OWN_NAME.get((cite.regime.value, cite.number, ""), Outcome.REFUSED)
        found.add(own_name)
    if seen.ncnd:
        from answerable import law

        others = [cite for cite in relied if not law.is_ncnd_limb(cite)]
        if not (seen.held and others):
            return {Outcome.NCND}
        found.add(Outcome.NCND)
        found.discard(Outcome.REFUSED)
        return {Outcome.REFUSED}
    if not found and seen.withheld and not seen.not_held:
        found.add(Outcome.REFUSED)
    return found


_OWN_NAME = {
    ("FOIA", "12", ""): Outcome.COST_LIMIT,
    ("FOISA", "12", ""): Outcome.COST_LIMIT,
    ("FOIA", "14", "1"): Outcome.VEXATIOUS,
    ("FOISA", "14", "1"): Outcome.VEXATIOUS,
    ("FOIA", "14", ""): Outcome.VEXATIOUS,
    ("FOISA", "14", ""): Outcome.VEXATIOUS,
    ("FOIA", "14", "2"): Outcome.REPEATED,
    ("FOISA", "14", "2"): Outcome.REPEATED,
    ("FOIA", "21", ""): Outcome.ALREADY_ACCESSIBLE,
    ("FOISA", "25", ""): Outcome.ALREADY_ACCESSIBLE,
    ("FOIA", "22", ""): Outcome.FUTURE_PUBLICATION,
    ("FOIA", "22A", ""): Outcome.FUTURE_PUBLICATION,
    ("FOISA", "27", ""): Outcome.FUTURE_PUBLICATION,
}


def _one_refusal(refused: set[Outcome]) -> Outcome:
    return next(iter(refused)) if len(refused) == 1 else Outcome.REFUSED
