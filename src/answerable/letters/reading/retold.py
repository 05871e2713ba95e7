"""Things asked for, told in one sentence by the authority: "the survey, the quotation and …"."""

import itertools
import re
from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.model import Question, Span

# A new thing begins: "…, the quotation", "… and any correspondence", "… and what it cost".
_NEXT = compiled(
    r"(?:,|;)?[ ](?:and|or|together with|as well as|plus)[ ](?:also )?(?=(?:for )?(?:the|all|any|an?|copies|details|how|what|which|who|when|why|where|whether|if)\b(?! (?:other|reply|replies|response|same|like|such|related|date))(?! (?:of )?(?:them|it|these|those)\b))"
    r"|,[ ](?=(?:for )?(?:the|all|any|copies of|details of|how|what|which|who|when|why|whether) (?!(?:of|is|are|was|were|has|have|it|they|he|she)\b))"
)
_THING = compiled(
    r"(?:for |to know |about |to see |copies of |a copy of |sight of )?(?:the|all|any|an?|copies|details|how|what|which|who|when|why|where|whether|if|[a-z]+'s)\b",
    re.IGNORECASE,
)
_BETWEEN = compiled(r"\bbetween\b(?!.*\band\b)", re.IGNORECASE | re.DOTALL)
_PARTS_OF_IT = compiled(r"\b(?:including|such as|for example|namely|among them)\b", re.IGNORECASE)
_LONGEST = 600


def told_apart(flow: str, question: Question) -> tuple[Question, ...]:
    """The several things named in one retold question, or that question alone."""
    start, end = question.span
    while start < end and flow[start] in '" ':
        start += 1
    while end > start and flow[end - 1] in '" ':
        end -= 1
    words = flow[start:end]
    if '"' in words or "?" in words or len(words) > _LONGEST or not _THING.match(words):
        return (question,)
    cuts = [0]
    for match in _NEXT.finditer(words):
        before = words[cuts[-1] : match.start()]
        # "The emails between the manager and the director" are one thing, and so are "the date,
        # the place and the cost of every stay" and an agreement "including the fee and the hours".
        if match.start() <= 12 or _BETWEEN.search(before) or _PARTS_OF_IT.search(before):
            continue
        if len(before.split()) > 2:
            cuts.append(match.end())
    cuts.append(len(words))
    pieces = [
        Span(start + low, start + low + len(words[low:high].rstrip(" ,;")))
        for low, high in itertools.pairwise(cuts)
    ]
    pieces = [span for span in pieces if len(flow[span.start : span.end].split()) > 1]
    if len(pieces) < 2:
        return (question,)
    return tuple(
        replace(question, number=str(n), text=_plain(flow, span), span=span)
        for n, span in enumerate(pieces, start=1)
    )


def _plain(flow: str, span: Span) -> str:
    words = " ".join(flow[span.start : span.end].split())
    return re.sub(r" and$", "", words)
