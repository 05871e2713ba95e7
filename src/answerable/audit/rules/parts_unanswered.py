"""A numbered question that the letter does not deal with.

FOIA s.1(1): each part of a request needs an outcome.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.asked import place_of
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.once import once
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.model import (
    Block,
    Certainty,
    Finding,
    Letter,
    Outcome,
    Question,
    Severity,
    Span,
    Voice,
)

RULE = Rule(
    code="SN111",
    slug="parts-unanswered",
    cites=(foia("1", "1"),),
    why=(
        "A question that is passed over is neither answered nor refused, so the duty to say "
        "whether information is held and to communicate it is not met for that part."
    ),
    fix=(
        "Give every numbered question its own outcome: supplied, withheld, not held, or neither "
        "confirmed nor denied."
    ),
)
_EXEMPT_OUTCOMES = (
    Outcome.NCND,
    Outcome.CLARIFICATION,
    Outcome.FEES_NOTICE,
    Outcome.COST_LIMIT,
    Outcome.INTERNAL_REVIEW,
    Outcome.TRANSFER,
)
_DIGITS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_NUMBER = Phrase(
    r"(?:(?:questions?|parts?|points?|items?|at|to|for|of|q|holds?|regarding|concerning|as regards|about|under|on|say|namely|both|leaves|leaving|except|save|than|being)[ ]?\(?(\d{1,2}|[ivx]{1,4}|[a-h])\)|(?:question|part|point|item|q)s?[ ]?(\d{1,2})\b)",
    ")", "question", "part", "point", "item", "q",
    needs=(")", *_DIGITS),
)  # fmt: skip
_FURTHER = compiled(r"(?:and|,|to|&)[ ]?\(?(\d{1,2}|[ivx]{1,4}|[a-h])\)?(?=[\s,.;)]|$)")
_PAIR = compiled(r" and \(?(?:\d{1,2}|[a-h])\)?(?= together|[,:.]| we\b)")  # found fast
_TOGETHER = compiled(
    r"\b(?:taking|as to|as for|as regards|for|on|at|both|holds?) \(?(\d{1,2}|[a-h])\)? and \(?(\d{1,2}|[a-h])\)?(?= together|[,:.]| we\b)"
)
_ALL = Phrase(
    r"\b(?:all|each|both|every|the whole) (?:of )?(?:your |the |these |those |three |four |five |six |\d+ )?(?:questions?|parts?|points|requests?|the information|information (?:you )?(?:requested|asked)|of (?:this|it|these|them)|items)|the information (?:you (?:have )?)?(?:requested|asked for)|your (?:whole )?request (?:is(?! on hold)|has been(?! (?:put|placed) on hold)|would)|within all|all (?:three|four|five)(?= (?:of (?:your|these|those)|questions|parts|points|items|requests|are|were)\b|[.,;])|all of this|\b(?:it is|is being|are|being) all\b|no part of",
    "all", "each", "both", "every", "whole", "requested", "asked for", "your request", "any ", "no part",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when some questions are dealt with by number, others by none, and nothing covers all."""
    asked = {
        question.number: question for question in letter.questions if "(" not in question.number
    }
    outcome = letter.outcome
    if outcome is Outcome.NCND and any(each.outcome is not outcome for each in letter.answers):
        outcome = Outcome.PARTIAL  # one part is neither confirmed nor denied, another answered
    if len(asked) < 2 or outcome in _EXEMPT_OUTCOMES or _covers_all(letter):
        if letter.outcome is Outcome.NCND and len(asked) > 2:
            yield from _beside_the_refused(letter, asked)
        return
    named = _named(letter, set(asked))
    opened = _opened(letter) & set(asked)
    if opened and not named:
        opened |= {number for number in asked if _half_comes_back(letter, asked[number])}
    named |= opened
    yield from islice(_beside_the_point(letter), 1)
    if not named and letter.outcome in (*_GIVES, Outcome.EXTENSION):
        yield from _passed_over(letter)
    beside = {question.number for question in _answered_beside(letter)} if named else set()
    missing = [number for number in asked if number not in named and number not in beside]
    if not named or not missing:
        return
    for number in missing:
        question = asked[number]
        yield RULE.finding(
            letter,
            place_of(letter, question),
            f"The letter does not say what becomes of question {number}; {foia('1', '1')} asks "
            "for an outcome for every part.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )


def _covers_all(letter: Letter) -> bool:
    """Whether a sentence says what becomes of the whole request: not "how your request has been handled".

    "Each of them" in the passage on one question is about the papers that it asks for.
    """
    return any(
        not _RIGHTS.found(letter.own, *line_at(letter.own, span.start))
        and not any(at.start <= span.start < at.end for at in _of_one(letter))
        for span in _ALL.among(letter.own)
    )


def _of_one(letter: Letter) -> Iterator[Span]:
    """The passages under a question's number, where several questions have one."""
    if len(letter.answers) > 2:
        for answer in letter.answers[:-1]:  # the last may run on into what is said of all
            yield from answer.spans


# "With regard to a) and b) the Agency neither confirms nor denies …"
_AS_TO = compiled(
    r"\b(?:as to|as regards|with regard to|in respect of|in relation to|on|for) (?:questions? |parts? |items? )?\(?(\d|[a-h])\) (?:and|&|or) \(?(\d|[a-h])\)"
)
_JOINED = (") and ", ") & ", ") or ")


def _beside_the_refused(letter: Letter, asked: dict[str, Question]) -> Iterator[Finding]:
    """Two questions are neither confirmed nor denied by name, and another is never named."""
    found = _AS_TO.search(letter.own) if holds(letter.own, _JOINED) else None
    if found is None:
        return
    named = _named(letter, set(asked))
    for number, question in asked.items():
        if number not in found.groups() and number not in named:
            yield RULE.finding(
                letter,
                place_of(letter, question),
                f"The letter does not say what becomes of question {number}; {foia('1', '1')} "
                "asks for an outcome for every part.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
            )
            return


_GIVES = (Outcome.FULL, Outcome.PARTIAL, Outcome.ALREADY_ACCESSIBLE)
_RIGHTS = Phrase(
    r"(?:review(?:ed|s)?|commissioner|complain|re-use|licence|unhappy|dissatisfied)\b",
    "review", "commissioner", "complain", "re-use", "licence", "unhappy", "dissatisfied",
)  # fmt: skip
_WORD = compiled(r"[a-z]{4,}")
_STEM = 5  # characters by which "felled" and "felling" are one word
_COMMON = frozenset(
    [
        "about",
        "after",
        "amount",
        "before",
        "last",
        "next",
        "same",
        "have",
        "been",
        "were",
        "that",
        "this",
        "which",
        "what",
        "when",
        "where",
        "with",
        "from",
        "each",
        "between",
        "since",
        "many",
        "much",
        "number",
        "total",
        "copy",
        "copies",
        "information",
        "details",
        "council",
        "trust",
        "year",
        "years",
        "including",
        "please",
    ]
)


def _passed_over(letter: Letter, least: int = 2) -> Iterator[Finding]:
    """A question none of whose own words come back, in an answer that goes by no numbers.

    ``least``: how many words of its own it has to have.
    """
    numbers = {number for answer in letter.answers for number in answer.numbers}
    if numbers.issuperset(question.number for question in letter.questions):
        return
    each = [_stems(question.text) for question in letter.questions]
    uses = Counter(chain.from_iterable(each))
    for stems, question in zip(each, letter.questions, strict=True):
        own = [stem for stem in stems if uses[stem] == 1]
        if (
            len(own) < least
            or question.number in numbers
            or any(_comes_back(letter, s) for s in own)
        ):
            continue
        if letter.outcome is Outcome.EXTENSION and not any(
            _comes_back(letter, stem) for stem in uses if stem not in own
        ):
            continue  # more time is taken for the request as a whole
        if question not in (*_answered_below(letter), *_told_by_us(letter)):
            yield RULE.finding(
                letter,
                place_of(letter, question),
                f"Nothing in the letter seems to be about question {question.number}; "
                f"{foia('1', '1')} asks for an outcome for every part.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
            )
            return


def _answers_the_rest(letter: Letter) -> bool:
    """Whether all is supplied, nothing is refused, and every question but one is spoken of."""
    if letter.outcome is not Outcome.FULL or letter.relied() or letter.shows.not_held is not None:
        return False
    each = [_stems(question.text) for question in letter.questions]
    uses = Counter(chain.from_iterable(each))
    silent = [
        stems
        for stems in each
        if not any(uses[stem] == 1 and _comes_back(letter, stem) for stem in stems)
    ]
    return len(silent) == 1 and len(each) > 2


def _comes_back(letter: Letter, stem: str) -> bool:
    """Whether the authority uses the word, in a sentence that is not about the applicant's rights."""
    at = letter.own.find(stem)
    while at >= 0:
        line = line_at(letter.own, at)
        if not _RIGHTS.found(letter.own, *line):
            return True
        at = letter.own.find(stem, line.end)
    return False


def _asked_in(letter: Letter, block: Block) -> list[Question]:
    """The questions that a block of the applicant's words puts.

    Where the request was given apart they have their places in that, and are known by their words.
    """
    if any(place_of(letter, question) for question in letter.questions):
        return [q for q in letter.questions if block.span.start <= q.span.start < block.span.end]
    words = _letters(letter.flow[block.span.start : block.span.end])
    return [q for q in letter.questions if (asked := _letters(q.text)) and asked in words]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _answered_below(letter: Letter) -> list[Question]:
    """The questions that stand by themselves, each right above something of the authority's."""
    found = []
    for block, after in zip(letter.blocks, letter.blocks[1:], strict=False):
        if block.voice is Voice.REQUEST and after.voice is Voice.AUTHORITY:
            within = _asked_in(letter, block)
            found += within if len(within) == 1 else []
    return found if len(found) > 1 else []


def _answered_beside(letter: Letter) -> list[Question]:
    """The questions told one to a paragraph that goes on to answer them: "You also asked …. We hold …"."""
    found = []
    for block, after in zip(letter.blocks, letter.blocks[1:], strict=False):
        beside = after.span.start - block.span.end < 2 and after.span.end - after.span.start > 40
        if block.voice is Voice.REQUEST and after.voice is Voice.AUTHORITY and beside:
            within = _asked_in(letter, block)
            found += within if len(within) == 1 else []
    return found


@once
def _told_by_us(letter: Letter) -> tuple[Question, ...]:
    """The questions known only by the authority's own words, which deal with them there."""
    return tuple(
        q
        for q in letter.questions
        if letter.own[q.span.start : q.span.end].strip() and place_of(letter, q)
    )


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words.lower()) if word not in _COMMON)


def _named(letter: Letter, numbers: set[str]) -> set[str]:
    """The questions that the authority's words name, or answer right below the question."""
    found = {number for answer in letter.answers for number in answer.numbers}
    found.update(question.number for question in _told_by_us(letter))
    found.update(_numbers_told(letter))
    below = {
        block.number
        for block, after in zip(letter.blocks, letter.blocks[1:], strict=False)
        if block.voice is Voice.REQUEST and block.number and after.voice is Voice.AUTHORITY
    }
    last = [b.number for b in letter.blocks if b.voice is Voice.REQUEST and b.number]
    # The end of a list of questions is followed by the authority in any case.
    if (
        len(last) > 1
        and not any(last[-1] in answer.numbers for answer in letter.answers)
        and f"{last[-1]})" not in letter.own
        and _is_run(letter)
    ):
        below.discard(last[-1])
    return (found | below) & numbers


@once
def _numbers_told(letter: Letter) -> frozenset[str]:
    """The numbers by which the authority's words call something."""
    own = letter.own
    found: set[str] = set()
    for span in _NUMBER.among(own):
        match = _NUMBER.pattern.match(own, span.start)
        if match is not None:
            found.add(match.group(1) or match.group(2))
            found.update(_FURTHER.findall(own[match.end() : match.end() + 40].split(".")[0]))
    if _PAIR.search(own) is not None:
        for match in _TOGETHER.finditer(own):  # "Taking a and b together"
            found.update(match.groups())
    return frozenset(found)


# "1 and 2. This is published.", "Q1-3: held": several questions dealt with under their numbers.
_OPENS = compiled(
    r"(?m)^(?:q(?:uestions?)?\.? ?)?\(?(\d|[a-h])\)?(?: and | & |, ?| to | ?- ?| ?/ ?)(?:q\.? ?)?\(?(\d|[a-h])\)?(?:[.:]|\) | - |$)"
)


def _opened(letter: Letter) -> set[str]:
    """The numbers that open a line by twos or as a range, where none is named in another way."""
    found: set[str] = set()
    for match in _OPENS.finditer(letter.own):
        first, last = map(ord, match.groups())
        found.update(map(chr, range(first, last + 1)) if last - first < _STEM else ())
    return found


def _half_comes_back(letter: Letter, question: Question) -> bool:
    """Whether at least half of the words that no other question has come back."""
    others = {s for q in letter.questions if q is not question for s in _stems(q.text)}
    own = _stems(question.text) - others
    return 2 * sum(_comes_back(letter, stem) for stem in own) >= max(1, len(own))


def _is_run(letter: Letter) -> bool:
    """Whether the questions stand one under the other, with no answers between."""
    places = [i for i, b in enumerate(letter.blocks) if b.voice is Voice.REQUEST and b.number]
    return bool(places) and all(
        block.voice is Voice.REQUEST for block in letter.blocks[places[0] : places[-1]]
    )


# What can only be answered with a figure: "how many of them paid", "what did it cost".
_WANTS_FIGURE = compiled(
    r"\bhow (?:many|much|often|long|old|far)\b|\b(?:number|total|amount|cost|price|value|sum|percentage|proportion|dates?) of\b|\bwhat (?:\w+ ){0,3}(?:cost|paid|spent|percentage|proportion|date|year)\b|\b(?:when|what date)\b|\bwhat (?:do|did|does) (?:\w+ ){1,4}(?:cost|pay|spend|charge|earn)\b"
)
_FIGURE = compiled(
    r"[0-9£%]|\b(?:no|none|nil|nobody|nothing|nowhere|zero|never|not|n't|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|both|neither|dozen|daily|weekly|monthly|annually|yearly|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|(?:attach|enclos|annex|append|schedul|publish|exempt|withh|withheld|refus|section|hold|held|table|list|sheet|link|below|above|see|page)\w*)\b|n't\b"
)
# What is answered with a name: "who cleans it".
_WANTS_NAME = compiled(r"[\"“(]?(?:who\b|which (?:company|firm|person|officer|contractor)\b)")
_NAMES = compiled(
    r"[a-z,] (?:[A-Z][a-z]|[A-Z]{2})|\b(?:officers?|staff|team|director|manager|head|council|contractor|company|firm|committee|board|we|our own|ourselves)\b"
)
_LONG_ANSWER = 400  # characters: a longer answer has room for what a pattern does not see


def _beside_the_point(letter: Letter) -> Iterator[Finding]:
    """A question for a figure whose own short answer has none and says nothing of why."""
    asked = {question.number: question for question in letter.questions}
    for answer in letter.answers:
        question = asked.get(answer.numbers[0]) if len(answer.numbers) == 1 else None
        if question is None or answer.outcome is not Outcome.FULL:
            continue
        words = " ".join(letter.flow[span.start : span.end] for span in answer.spans).lower()
        said = words.removeprefix(question.number).replace(question.text.lower(), "")
        said = _OWN_NUMBER.sub("", said.strip())
        if (
            8 < len(said) < _LONG_ANSWER
            and _WANTS_NAME.match(question.text.lower())
            and _NAMES.search(letter.flow, answer.spans[0].start + 4, answer.spans[-1].end) is None
            and _FIGURE.search(said) is None
        ) or (
            8 < len(said) < _LONG_ANSWER
            and _WANTS_FIGURE.search(question.text.lower())
            and _FIGURE.search(said) is None
            and "?" not in said
        ):
            yield RULE.hint(
                letter,
                answer.spans[0],
                f"What is said under {question.number} does not seem to answer question "
                f"{question.number}; {foia('1', '1')} asks for an outcome for every part.",
            )


_OWN_NUMBER = compiled(r"^(?:question|part|item|answer|q|a)? ?\(?[0-9a-h]{0,2}[.):]+")


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Of a question among others hardly a word comes back in the letter."""
    numbers = {question.number for question in letter.questions}
    if len(numbers) > 1 and not numbers <= _named(letter, numbers) | _opened(letter):
        more = _passed_over(letter, least=1) if _answers_the_rest(letter) else iter(())
        yield from islice(chain(_passed_over(letter), more), 1)
