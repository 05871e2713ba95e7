"""A request told in several places of a letter: "Question A was for …", "Request two: …"."""

import re
from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.questions.prose import is_ask
from answerable.letters.reading.retold import told_apart
from answerable.model import Block, BlockKind, Question, Span, Voice

# What stands right before the words: "you asked us", "Head 2:", "(5 May) asks".
_TOLD = compiled(
    r"(?:(?:\b(?:you|it|request|letter|e-?mail|message|question|limb|part)\b[^.:;]{0,50}\b(?:asked|asks|requested|wanted|sought|seeks|asking|seeking)(?: for| to know)?|\byou (?:also |now |then |further )?(?:ask|seek|want|wish|require|would (?:also |now |further )?like)(?: for| to know)?|\b(?:request|question|limb|part)\b[^.:;]{0,30}\b(?:was|is)|\bthe (?:first|second|third|fourth|fifth|other|last) (?:was|is|asks|asked|sought)|\byour (?:first|second|third|fourth|fifth|other|last), for)(?: (?:us|too|also|then|again))?(?: on (?:[a-z]{6,9},? )?[\w./]{2,8}(?: [a-z]{3,9}(?: \d{4})?)?)?|\b(?:was|is) (?:for|whether)|(?:^|\n)[^.\n]{2,24}:)(?: (?:the|a|any|all))?[ ,]{0,2}$"
)
# "You asked for this before": nothing is told of what it was.
_POINTS_BACK = compiled(
    r"(?:for |about )?(?:(?:all|both) of )?(?:this|that|it|both|these|those|them|exactly|the same|the address|the [a-z]+ again$|sight of (?:it|them))\b"
)
# "You asked for a spreadsheet": the form in which it was wanted.
_FORM = compiled(
    r"(?:for |to have )?(?:it |them |this |these |an? |the (?:answers?|reply|figures|results?|data) (?:in |as |to be )?(?:an? )?)?(?:\.?csv|excel|(?:an? )?spreadsheets?|word|pdf|paper copies|hard copy|electronic (?:form|copies))\b[^:;,]{0,24}$"
)
#: "The link does not work": an argument of the applicant's, not an ask.
STATES = compiled(
    r"\"(?:you|i|we|it|this|there)\b|\"(?!how|what|which|who|when|where|why|whether|is|are|was|were|do|does|did|has|have|had)(?:[\w']+ ){1,4}(?:is|was|were|are|does|did|do|has|have|had|should|must|cannot)\b(?![^\"]*\?)"
)
_SHORTER = 10  # the same, where a number stands before: "Part 2 was for the prices."
_SHORTEST = 14  # characters: less is no telling of a request
_MOST_PLACES = 12  # in which a letter may tell of its request
_WORDS = re.compile(r"[a-z]{4,}")
_SHORT_WORDS = re.compile(r"[a-z]{3,}")
_SMALL = frozenset({"the", "for", "and", "any", "all", "you", "our", "your"})


def told_places(flow: str, blocks: list[Block]) -> list[Span]:
    """Where the authority tells, within its own paragraphs, what was asked."""
    places = []
    before = None
    for block in blocks:
        if (
            block.voice is Voice.REQUEST
            and not block.number
            and block.span.end - block.span.start
            >= (_SHORTER if before is not None and before.number else _SHORTEST)
            and _is_told(flow, block, before)
        ):
            places.append(block.span)
            if len(places) == _MOST_PLACES:
                break
        before = block
    return places


def _is_told(flow: str, block: Block, before: Block | None) -> bool:
    start = block.span.start
    words = flow[start : min(block.span.end, start + 80)].lower().rstrip(" .")
    if _POINTS_BACK.match(words) or _FORM.match(words):
        return False
    if words[0] == '"' and (start == 0 or flow[start - 1] == "\n"):
        return not STATES.match(words)  # a quotation that opens a paragraph
    if before is None or before.voice is not Voice.AUTHORITY or before.kind is BlockKind.HEADING:
        return False
    return _TOLD.search(flow[max(0, start - 90) : start].lower()) is not None


def with_told(flow: str, found: tuple[Question, ...], told: list[Span]) -> tuple[Question, ...]:
    """The questions with those told elsewhere that none of them repeats, in order, renumbered."""
    if len(found) == 1 and not is_ask(found[0].text) and not _overlaps(found[0], told):
        found = ()  # words of somebody else's that ask nothing
    made = list(found)
    if len(made) > _MOST_PLACES:
        return found
    for place in told:
        if any(_overlaps(each, [place]) for each in made):
            continue
        words = " ".join(flow[place.start : place.end].split())
        if not any(_repeats(words, each.text) for each in made):
            made += told_apart(flow, Question("", words, place))
    if len(made) == len(found):
        return found
    made.sort(key=lambda each: each.span.start)
    return tuple(replace(each, number=str(n)) for n, each in enumerate(made, start=1))


def _overlaps(question: Question, places: list[Span]) -> bool:
    start, end = question.span
    return any(place.start < end and start < place.end for place in places)


def _repeats(one: str, other: str) -> bool:
    """Whether half the words of the shorter are words of the longer."""
    first, second = set(_WORDS.findall(one.lower())), set(_WORDS.findall(other.lower()))
    fewer = min(len(first), len(second))
    if fewer < 3:  # "the bat survey" is not "the tree surgeon's survey"
        first, second = (
            set(_SHORT_WORDS.findall(words.lower())) - _SMALL for words in (one, other)
        )
        fewer = min(len(first), len(second))
        return len(first & second) * 2 > fewer
    return fewer == 0 or len(first & second) * 2 >= fewer


# "Re: draft flood model", "Freedom of Information Act 2000: audit report on Brightkey".
_SUBJECT = compiled(
    r"(?:re|subject|request|your request|(?:your )?request for (?:environmental )?information|foi(?: request)?|eir(?: request)?)[ ]?: (?P<re>[^:\n]{12,140})$"
    r"|(?:the )?[a-z ()]{8,50}(?:act|regulations)(?: \(scotland\))? (?:19|20)\d\d ?(?:[:-]|,) (?P<act>[^:\n]{12,140})$"
    r"|(?:your )?request for (?P<for>[^:\n]{12,140})$"
    r"|(?P<of>[^:\n(]{12,100})[ ,.:-]{1,3}\(?your(?:s| (?:e-?mail|request|letter|message)) of [^\n]{4,60}$"
)
_NO_SUBJECT = compiled(
    r"\b(?:sections? \d|regulations? \d|(?:request|requirement) for (?:an? )?(?:internal )?review|internal review|refusal|notice|your request|request for information|outcome|decision|response|reply|foi|eir|act (?:19|20)\d\d|regulations (?:19|20)\d\d|request received|your(?:s| (?:letter|e-?mail|message)) of)\b"
)
_PUT_ABOVE = re.compile(r'"[^"\n]{15,400}\?"$')


def subject(flow: str, blocks: list[Block]) -> tuple[Question, ...]:
    """What a letter that nowhere tells its request is about, by a heading or a quoted question."""
    for block in blocks[:12]:
        words = flow[block.span.start : block.span.end]
        if block.voice is Voice.FURNITURE and _PUT_ABOVE.match(words):
            return (Question("1", " ".join(words.split()), block.span),)
        asks = words[-1:] == "?" and len(words) < 160  # "Re: how many drones are there?"
        if (block.kind is not BlockKind.HEADING and not asks) or block.voice is Voice.SIGNATURE:
            continue
        found = _SUBJECT.match(words.lower())
        if found is not None:
            name = found.lastgroup or "re"
            if not _NO_SUBJECT.search(found.group(name)):
                span = Span(
                    block.span.start + found.start(name), block.span.start + found.end(name)
                )
                return (Question("1", " ".join(flow[span.start : span.end].split()), span),)
    return ()


# "The visit notes. There were seven visits …": what was asked for, run in above its answer.
_RUN_IN = compiled(
    r"(?:(?:first|second|third|fourth|fifth|lastly|finally)(?:ly)?, )?(?P<head>[^.?!\n]{4,140}?)[.:] +(?:yes, |also )?(?:held|we (?:do |also )?(?:hold|have)|i (?:hold|have)|the [a-z]+ (?:has|holds)|there (?:is|are|was|were)\b|these are held|this is held|a copy|enclosed|attached|here (?:it|they) (?:is|are))\b"
    r"|(?:as (?:to|for|regards)|on|regarding) (?P<thing>(?:how|what|when|who|which|where|whether|why|the (?:number|cost|amount|name|date|total)s?) [^.:?!\n]{4,140}): +(?=\S)"
)
_NO_HEAD = compiled(
    r"^(?:the )?(?:volume|complexity)$|\b(?:we|i|you|your|our|is|are|was|were|has|have|had|do|does|did|will|public interest|review|appeals?|complaints?|section|regulation|act|re-?use|rights|decision|reasons?|how|what|why|searches|balance|advice|harm|background|outcome|response|answer|thank|dear|kept|withheld)\b"
)


# "3. The winner's rates per mile. They are Larkfield's own.", "Question 1 - the rent. £14,250".
_HEADED = compiled(
    r"(?:- )?(?:(?:q(?:uestion)?|part|point|item|request)? ?\(?(?:\d{1,2}|[a-h])\)?[.):]{0,2}[ -]{1,4})(?P<head>[^.:?!\n]{6,140})[.:][ ](?=\S)"
)


def answered_head(words: str) -> tuple[int, int] | None:
    """Where a numbered paragraph names the thing that it goes on to answer, or None."""
    found = _HEADED.match(words)
    if found is None or _NO_HEAD.search(found.group("head")):
        return None
    return found.span("head")


def run_in(flow: str, blocks: list[Block]) -> tuple[Question, ...]:
    """Where no request is told, the things that two or more paragraphs begin with and answer."""
    made: list[Question] = []
    for block in blocks:
        if block.voice is not Voice.AUTHORITY or block.kind is BlockKind.TABLE:
            continue
        start, end = block.span
        found = _RUN_IN.match(flow[start : min(end, start + 260)].lower())
        if found is None:
            continue
        name = found.lastgroup or "head"
        if name == "head" and _NO_HEAD.search(found[name]):
            continue
        span = Span(start + found.start(name), start + found.end(name))
        words = " ".join(flow[span.start : span.end].split())
        made.append(Question(str(len(made) + 1), words, span))
    return tuple(made) if len(made) > 1 else ()
