"""The test is turned round: disclosure is asked to outweigh the exemption.

FOIA s.2(1)(b), s.2(2)(b): the exemption must outweigh; where the interests are equal the
information is disclosed.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.weighed import argued, weighed
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Outcome, Regime, Span

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
        for level in _turned_in(letter, (_LEVEL,)):
            yield RULE.hint(letter, level, _CHECK)
            return
        return
    duty = Cite(Regime.EIR, "12", ("1", "b")) if letter.regime == "EIR" else foia("2", "2", "b")
    yield RULE.finding(
        letter,
        span,
        "The letter asks the interest in disclosure to outweigh the other; under "
        f"{duty} it is the interest in maintaining the exemption that must outweigh.",
        cites=(duty,),
    )


# The applicant, or the public, is asked to make out a case: "nothing was put forward", "no clear case
# for disclosing", "the case for release has not been proved".
_BURDEN = Phrase(
    r"\b(?:you|requesters?|applicants?|those (?:who|asking|seeking|wanting)|anyone|anybody|somebody|someone|whoever|(?:a|the) (?:person|party|member of the public)|people|they|he or she|one) (?:\w+ ){0,6}?(?:(?:ha(?:s|ve)|had|did|do|does|could|can|were|was|is|are)(?: not|n't| never|not)(?: \w+)? (?:shown?|demonstrated?|made? (?:out|a|any|the|good)|established?|persuaded?|convinced?|satisf\w+|proved?|proven?|justif\w+|given|give|offered?|put|advanced?|pointed?|point|identified|identify|provided?|supplied|explained?|set out|say|said|told|tell|produced?|come|discharged?|met|able to))\b"
    r"|\b(?:must|should|has to|have to|had to|needs? to|ought to|expects?|expected|required?|requires?|obliged?|called (?:up)?on|looks? to|falls? to|is for|was for|rests? (?:with|on)|lies (?:with|on)|up to|invite[ds]?)\b[^.\n]{0,60}\b(?:show|demonstrate|make out|make a|make good|establish|persuade|convince|satisfy us|prove|justify|say why|tell us why|explain why|give (?:us )?(?:a |good |some )?reasons?|put forward|discharge|earn|overcome|rebut|displace)\b[^.\n]{0,80}\b(?:public|disclos\w*|releas\w*|publi\w*|exempt\w*|see|seen|access|interest|why|open\w*|it|them|information|papers?|case)\b"
    r"|\b(?:case|arguments?|reasons?|grounds?|justification|need|demand|interest|benefit) (?:for|in favour of|in|of|to) (?:disclos|releas|publi|openness|access|letting|giving|sending|handing|opening|mak)\w*[^.\n]{0,60}\b(?:(?:has|have|had|was|were|is|are) ?(?:not|n't|never) (?:been )?(?:yet )?(?:prove[dn]|made|shown|established|demonstrated|made out|sufficient|enough|strong|compelling|overwhelming|so |great|such|put|advanced|substantial|persuasive|convincing|decisive|powerful)|falls? short|fell short|fails?\b|failed\b|is (?:too )?(?:weak|unproven|not proven|insufficient|inadequate|thin|slight))"
    r"|\b(?:no|not (?:a|any)|n't (?:a|any)|nothing|insufficient|without (?:a|any)|little|lack of|absence of|absent) (?:\w+,? ){0,3}(?:case|reasons?|grounds?|arguments?|justification|evidence|factors?|need|benefit|advantage|gain|weight)\b(?! for (?:us|you)\b| to (?:look|consider|weigh|carry))[^.\n]{0,40}\b(?:for|to|in favour of|in|why|that|requir\w+|compel\w*|demand\w*) (?:\w+ ){0,6}?(?:disclos|releas|publi|public|open|let|giv|send|see|know|hand|access|part)\w*"
    r"|\b(?:nothing|no factors?|no arguments?|no points?) (?:\w+ )?(?:was|were|has been|have been|is|had been) (?:put forward|advanced|offered|shown|suggested|raised|said|produced|identified)"
    r"|\b(?:presum\w+|default|starting (?:point|position)|start from|begin from|rule) (?:\w+ ){0,6}?(?:withh|refus|confiden|non-?disclos|secrecy|exempt|maintain|private|keep|not (?:to )?(?:disclos|releas))\w*"
    r"|\bbenefit of (?:the|any) doubt\b|\bwhere (?:there is|in) (?:any )?doubt\b|\bif in doubt\b|\berr(?:ed|ing)? on the side of\b"
    r"|\b(?:exceptional|overriding|compelling|overwhelming|very strong|extraordinary|powerful|pressing|special) (?:public interest |public )?(?:circumstances|reasons?|case|need|grounds|interest|justification)\b[^.\n]{0,60}\b(?:disclos|releas|publi|open|required|needed|before|show|exist)\w*",
    "no ", "nothing", "insufficient", "without", "little", "lack of", "absen", "presum", "default", "starting", "start from", "begin from", "rule ", "doubt", "exceptional", "overriding", "compelling", "overwhelming", "strong", "extraordinary", "powerful", "pressing", "special", "not ", "n't ", "never ", "short", "fail", "is weak", "too weak", "unproven", "inadequate", "is thin", "too thin", "slight", "err on", "erred on", "erring on", "show", "demonstrate", "make out", "make a", "make good", "establish", "persuade", "convince", "satisfy us", "prove", "justify", "say why", "tell us why", "explain why", "give us ", "give reason", "give a ", "give good", "give some", "put forward", "discharge", "earn", "overcome", "rebut", "displace",
)  # fmt: skip
# The two sides are level, and that settles it for the exemption: "in a tie the exemption wins".
_LEVEL = Phrase(
    r"\b(?:evenly|equally|finely|exactly|perfectly|nicely|closely|delicately) (?:balanced|matched|weighted|poised|divided|weighty|strong|heavy|good|split)\b|\b(?:in|is|was|are|were|a|it) (?:a )?(?:dead heat|tie[sd]?|draw|stalemate|toss-?up|deadlock)\b|\b(?:is|was|are|were|be|stood|stand|came out) (?:\w+ )?(?:level|even|equal|all square)\b(?! (?:number|of)\b)|\bties\b|\b(?:two|three|one|four) all\b|\bfifty[- ]fifty\b|\b50[/-]50\b|\bneck and neck\b|\bhonours even|\blevel pegging|\bof (?:about |roughly )?(?:equal|the same|like|similar) (?:weight|strength|force|merit)\b|\bequal (?:weight|strength|force|measure)|\bcould not (?:decide|separate|choose|say which)\b|\b(?:scales?|balance) (?:\w+ ){0,3}(?:level|even|in the middle|(?:did|do|does) not (?:tip|move|shift|dip)|(?:didn't|don't|doesn't) (?:tip|move|shift))|\bcancel (?:each other|one another|out)|\bneither (?:side|interest|one|set|of them) (?:\w+ ){0,3}(?:outweigh|heavier|stronger|greater|prevail|ahead)|\bnothing to choose\b|\bas (?:strong|heavy|weighty|great|good) as (?:the )?(?:other|those|that|each)\b",
    "evenly", "equal", "finely", "exactly", "perfectly", "nicely", "closely", "delicately", "dead heat", "stalemate", "toss", "deadlock", "level", "fifty", "neck and", "pegging", "scale", "balance", "cancel", "as strong", "as heavy", "as weighty", "as great", "as good", " tie", "a draw", " even", "two all", "three all", "one all", "four all", "all square", "50-50", "50/50", "the same", "of like", "roughly like", "about like", "of similar", "roughly similar", "about similar", "not decide", "not separate", "not choose", "not say which", "neither side", "neither interest", "neither one", "neither set", "neither of them", "nothing to choose",
)  # fmt: skip
# What disclosure would have had to do, or did not do.
_UNLESS = Phrase(
    r"\bunless\b[^.\n]{0,120}\b(?:outweigh|heavier|greater|stronger|weightier|prevail|exceed|overrid|displac|overcom|tip|compelling|win|demand|require)\w*"
    r"|\b(?:disclos\w+|releas\w+|publi(?:sh|cation)\w*|openness|requester's|applicant's|your|other|that|former|first|public's|interest|benefits?|case|factors|arguments|favour|transparency|accountability|scrutiny)\b[^.\n]{0,70}\b(?:(?:is|are|was|were|do|does|did|has|have|had|could|can|would) ?(?:not|n't|never|hardly|scarcely|insufficient(?:ly)?) (?:\w+ ){0,3}(?:heavier|greater|stronger|weightier|enough|sufficient|powerful|compelling|great|strong|weighty|heavy|exceed|overrid|displac|overcom|trump|beat|defeat|tip|dislodg|rebut|surpass|topple|shift|carry|win|prevail|decisive|override|overcome|outweigh)\w*|falls? short of|fell short of|fails? to (?:\w+ )?(?:outweigh|overcom|overrid|displac|tip|dislodg|shift|rebut|match|meet)\w*|(?:too|insufficiently) (?:weak|slight|light|strong|weighty|compelling)|cannot (?:\w+ )?(?:outweigh|overcom|overrid|displac|tip|dislodg|trump|defeat|prevail)\w*)",
    "unless", "not ", "n't ", "never", "hardly", "scarcely", "insufficient", "falls short", "fall short", "fell short", "fail", "too ", "cannot",
)  # fmt: skip
# "Had we thought the two equal we should have been bound to disclose": the test, rightly told.
_RIGHTLY = Phrase(
    r"\b(?:had|if|were) (?:we|it|they|the|these|matters?|there|things)\b|\bwould have (?:been|decided|had|given|disclosed|released|tipped)|\bwould (?:disclose|release|send|be released|be disclosed|go to)|\b(?:are|were|is|was) not (?:equal|evenly|level|finely)|\basked not\b|\bnot whether\b|\bfor us to (?:show|make|prove|justify)|\b(?:burden|onus) (?:is|lies|rests|falls) (?:up)?on (?:us|the (?:authority|council|trust|force|board|department|university))|\bmust (?:then )?(?:disclose|release)|\bgoes? to the (?:requester|applicant)|\bpublic interest in maintaining (?:the |that |this |section |regulation |\d)[^.\n]{0,60}\b(?:is|was|were|does|did) not\b",
    "had ", "if ", "were ", "would ", "not ", "for us to", "burden", "onus", "must ", "to the requester", "to the applicant", "maintaining",
)  # fmt: skip


def _turned_in(letter: Letter, families: tuple[Phrase, ...]) -> Iterator[Span]:
    """Where a paragraph asks a case of the applicant, or lets level scales fall for the exemption."""
    for family in families:
        for place in argued(letter):
            for span in family.among(letter.own, *place):
                if not _RIGHTLY.found(letter.own, *line_at(letter.own, span.start)):
                    yield span


_CHECK = (
    "Check the test: it is for the authority to show that the exemption's interest is the stronger, "
    "and where the two are level the information is disclosed."
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
    for span in _turned_in(letter, (_LEVEL, _UNLESS, _BURDEN)):
        yield RULE.hint(letter, span, _CHECK)
    yield from _ends_elsehow(letter)
    for balance in letter.balances:
        even = _EVEN.search(letter.own, *balance.span)
        end = balance.conclusion
        if even is not None or (end is not None and not _RIGHT_WAY.found(letter.own, *end)):
            yield RULE.hint(
                letter,
                even or end,
                "Check the test: the interest in maintaining the exemption has to outweigh the interest in disclosure.",
            )


# The end that the law asks for: the exemption's interest above the other, in any order of the words.
_ENDS_RIGHT = Phrase(
    r"\b(?:outweighs?|outweighed|prevails?|overrides?|exceeds?|wins|trumps|(?:is|are|was|were|be|being|seems?|counts? for|matters?|carr(?:y|ies)|weighs?|has|have) (?:\w+ ){0,3}?(?:greater|stronger|heavier|weightier|more|better|paramount|decisive|overwhelming|heaviest|strongest|greatest|weightiest|most)|outbalances?)\b|\b(?:greater|stronger|heavier|weightier) (?:public )?interest\b|\b(?:lesser|weaker|lighter|slighter)\b|\bfavours? (?:the )?(?:maintain|withh|keep|refus|non|not|exempt|exception|secre|hold)\w*|\b(?:lies|lie|rests|falls|comes? down|tips?|points) (?:\w+ ){0,5}?(?:maintain|withh|keep|refus|non|not|exempt|against|exception)\w*|\bin favour of (?:the )?(?:maintain|withh|keep|refus|non|not|exempt|exception)\w*",
    "outweigh", "prevail", "overrid", "exceed", "wins", "trumps", "greater", "stronger", "heavier", "weightier", "more", "better", "paramount", "decisive", "overwhelming", "heaviest", "strongest", "greatest", "weightiest", "most", "outbalance", "lesser", "weaker", "lighter", "slighter", "favour", "lies", "lie ", "rests", "falls", "down", "tip", "points",
)  # fmt: skip


def _ends_elsehow(letter: Letter) -> Iterator[Finding]:
    """A qualified exemption is weighed, and no sentence says that its interest is the greater."""
    if letter.outcome in (Outcome.EXTENSION, Outcome.NCND) or not any(
        law.status(use.cite) == "qualified" for use in letter.relied()
    ):
        return
    places = argued(letter)
    if places and not any(_ENDS_RIGHT.found(letter.own, *place) for place in places):
        yield RULE.hint(letter, places[-1], _CHECK)
