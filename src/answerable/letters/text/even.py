"""What stands between two words of one sentence goes to the end of the paragraph.

A paragraph set in from the margin and broken over lines has many spaces between two of its words
wherever a line was broken, and one that runs over the end of a page has "Page 2 of 3" there; no
wording of several words, and no cite, is then found across the break.
"""

import re

from answerable.letters.text.furniture import may_have

_SET_IN = re.compile(r"\S[ ]*\n[ ]{2,}\S")


def evened(text: str, flow: str) -> tuple[str, str]:
    """Both with that moved; their lengths and the order of the sentence's words are kept.

    Args:
        text: the words as they came.
        flow: what ``flow`` made of them.

    A paragraph in whose lines something else was blanked (the marks of a quotation) is left as it is.
    """
    if ("\n  " not in text or _SET_IN.search(text) is None) and not may_have(text):
        return text, flow
    texts, flows = [], []
    start = 0
    for line in flow.split("\n"):
        end = start + len(line)
        ours, theirs = line, text[start:end]
        if "   " in line and "\n" in theirs:
            ours, theirs = _moved(ours, theirs)
        flows.append(ours)
        texts.append(theirs)
        texts.append(text[end : end + 1])
        start = end + 1
    return "".join(texts), "\n".join(flows)


def _moved(line: str, text: str) -> tuple[str, str]:
    """One paragraph, of which ``text`` has the line breaks."""
    ours: list[str] = []
    theirs: list[str] = []
    aside: list[str] = []
    start = 0
    for piece in text.split("\n"):
        words = line[start : start + len(piece)]
        if ours and not words.strip():
            aside.append(piece)
            start += len(piece) + 1
            continue
        left = len(words) - len(words.lstrip()) if start else 0
        right = len(words.rstrip())
        if not words.strip():  # above the first words there is nothing to close up
            return line, text
        if piece[:left].strip() or piece[right:].strip():
            return line, text
        ours.append(words[left:right])
        theirs.append(piece[left:right])
        start += len(piece) + 1
    if aside and not any(map(str.strip, aside)):  # only torn by a blank line
        return line, text
    return " ".join(ours).ljust(len(line)), "\n".join([*theirs, *aside]).ljust(len(text))
