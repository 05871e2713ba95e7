"""How many questions there were, by the numbers that the answers name, where none is told.

"In answer to your questions 1 to 4 …", "Points 2 and 5 are refused", "your request has six parts".
"""

from collections.abc import Iterator
from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.model import Block, Question, Span, Voice

_MOST = 30  # questions that a letter may be thought to answer by number alone

_NAMED = compiled(
    r"\b(?:questions?|points?|parts?|items?|requests?|q)[ ]?(?:numbers? |nos?\.? )?\(?(?P<first>\d{1,2})\)?(?P<more>(?:(?:, ?(?:and )?| and | & | to | or |-)\(?\d{1,2}\)?(?!\d|[.,%]\d)){0,12})(?!\d|[.,%]\d)(?! of (?!your\b)| in the (?:act|code|schedule)|/| [a-z]+ (?:19|20)\d\d)"
)
_EACH = compiled(r"(?P<to> to |-)?\(?(?P<number>\d{1,2})")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")  # fmt: skip
_COUNT = rf"(?P<count>{'|'.join(_WORDS)}|\d{{1,2}})"
_SORT = r"(?:separate |numbered |lettered |different |further |distinct )?"
# "your three questions"; "it raises five points"; "your letter is in four parts".
_TOTAL = (
    compiled(rf"\b(?:of |to )?your {_COUNT} {_SORT}(?:questions|requests|queries|points)\b"),
    compiled(
        r"\b(?:it|you|request|letter|e-?mail|message|enquiry)(?: (?:has|have))? (?:raises?|raised|contains?|contained|asks?|asked|puts?|comprises|comprised|is in|was in|made|sets out)(?: us| to us)? "
        rf"{_COUNT} {_SORT}(?:questions|requests|queries|points|parts|heads|limbs)\b"
    ),
)
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
    for number, span in _numbers(own):
        places.setdefault(number, span)
    for block in blocks:  # "Question 7. The name of the firm", above or beside its answer
        if block.voice is Voice.REQUEST and block.number.isdigit():
            places.setdefault(int(block.number), block.span)
    if len(places) < 2:
        places = {}
    total = next((found for each in _TOTAL if (found := each.search(own)) is not None), None)
    said = _value(total.group("count")) if total is not None else 0
    last = max([*places, said]) if places or said else 0
    if not 2 <= last <= _MOST:
        return ()
    whole = Span(*total.span()) if total is not None else places[max(places)]
    spans = [places.get(number, whole) for number in range(1, last + 1)]
    return tuple(
        Question(str(number), " ".join(flow[span.start : span.end].split()), span)
        for number, span in enumerate(spans, start=1)
    )


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
    for match in _NAMED.finditer(own):
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


def _value(count: str) -> int:
    return int(count) if count.isdigit() else _WORDS.index(count) + 2
