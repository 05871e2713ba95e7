"""Small counts withheld by rule of thumb.

FOIA s.40(2); [2018] UKUT 229: a small number is personal data only if somebody can be identified.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import plainly
from answerable.audit.wordings.personal import INTRUDER, SMALL
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Role, Severity

RULE = Rule(
    code="EX112",
    slug="s40-small-numbers",
    interprets=True,
    cites=(
        foia("40", "2"),
        foia("40", "3A", "a"),
    ),
    why=(
        '"Fewer than five" is not itself personal data. The question is whether a motivated '
        "reader, with what else is about, could tell who is meant and learn something new."
    ),
    fix=(
        "Say for these counts who could identify whom, and from what; otherwise give the "
        "figures, or protect the table by a method that fits the risk."
    ),
)
_PERSONAL = (("FOIA", "40"), ("FOISA", "38"), ("EIR", "13"), ("EISR", "11"))
_HABIT = Phrase(
    r"polic(?:y|ies)|practice|rule|always|routine|standard|normal|convention|automatically|approach|threshold|suppress",
    "polic",
    "practice",
    "rule",
    "always",
    "routine",
    "standard",
    "normal",
    "convention",
    "automatic",
    "approach",
    "threshold",
    "suppress",
)


# "Quantities beneath the threshold of five", "a star in place of any number from 1 to 4", "in single
# figures", "our cut-off".
_SIZE = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_BY_SIZE = Phrase(
    rf"\b(?:beneath|below|under|lower than|smaller than|less than|fewer than|not (?:more|greater) than|at or below|no more than|up to|short of) (?:the |our |a |this |that |its )?(?:usual |standard |minimum |set |agreed |statistical |reporting |disclosure )?(?:threshold|cut-?off|minimum|limit|figure|number|level|count|floor|size)s?\b(?: of {_SIZE})?"
    rf"|\b(?:beneath|below|under|lower than|smaller than|up to|no more than) {_SIZE}\b(?! (?:working|days|per ?cent|hours|minutes|years?|months?|weeks?|miles|of the act))|\b(?:from|between) (?:0|1|one|zero) (?:to|and) {_SIZE}\b(?! (?:january|february|march|april|may|june|july|august|september|october|november|december|working|days|years))|\b(?:single[- ](?:figures?|digits?)|one[- ]digit|too (?:small|low|few) to (?:publish|give|release|report|disclose|state)|very (?:few|small numbers?|low numbers?)|so (?:few|small|low)|only a (?:few|handful)|low volumes?|{_SIZE} (?:or (?:fewer|under|less|below)|and under))\b"
    r"|\b(?:threshold|cut-?off|small[- ](?:number|cell|count)s? (?:rule|polic\w+|suppression|threshold)|(?:minimum|standard) (?:cell|count) size|(?:stars?|asterisks?|dash(?:es)?|an? x) (?:in place of|instead of|for|replaces?|stands? (?:in )?for|means|where)|suppression (?:rule|threshold|polic\w+|level))\b",
    "beneath", "below", "under", "lower than", "smaller than", "less than", "fewer than", "more than", "greater than", "up to", "short of", "from ", "between ", "single", "one-digit", "one digit", "too ", "very ", "so ", "only a ", "low volume", "or fewer", "or under", "or less", "or below", "and under", "threshold", "cut-off", "cutoff", "small number", "small-number", "small cell", "small-cell", "small count", "small-count", "cell size", "count size", "star", "asterisk", "dash", "x ", "suppression",
)  # fmt: skip
_NOT_SO = Phrase(
    r"\b(?:used to|no longer|don't go by|not go by|have stopped|whatever (?:its|their) size|£|cost|hours|limit of|appropriate limit|do not (?:use|apply|have)|in one part|pages?|under section|review|working days)\b|£",
    "used to", "no longer", "go by", "stopped", "whatever", "£", "cost", "hours", "limit", "do not", "in one part", "page", "under section", "review", "working days",
)  # fmt: skip


def _personal(letter: Letter) -> bool:
    """Whether personal data is relied on, or named in a letter that relies on nothing."""
    relied = letter.relied()
    uses = relied or [use for use in letter.provisions if use.role is not Role.QUOTED]
    return any((use.cite.regime.value, use.cite.number) in _PERSONAL for use in uses)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when counts are suppressed by size and nothing says how anybody would be identified."""
    if not _personal(letter):
        return
    span = SMALL.search(letter.own)
    if span is None and not INTRUDER.found(letter.own):
        cut_off = next(plainly(_BY_SIZE, _NOT_SO, letter.own), None)
        if cut_off is not None:
            yield RULE.hint(
                letter,
                cut_off,
                "Counts are kept back by their size alone; the notice does not show that anybody could "
                f"be identified, which {foia('40', '2')} depends on.",
            )
    if span is None or INTRUDER.found(letter.own):
        return
    habit = _HABIT.found(letter.own)
    yield RULE.finding(
        letter,
        span,
        "Counts are withheld because they are small; the notice does not show that anybody could "
        f"be identified, which {foia('40', '2')} depends on.",
        certainty=Certainty.SURE if habit else Certainty.LIKELY,
        severity=None if habit else Severity.MEDIUM,
    )


# Numbers that are not counts: "telephone numbers", "the salary figure".
_PARTICULARS = Phrase(
    r"\b(?:(?:tele)?phone|mobile|account|reference|registration|badge|staff|collar|serial|card|plate|personal) (?:numbers?|data)|salar\w+|signature|names?\b|e-?mail\b|address\w*",
    "phone", "mobile", "account", "reference", "registration", "badge", "staff", "collar", "serial", "card", "plate", "personal", "salar", "signature", "name", "mail", "address",
)  # fmt: skip
# A count kept back: "figures of four and less are replaced with "low"", "the number is withheld".
_COUNT_KEPT = Phrase(
    r"\b(?:figures?|numbers?|counts?|quantit(?:y|ies)|totals?|values?|cells?|volumes?|statistics?|data)\b[^.\n]{0,80}\b(?:withheld|suppress\w*|redact\w*|removed|replaced|masked|hidden|not (?:given|provided|disclosed|released|shown|published|stated)|exempt|kept back|held back|left out|omitted|blanked|star(?:red)?|limit)\b|\b(?:withh\w+|suppress\w*|redact\w*|remov\w+|replac\w+|mask\w*|hid\w*|omit\w*|not (?:give|provide|disclose|release|show|publish|state)|star(?:red)?)\b[^.\n]{0,60}\b(?:figures?|numbers?|counts?|quantit(?:y|ies)|totals?|values?|cells?)\b",
    "figure", "number", "count", "quantit", "total", "value", "cell", "volume", "statistic", "data",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Counts are withheld because they are small, or with nobody shown who could tell whose they are."""
    span = None
    if _personal(letter):
        span = SMALL.search(letter.own) or next(plainly(_BY_SIZE, _NOT_SO, letter.own), None)
        if span is None and not INTRUDER.found(letter.own):
            span = next(plainly(_COUNT_KEPT, _PARTICULARS, letter.own), None)
    if span is not None:
        yield RULE.hint(
            letter,
            span,
            "Check that the letter shows who could be identified by this count, and how.",
        )
