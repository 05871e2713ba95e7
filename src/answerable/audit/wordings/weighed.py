"""Where a letter weighs the public interest, also in words that were not read as a balance."""

from bisect import bisect_left
from collections.abc import Sequence

from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.once import once
from answerable.letters.phrases import Phrase
from answerable.model import BlockKind, Letter, ProvisionUse, Span, Voice

_SPEAKS = Phrase(r"\bpublic interest|\boutweigh|\bin favour of|\bon the other (?:side|hand)", "public interest", "outweigh", "in favour", "on the other")  # fmt: skip
_RIGHTS = Phrase(r"\breview\b|\bcommissioner\b|\bcomplain", "review", "commissioner", "complain")

#: More places than any letter has in which it weighs.
_MOST = 100


@once
def weighed(letter: Letter) -> tuple[Span, ...]:
    """The balances read, and the paragraphs that speak of weighing, in the order of the letter."""
    balances = [balance.span for balance in letter.balances]
    spans = list(balances)
    places = list(_SPEAKS.firsts(letter.own))
    for block in letter.blocks:
        if len(spans) > _MOST:
            break
        if block.voice is not Voice.AUTHORITY or block.kind is BlockKind.TABLE:
            continue
        first = bisect_left(places, block.span.start)
        if first == len(places) or places[first] >= block.span.end:
            continue
        if _RIGHTS.found(letter.own, *line_at(letter.own, places[first])):
            continue
        if not any(one.start < block.span.end and block.span.start < one.end for one in balances):
            spans.append(block.span)
    return tuple(sorted(spans))


# A paragraph in which one thing is set against another, whatever it calls that.
_ARGUES = Phrase(
    r"\bpublic interest|\boutweigh|\bin favour\b|\bfavours?\b|\bon (?:the )?(?:one|other) (?:side|hand|pan)\b|\bfor (?:release|disclosure|releasing|disclosing|openness|you)\b|\bagainst(?: that| this| it| them| these| release| disclosure)?[,:]|\bweigh|\bbalanc|\bscales?\b|\bprevails?\b|\b(?:points|considerations|factors|arguments|reasons|matters) (?:considered|weighed|for|against)\b|\bmaintain(?:ing|ed)? (?:the|that|this|each|section|regulation|\d)|\b(?:arguments?|considerations?|interests?) (?:\w+ ){0,3}(?:equal|stronger|greater|heavier)|\b(?:outweighed|upheld|maintained)\b",
    "public interest", "outweigh", "favour", "one side", "other side", "one hand", "other hand", "one pan", "other pan", "for releas", "for disclos", "for openness", "for you", "against", "weigh", "balanc", "scale", "prevail", "points considered", "points for", "considerations considered", "considerations for", "factors considered", "factors for", "arguments considered", "arguments for", "reasons considered", "reasons for", "matters considered", "matters for", "maintain", "equal", "stronger", "greater", "heavier", "upheld",
)  # fmt: skip
# Not "the review is out of date in places", where a review is what was asked for.
_REDRESS = Phrase(
    r"\binternal review|\bask (?:\w+ ){0,2}(?:for|to) (?:\w+ )?review\b|\breview (?:of )?(?:this|the|our) (?:decision|handling|response)|\bcommissioner\b|\bcomplain (?:to|about (?:this|how|our))",
    "review", "commissioner", "complain ",
)  # fmt: skip
_BETWEEN = 8  # blocks: the items of a list below "Points considered:" and above what follows


@once
def argued(letter: Letter) -> tuple[Span, ...]:
    """The whole paragraphs and lists in which the letter weighs, in the order of the letter.

    Wider than ``weighed``: a factor often stands sentences before the words that mark a balance.
    """
    places = list(_ARGUES.firsts(letter.own))
    if not places:
        return ()
    found: list[Span] = []
    last = -_BETWEEN
    blocks = [block for block in letter.blocks if block.voice is Voice.AUTHORITY]
    for number, block in enumerate(blocks):
        first = bisect_left(places, block.span.start)
        if first == len(places) or places[first] >= block.span.end:
            continue
        if _REDRESS.found(letter.own, *line_at(letter.own, places[first])):
            continue
        if len(found) > _MOST:
            break
        items = blocks[last + 1 : number] if number - last < _BETWEEN else []
        listed = bool(items) and all(
            each.kind in (BlockKind.ITEM, BlockKind.HEADING) for each in items
        )
        if found and (listed or number == last + 1):
            found[-1] = Span(found[-1].start, block.span.end)
        else:
            found.append(block.span)
        last = number
    return tuple(found)


@once
def before_weighing(letter: Letter) -> tuple[Span, ...]:
    """What is said apart from the weighing: other paragraphs, and a paragraph up to where it begins."""
    found = []
    areas = argued(letter)
    for block in letter.blocks:
        if block.voice is not Voice.AUTHORITY:
            continue
        start, end = block.span
        if any(area.start <= start < area.end for area in areas):
            first = _ARGUES.search(letter.own, start, end)
            end = line_at(letter.own, first.start).start if first is not None else start
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


_ENDS = Phrase(
    r"\boutweigh|\bmaintain|\bpublic interest|\bprevails?\b|\bbalance\b",
    "outweigh", "maintain", "public interest", "prevail", "balance",
)  # fmt: skip


def said_in_weighing(letter: Letter, place: Span, uses: Sequence[ProvisionUse]) -> list[Span]:
    """The sentences of a paragraph that weigh: those after the one in which the exemption is claimed."""
    claims = [line_at(letter.own, min(span.start for span in use.spans)).end for use in uses]
    ends = [line_at(letter.own, span.start) for span in _ENDS.among(letter.own, *place)]
    if not ends:
        return []
    first = max((end for end in claims if place.start < end <= ends[-1].start), default=place.start)
    within = Span(max(first, place.start), place.end)
    return [each for each in letter.sentences if within.start <= each.start < within.end]


# Signs of weighing in words of the letter's own: "good reasons, and they count for more; against them …".
_SIGNS = Phrase(
    r"\bon (?:the )?(?:one|other) (?:side|hand)\b|\bagainst (?:that|this|them|it|these|those)\b|\bcome down\b|\bbetter (?:off|served)\b|\b(?:public|people|residents|taxpayers|patients|community|everyone) (?:is|are|would|will|lose|gain|has|have) (?:\w+ )?(?:better|more|less|an interest|a claim|every reason)\b|\bpublic good\b|\bcounts? (?:for|against|more|less|in favour)\b(?! (?:nothing|little))|\bserves? the (?:public|people|residents|community|town|country) (?:better|best|more|less|well|ill)\b|\bare owed\b|\bworth (?:something|more|less|a (?:good|great) deal)\b|\bleaning to\b|\b(?:exemption|exception) (?:therefore |thus |accordingly |so )?prevails\b|\bweigh|\bbalance|\bfor and against\b|\bpros and cons\b|\bmore (?:is )?(?:lost|gained|to be gained|to be lost)\b|\bgain\b.{0,30}\blose\b|\blose\b.{0,40}\bgain\b|\bgood deal to be said\b|\bagainst[:,] |\bon (?:that|your|their|our|the other|its) side\b|\bon the other[:,]|\bmore weight in\b|\bsurplus of good\b|\bstood? to gain\b|\bsome gain\b|\bgains? more\b|\bcase for (?:opening|disclos|releas|confirm)\w*\b|\bfor (?:letting|sending|giving|disclos\w+|releas\w+) (?:you|it|them)\b|\b(?:is|are) (?:the |by far |much )?(?:greater|stronger|weightier|heavier)\b|\bbest for the (?:public|people|community)\b|\b(?:points|reasons|arguments|things to be said|views) (?:on (?:both|each) sides?|for and|both ways|either way)\b|\bfor (?:not )?(?:giving|letting|sending|saying)\b|\bpublic (?:gains?|loses?)\b|\bmore (?:good|harm) than\b|\bwhat (?:it|we|they|the (?:public|country|town|county|city)) would (?:get|lose|gain)\b",
    "count", "serve", "owed", "worth ", "leaning", "prevails", "on the ", "on one", "against ", "come down", "better ", "public", "people ", "residents ", "taxpayers ", "patients ", "community ", "everyone ", "weigh", "balance", "pros ", "more ", "gain", "good deal", "against", "for ", "side", "on the other", "more weight", "surplus", "to gain", "case for", "greater", "stronger", "weightier", "heavier", "best for", "points ", "reasons ", "arguments ", "things ", "views ", "public gain", "public lose", "what it would", "what we would", "what they would", "what the ",
)  # fmt: skip


def may_weigh(letter: Letter) -> bool:
    """Whether two sentences or more may be meant as a balance, whatever they call it."""
    return _signs(letter) > 1


def surely_weighs(letter: Letter) -> bool:
    """Whether so many sentences weigh that a balance is made, in words of the letter's own."""
    return _signs(letter) > _MANY


_MANY = 3  # sentences


@once
def _signs(letter: Letter) -> int:
    """How many sentences have a sign of weighing."""
    return len({line_at(letter.own, span.start) for span in _SIGNS.among(letter.own)})
