"""Section 40(5B)(a) with no balance of any kind.

Contested: the Commissioner treats the limb as absolute; a tribunal has treated it as qualified.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse

RULE = Rule(
    code="EX116",
    slug="s40-5B-no-recorded-balance",
    cites=(
        foia("40", "5B", "a", "i"),
        foia("2", "1", "b"),
        foia("2", "3"),
    ),
    why=(
        "Section 2(3) does not list this limb, so a tribunal has asked for a balance, while the "
        "Commissioner's guidance since July 2024 does not. Recording both an assessment of "
        "legitimate interests and a balance about confirming is safe on either view."
    ),
    fix=(
        "Add a sentence on the legitimate interest in knowing whether the information is held, "
        "and on the balance of confirming or denying."
    ),
)


# The same in other words: "set beside them is one woman's right", "Article 6(1)(f) was considered".
_WEIGHED = Phrase(
    r"\b(?:article 6|lawful basis|good reasons? (?:for|to|why)|(?:set|put|placed|weighed|balanced|measured) (?:\w+ )?(?:beside|against|alongside)|gives? way|outweigh\w*|overrid\w+|overridden|(?:the |a )?balanc(?:e|ed|ing) (?:of|between|against)|(?:is|was|be|not|isn't|wasn't) (?:\w+ )?necessary (?:for|to)|necessity|your (?:own )?interests? in|interests? (?:of|in) (?:the )?(?:public|parents|residents|patients|knowing|learning)|we (?:weighed|balanced|thought about which))\b",
    "article 6", "lawful basis", "good reason", "beside", "against", "alongside", "give way", "gives way", "outweigh", "overrid", "balanc", "necess", "interest", "weighed", "thought about",
)  # fmt: skip

# "… section 30(3), outweighs that in confirming": another limb's balance.
_ANOTHERS = Phrase(r"\b(?:section|s\.?) ?(?:2\d|3\d|4[1-4])\b", "section ", "s.", "s2", "s3", "s4")


def _weighed(letter: Letter) -> bool:
    return next(plainly(_WEIGHED, _ANOTHERS, letter.own), None) is not None


def _relied_on(letter: Letter) -> ProvisionUse | None:
    """The limb, where the letter relies on it; "40(5)" is the same, as numbered before 2018."""
    for use in letter.relied():
        if use.cite.number == "40" and any(
            use.cite.within(foia("40", limb)) for limb in ("5B", "5A", "5")
        ):
            return use
    return None


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the limb is relied on and neither interest is spoken of."""
    use = _relied_on(letter)
    if use is None or "legitimate interest" in letter.own or "public interest" in letter.own:
        return
    if _weighed(letter):
        return
    yield RULE.finding(
        letter,
        use.spans[0],
        f"{use.cite} is relied on with neither legitimate interests nor a balance about confirming "
        "or denying; whether one is required is contested.",
        certainty=Certainty.LIKELY,
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The limb is relied on beside another, and what is weighed may be the other's alone."""
    use = _relied_on(letter)
    if use is None or "legitimate interest" in letter.own or len(letter.balances) > 1:
        return
    if not _weighed(letter):
        yield RULE.hint(
            letter, use.spans[0], f"Check that interests were weighed for {use.cite}, too."
        )
