"""Quotations inside a paragraph: the request retold, the statute explained, an earlier letter."""

import re

from answerable.letters.reading import cues
from answerable.letters.text import sentence_spans
from answerable.model import Span, Voice

_QUOTE = re.compile(r"\"[^\"\n]{1,6000}\"")
_SHORT = 25  # characters: a shorter quotation is a term, not somebody's speech
_ENUMERATED = re.compile(r"(?:^|[\s:;,])\((?:1|a|i)\)[ ]")
_RETOLD = re.compile(
    r"(?:(?<!what )(?<!that )(?<!which )(?<!information )(?<!if )(?<!questions )you (?:have |had |also )?(?:asked|requested|wanted|wanted to know|sought|seek|wrote)\b"
    r"|your request\b.{0,60}?\b(?:was|is|were) (?:for|to)\b(?! information (?:has|dated|received|under|which|that))|in which you (?:asked|seek|ask|request|requested)"
    r"|^(?:.{0,40}\b)?(?:your|the) (?:request|e-?mail|letter|enquiry)(?: for information)?\b.{0,110}?\b(?:for|asking|about)\b(?! information (?:has|dated|received|under|which|that))"
    r"|you emailed .{3,60}(?:asking|for)\b)"
)


def quoted(flow: str, low: str, span: Span) -> list[tuple[Span, Voice]]:
    """The parts of a paragraph that are not in the authority's own voice, in order."""
    found = _in_quotes(low, span)
    for sentence in sentence_spans(flow, span.start, span.end):
        if any(each.start < sentence.end and sentence.start < each.end for each, _ in found):
            continue
        words = low[sentence.start : sentence.end]
        if cues.STATUTE_SENTENCE.match(words) and not _applies(words):
            found.append((sentence, Voice.STATUTE))
            continue
        retold = _RETOLD.search(words[:260]) if _may_retell(words) else None
        if retold and not words.endswith(":"):
            found += _retelling(low, sentence, sentence.start + retold.end(), span)
    return sorted(set(found))


def _may_retell(words: str) -> bool:
    return "you" in words or "request" in words or "enquiry" in words


def _in_quotes(low: str, span: Span) -> list[tuple[Span, Voice]]:
    found = []
    for match in _QUOTE.finditer(low, span.start, span.end):
        if match.end() - match.start() < _SHORT:
            continue
        before = low[max(span.start, match.start() - 160) : match.start()]
        found.append((Span(*match.span()), _whose(before)))
    return found


def _whose(before: str) -> Voice:
    if cues.EARLIER_LEAD.search(before):
        return Voice.EARLIER
    if re.search(
        r"(?:section|regulation|act|statute|subsection|code)\b.{0,60}\b(?:states?|says?|provides?|reads?|defines?|as)\b",
        before,
    ):
        return Voice.STATUTE
    return Voice.REQUEST


def _retelling(low: str, sentence: Span, start: int, span: Span) -> list[tuple[Span, Voice]]:
    """The words after "you asked …", to the end of the sentence (of the list, if it is one)."""
    words = low[start : sentence.end]
    end = sentence.end
    if _ENUMERATED.search(words[:400]):
        end = _list_end(low, sentence, span)
    elif not low[start - 6 : start].endswith((" for", " to", "asking", "about")) and not re.match(
        r"[ ]?(?:us |the \w+ |this \w+ )?(?:for|to|about|whether|how|what|that|which|if|why|when|who|on|seeking|information|copies|details|,)",
        words,
    ):
        return []
    # "Thank you for your request of 12 May, which …" says nothing of what was asked.
    body = low[start:end].strip(" :,.")
    if len(body) < 12 or "internal review" in body[:60]:
        return []
    return [(Span(start + (low[start] == " "), end), Voice.REQUEST)]


def _list_end(low: str, sentence: Span, span: Span) -> int:
    """A retold list may run over sentences: "(1) … . (2) … ." up to the first that has no number."""
    end = sentence.end
    for following in sentence_spans(low, sentence.end, span.end):
        if not re.match(
            r"\((?:\d|[a-z]|[ivx]{1,4})\)[ ]", low[following.start : following.start + 8]
        ):
            break
        end = following.end
    return end


def _applies(words: str) -> bool:
    """A sentence that applies the provision here rather than explaining it."""
    return (
        re.search(
            r"\b(?:we|our|your|you|this request|the (?:council|trust|department|university|authority|information (?:you|requested))|because|here|in this case|question|part|requested)\b",
            words,
        )
        is not None
    )
