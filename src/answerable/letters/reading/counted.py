"""How many questions there were, by the numbers that the answers name, where none is told.

"In answer to your questions 1 to 4 …", "Points 2 and 5 are refused", "your request has six parts".
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.reading.told import answered_head
from answerable.model import Block, Question, Span, Voice

_MOST = 30  # questions that a letter may be thought to answer by number alone

_DIGITS = tuple("0123456789")
_NAMED = Phrase(
    r"(?:questions?|points?|parts?|items?|requests?|q)[ ]?(?:numbers? |nos?\.? )?\(?(?P<first>\d{1,2})\)?(?P<more>(?:(?:, ?(?:and )?| and | & | to | or |-)\(?\d{1,2}\)?(?!\d|[.,%]\d)){0,12})(?!\d|[.,%]\d)(?! of (?!your\b)| in the (?:act|code|schedule)|/| [a-z]+ (?:19|20)\d\d)",
    "question", "point", "part", "item", "request", "q", needs=_DIGITS,
)  # fmt: skip
_EACH = compiled(r"(?P<to> to |-)?\(?(?P<number>\d{1,2})")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")  # fmt: skip
_COUNT = rf"(?P<count>{'|'.join(_WORDS)}|\d{{1,2}})"
_COUNT_TOO = _COUNT.replace("count", "too")
_SORT = r"(?:separate |numbered |lettered |different |further |distinct )?"
# "your three questions"; "it raises five points"; "your letter is in four parts".
_ASKED = ("questions", "requests", "queries", "points", "parts", "heads", "limbs", "things", "items", "documents")  # fmt: skip
_TOTAL = (
    Phrase(
        rf"(?:of |to )?your {_COUNT} {_SORT}(?:questions|requests|queries|points)\b",
        *_ASKED, needs=("your",),
    ),
    Phrase(
        r"(?:it|you|request|letter|e-?mail|message|enquiry|yours of \d{1,2} [a-z]{3,9}(?: \d{4})?)(?: (?:has|have))? (?:raises?|raised|contains?|contained|asks?|asked(?: for)?|puts?|comprises|comprised|is in|was in|makes?|made|sets out)(?: us| to us)? "
        rf"{_COUNT} {_SORT}(?:questions|requests|queries|points|parts|heads|limbs|things(?= (?:about|on|concerning|to do)\b|[.:;]))\b",
        *_ASKED, needs=(*_WORDS, *_DIGITS),
    ),
    Phrase(
        rf"(?:take|taken|answer|answered|deal with|dealt with|address|addressed) (?:the|your|all|these|each of the|each of your) {_COUNT} {_SORT}(?:questions|requests|queries|points|parts|heads|limbs|things)\b"
        rf"|\bthe {_COUNT_TOO} {_SORT}(?:questions|requests|things|points|items|documents) (?:that |which )?(?:you (?:list|ask|asked|put|raise|raised|want|wanted)|in your (?:letter|e-?mail|message|request))\b",
        *_ASKED, needs=(*_WORDS, *_DIGITS),
    ),
)  # fmt: skip
_CLASSES = compiled(
    rf"(?:for |about |to see )?{_COUNT} {_SORT}(?:classes|kinds|categories|sets|types|items|things|questions|requests)\b(?!:)"
)


def told_by_count(question: Question) -> tuple[Question, ...]:
    """As many questions as the words of one say there are: "eleven classes of document about …"."""
    match = _CLASSES.match(question.text.lower())
    count = _value(match.group("count")) if match is not None else 1
    if not 2 <= count <= _MOST:
        return (question,)
    return tuple(replace(question, number=str(number)) for number in range(1, count + 1))


def counted(flow: str, own: str, blocks: list[Block]) -> tuple[Question, ...]:
    """A question for every number from 1 to the highest that the letter's own words name.

    Of what was asked nothing is known, so the words are those that name it. ``own``: the
    authority's words, lower case. Empty for fewer than two.
    """
    places: dict[int, Span] = {}
    for number, span in itertools.chain(_numbers(own), _by_order(own)):
        places.setdefault(number, span)
    for block in blocks:  # "Question 7. The name of the firm", above or beside its answer
        if block.voice is Voice.REQUEST and block.number.isdigit():
            places.setdefault(int(block.number), block.span)
    if len(places) < 2:
        places = {}
    total = _total(own)
    said = _said(total)
    last = max([*places, said]) if places or said else 0
    if not 2 <= last <= _MOST:
        return ()
    whole = Span(*total.span()) if total is not None else places[max(places)]
    spans = [places.get(number, whole) for number in range(1, last + 1)]
    return tuple(
        Question(str(number), " ".join(flow[span.start : span.end].split()), span)
        for number, span in enumerate(spans, start=1)
    )


def with_unanswered(
    found: tuple[Question, ...], flow: str, own: str, blocks: list[Block]
) -> tuple[Question, ...]:
    """The numbered answers, with those questions more that the letter says there were.

    "You asked three things", of which (1) and (2) are answered and "(3) the figure" put off.
    """
    total = _total(own)
    said = _said(total)
    known = {question.number: question for question in found}
    numbers = [str(number) for number in range(1, said + 1)]
    if total is None or not len(found) < said <= _MOST or not known.keys() <= set(numbers):
        return found
    for block in blocks:
        if block.number in numbers and block.voice in (Voice.AUTHORITY, Voice.REQUEST):
            known.setdefault(block.number, asked_in(flow, block.number, block.span))
    for number in numbers:
        if number not in known:
            named = re.search(
                rf"\({number}\) (?=(?:the|an?|any|all|how|what|which|why|who)\b)[^\n]+", own
            )
            span = Span(*(named or total).span())
            known[number] = asked_in(flow, number, span)
    return tuple(known[number] for number in numbers)


_LABEL = compiled(
    r"(?:- )?(?:(?:q(?:uestion)?|part|point|item|request) ?)?\(?(?:\d{1,2}|[a-h])(?:[.)]|\)\.)[ ]{1,4}(?=\S)",
    re.IGNORECASE,
)


def _without_label(flow: str, span: Span) -> Span:
    """A place without the number or letter that the words there begin with."""
    label = _LABEL.match(flow, span.start, span.end)
    return Span(label.end(), span.end) if label is not None else span


def asked_in(flow: str, number: str, span: Span) -> Question:
    """A question named by the authority's own numbered words, or by the first of them."""
    head = answered_head(flow[span.start : min(span.end, span.start + 200)].lower())
    if head is not None:
        span = Span(span.start + head[0], span.start + head[1])
    else:
        span = _without_label(flow, span)
    return Question(number, " ".join(flow[span.start : span.end].split()), span)


def _said(total: re.Match[str] | None) -> int:
    """How many questions the words of a total say there were; 0 for no total."""
    if total is None:
        return 0
    named = total.groupdict()
    return _value(named["count"] or named["too"])


def _total(own: str) -> re.Match[str] | None:
    return next((found for each in _TOTAL for found in each.matches(own)), None)


def lettered(flow: str, blocks: list[Block]) -> tuple[Question, ...]:
    """The paragraphs (a), (b), (c) … of answers, where nothing is told of what was asked.

    Each says something whole. Behind a colon, or behind words that announce reasons, they are
    a list of the authority's.
    """
    made: list[Question] = []
    before = ""
    for block in blocks:
        words = " ".join(flow[block.span.start : block.span.end].split())
        if block.voice is Voice.AUTHORITY and block.number == chr(97 + len(made)):
            if words[-1:] != "." or before[-1:] != "." or holds(before.lower(), _ANNOUNCES):
                return ()
            made.append(Question(block.number, words, block.span))
        before = words
    return tuple(made) if len(made) > 1 else ()


_ANNOUNCES = ("reason", "factor", "because", "limb", "condition", "interest", "ground", "follow")


def _numbers(own: str) -> Iterator[tuple[int, Span]]:
    for match in _NAMED.matches(own):
        last = int(match.group("first"))
        span = Span(*match.span())
        yield last, span
        for each in _EACH.finditer(match.group("more")):
            number = int(each.group("number"))
            if each.group("to") and last < number <= _MOST:
                for between in range(last + 1, number):
                    yield between, span
            yield number, span
            last = number


def _by_order(own: str) -> Iterator[tuple[int, Span]]:
    """The questions named by their order: "on your first point, …", "on your second, …"."""
    if "your first" in own and "your second" in own:
        for match in _ORDER.finditer(own):
            yield _ORDERS.index(match.group("order")) + 1, Span(*match.span())


_ORDERS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ORDER = compiled(
    rf"\byour (?P<order>{'|'.join(_ORDERS)})(?: (?:point|question|request|part|item|query)\b(?! for (?:an? )?(?:internal )?review)|,)"
)


def _value(count: str) -> int:
    return int(count) if count.isdigit() else _WORDS.index(count) + 2
