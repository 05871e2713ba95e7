"""Whom a letter asks, read from the letter where the log does not say.

A round robin goes to hundreds of bodies and names each of them in its first sentence. That name
is the rarest word of the copy and says nothing of what is asked.
"""

import re

# Linear: each word of a name is taken once, and a name ends after nine.
_WORD = r"[A-Z][^\W\d_]*(?:[’'&-][^\W\d_]+)*"
_LINK = r"(?:of|and|the|for|upon|on|in|with|&)"
_NAME = rf"{_WORD}(?:[ \n](?:{_LINK}[ \n]){{0,2}}{_WORD}){{0,8}}"
_ASKED = re.compile(
    rf"(?:\b(?:information|recorded|records?|data|documents?|material)[ \n](?:(?:that[ \n])?(?:is|are)[ \n])?"
    rf"(?:held|recorded|kept) (?:by|at|within)|\b[Rr]equest(?:ing)? that|\bask that|\bwriting to|\baddressed to|"
    rf"\b(?:FOI|FOIA|EIR|[Ii]nformation|[Rr]ecords) (?:[Tt]eam|[Oo]fficer|[Uu]nit|[Dd]epartment) (?:at|of|in|for)"
    rf")[ \n](?:the[ \n])?({_NAME})"
)
_SHAPED = re.compile(
    rf"\b(?:(?:London[ ]Borough|University|City|Royal[ ]Borough)[ ]of[ ]{_WORD}(?:[ ]{_WORD}){{0,3}}|"
    rf"(?:{_WORD}[ ](?:{_LINK}[ ]){{0,2}}){{1,6}}(?:Council|Constabulary|Police|NHS[ ]Trust|Foundation[ ]Trust|"
    r"Hospitals?[ ]Trust|Fire[ ]and[ ]Rescue[ ]Service|Health[ ]Board|Ambulance[ ]Service|University))\b"
)
# Each pattern needs one of these, and they are sooner looked for than the pattern.
_ASKED_HAS = (
    *("held ", "recorded ", "kept ", "equest that", "equesting that", "ask that", "writing to"),
    *("addressed to", "eam ", "fficer ", "nit ", "epartment "),
)
_SHAPED_HAS = (
    *("Borough of", "City of", "University", "Council", "Constabulary", "Police", "Trust"),
    *("Rescue Service", "Ambulance Service", "Health Board"),
)
_OPENING = 400  # characters in which a letter says whom it asks


def recipient(text: str) -> str:
    """The names, as they stand, of the body that ``text`` asks; empty where it names none.

    Found by what stands before a name ("held by", "I request that"), else by its shape, and only
    in the opening of the letter: a body named later is what the letter is about.
    """
    opening = text[:_OPENING]
    found: list[str] = []
    if any(part in opening for part in _ASKED_HAS):
        found = [match[1] for match in _ASKED.finditer(opening)]
    if (
        not found
        and any(part in opening for part in _SHAPED_HAS)
        and (shaped := _SHAPED.search(opening))
    ):
        found = [shaped[0]]
    return " ".join(found)
