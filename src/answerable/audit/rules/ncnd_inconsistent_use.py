"""The letter itself tells that the same question was answered when there was nothing to hide.

Neither confirming nor denying works only if it is used whether or not information is held.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Source

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
    "similar", "normally", "usually", "ordinarily", "generally", "always", " so", "same", "told", "replied", "answered", "denied", "denial", "kept", "reserved", "practice", "policy", "keep the n", "keep our n", "keep n", "used only", "only used", "previous", "earlier", "last", "past", "other",
)  # fmt: skip


# "If it became our practice to answer no when there was nothing …": what would be, and is not.
_SUPPOSED = Phrase(
    r"\bif (?:it|we|the|our|that|this|a|every|each)\b|\bwere (?:to|we|it|the)\b|\bwould (?:become|be read|be taken|be understood|soon|come to)\b",
    "if ", "were ", "would ",
)  # fmt: skip


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
