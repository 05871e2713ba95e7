"""The letter's own outline: bullets over bullets, and paragraphs that it numbers throughout.

A number or a bullet is as often the letter's as the applicant's. Whose it is shows in the list as
a whole: where it begins with what was asked and goes on to what was decided, it is the letter's.
"""

import itertools

from answerable.letters.patterns import compiled
from answerable.letters.reading.layout import Line
from answerable.model import BlockKind, Span

_LONGEST_HEAD = 90  # characters: a longer bullet says something itself

# What a section that holds the request is called, or how a paragraph that tells of it begins.
_TELLS_OF_REQUEST = compiled(
    r"(?:(?:on|in|by|dated?) .{3,40}[ ,])?(?:you\b|thank(?:s| you)\b|i (?:am|write|refer|acknowledge|have)\b|we (?:are|write|refer|acknowledge|have|received|had)\b|this (?:letter|is|notice|reply|response|decision)\b"
    r"|(?:your|the|this) (?:\w+ ){0,4}(?:request|letter|e-?mail|message|enquiry)\b|requests?\b[ ]?(?:[.:(]|$|made|received|of|for|and)|(?:what|the information) (?:you|was|is|were) (?:have )?(?:asked|requested|wanted|sought)|(?:introduction|background|summary)\b|(?:the )?information(?: (?:asked for|requested|in question|sought|wanted))?[.:]?$|what (?:this|we)\b)"
)
# What other sections are called, or how a paragraph of the authority's begins.
TELLS_OF_DECISION = compiled(
    r"(?:(?:our|the|my|your) )?(?:(?:decision|outcome|result|response|answer|reply|reasons?|rights?|regime|law|act|regime|conclusion|explanation|findings?|review|reviews|internal review|charges?(?! (?:for|of|made|paid)\b)|fees?(?! (?:for|of|paid)\b)|payment(?! (?:for|of|to|made)\b)|(?:a )?(?:free )?alternatives?|time limits?|how to pay|appeal|complaints?|re-?use|advice|assistance|how\b|why\b|public interest|balance|harm|prejudice|interpretation|scope|searches|next steps)\b(?![^.:]{0,40}\?)"
    r"|what (?:we|you (?:are getting|can|get|may)|i|happens|the|next|to do)\b|where\b.{0,30}\b(?:turn|go|complain)|if (?:you|this)\b|if not\b|not (?:happy|satisfied)|unhappy|dissatisfied|(?:i|we|it)(?:'ve|'m|'re|'ll)? (?!want|would like|wish|request)|it (?:is|was|follows)|there (?:is|are|was|were)|section \d|regulation \d|the (?:\w+ ){1,3}(?:holds?|has|is|are|was|were|does|do|neither|can|considers?|considered|relies)\b|you (?:may|can|have|are|should)\b|as (?:section|regulation|to|regards|the)\b|(?:item|part|question|point)s? \(?\w{1,3}\)?[ ]?:|held\b|exempt|refus|withh|this (?:is|letter|acts|exemption))"
)


def outlined(lines: list[Line], low: str) -> tuple[list[Line], frozenset[int]]:
    """The lines with the letter's own bullets and numbers taken off, and the places of those."""
    ours = _outer_bullets(lines, low) | _own_numbers(lines, low)
    if not ours:
        return lines, ours
    return [_bare(line) if n in ours else line for n, line in enumerate(lines)], ours


def _bare(line: Line) -> Line:
    """A line without its label: a heading or a paragraph of the letter."""
    heads = line.kind is BlockKind.HEADING or line.label == "-"
    kind = BlockKind.HEADING if heads else BlockKind.PARAGRAPH
    span = Span(line.body, line.span.end)
    return line._replace(span=span, kind=kind, label="", word_label=False)


def _outer_bullets(lines: list[Line], low: str) -> frozenset[int]:
    """The places of the bullets that stand over bullets, where those are a letter's sections."""
    outer = [
        n
        for n, (line, after) in enumerate(itertools.pairwise(lines))
        if line.label == "-"
        and after.label not in ("", "|")
        and after.indent > line.indent
        and line.span.end - line.body <= _LONGEST_HEAD
    ]
    if len(outer) < 2:
        return frozenset()
    heads = [_body(lines[n], low) for n in outer]
    told = sum(TELLS_OF_DECISION.match(head) is not None for head in heads)
    if not any(map(_TELLS_OF_REQUEST.match, heads)) or told * 2 < len(heads) - 1:
        return frozenset()
    return frozenset(outer)


def _own_numbers(lines: list[Line], low: str) -> frozenset[int]:
    """The places of the lines that carry the letter's own numbers, 1, 2, 3 … to its end.

    The first of them tells of the request and most of the others of a decision, of reasons or
    of rights. Empty where the numbers are those of questions.
    """
    first = next((n for n, line in enumerate(lines) if line.label == "1"), None)
    if first is None or lines[first].word_label:
        return frozenset()
    body = _body(lines[first], low)
    if not _TELLS_OF_REQUEST.match(body) or (body.endswith("?") and len(body) < 200):
        return frozenset()
    chain = [first]
    head = lines[first].kind is BlockKind.HEADING
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if (
            line.label == str(len(chain) + 1)
            and not line.word_label
            and line.indent <= lines[first].indent + 1
            and (not head or line.kind is BlockKind.HEADING)
        ):
            chain.append(place)
    others = [_body(lines[place], low) for place in chain[1:]]
    told = sum(TELLS_OF_DECISION.match(other) is not None for other in others)
    if len(others) < 2 or told * 2 < len(others):
        return frozenset()
    return frozenset(chain)


def _body(line: Line, low: str) -> str:
    """The words behind the label, without a rule drawn below them."""
    return low[line.body : line.span.end].rstrip("-=_ ")
