"""An internal review that says again what was said at first, and answers none of the complaint.

The s.45 Code of Practice, chapter 5: a review is a fresh look at the request and at the points that
the applicant makes. FOISA s.21(4)-(5); EIR reg 11(3).
"""

from collections.abc import Iterator
from itertools import islice

from answerable.audit.rule import Case, Rule
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.text import lower
from answerable.model import Certainty, Finding, Letter, Outcome, Severity, Source, Span, Voice

RULE = Rule(
    code="RV101",
    slug="ir-repeats",
    cites=(
        Source(
            "s.45 Code of Practice, chapter 5",
            "https://www.gov.uk/government/publications/freedom-of-information-code-of-practice",
        ),
    ),
    why=(
        "A review that repeats the first letter gives the applicant nothing and the Commissioner "
        "no reason to agree. Four in ten reviews that do look afresh change the answer."
    ),
    fix=(
        "Take each point the applicant made, say what was looked at again and by whom, and give "
        "the decision on each exemption in reasons of its own."
    ),
)

_TOKEN = compiled(r"[a-z0-9'()£%.]+")
_WIDTH = 6  # words in a run; shorter runs recur by chance in letters on one subject
_ADOPTS = Phrase(
    r"\b(?:for the (?:same )?reasons (?:given|set out|stated|explained|already|in)|for the same reasons|nothing (?:further |more |"
    r"else )?to add|(?:adopt|repeat|reiterate|rely on|refer you to)\w*\b.{0,60}\b(?:reasons|response|reply|letter|decision)"
    r"|(?:satisfied|agree|content|confident|consider|find|conclude) (?:that )?(?:it|this|the (?:\w+ )?(?:response|decision|reply|letter|answer)) (?:was|is|"
    r"were) (?:\w+ )?(?:correct|right|appropriate|proper|sound|made)|decision (?:therefore )?stands|see no reason to (?:change|depart|alter|differ)|remains? (?:our|the) "
    r"(?:position|view|decision)|(?:position|decision|view) (?:has not changed|is unchanged|remains))",
    "reason", "nothing", "adopt", "repeat", "reiterat", "rely", "refer", "satisfied", "agree", "content", "confident", "consider", "find", "conclude", "stands", "remain", "position", "decision", "view",
)  # fmt: skip
_POINTS = Phrase(
    r"\b(?:grounds?|points?|reasons|arguments?|concerns?|complain(?:ed|t)?|challenge|say|said|argue|contend|submit)\b.{0,200}?(?:\(1\)|\(a\)|"
    r"\(i\)|\bfirst(?:ly)?\b)",
    "(1)", "(a)", "(i)", "first",
)  # fmt: skip
_ITEM = compiled(r"\((?:[1-9]|[a-h]|i{1,3}|iv|v)\) ([^;(]{15,200})")
_STOP = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "which",
        "were",
        "have",
        "been",
        "they",
        "their",
        "would",
        "could",
        "should",
        "about",
        "there",
        "where",
        "what",
        "when",
        "does",
        "did",
        "not",
        "the",
        "and",
        "for",
        "was",
        "had",
        "are",
        "has",
        "its",
        "but",
        "you",
        "your",
        "our",
        "council",
        "trust",
        "department",
        "university",
        "board",
        "authority",
        "section",
        "information",
        "request",
        "exemption",
        "act",
        "disclosure",
        "public",
        "interest",
    ]
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on a review whose reasons are the first letter's, or whose listed points go unanswered."""
    if letter.outcome is not Outcome.INTERNAL_REVIEW:
        return
    repeated = _repeated_share(letter)
    adopted = None if _CHANGED.found(letter.own) else _ADOPTS.search(letter.own)
    missed = _unanswered(letter)
    if repeated >= 0.6 or (repeated >= 0.3 and adopted and not _looks_afresh(letter)):
        yield _finding(
            letter, adopted, "repeats the words of the first reply", Certainty.SURE, None
        )
    elif missed and adopted:
        yield _finding(
            letter,
            missed[0],
            "adopts the first reply and does not answer the points made",
            Certainty.SURE,
            None,
        )
    elif adopted and _is_short(letter):
        yield _finding(
            letter, adopted, "adopts the first reply and adds no reasons", Certainty.LIKELY, None
        )
    elif _told_twice(letter) >= 0.12 and not _looks_afresh(letter):
        yield _finding(
            letter, adopted, "says again what it tells of the first reply", Certainty.LIKELY, None
        )
    elif len(missed) > 1:
        yield _finding(
            letter,
            missed[0],
            "does not seem to answer every point made",
            Certainty.LIKELY,
            Severity.LOW,
        )


# Something in the first decision was put right: the review did look afresh.
_CHANGED = Phrase(
    r"\b(?:substitut\w+ (?:a|another) (?:different )?decision|(?:i|we) (?:now )?(?:release|disclose|overturn|set aside|uphold (?:that|this|your) (?:complaint|point|ground))|did not apply and|you were right|ought to have (?:been )?(?:given|sent|released|disclosed|had)|is (?:therefore |now )?(?:enclosed|attached|withdrawn)|are (?:therefore |now )?(?:enclosed|attached|withdrawn))\b",
    "substitut", "release", "disclose", "overturn", "set aside", "uphold", "did not apply", "you were right", "ought to have", "enclosed", "attached", "withdrawn",
)  # fmt: skip


def _finding(
    letter: Letter, where: Span | None, what: str, how: Certainty, weight: Severity | None
) -> Finding:
    return RULE.finding(
        letter,
        where,
        f"The review {what}; {RULE.cites[0]} asks for a fresh look at each point.",
        certainty=how,
        severity=weight,
    )


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.strip(".()'") for word in _TOKEN.findall(text)]
    return {tuple(words[i : i + _WIDTH]) for i in range(len(words) - _WIDTH + 1)}


def _repeated_share(letter: Letter) -> float:
    """How much of the quoted first reply stands again in the review's own words."""
    earlier: set[tuple[str, ...]] = set()
    for block in letter.spoken_by(Voice.EARLIER):
        earlier |= _runs(lower(letter.flow[block.span.start : block.span.end]))
    if len(earlier) < 12:
        return 0.0
    own = _runs(letter.own)
    return len(earlier & own) / len(earlier)


def _told_twice(letter: Letter) -> float:
    """How much of the review stands in it twice: the first reply retold, and found again."""
    words = [word.strip(".()'") for word in _TOKEN.findall(letter.own)]
    runs = [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    return 1 - len(set(runs)) / len(runs) if runs else 0.0


def _unanswered(letter: Letter) -> list[Span]:
    """Points listed as the applicant's that nothing later in the letter takes up."""
    listed = _POINTS.search(letter.own)
    if listed is None:
        return []
    end = letter.own.find("\n", listed.end)
    end = len(letter.own) if end < 0 else end
    after = letter.own[end:]
    missed = []
    for match in islice(_ITEM.finditer(letter.own, listed.start, end), 12):
        words = {w for w in _TOKEN.findall(match[1]) if len(w) > 4 and w not in _STOP}
        taken = sum(1 for word in words if word[:6] in after)
        if words and taken * 2 < len(words):
            missed.append(Span(match.start(), match.end()))
    return missed


def _looks_afresh(letter: Letter) -> bool:
    """Whether some point of the applicant's is taken up in words of the reviewer's own."""
    return _AFRESH.found(letter.own)


_AFRESH = Phrase(
    r"\b(?:your (?:first|second|third|fourth|other|next) (?:point|ground|argument)|you (?:are|were) (?:quite |partly )?right|(?:ground|point) \(?(?:[a-d]|\d|one|two)|partly upheld|upheld in part|i have (?:asked|spoken to|re-?read|checked|looked again at the)|as (?:for|to) your (?:point|argument)|as you (?:say|point out|rightly)|(?:i|we) accept (?:that\b|your)|(?:i|we) agree with you\b)",
    "as you", "accept", "agree", "your ", "right", "ground", "point", "upheld", "i have",
)  # fmt: skip


def _is_short(letter: Letter) -> bool:
    """A review with no more than a few sentences between its opening and its rights."""
    return len(letter.own.split()) < 160


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The first reply is upheld and no point of the applicant's is taken up by itself."""
    if (
        letter.outcome is Outcome.INTERNAL_REVIEW
        and not _looks_afresh(letter)
        and not _CHANGED.found(letter.own)
    ):
        yield RULE.hint(
            letter,
            _ADOPTS.search(letter.own),
            "Check that the review answers each point made, and gives reasons of its own.",
        )
