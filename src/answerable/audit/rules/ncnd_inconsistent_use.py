"""The letter itself tells that the same question was answered when there was nothing to hide.

Neither confirming nor denying works only if it is used whether or not information is held.
"""

from collections.abc import Iterator
from itertools import islice

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at, plainly
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Source, Span

RULE = Rule(
    code="NC108",
    slug="ncnd-inconsistent-use",
    interprets=True,
    cites=(
        Source(
            "ICO guidance on when to refuse to confirm or deny",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/when-to-refuse-to-confirm-or-deny-holding-information/",
        ),
    ),
    why=(
        'If the answer was "none" last time and is neither confirmed nor denied now, everybody '
        "can tell that there is something now. A refusal used only when there are cases is a "
        "confession."
    ),
    fix=(
        "Use the refusal for every request of the class, or for none; leave the history out of "
        "the letter."
    ),
)
_BEFORE = Phrase(
    r"(?:similar|same|previous|earlier|last|past|other)\b.{0,60}(?:request|question|time|year|occasion|asked|enquir).{0,100}\b(?:(?:the \w+|it) (?:replied|said|answered|stated|told)|we (?:were able|replied|said|confirmed|answered|told|stated|responded|did)|able to (?:reply|say|confirm|answer)|answer(?:ed)? (?:was|that (?:there|we|it|none|no|nothing|neither))|had been none|there (?:was|were) (?:none|no)|denied|nothing was held|no information (?:was )?held)"
    r"|\b(?:we|i|the [a-z]+) (?:told|informed|answered|replied to|gave) (?:another|an?|the same|other|one) (?:\w+ )?(?:applicant|requester|requestor|enquirer|person|newspaper|journalist|resident|member)\b.{0,80}\b(?:no\b|none|nothing|not\b|held)|\b(?:neither confirm(?:s|ed)? nor den(?:y|ies|ied)|refusal to (?:confirm|say)|ncnd) (?:response|reply|answer|form of words)? ?is (?:kept|reserved|used only|only used|given only)\b|\b(?:practice|policy)\b.{0,50}? to (?:tell|say|answer|confirm) .{0,60}\b(?:where|when|if)\b.{0,40}(?:\b(?:clear|none|nothing|no |not\b)|n't\b)|\b(?:practice|policy)\b.{0,50}? to (?:reply|answer|respond|say|tell|confirm|use)\b.{0,60}\b(?:when|where|if) (?:there (?:has been|have been|had been|is|are|was|were) (?:no\b|none|nothing)|(?:we|it) (?:hold|holds|has|have) (?:no\b|none|nothing))|\bkeep (?:the |our |a )?(?:neither confirm nor deny|ncnd)\b.{0,60}\b(?:for|to) (?:the )?(?:occasions|cases|times|those|when)|\bplain (?:denial|no)\b|\b(?:nothing|none|no (?:record|entry|such))\b.{0,60}\b(?:normally|usually|ordinarily|generally|always|would|will) (?:say|tell|confirm|state|reply|answer) (?:so|that)\b"
    r"|(?:we|council|trust|force) (?:have |had |has )?(?:previously|in the past|earlier|last year) (?:confirmed|denied|said|stated|answered|replied|told|reported).{0,80}(?:none|no |not held|similar|same|held)",
    "similar", "normally", "usually", "ordinarily", "generally", "always", "say so", "tell so", "confirm so", "state so", "reply so", "answer so", "same", "told", "replied", "answered", "denied", "denial", "kept", "reserved", "practice", "policy", "keep the n", "keep our n", "keep n", "used only", "only used", "previous", "earlier", "last", "past", "other",
)  # fmt: skip


# "If it became our practice to answer no when there was nothing …": what would be, and is not.
_SUPPOSED = Phrase(
    r"\bif (?:it|we|the|our|that|this|a|every|each)\b|\bwere (?:to|we|it|the)\b|\bwould (?:become|be read|be taken|be understood|soon|come to)\b",
    "if ", "were ", "would ",
)  # fmt: skip


# What is done when there is nothing, told as a practice: "where we have no report we say so",
# "divisions with nil returns may report them", "a search that has found nothing is answered by
# section 17"; or when there is something: "once a search has found something", "only where there is".
_NOTHING = r"(?:no(?:thing|ne|t any)?\b|nil\b|zero\b|blank\b|clear\b|empty\b|negative\b|not held|(?:does|do|did|has|have|had) ?(?:not|n't) (?:hold|held|have|had|exist|find|found|got|been|any)\b)"
_SAYS = r"(?:(?:say|says|said|tell|tells|told|report|reports|answer|answers|answered|reply|replies|replied|confirm|confirms|confirmed|inform|informs|informed|state|states|admit|admits|den(?:y|ies|ied)|given|give|gives|issue|issues|use section 17|notice)\b)"
_PRACTICE = Phrase(
    rf"\b(?:where|when|if|whenever|once|in cases where|as long as|so long as|cases? (?:in which|with)|divisions? with|units? with|forces? with|years? (?:with|in which)|people with|a (?:search|check) (?:that|which)|those (?:with|about whom|of whom))\b[^.\n]{{0,60}}?{_NOTHING}[^.\n]{{0,80}}?\b{_SAYS}"
    rf"|\b{_SAYS}[^.\n]{{0,60}}\b(?:where|when|if|whenever|once|only)\b[^.\n]{{0,40}}{_NOTHING}"
    r"|\b(?:only|once|reserved? for|kept for|unless|until|after|as soon as)\b[^.\n]{0,50}\b(?:found|finds|there (?:is|are|was|were)|turns? up|turned up|(?:we|they|it) (?:do |does )?(?:have|has|hold|holds)|shows?|produces?) (?:something|a record|records|an entry|a case|cases|a match|a report|one)\b"
    r"|\bwhere (?:the (?:position|answer|result|case) is (?:otherwise|different|not so|yes)|(?:it|that) is not so|there is (?:something|a record|one)|we (?:do )?(?:hold|have) (?:something|one|a record))\b[^.\n]{0,60}\b(?:we|section|use|neither|do not|say|this)\b",
    "where", "when", "if ", "once", "as long as", "so long as", "case in wh", "cases in wh", "case with", "cases with", "division with", "divisions with", "unit with", "units with", "force with", "forces with", "year with", "years with", "year in wh", "years in wh", "people with", "a search ", "a check ", "those with", "those about", "those of whom", "only", "reserve", "kept for", "unless", "until",
    needs=("no ", "no,", "not ", "n't", "nothing", "none", "nil", "zero", "blank", "clear", "empty", "negative", "something", "a record", "records", "an entry", "a case", "cases", "a match", "a report", " one", "otherwise", "different", "is yes"),
)  # fmt: skip
# An answer given to another, or another time: "last term a father asked about two teachers and we
# said there was nothing on either".
_TOLD_OTHERS = Phrase(
    r"\b(?:we|i|the [a-z]+|our (?:reply|answer|response)[a-z ]{0,30}) (?:\w+ly )?(?:said|told|replied|answered|confirmed|stated|responded|wrote|informed|reported|gave|denied|was|were able)\b[^.;\n]{0,60}\b(?:there (?:was|were|had been|has been|have been) (?:no|none|nothing)|(?:was|were|is) (?:no|none|nothing|nil|zero)|nothing (?:on|about|held|was|of)|none (?:were|was|had|held|of)|(?:that )?(?:it|we) (?:held|had) (?:no|none|nothing)|no(?:ne)? (?:visits|records?|reports?|cases|such|complaints|file|incidents|information)|not held|a nil)\b",
    "said", "told", "replied", "answered", "confirmed", "stated", "responded", "wrote", "informed", "reported", "gave", "denied", " was ", "were able",
)  # fmt: skip
_OTHERS = Phrase(
    r"\b(?:last|earlier|previous(?:ly)?|before|ago|20\d\d|another|others?|applicants?|a (?:father|mother|parent|journalist|newspaper|resident|reporter|neighbour|colleague|man|woman)|same (?:question|request)|similar|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))\b",
    "last", "earlier", "previous", "before", "ago", "20", "another", "other", "applicant", "a father", "a mother", "a parent", "a journalist", "a newspaper", "a resident", "a reporter", "a neighbour", "a colleague", "a man", "a woman", "same ", "similar", "in ",
)  # fmt: skip
# The right practice, or what would be.
_ALWAYS = Phrase(
    r"\b(?:whether or not|with and|in all cases|in every|every (?:case|request|year)|always|regardless|irrespective|including|whatever|if (?:it|we|the|our|that|this|a|every|each|he|she|they)|would|were (?:to|we|it)|could|consistent\w*|either way|both|no inference|infer\w*|imply|mean(?:s|ing)?|public interest|(?<!have )(?<!has )checked|should|read as|taken|names? no|working days|dissatisfied|unhappy|not satisfied|review|commissioner|your request|not happy|accept our|twenty working days)\b",
    "whether or not", "with and", "in all cases", "in every", "every ", "always", "regardless", "irrespective", "including", "whatever", "if ", "would", "were ", "could", "consistent", "either way", "both", "infer", "imply", "mean", "public interest", "checked", "should", "read as", "taken", "name no", "names no", "working days", "dissatisfied", "unhappy", "satisfied", "review", "commissioner", "your request", "not happy", "accept our", "twenty working days",
)  # fmt: skip


def _by_result(letter: Letter) -> Iterator[Span]:
    """Where the letter tells that the refusal is used according to what a search finds."""
    yield from plainly(_PRACTICE, _ALWAYS, letter.own)
    for span in plainly(_TOLD_OTHERS, _ALWAYS, letter.own):
        if _OTHERS.found(letter.own, *line_at(letter.own, span.start)):
            yield span


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when an NCND letter tells of an earlier plain answer to a like question."""
    if not letter.ncnd:
        return
    span = next(plainly(_BEFORE, _SUPPOSED, letter.own), None)
    if span is not None:
        yield RULE.finding(
            letter,
            span,
            "The letter tells that a like question was answered before and is not answered now, "
            "which shows the reader what has changed.",
        )
        return
    for span in islice(_by_result(letter), 1):
        yield RULE.hint(
            letter,
            span,
            "This seems to tell that the refusal is used only where something is held; then it "
            "shows the reader that something is.",
        )


# "For March the Board published a nil return", "a doctor with a clean record".
_NIL = Phrase(
    r"\b(?:nil (?:returns?|repl(?:y|ies)|answers?|figures?)|clean (?:record|sheet|slate)|(?:said|told|answered|replied|reported|confirmed|denied|published|declared|stated|able to say|happy to say|glad to (?:say|tell)) [^.\n]{0,60}\b(?:none|nothing|nil|zero|no (?:such )?[a-z]+|never|not held)|(?:none|nothing|nil|zero|no (?:such )?[a-z]+) [^.\n]{0,60}\b(?:so we (?:said|say|told)|we (?:said|say|tell them|told) so|tell them (?:so|that)|say so|were (?:happy|glad|able) to (?:say|tell)|(?:is|are|was|were) (?:answered|reported|denied|confirmed|told)))\b",
    "nil ", "clean ", "none", "nothing", "zero", "no ", "never", "not held",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A plain "none" given at another time, or to others, is spoken of."""
    if not letter.ncnd:
        return
    for span in islice(plainly(_NIL, _ALWAYS, letter.own), 1):
        yield RULE.hint(
            letter,
            span,
            "Check that the letter does not tell when the refusal is used and when not.",
        )
