"""A refusal to confirm or deny whose words suppose that something is held.

FOIA s.2(1). Language that presupposes records gives the answer away.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, layered, wholly_ncnd
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity

RULE = Rule(
    code="NC105",
    slug="ncnd-implicit-confirmation",
    cites=(foia("2", "1"),),
    why=(
        'A reader takes "the information we hold", "the withheld information" or "these '
        'individuals" as a yes. Once the words confirm, the exclusion protects nothing.'
    ),
    fix=('Write as if you did not know: "any information of the kind described, if it were held".'),
)
_MESSAGE = (
    "These words suppose that information is held, in a letter that neither confirms nor denies it."
)
_FILE = Phrase(
    r"(?:the|our|a) (?:[a-z]+ ){0,3}(?:file|report|record|log|register|list|correspondence|emails?) (?:that |which )?(?:[a-z]+ ){0,3}(?:holds?|contains|shows|keeps?)\b(?! if)|the (?:findings?|results|assessments?|minutes|notes|reports?|surveys?|papers|documents|emails|records) (?:describe|show|set out|record|explain|name|identif(?:y|ies)|list|detail|reveal|contain|tell|give)s?\b|(?:weaknesses|problems|issues|failings|gaps|concerns|cases) (?:that |which )?(?:we|it|they|our \w+) (?:have )?(?:found|identified|uncovered|recorded)",
    "file", "report", "record", "log", "register", "list", "correspondence", "email", "finding", "result", "assessment", "minutes", "notes", "survey", "papers", "documents", "weaknesses", "problems", "issues", "failings", "gaps", "concerns", "cases",
)  # fmt: skip
# "There were none last year, but in view of this year's position …"
_SINCE = Phrase(
    r"(?:similar|same|previous|earlier|last).{0,120}(?:none|no such|nothing|not held|zero).{0,120}(?:\bbut\b|\bhowever\b|\bnow\b|this (?:time|occasion|year)|in view of)",
    "similar", "same", "previous", "earlier", "last",
)  # fmt: skip
_SUPPOSED = Phrase(
    r"(?:the|our|this|that) (?:withheld|specific|sensitive|exempt|relevant) information(?! (?:is|were|if|of|would be) held)|existence of (?:the |such |this |sensitive )|information (?:covered|withheld|exempted|held) (?:by|under|on)|(?:these|those|the) (?:individuals|cases|people|officers|returnees|children|staff|patients|complaints|incidents) (?:who|are|were|being|have|has|involved|concerned|would|could|may)|those being (?:worked|helped|supported|investigated)|information we hold|details (?:we|that we) hold",
    "information", "existence", "these ", "those ", "the ", "details",
)  # fmt: skip


# "So as to be helpful, we can say that four reports were logged."
_TELLS = Phrase(
    r"\b(?:to be|being|so as to be|in order to be|to be as|as a matter of) (?:help\w*|open|courtesy)\b.{0,40}\b(?:we|i) (?:can|are able to|may) (?:say|tell you|confirm|add) that\b.{0,60}\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|several|some|no|none)\b",
    "help", "open", "courtesy",
)  # fmt: skip
# "The report to which you refer was prepared on the footing …": it exists, then.
_REFERRED_TO = Phrase(
    r"\bthe (?:report|review|letter|document|file|investigation|contract|memo|minutes?|list|email|audit|assessment|notes?) (?:to which you refer|you (?:refer to|mention|describe|name)|in question) (?:was|were|is|are|has|had|contains?)\b",
    "you refer", "you mention", "you describe", "you name", "in question",
)  # fmt: skip


def _told_all_the_same(letter: Letter) -> Iterator[Finding]:
    span = _TELLS.search(letter.own) or _REFERRED_TO.search(letter.own)
    if span is not None:
        yield RULE.finding(
            letter, span, _MESSAGE, certainty=Certainty.LIKELY, severity=Severity.MEDIUM
        )


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where an NCND letter says that something is held, or supposes it."""
    if letter.ncnd and not layered(letter):
        yield from _told_all_the_same(letter)
    if not wholly_ncnd(letter) or layered(letter):
        return
    held = letter.shows.held or _FILE.search(letter.own)
    if held is not None:
        yield RULE.finding(letter, held, _MESSAGE)
        return
    changed = _SINCE.search(letter.own)
    if changed is not None:
        yield RULE.finding(letter, changed, _MESSAGE, certainty=Certainty.LIKELY)
        return
    supposed = _SUPPOSED.search(letter.own)
    if supposed is not None:
        yield RULE.finding(
            letter, supposed, _MESSAGE, certainty=Certainty.LIKELY, severity=Severity.MEDIUM
        )
