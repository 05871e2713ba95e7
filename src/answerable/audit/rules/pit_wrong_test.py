"""The test is turned round: disclosure is asked to outweigh the exemption.

FOIA s.2(1)(b), s.2(2)(b): the exemption must outweigh; where the interests are equal the
information is disclosed.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.weighed import weighed
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Regime

RULE = Rule(
    code="PI105",
    slug="pit-wrong-test",
    cites=(
        foia("2", "2", "b"),
        foia("2", "1", "b"),
    ),
    why=(
        "The burden lies on the authority: the interest in maintaining the exemption must be "
        "the greater. Asking whether disclosure outweighs it decides ties the wrong way."
    ),
    fix=(
        "Conclude that the public interest in maintaining the exemption outweighs the public "
        "interest in disclosure, if it does; if they are equal, disclose."
    ),
)
_TURNED = Phrase(
    r"(?:interest|case|arguments?)\b.{0,80}\b(?:disclos|releas|publi|openness|domain)\w*.{0,40}\b(?:is|are) not (?:\w+ )?(?:powerful|strong|great|weighty|sufficient|compelling)(?: enough)? to (?:overcome|overrid|displac|defeat)\w*"
    r"|\bonly (?:have )?(?:released?|disclosed?|published?|supplied|supply|provided?)\b.{0,60}\b(?:overriding|stronger|greater) public interest|\b(?:you|applicant|requester) (?:have|has) not (?:shown|demonstrated|made out|established|persuaded)\b"
    r"|\b(?:not|n't|unable to) (?:\w+ ){0,4}(?:that )?(?:the )?(?:public )?(?:interest|case|arguments?) (?:in|for|favouring) (?:disclos|releas|publi|openness|confirm|access)\w*.{0,80}\b(?:outweigh|displac|overcom|overrid|defeat|prevail)"
    r"|\bfor (?:those|anyone|anybody|whoever|the (?:applicant|requester)|you)\b.{0,60}\bto (?:show|demonstrate|prove|persuade|establish)\b.{0,40}interest in disclos\w+ outweighs"
    r"|(?:burden|onus) (?:lies|is|rests|falls) (?:up)?on (?:those|the (?:applicant|requester)|you|anyone|whoever)"
    r"|(?:interest|arguments?|factors?|case|benefits?)\b.{0,30}\b(?:in|for|favouring|in favour of|of) (?:disclos|releas|publication|publishing|openness|confirm)\w*.{0,60}\b(?:does not|do not|did not|would not|is not (?:sufficient|strong enough|great enough|enough) to|are not (?:sufficient|strong enough|enough) to|must|would have to|has to|have to|needs? to|should|fails? to|not sufficient to|insufficient to|cannot|can not) (?:clearly |therefore |itself |be shown to )?outweigh|\b(?:not|cannot) (?:consider|think|believe|find|accept|persuaded|satisfied|convinced)\b.{0,50}interest in (?:disclos|releas|publi|openness|confirm)\w*.{0,50}\b(?:sufficient|enough|strong enough|great enough)?.{0,12}\boutweighs?|(?:evenly|equally|finely) (?:balanced|matched|weighted)\b.{0,60}\b(?:exemption|exception|refusal|withhold\w*) (?:prevails|must|should|is (?:to be )?(?:upheld|maintained)|stands|wins|applies)",
    "outweigh", "overcome", "overrid", "displac", "overcom", "prevail", "defeat", "burden", "onus", "overriding", "greater public", "not shown", "not demonstrated", "not made out", "not established", "not persuaded", "evenly", "equally", "finely",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where the words ask disclosure to outweigh."""
    span = _TURNED.search(letter.own)
    if span is None:
        return
    duty = Cite(Regime.EIR, "12", ("1", "b")) if letter.regime == "EIR" else foia("2", "2", "b")
    yield RULE.finding(
        letter,
        span,
        "The letter asks the interest in disclosure to outweigh the other; under "
        f"{duty} it is the interest in maintaining the exemption that must outweigh.",
        cites=(duty,),
    )


# "… in maintaining the exemption outweighs …", "… in disclosure is outweighed by …"
_RIGHT_WAY = Phrase(
    r"(?:maintain|withh|refus|exempt|exception|exclusion|non-?disclos|former|latter|that in|keeping|second|first|against|protect)\w*.{0,160}(?:outweigh|greater|prevail|stronger|weigh)|(?:outweighed|exceeded) by|favours?\b|overriding|paramount|in favour of|\blies\b|served by|contrary to the public interest",
    "outweigh", "greater", "prevail", "stronger", "weigh", "exceeded", "overriding", "paramount", "favour", "lies", "served", "contrary",
)  # fmt: skip
_COMPARES = Phrase(
    r"\b(?:stronger|greater|outweigh\w*|weightier|overrid\w+) (?:than|in|the)\b|\bnot (?:strong|great|powerful|compelling|sufficient)",
    "stronger", "greater", "outweigh", "weightier", "overrid", "not ",
)  # fmt: skip
_EVEN = Phrase(
    r"(?:evenly|equally|finely) (?:balanced|matched|weighted)|\bequal\b", "even", "equal", "finely"
)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The balance ends in words that are not the test's, or on equal terms."""
    ends = {balance.conclusion for balance in letter.balances}
    for place in weighed(letter):
        for span in _COMPARES.among(letter.own, *place):
            line = line_at(letter.own, span.start)
            if line not in ends and not _RIGHT_WAY.found(letter.own, *line):
                yield RULE.hint(
                    letter, span, "Check the test: which interest has to be the stronger?"
                )
    for balance in letter.balances:
        even = _EVEN.search(letter.own, *balance.span)
        end = balance.conclusion
        if even is not None or (end is not None and not _RIGHT_WAY.found(letter.own, *end)):
            yield RULE.hint(
                letter,
                even or end,
                "Check the test: the interest in maintaining the exemption has to outweigh the interest in disclosure.",
            )
