"""Commercial prejudice without saying whose interests.

FOIA s.43(2): the interests of any person, who must be named or described; a third party's views
are evidence, not speculation.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import plainly
from answerable.audit.wordings.reasons import has_reasons
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, Severity

RULE = Rule(
    code="EX118",
    slug="s43-no-whose",
    cites=(foia("43", "2"),),
    why=(
        "The harm has to fall on somebody's commercial interests, and the reader must be told "
        "on whose and how. Prejudice to a third party is shown by what that party says, not by "
        "guesswork."
    ),
    fix=(
        "Name whose commercial interests would be harmed and how; where they are a third "
        "party's, consult and say what was said."
    ),
)
_WHOSE = Phrase(
    r"(?:commercial|business|economic|financial) (?:interests?|position) (?:both )?of (?!any\b|a person)|(?:'s|s'|\bits|\btheir|\bour|\bhis|\bher|company|supplier|contractor|operator|council|trust|university|department|bidder|tenderer|ltd|plc) (?:own |legitimate |current )?commercial (?:interests?|position|standing|activit)|whose interests|(?:'s|s'|\bour|\bits|\btheir) (?:own )?interests as\b|interests\b[^.\n]{0,60}? are (?:therefore |thus |accordingly )?(?:those|the)\b|\b(?:council|trust|university|department|authority|company|supplier|contractor|we)\b .{0,40}(?:competitive|bargaining|negotiat|compet|tender)|(?:competitors?|rivals?|bidders?) (?:could|would|to|might|knew|who)",
    "interest", "position", "commercial", "competiti", "bargaining", "negotiat", "compet", "tender", "rival", "bidder",
)  # fmt: skip
# Who would lose by it: "our pharmacy would lose sales", "bidders would offer the Authority less".
_LOSER = Phrase(
    r"\b(?:(?:our|its|his|her|their|the|this|that|these|those|both|each|either|all) (?:(?!(?:commercial|business|economic|financial|competitive)\b)[\w'-]+ ){0,3}?(?!(?:interests?|position|information|disclosure|release|figures?|prices?|rates?|market|competition|scores?|terms|confidence|process|procurement|harm|prejudice|contract|agreement|price)\b)[\w'-]{3,}|we|they|[a-z]+ (?:ltd|limited|plc|llp|homes|brothers|group|services|surveys|systems|solutions|partners|associates|consulting|construction|contractors|holdings|engineering|foods|motors|coaches|builders|sons|media|lifts|travel)) (?:would|could|might|will|may|stands? to|are likely to|is likely to|would be likely to) (?:\w+ ){0,2}?(?:lose|suffer|be (?:undercut|underbid|undersold|outpriced|harmed|damaged|disadvantaged|placed at|put at|outbid|worse off|weakened|at a disadvantage|unable to)|get (?:less|a worse|a lower)|(?:have to )?pay more|earn less|receive less|sell less|forfeit|face higher)\b",
    "lose", "suffer", "undercut", "underbid", "undersold", "outpriced", "harmed", "damaged", "disadvantage", "placed at", "put at", "outbid", "worse", "weakened", "unable", "less", "pay more", "lower", "forfeit", "higher",
)  # fmt: skip
_NOBODY = Phrase(r"\b(?:somebody|anybody|anyone|any person|someone|nobody|no one|neither)\b", "somebody", "anybody", "anyone", "any person", "someone", "nobody", "no one", "neither")  # fmt: skip
_INTERESTS = Phrase(r"commercial(?:ly)? (?:interests?|sensitiv\w+)", "commercial")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.43(2) is relied on and no owner of the interests is named."""
    if letter.outcome is Outcome.EXTENSION:
        return  # which exemptions will be relied on is still being decided
    use = next(
        (u for u in letter.relied() if (u.cite.within(foia("43", "2")) or u.cite == foia("43"))),
        None,
    )
    if use is None or _WHOSE.found(letter.own):
        return
    if next(plainly(_LOSER, _NOBODY, letter.own), None) is not None:
        return
    yield RULE.finding(
        letter,
        _INTERESTS.search(letter.own) or use.spans[0],
        f"{use.cite} is relied on and the notice does not show whose commercial interests would be "
        "prejudiced.",
        # A story of who would do what to whom may show it without the words.
        certainty=Certainty.LIKELY if (told := _is_told(letter)) else Certainty.SURE,
        severity=Severity.MEDIUM if told else None,
    )


def _is_told(letter: Letter) -> bool:
    """Whether the letter tells at some length how somebody's trade would suffer."""
    return _TRADE.found(letter.own) and has_reasons(letter, outside_balance=True, least=_AT_LENGTH)


_AT_LENGTH = 12  # words of a sentence's own
_TRADE = Phrase(
    r"\b(?:rival|competitor|undercut|bidd(?:er|ing)|tender|contract|price|rates?|trade|bargain)",
    "rival", "competitor", "undercut", "bid", "tender", "contract", "price", "rate", "trade", "bargain",
)  # fmt: skip


_OWNED = Phrase(
    r"(?:interests?|position) of (?:the|our|its|their|this|that|these|those|all|both|either|(?:[\w&'-]+ ){1,4}?(?:ltd|plc|limited|llp|group|brothers|university|council|trust))\b"
    r"|(?:\bour|\bits|\btheir|'s|s') (?:own )?(?:commercial|interests as\b)",
    "interest", "position", "commercial",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Commercial interests are spoken of and not said, in so many words, to be anybody's."""
    for use in letter.relied():
        if (use.cite.within(foia("43", "2")) or use.cite == foia("43")) and not (
            _OWNED.found(letter.own) or next(plainly(_LOSER, _NOBODY, letter.own), None)
        ):
            yield RULE.hint(
                letter, use.spans[0], "Check that the notice says whose interests would suffer."
            )
            return
