"""The balance weighs who asks, or why.

Disclosure under the Act is to the world; identity matters only for a few provisions.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.weighed import weighed
from answerable.letters.phrases import Phrase
from answerable.model import BalancePassage, Certainty, Finding, Letter, Severity, Source

RULE = Rule(
    code="PI107",
    slug="pit-requester-motive",
    cites=(
        Source(
            "ICO guidance on the public interest test",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/the-public-interest-test/",
        ),
    ),
    why=(
        "What the applicant may do with the information says nothing of the public interest in "
        "it, since anybody else would receive it too."
    ),
    fix=("Leave the applicant out of the balance; weigh what disclosure to everybody would do."),
)
_MOTIVE = Phrase(
    r"\byou (?:belong|are (?:a |an |the |known|involved|employed|campaign|in dispute|acting|seeking|writing)|intend|wish to use|want to use|work|plan|may use|will use|would use|have (?:a (?:grievance|dispute|grudge|personal)|made it clear|campaigned|been involved))|your (?:motive|motives|campaign|intention|purpose|private interest|personal interest|own interest|grievance|dispute|employer|newspaper|article|story|reasons? for)|(?:requester|applicant|requestor)(?:'s)? (?:is (?:a|an|the|known)|motives?|intends|intention|purpose|identity|belongs|works|private|personal|own)|journalist|\byou,? (?:however,? )?(?:are|were) (?:retained|instructed|engaged|paid|funded|connected|related|married|the)\b|\b(?:you|your client|the applicant|the requester)\b.{0,60}\b(?:would|will|intend to|want to|wish to|might|could) use (?:it|them|this|that|the \w+) (?:to|for|against|in)\b|\byou (?:run|edit|lead|chair|represent|organise|manage|own|write for|have told us)\b|(?:purpose|aim|object) of the (?:applicant|requester)|wanted for (?:that|a|your|the)|\b(?:regard|weight|account|note|notice) (?:also )?(?:been |is |was )?(?:had |given |taken |paid )?(?:to|of) who (?:is asking|asks|the (?:applicant|requester) is|you are|made|makes)|\byou (?:write|act|ask|apply|are asking|are acting) (?:on behalf|for (?:a|an|the))\b|\byou (?:sit|serve|stand|compete|trade|bid|lobby) (?:on|as|for|with|against|in)\b|\b(?:the|that|your|this) (?:purpose|use|aim|campaign) (?:\w+ ){0,3}(?:gives|lends|adds|carries|deserves|attracts|has) (?:\w+ ){0,4}(?:little|no|small|less|limited|lesser)\b|(?:private|personal) (?:rather than|and not) (?:a )?public",
    "you ", "you,", "your ", "requester", "applicant", "requestor", "journalist", "purpose of", "aim of", "wanted for", "private", "personal", "who is asking", "who asks", "who the ", "who you are", "who made", "who makes", "that purpose", "this purpose", "the purpose", "that use", "this use", "the use", "that aim", "this aim", "the aim", "the campaign",
)  # fmt: skip


# "I have taken into account that you run a consultancy": whatever the paragraph is called.
_COUNTED = Phrase(
    r"\b(?:taken? (?:also )?into account|had? regard to|borne? in mind|given weight to|weighed|counted) (?:also )?(?:that|the fact that|how) (?:you|the (?:applicant|requester))\b(?! (?:asked|wrote|have asked|say|said|may (?:ask|also)|mention))|\byou (?:are|run|work|represent|belong|act)\b[^.\n]{0,80}\band (?:we|i|it) (?:have|has|had|is|are) (?:no doubt|little doubt|clear|sure|aware|satisfied)(?: that)? you(?:r)?\b",
    "into account", "regard to", "in mind", "weight to", "weighed", "counted", "no doubt", "little doubt", "clear", "sure", "aware", "satisfied",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire where a balance speaks of the applicant, their purpose or their company."""
    counted = _COUNTED.search(letter.own)
    if counted is not None:
        yield RULE.finding(
            letter,
            counted,
            "The letter takes into account who the applicant is or what they want; disclosure is "
            "to the world.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
        return
    for balance in letter.balances:
        for span in _MOTIVE.among(letter.own, _begins(letter, balance), balance.span.end):
            line = letter.own[letter.own.rfind("\n", 0, span.start) + 1 : span.end + 40]
            if "legitimate interest" in line or "regardless" in line or "whoever" in line:
                continue
            yield RULE.finding(
                letter,
                span,
                "The balance weighs who the applicant is or what they want the information for; "
                "disclosure is to the world.",
            )
            return


def _begins(letter: Letter, balance: BalancePassage) -> int:
    """Where the paragraph begins that ends with the balance."""
    at = balance.span.start
    return next((b.span.start for b in letter.blocks if b.span.start <= at < b.span.end), at)


_YOU = Phrase(
    r"\b(?:you|the (?:applicant|requester)),?(?: \w+,?)? (?:are|were|is|was|run|want|wish|hope|plan|propose|intend|belong|work|act|represent|have (?:a|an|been|said|told)|will|would|might)\b|\byour (?:own|client|group|members|readers|dispute|complaint|case|claim|campaign|employer|business|company|interest)\b",
    "you", "applicant", "requester",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The applicant is spoken of within a balance."""
    for place in weighed(letter):
        for span in _YOU.among(letter.own, *place):
            yield RULE.hint(
                letter, span, "Check that who asks, or why, is given no weight in the balance."
            )
