"""Whether a question wants numbers of people, things or events (not money alone)."""

from answerable.letters.patterns import at_word, compiled

_COUNTS = compiled(
    r"\b(?:how many|numbers? of|number\b|no\. of|total (?:number|count)|in total numbers|count of|tally|breakdown|broken down|percentage|proportion|per ?cent|rate of|figures? for|statistics|volume of|tonnage|weight of|how often|frequency|longest|average|how much (?:waste|weight|time|land|water)|headcount|caseload|totals?)\b"
)
_NOT_COUNTS = at_word(
    r"(?:number (?:plate|ten|10|one)|(?:telephone|phone|reference|case|serial|company|account|policy|registration|invoice|order|contact|house|room|flat) number|breakdown of (?:those|the|these|all)? ?(?:costs?|spend|charges|fees|expenditure)|broken down vehicle|average (?:cost|price|spend|salary)|total (?:cost|spend|amount|value|sum|paid))"
)


def wants_counts(words: str) -> bool:
    """Whether ``words`` ask how many there are, or for figures made of such counts."""
    low = words.lower()  # an expression that ignores case is slow
    return (
        _COUNTS.search(low) is not None  # few questions do: the rest is seldom looked at
        and _COUNTS.search(_NOT_COUNTS.sub(" ", low)) is not None
    )
