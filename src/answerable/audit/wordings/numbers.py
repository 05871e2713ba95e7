"""Numbers as officers write them: "1,640", "3.5", "sixty-four", "two hundred and ten"."""

from answerable.letters.patterns import compiled

_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join(sorted((*_SMALL, *_TENS, *_SCALES), key=len, reverse=True))

#: A number in digits or in words; no more than eight words, so that matching stays linear.
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?|\d{1,9}(?:\.\d{1,4})?[½¼¾]?"
    rf"|(?:an? )?(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD})){{0,7}})"
)
_PIECES = compiled(r"[ -]+")


def value(words: str) -> float | None:
    """The number that ``words`` (lower case) spell, or None."""
    words = words.strip()
    if words[:1].isdigit():
        return _digits(words)
    total, current, seen = 0, 0, False
    for piece in _PIECES.split(words):
        if piece in ("a", "an", "and"):
            continue
        step = _SMALL.get(piece, _TENS.get(piece))
        if step is not None:
            current += step
        elif piece in _SCALES:
            current = max(current, 1) * _SCALES[piece]
            if _SCALES[piece] >= 1000:
                total, current = total + current, 0
        else:
            return None
        seen = True
    return float(total + current) if seen else None


_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _digits(words: str) -> float | None:
    part = _PARTS.get(words[-1], 0.0)
    try:
        return float(words.rstrip("½¼¾").replace(",", "")) + part
    except ValueError:
        return None


NUMBER_PATTERN = compiled(NUMBER)
