"""Information said not to be held, with no word of a search or of why it would not be held.

FOIA s.1(1)(a): on the balance of probabilities, after reasonable searches. The letter need not
describe the search; that it does is what the regulator expects.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.holding import EXPLAINS, NOT_HELD, explains_absence, near_rights
from answerable.audit.wordings.lines import around, line_at
from answerable.audit.wordings.reasons import has_reasons
from answerable.letters.phrases import Phrase
from answerable.letters.reading.shows import not_held
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Span

RULE = Rule(
    code="SA101",
    slug="search-inadequate",
    cites=(Cite(Regime.FOIA, "1", ("1", "a")), Cite(Regime.FOISA, "17", ("1",))),
    why=(
        "“Not held” is tested on the balance of probabilities: what was searched, with which "
        "words, by whom, or what reason there is that nothing would exist. A reader who is told "
        "nothing of that will ask for a review, and the answer often changes."
    ),
    fix=(
        "Say which records and systems were searched, with which terms and by whom, or why the "
        "authority would not expect to hold the information."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when something is not held and the letter explains neither search nor absence."""
    if letter.outcome in _OTHER:
        return
    shown = letter.shows.not_held
    span = NOT_HELD.search(letter.own) if shown or _says_nothing_else(letter) else None
    span = span or shown
    if span is None or (explains_absence(letter) and not _only_recalled(letter)):
        return
    # Reasons in words that the rule does not know leave it a hint.
    whole = letter.outcome is Outcome.NOT_HELD and not has_reasons(
        letter, outside_balance=True, least=6
    )
    duty = RULE.cites[1] if letter.regime == "FOISA" else RULE.cites[0]
    yield RULE.finding(
        letter,
        span,
        "The notice says that information is not held and does not show that anyone looked, or "
        f"why it would not be held; {duty} is judged on the balance of probabilities.",
        certainty=Certainty.SURE if whole else Certainty.LIKELY,
        severity=Severity.MEDIUM,
        cites=(duty,),
    )


# "He does not recall there being a report": a memory, and no search.
_RECALLS = Phrase(
    r"\b(?:not|n't|cannot|nobody|no one|no-one|none of \w+) (?:\w+ ){0,4}?(?:recall|remember|recollect)\w*|\bno (?:recollection|memory)\b|\b(?:to the best of|from) (?:my|our|his|her|their|the \w+'s) (?:memory|recollection|knowledge)\b|\b(?:as|so) far as (?:i|we|he|she|they|anyone|anybody) (?:am|are|is|can|knows?|recalls?|remembers?)\b",
    "recall", "remember", "recollect", "memory", "knowledge", "far as",
)  # fmt: skip
_REASON_BESIDE = Phrase(
    r"\b(?:destroy\w+|delet\w+|dispos\w+|shredd\w+|retention|lost|responsib\w+|belongs?|because|since|never (?:been )?(?:kept|recorded|made|written)|not (?:required|recorded|kept|collected|our|part|taken|minuted|written)|(?:run|managed|owned|kept|held) by|before \w+ 20\d\d|did not exist|minutes|index|inventory|list)\b",
    "destroy", "delet", "dispos", "shred", "retention", "lost", "responsib", "belong", "because", "since", "never", "not ", "by", "before", "exist", "minutes", "index", "inventory", "list",
)  # fmt: skip


def _only_recalled(letter: Letter) -> bool:
    """Whether all that stands behind "not held" is what somebody remembers."""
    for span in _RECALLS.among(letter.own):
        line, near = line_at(letter.own, span.start), around(letter.own, span)
        if not not_held(letter.own, *near):
            continue
        looked = any(
            not line.start <= each.start < line.end and not near_rights(letter.own, each)
            for each in EXPLAINS.among(letter.own)
        )
        return not (
            looked
            or _LOOKED_TOO.found(letter.own, *line)
            or _REASON_BESIDE.found(letter.own, *near)
        )
    return False


_LOOKED_TOO = Phrase(
    r"\b(?:search|looked (?:in|at|through|for)|checked|went through|gone through|examined|found)",
    "search", "looked", "checked", "through", "examined", "found",
)  # fmt: skip


def _says_nothing_else(letter: Letter) -> bool:
    """Neither held, nor supplied, nor withheld: "does not have it" is then all that is said."""
    shows = letter.shows
    return not (shows.held or shows.supplied or shows.withheld or shows.ncnd)


def _is_explained(letter: Letter, spans: tuple[Span, ...]) -> bool:
    """Whether what is said of this part tells of a search, or of why there would be none.

    What follows the passage that says "not held" may be of anything.
    """
    says = next((span for span in spans if not_held(letter.own, *span)), spans[0])
    if has_reasons(letter, outside_balance=True, within=(says,), least=_OWN_WORDS):
        return True
    return EXPLAINS.found(letter.own, *says)


_OWN_WORDS = 5
_CHECK = "Check that the notice says where was searched, or why nothing would be held."
_OTHER = (Outcome.NCND, Outcome.EXTENSION, Outcome.FEES_NOTICE)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Something is not held and little is said of where anybody looked."""
    for part in letter.answers:
        # "No information held." and not a word more about this part.
        if part.outcome is Outcome.NOT_HELD and not _is_explained(letter, part.spans):
            yield RULE.hint(letter, part.spans[0], _CHECK)
            return
    shown = letter.shows.not_held
    if (
        shown is not None
        and letter.outcome not in _OTHER
        and not (
            has_reasons(letter, outside_balance=True, least=9)
            and EXPLAINS.found(letter.own, *around(letter.own, shown, 2))
        )
    ):
        yield RULE.hint(letter, shown, _CHECK)
