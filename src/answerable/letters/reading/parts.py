"""Which question each block of a letter deals with, where the letter says so."""

from collections.abc import Collection
from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.letters.reading.outline import TELLS_OF_DECISION
from answerable.model import Block, BlockKind, Span, Voice

_NUMBER = r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\)?(?![\w%.,]\d|[\w%])"
_PART = compiled(
    r"(?:(?:question|part|item|point|request|number|element|limb of your request)s?|q|no\.|answers? to|response to|reply to|as (?:to|for|regards)|in (?:respect of|relation to|answer to|response to|the case of)|regarding|for|turning to|with regard to)"
    rf"[ ]?(?:the )?(?:questions?|parts?|items?|points?|requests?|numbers?)?[ ]?(?P<first>{_NUMBER})"
    rf"(?P<more>(?:(?:, ?(?:and )?| and | & | to | or |-){_NUMBER}){{0,8}})"
)
_WORDED = compiled(r"(?:question|part|item|point|request)s?\b|q\d")
_NAMING = ("(", ")", "question", "part", "item", "point", "request", *(f"q{n}" for n in range(10)))
_EACH = compiled(r"\d{1,2}|(?<![a-z])(?:[ivx]{1,4}|[a-h])(?![a-z])")
_GENERAL = compiled(
    r"(?:you may|if you|should you|appeal|(?:the )?(?:(?:scottish )?information )?commissioner|unhappy|dissatisfied|not happy|your right|rights|complain|review\b|internal review|re-?use|licence|yours|contact|next steps|further help)"
)

# "The remaining information, which is to say (b) and (c), is withheld": of no question before it.
_BEYOND = compiled(
    r"(?:all )?(?:of )?(?:the|everything|your) (?:remaining (?:information|parts?|questions?|items?|documents?|points?)|rest of (?:your|the)|remainder of (?:your|the)|other (?:information|parts|questions|items|documents) (?:you|is|are|that)|else (?:you|is|that))\b"
)
_THE_REST = ("the re", "the other", "all the", "all of the", "everything else", "your rem", "your other")  # fmt: skip

_LABEL = compiled(r"^\(?\w{1,3}[.)]{1,2} {0,4}")

# "With regard to your second question", "As to your third,": the first has the number 1.
_ORDINAL = compiled(
    r"(?:(?:with regard to|as (?:to|for|regards)|turning to|on|in (?:respect of|relation to|answer to|reply to)|regarding) )?(?:your|the) (?P<which>first|second|third|fourth|fifth|sixth)(?: (?:question|part|point|head|limb|item|request|matter|of (?:these|them|those|your questions))\b|,)"
)
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")


def with_parts(
    low: str,
    blocks: list[Block],
    numbers: Collection[str],
    asked: frozenset[int] = frozenset(),
) -> list[Block]:
    """The blocks with the questions each deals with.

    ``numbers``: the numbers of the questions; where none are known, plain figures count.
    ``asked``: where the questions of a table begin that was set out.
    """
    if _heads_its_sections(low, blocks):
        return blocks
    theirs = any(block.number for block in blocks if block.voice is Voice.REQUEST)
    if not theirs and _is_numbered_throughout(low, blocks):
        return blocks  # the figures are of the letter's paragraphs
    current: tuple[str, ...] = ()
    asking = reasoned = False
    cell = -1  # where the answer in a table ends; 0 until it has begun
    made = []
    for block in blocks:
        if block.voice is Voice.REQUEST:
            # One question set above its answer; several in a row are the request restated.
            listed = asking
            asking = asking or bool(block.number)
            cell = 0 if block.span.start in asked else cell
            if block.number in numbers:
                current = () if listed else (block.number,)
        if block.voice is not Voice.AUTHORITY:
            made.append(block)
            continue
        asking = False
        words = low[block.span.start : min(block.span.end, block.span.start + 120)]
        if cell == 0:
            cell = low.find("\n", block.span.start)
        elif 0 < cell < block.span.start:
            # The letter goes on below its table: "About question 3", or with no word of any.
            current, cell = named_in(words, numbers), -1
        reasoned = reasoned and bool(block.number)
        alone = low[block.span.start - 1 : block.span.start] in ("", "\n")
        named = () if reasoned and not numbers else _named(words, block, numbers, alone=alone)
        if block.number and _GENERAL.match(_LABEL.sub("", words, count=1)):
            named = ()  # "1. Internal review. …": a list of the applicant's rights
        reasoned = reasoned or _announces(low, block.span)
        if named:
            current = named
        elif words.startswith(_THE_REST) and _BEYOND.match(words):
            current = named_in(words, numbers)
        elif _GENERAL.match(words) or (block.kind is BlockKind.HEADING and _GENERAL.search(words)):
            current = ()
        made.append(replace(block, parts=current) if current else block)
    return made


def numbered_rows(blocks: list[Block], asked: frozenset[int]) -> list[Block]:
    """The blocks with the questions of a table numbered by their rows, if none has a number.

    ``asked``: where they begin.
    """
    rows = [place for place, block in enumerate(blocks) if block.span.start in asked]
    if len(rows) < 2 or any(blocks[place].number for place in rows):
        return blocks
    if any(block.number and block.voice is Voice.REQUEST for block in blocks):
        return blocks  # the request stands elsewhere too, with numbers of its own
    made = list(blocks)
    for count, place in enumerate(rows, start=1):
        made[place] = replace(made[place], number=str(count))
    return made


# "There are five things. 1. Volume. … 2. …": the figures count reasons, not questions.
_REASONS = ("things", "reasons", "factors", "points", "considerations", "grounds", "matters", "respects")  # fmt: skip
_REASONS_TO_COME = compiled(
    rf"(?<!your )(?<!your two )(?<!your three )(?<!your four )(?<!your five )\b(?:{'|'.join(_REASONS)})\b[^.:\n]{{0,40}}[.:]\s*\Z"
)


_SHORT = 90  # characters: a heading, or a question that the authority asks itself
# "Where does the balance lie?", "Factors in favour", "Why we refuse": what is counted below.
_OF_REASONS = compiled(
    r"\b(?:public interest|balance|factors?|reasons?|arguments?|considerations?|in favour|against|grounds)\b[^.]*[?:a-z)]$|^why\b[^.]*$"
)


def _announces(low: str, span: Span) -> bool:
    """Whether what ``span`` ends with tells that reasons are to come."""
    if span.end - span.start < _SHORT and _OF_REASONS.search(low, *span) is not None:
        return True
    if low[span.end - 1 : span.end] not in ".:":
        return False
    start = max(span.start, span.end - 80)
    return (
        holds(low[start : span.end], _REASONS)
        and _REASONS_TO_COME.search(low, start, span.end) is not None
    )


def _heads_its_sections(low: str, blocks: list[Block]) -> bool:
    """Whether the numbers are of headings such as "1. Decision", "2. Why", "3. If you disagree".

    Not "Response to 1", "Response to 2": those number what was asked.
    """
    heads = [
        _LABEL.sub("", words, count=1)
        for block in blocks
        if block.kind is BlockKind.HEADING and block.number and block.voice is Voice.AUTHORITY
        for words in [low[block.span.start : block.span.end]]
        if not words.startswith(_OF_NUMBER) or not _TO_NUMBER.match(words)
    ]
    told = sum(TELLS_OF_DECISION.match(head) is not None for head in heads)
    return len(heads) > 2 and told * 3 >= len(heads) * 2


_OF_NUMBER = ("response", "answer", "reply", "decision", "our ")
_TO_NUMBER = compiled(
    r"(?:our )?(?:responses?|answers?|repl(?:y|ies)|decision) (?:to|on|for) (?:question |part |item |request |q)?\(?(?:\d{1,2}|[a-h])\b"
)
_TELLS = compiled(
    r"\(?1(?:[.)]| ) {0,3}(?:(?:on|in) .{3,30} )?(?:(?:by|with|further to|re|as to) your (?:request|letter|e-?mail)|you|thank you|i\b|we\b|this (?:letter|is|notice)|your (?:request|letter|email)|(?:the )?request\b|the \w+ received)"
)


def _is_numbered_throughout(low: str, blocks: list[Block]) -> bool:
    """Whether every paragraph has a number, from "1. On 11 May you asked …" to the rights."""
    first = next((b for b in blocks if b.number == "1" and b.voice is Voice.AUTHORITY), None)
    if first is None or _TELLS.match(low, first.span.start) is None:
        return False
    last = [b for b in blocks if b.number.isdigit() and b.voice is Voice.AUTHORITY][-1]
    words = low[last.span.start : last.span.end]
    return last is not first and ("commissioner" in words or "review" in words or "licen" in words)


def named_in(words: str, numbers: Collection[str]) -> tuple[str, ...]:
    """The questions that a sentence names: "questions 1 and 3 are exempt"."""
    if not holds(words, _NAMING):
        return ()
    found: list[str] = []
    for match in _PART.finditer(words):
        if _WORDED.match(match.group()) or "(" in match.group() or ")" in match.group():
            found += _known(_EACH.findall(match.group("first") + match.group("more")), numbers)
    return tuple(dict.fromkeys(found))


# A line of its own above an answer: "3)", "1) and 2)".
_BARE = compiled(
    r"\(?(?:\d{1,2}|[a-h])[.)](?:,? ?(?:and|&|to|,|-) ?\(?(?:\d{1,2}|[a-h])[.)]){0,8}:?"
)
_LONGEST_BARE = 40  # characters


def _named(words: str, block: Block, numbers: Collection[str], *, alone: bool) -> tuple[str, ...]:
    # "How many of them are electric? 3.": behind a question a number is its answer.
    if alone and numbers and block.span.end - block.span.start <= _LONGEST_BARE:
        bare = words.strip()
        if _BARE.fullmatch(bare):
            return _known(_EACH.findall(bare), numbers)
    if block.number and (block.number in numbers or (not numbers and block.number.isdigit())):
        more = _PART.match(words)
        if more is None or not more.group("more"):
            return (block.number,)
    match = _PART.match(words)
    if match is None:
        counted = _ORDINAL.match(words)
        return () if counted is None else _known([_which(counted.group("which"))], numbers)
    return _known(_EACH.findall(match.group("first") + match.group("more")), numbers)


def _which(ordinal: str) -> str:
    return str(_ORDER.index(ordinal) + 1)


def _known(found: list[str], numbers: Collection[str]) -> tuple[str, ...]:
    kept = (each for each in found if each in numbers or (not numbers and each.isdigit()))
    return tuple(dict.fromkeys(kept))
