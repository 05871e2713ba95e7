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
    r"|\balone would (?:come to|take|need|cost|be (?:within|under|inside|about|only|less|\d))\b|\b(?:should|were) you (?:to )?(?:care|want|need|wish|ask|settle|choose|be content)\b[^.\n]{0,60}\bwe (?:could|can|would|will|might)\b|\btell (?:us|me) (?:which|what|the)\b[^.\n]{0,60}\b(?:we|i) (?:will|can|could)\b|\b(?:no|not any) (?:smaller|narrower|shorter|lesser) (?:request|question|version|period)\b"
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
    "alone", "should you", "were you", "tell ", "no smaller", "no narrower", "no shorter", "no lesser", "not any ", "would ", "what we could", "what could", "ways", "choose", "inside", "within", "under", "help", "treat", "take it", "take that", "deal with", "refin", "narrow", "scop", "fram", "phras", "scal", "suggest", "reduc", "limit", "restrict", "confin", "shorten", "modif", "revis", "amend", "focus", "if you", "could", "can ", "able to", "happy to", "willing to", "possible to", "fewer", "a shorter", "a smaller", "a single", "specific", "particular", "sample", "named", "section", "advice", "advise",
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


# More ways of saying what would come under the limit, or that nothing would.
_HELP_TOO = Phrase(
    r"\b(?:pick|picking|choos(?:e|ing)|nam(?:e|ing)|select|single out|singling out|settl(?:e|ing) (?:on|for)|stick(?:ing)? to|keep(?:ing)? to|drop(?:ping)?|leav(?:e|ing) out|cut(?:ting)? (?:it |this |that )?(?:down|to|back)|trim(?:ming)?|split(?:ting)?|whittl\w+|try(?:ing)?|ask(?:ing)? (?:only |just |instead )?(?:for|about)) (?:only |just |out )?(?:an?|one|two|three|four|five|six|ten|any|up to|single|few(?:er)?|which|some|\d+|the (?:most |last |latest|first|newer|present|current|years?|period|dates?|file|summary|totals?|names?)|(?:january|february|march|april|may|june|july|august|september|october|november|december)|20\d\d)\b"
    r"|\b(?:were you to|should you (?:pick|choose|ask|name|be (?:content|happy|willing|able|minded)|want|care|prefer|settle|drop|narrow|let|like)|had you|(?:if|as soon as|once|when) you (?:pick|drop|cut|keep|stick|are content|were content|settle|had|leave|left|say|give|point|steer|stay|come back|write back|think|know))\b"
    r"|\b(?:would|could|might|should|will) (?:be|prove|seem|still be) (?:all right|fine|feasible|doable|within reach|in reach|easy|easier|quick|quicker|affordable|no trouble|practicable|enough|cheaper|small enough|short enough|looked at sympathetically)\b|\b(?:alone|on (?:its|their) own|by (?:itself|themselves)) (?:would|could|should|might) (?:take|cost|come|be|need|amount)\b|\b(?:theirs|those|these) (?:alone )?(?:would|could) (?:take|cost|need) (?:about |only |just |some |no more than )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|half) "
    r"|\b(?:nearest thing|next best|in place of|second best|short ?cut|(?:a |another |one |the )way (?:ahead|forward|round|through|to proceed)|come straight (?:out|from)|tell (?:me|us) which|may answer (?:much|most|some|part)|partial (?:count|answer|figure)|good chance|gladly help|glad to help|help you (?:to )?(?:draw|frame|word|shape|put|write|think|choose|find)|draw it up|talk (?:it|this) (?:over|through)|work (?:something |it )?out with you)\b"
    r"|\b(?:we|i) (?:could|can|might|would) (?:then )?(?:run|look (?:it|them|that|this|one)|pull|search|get|count|have (?:it|them|that|those)|do (?:that|those|it|this|one)|manage|meet|cover|tackle|go through|start|begin|check)\b|\bcould (?:be )?(?:manage(?:d)?|cope)\b"
    r"|\b(?:no way|no means|nothing (?:short|less|we can)|cannot (?:see|think of|find|suggest)|have tried to|did look for|looked for a way|no (?:smaller|narrower|shorter|lesser))\b.{0,80}\b(?:cut\w*|reduc\w*|narrow\w*|trim\w*|bring\w*|smaller|shorter|short of|refin\w*|one\b|request|under|within|inside)\b",
    "pick", "choos", "nam", "select", "singl", "settl", "stick", "keep", "drop", "leav", "cut", "trim", "split", "whittl", "try", "ask", "were you", "should you", "had you", "if you", "as soon as you", "once you", "when you", "would ", "could ", "might ", "should ", "will ", "nearest", "next best", "in place of", "second best", "short", "way ", "straight", "tell ", "partial", "good chance", "glad", "help you", "draw it", "talk", "work", "we can", "i can", "no way", "no means", "nothing", "not ", "cannot", "unable", "tried", "look", "no ", "may answer",
)  # fmt: skip


def may_offer_help(letter: Letter) -> bool:
    """Whether a sentence that is not about the review may be meant as help."""
    return any(
        True for phrase in (_PERHAPS, _HELP_TOO) for _ in plainly(phrase, _NOT_HELP, letter.own)
    )
