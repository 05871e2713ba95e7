"""What the letter does, question by question and as a whole."""

from answerable import law
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.rare import Rare
from answerable.letters.reading import answering, plain_no, shows
from answerable.letters.reading.charges import has_paid, is_fees_notice
from answerable.letters.reading.seen import Seen
from answerable.letters.reading.settle import COST, deciding
from answerable.model import (
    Block,
    BlockKind,
    Cite,
    Outcome,
    PartAnswer,
    ProvisionUse,
    Role,
    Span,
    Voice,
)

_EXTENSION = Phrase(
    r"section 10\(3\)|regulation 7\b|(?:extend|extension|further|more|additional)(?:ing|ed|s)?(?: of)? (?:the )?(?:time|period|deadline)|additional (?:\d+ |twenty )working days|need(?:s)? (?:more|further|additional) time|have not (?:yet )?made up our minds?\b|have not (?:yet )?(?:reached|made|completed) (?:a |our )?(?:decision|conclusion|consideration)|time (?:limit )?(?:for|to) (?:respond|comply|consider)\w*.{0,40}(?:extend|extension)|still considering|(?:further|extra|additional|more|another) (?:\d+|ten|twenty|forty) (?:working )?days|\b(?:take|taking|need|require) (?:\w+ )?longer\b(?! than (?:the )?(?:\d+|eighteen|twenty-?four|\w+ limit)\b)|longer than (?:the )?(?:usual |normal |statutory )?(?:20|twenty|40|forty)|(?:not be (?:possible|able)|unable|not able|not be in a position) to .{0,60}within|beyond (?:the )?(?:20|twenty|40|forty) working|(?:permits|allows|entitled) .{0,30}(?:longer|extra time|more time)",
    "10(3)", "longer", "within", "beyond", "extra", "regulation 7", "time", "deadline", "period", "working days", "not yet", "have not", "still",
)  # fmt: skip
_PENDING = compiled(
    r"(?:have not (?:yet )?(?:reached|made|been able|completed|decided)|not yet (?:reached|decided|complete)|will (?:write|respond|reply|let you|send|provide|have reached|be in a position|issue|answer|give you)|(?:expect|hope|aim|intend|estimate)\w* .{0,60}(?:by|to)|full reply|as soon as|we (?:need|require) (?:more|further|additional|\d+|forty)|by (?:no later than )?\d{1,2} [a-z]+|extend|will be in touch|(?:not possible|impossible) .{0,40}(?:say|predict|tell|estimate) when|again (?:shortly|soon)|shortly|(?:to|until|by|on or before) (?:the )?\d{1,2}(?:st|nd|rd|th)? [a-z]+)"
)
_CLARIFY = Phrase(
    r"(?:please|could you|can you|would you|need you to|ask(?:ing)? you to|invite you to|require|grateful if you|need).{0,60}(?:clarif|specif|tell us (?:which|what|the)|more (?:detail|information|precise)|confirm (?:which|what|whether you))|clarification|section 1\(3\)|regulation 9\(2\)|(?:cannot|can't|not able to|unable to) (?:tell|identify|be sure|work out|understand|establish which)|(?:a )?(?:little|bit) more (?:detail|information)|is it one of|not (?:entirely |quite |wholly )?(?:clear|sure) (?:to us |to me )?(?:what|which|from|whether|about)|unclear (?:to us )?(?:what|which|from|whether)|(?:let us know|tell us|say|explain|clarify) (?:which|what|whether|the (?:date|name|period))|which .{0,40} you (?:mean|want|have in mind)|\bwhich (?:one|of (?:these|them))\b|too (?:broad|general|vague|wide)|\bneed to know (?:more|a little|a bit)\b|if you (?:will |would |can )?(?:send|give|tell|provide|let) (?:us|me)\b.{0,80}\bwe (?:will|can|shall)",
    "clarif", "specif", "tell us", "more ", "1(3)", "regulation 9", "cannot", "can't", "able to", "detail", "one of", "clear", "confirm", "let us know", "sure", "which", "explain", "too ", "if you", "need to know",
)  # fmt: skip
_FEE = Phrase(
    r"fees? notice|(?:a )?(?:fee|charge) of £|fee (?:is|of|will be|due|payable)|section 9\b.{0,40}(?:fee|notice|charge)|regulation 8\b.{0,60}(?:charge|fee|payment)|payment (?:of|is|must|should be|in advance)",
    "fee", "charge", "payment",
)  # fmt: skip
_REVIEW_DONE = Phrase(
    r"(?:i|we) have (?:now )?(?:carried out|conducted|completed|concluded|undertaken)\b.{0,40}review|(?:outcome|result|findings?|conclusion)s? of (?:the|my|our|this) (?:internal )?review|you (?:\w+ ){0,2}(?:asked|requested|sought|required|e-?mailed|wrote).{0,80}(?:internal review|(?:for|seeking) (?:a|the) review|to (?:review|reconsider)|reconsider|(?:us|me|the \w+) to (?:look|think) again)|your (?:request|email|letter|requirement|application|representations)\b.{0,90}(?:for (?:an? )?(?:internal )?review|internal review|reconsider)(?! of (?:the|an?|its) (?!decision|response|reply|handling|refusal|request|answer|way|foi|council|trust))"
    r"|(?:i|we|the panel|the reviewer|the council|the trust|the review) (?:have |has )?(?:therefore |also |now |do not |partly |partially )?(?:upheld|uphold|overturn(?:ed)?|re-?considered|reread|re-read) |(?:original|first|initial|earlier|previous) (?:decision|response|refusal|reply|answer)\b.{0,60}(?:upheld|stands|overturned|was (?:correct|right|wrong)|should not have)|i (?:was|have) not (?:been )?(?:involved|taken? part) in|\byou (?:told us that you )?did not accept (?:our|the) (?:answer|reply|decision)|\b(?:finished|been) (?:going over|looking again at) our (?:letter|answer|reply|decision)|\bset (?:the|our) (?:earlier|first|original) (?:decision|answer|refusal) aside|\bcalled for (?:it|this|that|them|(?:our|the) \w+) to be (?:reviewed|reconsidered|looked at again)|(?<!if )\bthe (?:refusal|decision)(?: on (?:that|this|it))? is (?:therefore |accordingly )?(?:upheld|overturned|set aside)\b",
    "review", "upheld", "uphold", "overturn", "again", "original", "reconsider", "reread", "re-read", "involved", "did not accept", "going over", "looking again", "first", "initial", "earlier", "previous",
)  # fmt: skip
_TRANSFER = Phrase(
    r"\b(?:we|i|has|have|council|trust|request)(?:'ve| have| has| are| am| is)?(?: been| now| today| therefore| also| being){0,3} (?:transferr?(?:ed|ing)|passed|forwarded|redirected|passing|forwarding|sent) (?:on )?(?:your |the |this |it|that )?(?:request|enquiry|letter|email|questions?)?(?:(?! and ).){0,60}?\bto (?!(?:me|us|my|our|reply|respond|answer|be|deal|let|give|provide|send|tell|say)\b)(?:the |them|[a-z]+ )",
    "transfer", "passed", "passing", "forward", "redirect",
)  # fmt: skip
# "Its twenty working days run from today, when it received the request."
_CLOCK_ELSEWHERE = Phrase(
    r"\b(?:its|their|(?:the )?[a-z]+'s?) (?:own )?(?:time|clock|period|(?:20|twenty) working days)\b.{0,60}\b(?:runs?|begins?|starts?|counts?|will run|will begin)\b",
    "time", "clock", "period", "working days", needs=("run", "begin", "start", "count"),
)  # fmt: skip


def read_answers(
    own: str, blocks: list[Block], provisions: tuple[ProvisionUse, ...], *, ncnd: bool
) -> tuple[PartAnswer, ...]:
    """Each passage that says which question it answers, with what it does."""
    spans: dict[tuple[str, ...], list[Span]] = {}
    for block in blocks:
        if block.parts and block.voice is Voice.AUTHORITY and not answering.is_rights(own, block):
            spans.setdefault(block.parts, []).append(block.span)
    relied = [use for use in provisions if use.role is Role.RELIED] if spans else []
    return tuple(
        PartAnswer(names, _of_passage(own, places, relied, ncnd=ncnd), tuple(places))
        for names, places in spans.items()
    )


# The answer told in a sentence: "The Trust spent £3,912 on flowers in 2025."
_TOLD = Phrase(
    r"\b(?:spent|paid|received|issued|recorded|bought|made|employ\w*|costs?|there (?:is|are|was|were|have been|has been)|(?:is|are|was|were)) (?:a total of |approximately |about |some |around |exactly |only )?(?:£ ?\d|\d[\d,]*\b(?! (?:working|days|pages|january|february|march|april|may|june|july|august|september|october|november|december)))|^(?:yes|no)[,.]",
    "spent", "paid", "received", "issued", "recorded", "bought", "made", "employ", "cost", "there ", "is ", "are ", "was ", "were ", "yes", "no",
)  # fmt: skip


def _of_passage(own: str, places: list[Span], relied: list[ProvisionUse], *, ncnd: bool) -> Outcome:
    if ncnd and any(shows.ncnd(own, *place) for place in places):
        return Outcome.NCND
    cited = [
        use.cite
        for use in relied
        if any(place.start <= span.start < place.end for span in use.spans for place in places)
    ]
    withheld = bool(cited) or any(
        shows.withheld(own, *place) or plain_no.says_no(own, *place) for place in places
    )
    if not withheld and any(shows.not_held(own, *place) for place in places):
        return Outcome.NOT_HELD
    refused = withheld or any(answering.REFUSES.search(own[start:end]) for start, end in places)
    supplied = any(shows.supplied(own, *place) for place in places)
    if refused and supplied:
        return Outcome.PARTIAL
    if not refused:
        spoken = any(own[place.start : place.end].strip() for place in places)
        return Outcome.FULL if supplied or spoken else Outcome.OTHER
    if not withheld and any("clarif" in own[place.start : place.end] for place in places):
        return Outcome.CLARIFICATION
    return _one_refusal({_named_refusal(cite) for cite in cited} or {Outcome.REFUSED})


def outcome_of(
    own: str,
    low: str,
    blocks: list[Block],
    seen: Seen,
    provisions: tuple[ProvisionUse, ...],
    review: bool,
    answers: tuple[PartAnswer, ...] = (),
    *,
    asked: bool = False,
) -> Outcome:
    """One value for the whole letter; ``asked``: what was asked is known from elsewhere.

    Several refusals on different grounds are "refused"; something supplied and the rest kept
    back, not held or neither confirmed nor denied is "partial"; an extension, a review or a
    letter whose one refusal is its whole point keeps its own name.
    """
    relied = deciding([use.cite for use in provisions if use.role is Role.RELIED])
    head = heading_of(low, blocks)
    special = _special(own, head, seen, relied, review)
    if special is not None:
        return special
    several = _asked_for(blocks)
    whole = seen.ncnd is not None and (
        (several < 2 and not seen.withheld) or _of_all(own, max(several, 2))
    )
    refused = _refusals(own, seen, relied, whole=whole)
    if seen.supplied and not relied and _NOTHING_KEPT.found(own):
        return Outcome.FULL
    if len(refused) == 1 and refused <= _OF_THE_WHOLE and not _gives(own, blocks):
        # A figure in the estimate, the page where it is published, a reply of last year.
        return next(iter(refused))
    if seen.supplied and (refused or seen.not_held):
        return Outcome.PARTIAL
    if refused:
        beside = refused == {Outcome.REFUSED} and plain_no.answered_beside(own, answers)
        return Outcome.PARTIAL if beside else _one_refusal(refused)
    if seen.not_held:
        return Outcome.NOT_HELD
    if seen.supplied:
        asks = "clarif" in own or "tell us" in own or "explain" in own
        halted = asks and _CLARIFY.found(own) and _ON_HOLD.found(own)
        return Outcome.PARTIAL if halted else Outcome.FULL
    if seen.withheld:
        return Outcome.REFUSED
    if seen.held or _TOLD.found(own):
        return Outcome.FULL
    # Something is said in reply that is no acknowledgement: "The school has nine."
    asked = asked or any(block.voice is Voice.REQUEST for block in blocks)
    return Outcome.FULL if asked and not _acknowledges(own, blocks) else Outcome.OTHER


def _acknowledges(own: str, blocks: list[Block]) -> bool:
    """Whether an answer is promised: not the answer to a review that the applicant may ask for."""
    return answering.ACKNOWLEDGES.found(own) and any(
        answering.ACKNOWLEDGES.found(own, *block.span) and not answering.is_rights(own, block)
        for block in blocks
    )


def _gives(own: str, blocks: list[Block]) -> bool:
    """Whether an answer is plainly given beside a refusal."""
    return shows.handed_over(own) or any(
        block.voice is Voice.AUTHORITY
        and block.kind is BlockKind.PARAGRAPH
        and answering.TOLD_ALONE.fullmatch(own[block.span.start : block.span.end]) is not None
        for block in blocks
    )


_NOTHING_KEPT = Phrase(
    r"\b(?:nothing|no information|none of it|no figures?)(?:'s| has| have| is| was| are| were)?(?: been)? (?:kept back|held back|withheld|removed|left out)|\byou can have (?:all|both|everything)\b|\b(?:provide|send|supply|release|disclose) (?:you with )?all of (?:it|this|what you)\b|\bthere are no exemptions\b|\ball (?:three|four|five|of it) (?:is|are) (?:enclosed|attached|given|supplied)",
    "you can have", "all of", "no exemptions", "enclosed", "attached", "given", "supplied", "kept back", "held back", "withheld", "removed", "left out",
)  # fmt: skip


# "In order to process your request we require further details", "provide more particulars".
_WANTS_MORE = Phrase(
    r"\b(?:we|i|the \w+) (?:need|require|want)\b.{0,40}\b(?:further|more|additional) (?:details?|particulars|information|to know)\b|\bplease (?:provide|give|send|supply)(?: us)?(?: with)? (?:further|more) (?:details?|particulars|information)\b|\b(?:please|could you|can you|would you)(?: please)? (?:tell (?:us|me)|let (?:us|me) know)(?: \w+)?:|\b(?:could|can|would) you (?:please )?(?:tell|let) (?:us|me)(?: know)? (?:if|whether|which|what|who|when)\b|\btoo general a manner\b|\bneed to know more before\b",
    "further ", "more ", "additional ", "tell us", "tell me", "let us know", "let me know", "too general",
)  # fmt: skip
# The law by which nothing need be done until the applicant has said more.
_UNTIL_TOLD = Phrase(
    r"\b(?:section|s\.?) ?1\(3\)|\bregulation 9\(2\)|\b(?:before we (?:can )?(?:begin|start)|in order to (?:process|answer|deal))\b",
    "1(3)", "9(2)", "before we", "in order to",
)  # fmt: skip
# "We asked you to clarify, and you did so on 25 March": over and done with.
_TOLD_SINCE = Phrase(
    r"\byou (?:did so|replied|answered|clarified|confirmed|told us|wrote back|explained)\b|\byour (?:clarification|reply) (?:of|reached|came|was)\b",
    "you did", "you replied", "you answered", "you clarified", "you confirmed", "you told", "you wrote back", "you explained", "your clarification", "your reply",
)  # fmt: skip


def _asks_first(own: str, seen: Seen) -> bool:
    """Whether the letter does nothing but ask what is meant."""
    if seen.withheld or seen.not_held or seen.ncnd or shows.handed_over(own):
        return False
    return _WANTS_MORE.found(own) and _UNTIL_TOLD.found(own)


def _special(own: str, head: str, seen: Seen, relied: list[Cite], review: bool) -> Outcome | None:
    if review:
        return Outcome.INTERNAL_REVIEW
    if not relied and _asks_first(own, seen):
        return Outcome.CLARIFICATION
    if _is_extension(own):
        return Outcome.EXTENSION
    if ("fees notice" in head or "fee notice" in head) and not has_paid(own):
        return Outcome.FEES_NOTICE
    if not relied and is_fees_notice(own, head, sends=shows.handed_over(own)):
        return Outcome.FEES_NOTICE
    if relied or seen.supplied:
        return None
    if seen.not_held and not seen.withheld and _CLOCK_ELSEWHERE.found(own):
        return Outcome.TRANSFER
    if "£" in own and _FEE.found(own) and not has_paid(own):
        return Outcome.FEES_NOTICE
    if _TRANSFER.found(own):
        return Outcome.TRANSFER
    kept = seen.withheld or seen.not_held or seen.ncnd
    if kept or not _CLARIFY.found(own):
        return None
    return None if seen.held and _TOLD_SINCE.found(own) else Outcome.CLARIFICATION


# "Until you have told us we cannot look it out"; "part two is on hold".
_ON_HOLD = Phrase(
    r"\b(?:until|unless|once|when|as soon as) (?:you|we)(?:'ve| have)? (?:hear|told|tell|repl|receive|clarif|explain|know|get)\w*|\bon hold\b|\b(?:time|clock|period|days)\b.{0,60}\b(?:suspend|begin|start|stop|restart)\w*\b.{0,60}\b(?:you|clarif|repl)",
    "until", "unless", "once", "when", "as soon as", "on hold", "time", "clock", "period", "days",
)  # fmt: skip


_OFFERS = compiled(
    r"\b(?:(?:we|i|they|he|she|it|you)(?: will| shall|'ll) (?:\w+ )?(?:have|receive|be (?:given|told|answered)|expect|write|reply|respond|get|be sent|let you|tell|send|answer|hear)|you (?:can|may|have the right|are entitled|wish|would|could)|if,|having (?:had|received|got)|if you|in the event\b|if the\b|if our\b|if its\b|if that\b|if (?:his|her|their)\b|once\b|after\b|right to|rights?\b|should (?:be|you|the|our|that)|where you|when you|please|ask for|able to|want|how to|request an)\b"
)
_REVIEW_HEAD = Rare(
    r"(?:internal review|second (?:consideration|look)\b|decision on (?:your|the) requirement\b|(?:outcome|result|notice|conclusion) of (?:the |your |an? )?(?:internal )?(?:review|reconsideration)|review panel|request for (?:a )?review|requirement for (?:a )?review|review (?:decision|outcome|response|of (?:foi|eir|our|request))|reconsideration)",
    at_word=True,
)


def heading_of(low: str, blocks: list[Block]) -> str:
    """The first lines of a letter, lower case, where its subject is named."""
    return low[: blocks[min(len(blocks) - 1, 9)].span.end] if blocks else ""


def is_review(own: str, head: str) -> bool:
    """Whether the letter is the answer to a request for review, not one that offers a review."""
    for match in _REVIEW_HEAD.finditer(head):
        start = head.rfind("\n", 0, match.start()) + 1
        end = head.find("\n", match.end())
        line = head[start : len(head) if end < 0 else end]
        if len(line) < 110 and not _OFFERS.search(line) and not _HOW_TO_ASK.search(line):
            return True
    return any(
        not _OFFERS.search(own, own.rfind("\n", 0, span.start) + 1, span.start)
        and not _TO_COME.match(own, span.end)
        for span in _REVIEW_DONE.among(own)
    )


# "Internal review: 40 working days; registrar@…": how to ask for one, in a short letter.
_HOW_TO_ASK = compiled(r"@|\b(?:\d+|twenty|forty) working days\b|\bavailable\b|\bon request\b")
# "The outcome of the review will be our final decision"; "if the outcome does not satisfy you".
_TO_COME = compiled(
    r"[^.\n]{0,30}?\b(?:will|should|must|(?<!\d )may(?! \d)|can|shall|needs?|is to|has to|does not|do not|doesn't|is not)\b"
)


_EXTENDED_BEFORE = compiled(
    r"(?:spend any (?:more|further)|previously|earlier|wrote to you|\bwe (?:wrote|told you|informed you|let you know)|\b(?:my|our) (?:letter|e-?mail) of|explained (?:in|to you)|\bhad to be\b|has (?:now )?been (?:made|reached)|had extended|did not extend|no extension|not extend\w*|review|tell you if more|or tell you|if more time|do not need|without)"
)
_EXTENDS = compiled(
    r"public interest|complex|volume|voluminous|extend|extension|10\(3\)|regulation 7|more time|further time|additional|(?:further|extra|another) (?:\d+|ten|twenty|forty)|amount of|longer|made up our minds"
)


# The answer that an extension put off.
_FINAL = Phrase(
    r"\b(?:this|here) is (?:the|our|my) (?:full|final|substantive|complete) (?:reply|response|answer)|\bthe last day would (?:have been|be)",
    "full ", "final", "substantive", "complete", "last day",
)  # fmt: skip


def _is_extension(own: str) -> bool:
    if _FINAL.found(own):
        return False
    for found in _EXTENSION.among(own):
        start = own.rfind("\n", 0, found.start) + 1
        end = own.find("\n", found.end)
        if _EXTENDED_BEFORE.search(own, start, len(own) if end < 0 else end):
            continue
        low, high = max(0, found.start - 600), min(len(own), found.end + 600)
        if _PENDING.search(own, low, high) and _EXTENDS.search(own, low, high):
            return True
    return _leaves_balance_open(own)


# "We have not settled whether the public interest …", "we are still weighing the public interest".
_OPEN = Phrase(
    r"\b(?:still|continuing to|continue to|need(?:s)? to|have to) (?:be )?(?:weigh|consider|assess|decid|examin|balanc)\w*|\b(?:not|n't) (?:yet )?(?:been )?(?:settled|decided|reached|concluded|finished|completed|made up our minds?|come to (?:a|our) (?:view|decision|conclusion))\b|\bnot yet (?:know|have|decid|conclud|in a position)|\byet to (?:decide|reach|settle|conclude|be (?:decided|settled|struck|reached))|\bremains? (?:to be (?:decided|weighed|considered|struck)|open|undecided|under consideration)",
    "still ", "continu", "need", "have to", "not ", "n't ", "yet to", "remain",
)  # fmt: skip
_TIME_FOR_IT = Phrase(
    r"\b10 ?\(3\)|\b17 ?\(2\)|\breasonable (?:in (?:all )?the circumstances|(?:further |additional |longer )?(?:time|period))|\binterim (?:reply|response|answer|notice|letter)|\b(?:full|substantive|final|complete) (?:reply|response|answer|decision)\b[^.\n]{0,30}\bby (?:the )?(?:\d|end|middle|january|february|march|april|may|june|july|august|september|october|november|december)",
    "full ", "substantive", "final", "complete", "10(3)", "17(2)", "10 (3)", "17 (2)", "reasonable", "interim",
)  # fmt: skip
_TO_BE_TOLD = Phrase(
    r"\b(?:decision|conclusion|answer|outcome|result|view|(?:full|substantive|final|complete) (?:reply|response))\b.{0,30}\b(?:by|on|before|in due course|when|once|as soon|within|shortly)\b|\b(?:will|shall|expect to|hope to|aim to|intend to) (?:\w+ ){0,2}?(?:write|let you know|tell you|give you|send|inform|reply|decide|have decided|reach)\b",
    "reply", "response", "decision", "conclusion", "answer", "outcome", "result", "view", "will ", "shall ", "expect", "hope", "aim", "intend",
)  # fmt: skip


def _leaves_balance_open(own: str) -> bool:
    """Whether the balance is put off to a later letter, perhaps beside what is sent now."""
    if not _TIME_FOR_IT.found(own) or not _TO_BE_TOLD.found(own):
        return False
    for found in _OPEN.among(own):
        start = own.rfind("\n", 0, found.start) + 1
        end = own.find("\n", found.end)
        end = len(own) if end < 0 else end
        if _EXTENDED_BEFORE.search(own, start, end):
            continue
        if "public interest" in own[max(0, start - 250) : end + 200]:
            return True
    return False


_NAMED_ONE = compiled(r"(?<![\w.(])\d{1,2}(?![\w.)%]|,\d)|\([a-z\d]\)")


def _of_all(own: str, several: int) -> bool:
    """Whether "neither confirms nor denies" is said of every question by its number."""
    place = shows.ncnd(own)
    if place is None:
        return False
    line = own[own.rfind("\n", 0, place.start) + 1 : place.start]
    named = line.rpartition("question")[2] if "questions" in line else ""
    return len(set(_NAMED_ONE.findall(named))) >= several


def _asked_for(blocks: list[Block]) -> int:
    """How many numbered questions stand in the letter."""
    return sum(bool(block.number) for block in blocks if block.voice is Voice.REQUEST)


# "This isn't a valid request."
_INVALID = Phrase(
    r"\b(?:is|was|are)(?: n[o']t|n't) (?:therefore |itself )?(?:a )?(?:valid|proper) requests?\b",
    "valid", "proper",
)  # fmt: skip


def _refusals(own: str, seen: Seen, relied: list[Cite], *, whole: bool) -> set[Outcome]:
    found = {_named_refusal(cite) for cite in relied}
    if seen.ncnd:
        others = [cite for cite in relied if not law.is_ncnd_limb(cite)]
        # "The logs we hold" in an answer to one question that is neither confirmed nor denied
        # is a slip; of several questions, another may have been refused.
        if whole or not (seen.held and others):
            return {Outcome.NCND}
        return {Outcome.REFUSED}
    if (found or seen.supplied) and Outcome.COST_LIMIT not in found and _INVALID.found(own):
        found.add(Outcome.REFUSED)  # a part of the request, beside what the others are refused on
    if not found and seen.withheld and not seen.not_held:
        found.add(_unnamed(own))
    return found


def _named_refusal(cite: Cite) -> Outcome:
    """What a refusal on ``cite`` is called where it is the whole point of a letter."""
    if cite.regime.environmental and cite.parts[:2] == ("4", "a"):
        return Outcome.NOT_HELD  # EIR reg.12(4)(a), EI(S)R reg.10(4)(a)
    first = cite.parts[0] if cite.parts else ""
    key = (cite.regime.value, cite.number)
    return _OWN_NAME.get((*key, first)) or _OWN_NAME.get((*key, ""), Outcome.REFUSED)


def _unnamed(own: str) -> Outcome:
    """What a refusal is that names no provision, by what it says."""
    if COST.found(own):
        return Outcome.COST_LIMIT
    return Outcome.VEXATIOUS if "vexatious" in own else Outcome.REFUSED


_OWN_NAME = {
    ("FOIA", "12", ""): Outcome.COST_LIMIT,
    ("FOISA", "12", ""): Outcome.COST_LIMIT,
    ("FOIA", "14", "1"): Outcome.VEXATIOUS,
    ("FOISA", "14", "1"): Outcome.VEXATIOUS,
    ("FOIA", "14", ""): Outcome.VEXATIOUS,
    ("FOISA", "14", ""): Outcome.VEXATIOUS,
    ("FOIA", "14", "2"): Outcome.REPEATED,
    ("FOISA", "14", "2"): Outcome.REPEATED,
    ("FOIA", "21", ""): Outcome.ALREADY_ACCESSIBLE,
    ("FOISA", "25", ""): Outcome.ALREADY_ACCESSIBLE,
    ("FOIA", "22", ""): Outcome.FUTURE_PUBLICATION,
    ("FOIA", "22A", ""): Outcome.FUTURE_PUBLICATION,
    ("FOISA", "27", ""): Outcome.FUTURE_PUBLICATION,
}


#: What answers a request as a whole, more often than not.
_OF_THE_WHOLE = frozenset(
    (
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.ALREADY_ACCESSIBLE,
    )
)


def _one_refusal(refused: set[Outcome]) -> Outcome:
    return next(iter(refused)) if len(refused) == 1 else Outcome.REFUSED
