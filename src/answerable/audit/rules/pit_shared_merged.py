"""Several qualified exemptions, one conclusion that names none of them.

[2025] UKSC 27 allows the interests to be weighed together; each must still be identified.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import part_two
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Source

RULE = Rule(
    code="PI106",
    slug="pit-shared-merged",
    cites=(Source("[2025] UKSC 27", "https://supremecourt.uk/cases/press-summary/uksc-2023-0178"),),
    why=(
        "Interests under several exemptions may be added up, but the reader must see that this "
        "was done, and which interest comes from which exemption."
    ),
    fix=(
        "Give each exemption its own balance, or say that they are weighed together and name "
        "what each adds."
    ),
)


_TOGETHER = Phrase(
    r"\b(?:weigh\w*|consider\w*|taken?|taking|balanc\w+|ad(?:d|ds|ded|ding)) (?:\w+ ){0,4}together\b(?<!everything together)(?<!all together)|\btogether,? (?:\w+ ){0,3}(?:outweigh|weigh)|\b(?:interests?|exemptions?|sections?|arguments) .{0,60}\btogether\b|\baggregat|\bcumulativ",
    "together", "aggregat", "cumulativ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when two qualified sections or more share balances that do not name them all."""
    sections = {use.cite.number for use in part_two(letter) if law.status(use.cite) == "qualified"}
    if len(sections) < 2 or not letter.balances:
        return
    named = {
        use.cite.number
        for use in letter.provisions
        for span in use.spans
        for balance in letter.balances
        if balance.span.start <= span.start < balance.span.end
    }
    named |= (
        {cite.number for balance in letter.balances for cite in balance.cites}
        if len(letter.balances) > 1
        else set()
    )
    if sections <= named or _TOGETHER.found(letter.own):
        return
    yield RULE.finding(
        letter,
        letter.balances[0].conclusion or letter.balances[0].span,
        "One balance serves several qualified exemptions and does not name them.",
        certainty=Certainty.LIKELY,
    )


# A sentence that weighs or concludes, whatever it calls that: "the latter has it", "in the round".
_WEIGHS = Phrase(
    r"\bpublic(?:'s)? (?:interest|good|benefit)|\boutweigh|\bmaintain|\buph(?:e|o)ld|\bbalanc|\bweigh|\bprevails?\b|\b(?:in favour|favours?|favouring)\b|\bfor (?:release|disclos|openness|giving|letting|withh|refus)|\bagainst\b|\bon the (?:one|other) (?:hand|side)|\b(?:latter|former) (?:has|is|wins|prevails|carries|counts)|\bin the round\b|\bwin(?:s)? the day|\bcarries the day|\bcomes? down\b|\bcame down\b|\b(?:greater|stronger|heavier|weightier)\b|\b(?:better|best) (?:for|served)\b|\boverall\b|\btaken as a whole\b|\bon (?:both|all) counts\b",
    "public", "outweigh", "maintain", "upheld", "uphold", "balanc", "weigh", "prevail", "favour", "for release", "for disclos", "for openness", "for giving", "for letting", "for withh", "for refus", "against", "on the ", "latter", "former", "in the round", "the day", "down", "greater", "stronger", "heavier", "weightier", "better", "best", "overall", "as a whole", "counts",
)  # fmt: skip
# One balance for each, in so many words: "on each", "in turn", "separately".
_APART = Phrase(
    r"\b(?:on|for|under|as to|of|in respect of) each\b|\bfor (?:section|s\.?|regulation|exemption)? ?\d{2}\b|\bin turn\b|\bseparately\b|\brespectively\b|\bone by one\b|\bindividually\b|\beach (?:exemption|section|exception|balance|on its own)\b|\bon (?:section |s\.? ?)?\(?\w\)",
    "each", "for ", "in turn", "separately", "respectively", "one by one", "individually", "on ",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """One balance stands for several qualified exemptions, or does not name them."""
    sections = {
        _exemption(use.cite)
        for use in part_two(letter)
        if law.status(use.cite) in ("qualified", "contested")
    }
    if len(sections) < 2 or len(letter.balances) > 1 or _TOGETHER.found(letter.own):
        return
    if letter.balances:
        if _WEIGHS.found(letter.own):
            yield RULE.hint(letter, letter.balances[0].span, _CHECK)
        return
    weighing = {line_at(letter.own, span.start): span for span in _WEIGHS.among(letter.own)}
    if not weighing:
        return
    named = {
        _exemption(use.cite)
        for use in letter.provisions
        for span in use.spans
        if line_at(letter.own, span.start) in weighing
    }
    apart = any(_APART.found(letter.own, *line) for line in weighing)
    if not (sections <= named or apart):
        yield RULE.hint(letter, list(weighing.values())[-1], _CHECK)


_CHECK = "Check that each exemption's own interest can be told in the balance."


def _exemption(cite: Cite) -> tuple[str, ...]:
    """A section; under the Regulations, whose exceptions share one, its paragraph."""
    return (cite.number, *(cite.parts[:2] if cite.regime.environmental else ()))
