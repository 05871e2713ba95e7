"""Whether a letter asks for a fee or a charge before anything is sent, whatever it calls itself.

FOIA s.9; FOISA s.9; EIR reg 8(4)-(5); EI(S)R reg 8. Such a notice names the power and asks for money
first; a letter that sends the information, or speaks of a charge that it does not make, is none.
"""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase

_NAMED = Phrase(
    r"\b(?:fees? notice|notice (?:of|that) (?:the |a |our )?(?:charges?|fees?)|charging notice|notice (?:to you |is given |given |that we do so,? )?under (?:section 9|s\.? ?9|regulation 8)\b)",
    "fees notice", "fee notice", "notice of", "notice that", "charging notice", "notice ",
)  # fmt: skip
# It says of itself what it is, so that an enclosed form is no answer.
_IS_ONE = Phrase(
    r"\b(?:this (?:letter |e-?mail |document )?is|(?:please )?treat this (?:letter )?as)\b.{0,40}\b(?:notice\b.{0,60}(?:section 9\b|regulation 8\b)|(?:fees? notice|notice of (?:a |the )?(?:fee|charge)))",
    "this is", "this letter", "this e", "this document", "treat this",
)  # fmt: skip
_POWER = Phrase(
    r"\b(?:section|s\.?) ?9\b(?!\d)|\b(?:regulation|reg\.?) ?8\b(?!\d)",
    "section 9", "s.9", "s. 9", "s9", "regulation 8", "reg 8", "reg. 8", "reg.8",
)  # fmt: skip
_FIRST = Phrase(
    r"\b(?:pay(?:ment|ing)?|paid|fees?|charges?|cheque|money|sum|it)\b.{0,80}\b(?:in advance|up ?front|before (?:we|the|it|they|any|anything|our|work|copying|scanning)|first\b|within (?:\w+ ){1,4}(?:days|weeks|months)|by \d{1,2} [a-z]+)"
    r"|\b(?:before|until|unless|once|as soon as|when|if) .{0,50}\b(?:pay\b|paid\b|payment|money|fee\b|charge\b|cheque|invoice)"
    r"|\bplease (?:pay|send (?:us )?(?:a cheque|payment|the (?:fee|sum)))\b|\bpayment in advance\b|\b(?:agree(?:ment)?|undertak\w+) (?:to pay|that you will (?:pay|meet))",
    "advance", "upfront", "up front", "before", "first", "within", "by ", "until", "unless", "once", "as soon as", "when", "if ", "please", "agree", "undertak",
)  # fmt: skip
_NONE_MADE = Phrase(
    r"\b(?:no (?:fee|charge)s?|(?:fee|charge)s? (?:is|are|has been|have been|was) (?:not|waived)|(?:not|never|won't|n't) (?:be )?(?:make|making|made|charg\w+|ask\w*)|waiv\w+|free of charge|without charge)",
    "no ", "not ", "never", "n't", "waiv", "free", "without",
)  # fmt: skip


# "We sent you a fees notice on 12 March and received your payment on 18 March."
_PAID = Phrase(
    r"\b(?:received|have had|got|thank you for|thanks for) (?:your|the) (?:payment|cheque|fee|remittance)\b|\b(?:thank you|thanks) for paying\b|(?<!until )(?<!once )(?<!when )(?<!if )(?<!unless )(?<!after )(?<!as )(?<!before )\byou (?:have (?:now |since )?)?paid\b|\b(?:payment|cheque|fee|money) (?:was|has been|having been|came|reached us|arrived)(?: \w+)? (?:received|paid|on|in|with us)\b",
    "received", "have had", "got ", "thank", "paid", "payment", "cheque", "fee ", "money",
)  # fmt: skip


# "We need not send them until the fee has been paid": it has not been.
_NOT_YET = compiled(
    r"\b(?:until|once|when|if|unless|after|before|provided|where|whether|not|as soon as|should|date (?:on|when|that)|day (?:on|when|that))\b[^.;\n]{0,60}$"
)


def has_paid(own: str) -> bool:
    """Whether the applicant has paid already, so that nothing is asked for here."""
    return any(
        _NOT_YET.search(own, max(own.rfind("\n", 0, span.start), span.start - 80), span.start)
        is None
        for span in _PAID.among(own)
    )


def is_fees_notice(own: str, head: str, *, sends: bool) -> bool:
    """Whether the letter asks for a fee or charge and sends nothing until it is paid.

    Args:
        own: the authority's words, lower case.
        head: the first lines of the letter, lower case.
        sends: something seems to be handed over with the letter.
    """
    if has_paid(own):
        return False
    if "pay" not in own and "invoice" not in own and "cheque" not in own:
        return False
    return (not sends or _IS_ONE.found(own)) and _wants_it_first(own, head)


def _wants_it_first(own: str, head: str) -> bool:
    if _NAMED.found(head) or _NAMED.found(own):
        return _FIRST.found(own)
    return _POWER.found(own) and any(
        not _NONE_MADE.found(own, max(0, place.start - 120), place.end + 40)
        for place in _FIRST.among(own)
    )
