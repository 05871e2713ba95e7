"""Lower case that keeps every character in its place."""


def lower(text: str) -> str:
    """``text`` in lower case, of the same length.

    A few characters grow when lowered (the dotted capital I becomes two); those stay as they
    are, so that a span found in the result is a span of ``text``.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
