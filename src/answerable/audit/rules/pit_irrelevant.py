"""Embarrassment, misunderstanding and the like are weighed against disclosure.

ICO guidance on the public interest test: not valid reasons on their own.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.weighed import weighed
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Outcome, Source, Span

RULE = Rule(
    code="PI108",
    slug="pit-irrelevant",
    cites=(
        Source(
            "ICO guidance on the public interest test",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/the-public-interest-test/",
        ),
    ),
    why=(
        "That information could be misread, or would embarrass, can be met by explaining it. "
        "The regulator gives such arguments no weight, and they weaken the good ones."
    ),
    fix=("Take the factor out; if the information could mislead, send an explanation with it."),
)
_IRRELEVANT = Phrase(
    r"(?:would|could|might|may|likely to|risk of|cause|causing|causes|potential(?:ly)?|lead to|open to|remarks which would)\b.{0,40}(?:embarrass|misinterpret|misunderst|misconstru|misreport|misrepresent|confus(?:e|ed|ing|ion)|(?:be )?misle(?:d|ad))|taken out of context|\b(?:has|have) (?:\w+ )?embarrassed\b|(?:embarrassing|embarrassment) (?:to|for)|(?:would|could|might) (?:find|make) (?:\w+ ){0,3}(?:awkward|uncomfortable|unwelcome)|uncomfortable reading|wrong end of the stick|read too much into|take fright|look foolish|ridicul|(?:figures|phrases|terms|words|material) (?:that |which )?(?:they|people|readers|residents) (?:do not|would not|might not|cannot) (?:properly )?understand|too (?:complex|technical) (?:for|to be understood)|criticism of (?:us\b|our\b|members|ministers|officers|the (?:council|trust|authority|department|board|university|force|agency|government|minister|mayor|leader|chief|officers?|members|school|service|college))",
    "embarrass", "misinterpret", "misunderst", "misconstru", "misreport", "misrepresent", "confus", "misle", "awkward", "take fright", "foolish", "ridicul", "understand", "uncomfortable", "unwelcome", "wrong end", "too much", "out of context", "too complex", "too technical", "criticism",
)  # fmt: skip
_SET_ASIDE = Phrase(
    r"\bno weight|not (?:commercial harm|harm|prejudice|a (?:valid |relevant |good )?(?:reason|factor)|taken|given|relevant|weighed|considered)|disregard|irrelevant|set aside|avoid (?:confusion|doubt)",
    "no weight",
    "not ",
    "disregard",
    "irrelevant",
    "set aside",
    "avoid",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where the letter counts embarrassment or misunderstanding against disclosure."""
    if not letter.balances and not letter.relied() and letter.outcome is Outcome.PARTIAL:
        return  # nothing is refused on an exemption, so nothing is counted against disclosure
    for span in _IRRELEVANT.among(letter.own):
        start = letter.own.rfind("\n", 0, span.start) + 1
        if not _SET_ASIDE.found(letter.own, start, span.end + 60):
            in_balance = any(_is_beside(letter, span, b.span) for b in letter.balances)
            if in_balance or not letter.balances:
                yield RULE.finding(
                    letter,
                    span,
                    "The letter counts possible misunderstanding or embarrassment against "
                    "disclosure, which the regulator does not accept as a reason.",
                )
                return


def _is_beside(letter: Letter, span: Span, balance: Span) -> bool:
    """Whether ``span`` stands in a balance, or in the paragraph that ends with it."""
    if balance.start <= span.start < balance.end:
        return True
    return any(
        block.span.start <= span.start < balance.start < block.span.end for block in letter.blocks
    )


# Words about looks, comfort and convenience among the factors against disclosure.
_THIN = Phrase(
    r"awkward|foolish|embarrass|uncomfortabl|unflattering|upset|fright|alarm|wrong (?:idea|impression|end)|mis(?:read|understand|underst|interpret)|confus|inconvenien|(?:staff|officers?'?) time|point-scoring|gossip|criticis|blame|(?:good|working) relations|\bcalm|undisturbed|reputation|headlines?|newspapers?|social media|speculat",
    "awkward", "foolish", "embarrass", "uncomf", "unflat", "upset", "fright", "alarm", "wrong ", "mis", "confus", "inconven", "time", "scoring", "gossip", "criticis", "blame", "relations", "calm", "undisturbed", "reputation", "headline", "newspaper", "media", "speculat",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A factor against disclosure is about how it would look or what trouble it would be."""
    for place in weighed(letter):
        for span in _THIN.among(letter.own, *place):
            yield RULE.hint(
                letter,
                span,
                "This may count embarrassment, misreading or convenience against disclosure.",
            )
