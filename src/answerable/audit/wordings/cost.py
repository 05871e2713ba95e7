"""Cost refusals: whether a letter makes one, the limit that applies, and what may be counted.

FOIA s.12 and SI 2004/3244 regs 3-4; FOISA s.12 and SSI 2004/467.
"""

from dataclasses import dataclass

from answerable import law
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Outcome, ProvisionUse, Role


@dataclass(frozen=True, slots=True)
class Limit:
    """The appropriate limit in pounds, and in hours at the rate that applies."""

    pounds: float
    hours: float
    rate: float


def cost_refusal(letter: Letter) -> ProvisionUse | None:
    """The use of s.12 on which the letter refuses, if it does."""
    for use in letter.provisions:
        if use.cite.number == "12" and not use.cite.regime.environmental:
            if use.role is Role.RELIED:
                return use
            if use.role is Role.MENTIONED and _cost_outcome(letter):
                return use
    return None


def limit_refusal(letter: Letter) -> ProvisionUse | None:
    """The same, in a letter under a law that has a cost limit: the Regulations have none."""
    return None if letter.regime in ("EIR", "EISR") else cost_refusal(letter)


def _cost_outcome(letter: Letter) -> bool:
    return letter.outcome is Outcome.COST_LIMIT or any(
        answer.outcome is Outcome.COST_LIMIT for answer in letter.answers
    )


def limits(letter: Letter) -> tuple[Limit, Limit]:
    """The lowest and the highest limit that could apply to the authority that writes."""
    facts = law.table("facts")["cost_limits"]
    if letter.regime == "FOISA" or letter.authority.scottish:
        pounds, rate = facts["FOISA"]["gbp"], facts["FOISA"]["rate_max_gbp_per_hour"]
        one = Limit(pounds, pounds / rate, rate)
        return one, one
    rate = facts["FOIA"]["rate_gbp_per_hour"]
    higher = facts["FOIA"]["central_government_legislatures_armed_forces"]
    lower = facts["FOIA"]["others"]
    low = Limit(lower["gbp"], lower["hours"], rate)
    high = Limit(higher["gbp"], higher["hours"], rate)
    match letter.authority.kind:
        case "central":
            return high, high
        case "unknown" | "other" | "devolved":
            return low, high
        case _:
            return low, low


def known_figures(low: Limit, high: Limit) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The hours, and the pounds, that are the law's own and so no part of an estimate."""
    return (low.hours, high.hours), (low.pounds, high.pounds, low.rate, high.rate)


#: Help to bring a request under the limit (FOIA s.16, FOISA s.15).
_HELP = Phrase(
    r"\bwould (?:cover|by itself be within|come (?:in|inside|within|under)|be (?:likely to be )?(?:manageable|within|inside|under))\b"
    r"|\b(?:could|can) be (?:given|sent|supplied|provided) to you\b|\bwhat we could do (?:instead|for you)\b"
    r"|\b(?:two|three|four|five|some|several|other) ways\b|\bways (?:of doing|in which|to bring|round)\b|\b(?:might|could|may) choose (?:one|from|between|any)\b|\bwhat could (?:we|you|be) (?:do|have|had|done) for £|\b(?:come|comes|came|be|fall) (?:each )?(?:inside|within|under) (?:\d+|eighteen|twenty-four|the) (?:hours|limit)\b|\bhow (?:we|it|the \w+) (?:might|can|could|may) help\b|\b(?:treat|take|deal with) (?:it|that|this) as a (?:new|fresh) request\b|\b(?:can|could) be (?:run|had|done|produced|looked out) (?:in|for|within)\b"
    r"|\brefin(?:e|ed|ing|ement)\b|\bnarrow(?:er|ed|ing)?\b|\bre-?(?:scop|fram|phras)(?:e|ed|ing)\b"
    r"|\bscal(?:e|ing) (?:it |this )?(?:down|back)\b|\bsuggest"
    r"|(?<!the )(?<!cost )(?<!appropriate )\b(?:reduc|limit|restrict|confin|shorten|modif|revis|amend|focus)(?:e|y|es|ed|ing|ting)?\b.{0,40}"
    r"\b(?:request|question|scope|period|timescale|time ?frame|dates?|years?|search|yourself|it to|this to|to one|to a )"
    r"|\bif you (?:(?:were|are able) to|c(?:ould|an) (?:give|tell|say|name|limit|identify|choose|be)|chose|choose"
    r"|limit|(?:only )?ask(?:ed)? (?:only )?(?:for|about|us for)|pick|select|tell|told|let us know which|gave|give"
    r"|named?|(?:only )?want(?:ed)?|would (?:accept|settle|prefer|like (?:to (?:limit|choose|ask)|us to (?:look|supply"
    r"|provide|send|search))))\b"
    r"|\b(?:could|can|(?:would|should|may|might|will) be (?:able|happy|willing|possible) to|(?:are|is) (?:able|happy|"
    r"willing) to)(?: \w+){0,2} (?:supply|provide|give|offer|send|answer|disclose|release|help|assist|search|extract"
    r"|produce|deal|do (?:so|this|that))\b(?! no\b)"
    r"|\b(?:fewer|a (?:shorter|smaller|single|specific|particular|sample|named)|(?:one|two|three) specific) \w+"
    r"|\b(?:brought?|bring|come|fall|answered|dealt with|possible|done|supplied|met|keep|stay)\b.{0,40}"
    r"\b(?:within|under|below|inside) the (?:cost |appropriate |fees? |statutory )?limit"
    r"|\bsections? 1[56]\b|\badvice and assistance\b|\badvise and assist\b",
    "would ", "what we could", "what could", "ways", "choose", "inside", "within", "under", "help", "treat", "take it", "take that", "deal with", "refin", "narrow", "scop", "fram", "phras", "scal", "suggest", "reduc", "limit", "restrict", "confin", "shorten", "modif", "revis", "amend", "focus", "if you", "could", "can ", "able to", "happy to", "willing to", "possible to", "fewer", "a shorter", "a smaller", "a single", "specific", "particular", "sample", "named", "section", "advice", "advise",
)  # fmt: skip
_NOT_HELP = Phrase(
    r"\breview|\bcomplain(?!ts? (?:have|has|of|received|about|made|were|was))|\bcommissioner|\bdissatisfied|\bunhappy|\bappeal|\b(?:matter|this|it|concerns?) further\b|\bnot satisfied\b|\bdisagree",
    "review", "complain", "commissioner", "dissatisfied", "unhappy", "appeal", "further", "satisfied", "disagree",
)  # fmt: skip


def offers_help(letter: Letter) -> bool:
    """Whether the letter says how the request could be brought under the limit, or that it cannot."""
    return any(True for _ in plainly(_HELP, _NOT_HELP, letter.own))


# A way on that a reader may see in it: "either year, but not both"; "ring me and we'll think".
_PERHAPS = Phrase(
    r"\byou (?:might|could|can|may|are welcome to)\b|\binstead\b|\beither\b|\b(?:ring|tell|call) (?:me|us)\b|\bup to \d|\bfor £ ?\d|\b(?:one|only) (?:year|month|ward|site|team|department)\b",
    "you ", "instead", "either", "ring ", "tell ", "call ", "up to", "for £", "one ", "only ",
)  # fmt: skip


def may_offer_help(letter: Letter) -> bool:
    """Whether a sentence that is not about the review may be meant as help."""
    return any(True for _ in plainly(_PERHAPS, _NOT_HELP, letter.own))
