"""Sections 23(1) and 24(1) claimed together for the same information.

The two exclude each other; they may be pleaded in the alternative ([2021] UKUT 248 (AAC)).
Sections 23(5) and 24(2) may be used together.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Source, Span

RULE = Rule(
    code="EX105",
    slug="s23-24-misuse",
    cites=(
        foia("23", "1"),
        foia("24", "1"),
        Source("[2021] UKUT 248 (AAC)", "https://www.bailii.org/uk/cases/UKUT/AAC/2021/248.html"),
    ),
    why=(
        "Section 24(1) begins where section 23(1) ends: the same information cannot fall in "
        "both. Where saying which would itself give something away, the two may be claimed in "
        "the alternative, in those words."
    ),
    fix=(
        "Say that the information is exempt under section 23(1) or, in the alternative, section "
        "24(1); or which parts fall under each."
    ),
)
_ALTERNATIVE = Phrase(
    r"alternativ|\beither (?:\w+ ){0,4}?(?:sections? |s\.? ?)2[34]\b|\bone (?:or|and not) (?:the )?other\b|\b(?:exempt|withheld)\b[^\n]{0,30}\b2[34](?:\(1\))? or (?:under )?(?:section |s\.? ?)?2[34]\b",
    "alternativ",
    "either",
    "one or",
    "one and",
    "24",
    "23",
)


# "Letter A is withheld under section 23(1) alone; the two don't overlap."
_EACH_ITS_OWN = Phrase(
    r"\b2[34]\(1\) (?:alone|only)\b|\b(?:do not|don't|does not) overlap\b|\b(?:different|separate|distinct) (?:parts|documents|papers|information|passages|pages|records)\b[^.\n]{0,60}\b2[34]\b|\b(?:the (?:rest|remainder|others?)|(?:pages?|paragraphs?|parts?|documents?) [a-z\d]+)\b[^.\n]{0,60}\b24\(1\)",
    "alone", "only", "overlap", "different ", "separate ", "distinct ", "24(1)",
)  # fmt: skip
# "Since the public interest in maintaining section 23(5) outweighs …", "in the scales", "the harm
# to the services was heavier".
_WEIGHS = Phrase(
    r"\b(?:public interest|interests? of the public|outweigh\w*|balanc\w+|weigh(?:ed|ing|s)?|in the scales?|heavier|(?:stronger|weightier|greater|more (?:weighty|important|pressing)) (?:still|than)|prevails? over|(?:must|has to|have to) (?:yield|give way)|(?:strong|great|real|legitimate|proper) (?:public )?interest in|in favour of (?:release|releasing|disclosure|disclosing|withholding|confirming|answering|openness|publication|saying)|for and against|pros and cons|arguments? (?:for|against|on)|greater (?:good|interest|weight)|tips? the|comes? down (?:on|in))\b",
    "public interest", "of the public", "outweigh", "balanc", "weigh", "in the scale", "heavier", "stronger ", "weightier ", "more ", "prevail", "yield", "give way", "interest in", "in favour of", "for and against", "pros and cons", "argument", "greater ", "tip", "come", "came down",
)  # fmt: skip
_NOT_WEIGHED = Phrase(
    r"\b(?:absolute|not|no|none|nor|never|without|neither|unlike|section 24|s\.? ?24|24\([12]\)|whether)\b|n't\b|\b(?:section|s\.?) ?(?:31|40|43|42|36|35|30|38|27|26)\b",
    "absolute", "not", "no ", "none", "nor ", "never", "without", "neither", "unlike", "24", "n't", "whether", "31", "40", "43", "42", "36", "35", "30", "38", "27", "26",
)  # fmt: skip


def _absolute_and_weighed(letter: Letter) -> Span | None:
    """Where a public interest is weighed in a letter that rests on section 23 and on nothing qualified."""
    relied = letter.relied()
    if letter.regime != "FOIA" or not any(
        use.cite.number == "23" and not use.cite.regime.scottish for use in relied
    ):
        return None
    alone = all(use.cite.number == "23" or law.status(use.cite) == "absolute" for use in relied)
    for span in _WEIGHS.among(letter.own):
        line = line_at(letter.own, span.start)
        if _NOT_WEIGHED.found(letter.own, *line):
            continue
        if alone or _OF_23.found(letter.own, *line):
            return span
    return None


_OF_23 = Phrase(r"\b(?:section|s\.?) ?23\b", "23")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when both are relied on for the same part, or section 23 is weighed."""
    both = False
    for finding in _both(letter):
        both = True
        yield finding
    if both:
        return
    weighed = _absolute_and_weighed(letter)
    if weighed is not None:
        yield RULE.hint(
            letter,
            weighed,
            f"{foia('23')} is absolute and no public interest is weighed for it; this seems to weigh "
            "one, as section 24 would ask.",
        )


def _both(letter: Letter) -> Iterator[Finding]:
    """Both disclosure limbs, with no "alternative"."""
    first = next((u for u in letter.relied() if u.cite.within(foia("23", "1"))), None)
    second = next((u for u in letter.relied() if u.cite.within(foia("24", "1"))), None)
    if first is None or second is None or _ALTERNATIVE.found(letter.own):
        return
    if first.parts and second.parts and not set(first.parts) & set(second.parts):
        return
    if _EACH_ITS_OWN.found(letter.own):
        return
    yield RULE.finding(
        letter,
        second.spans[0],
        f"{first.cite} and {second.cite} are relied on together; they exclude each other unless "
        "claimed in the alternative.",
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Sections 23 and 24 stand in one letter."""
    both = {use.cite.number: use for use in letter.relied() if use.cite.number in ("23", "24")}
    if len(both) == 2 and letter.regime == "FOIA" and not _apart(letter):
        yield RULE.hint(
            letter,
            both["24"].spans[0],
            "Check that sections 23 and 24 are not both claimed for the same information.",
        )


def _apart(letter: Letter) -> bool:
    return _ALTERNATIVE.found(letter.own) or _EACH_ITS_OWN.found(letter.own)
