"""Indented paragraphs: the spaces before every line but the first go to the end of the paragraph.

A paragraph set in from the margin and broken over lines has many spaces between two of its words
wherever a line was broken, and no wording of several words is then found across the break.
"""

import re

_SET_IN = re.compile(r"\S[ ]*\n[ ]{2,}\S")


def evened(text: str, flow: str) -> tuple[str, str]:
    """Both with such spaces moved, their lengths, lines and the words' order kept.

    Args:
        text: the words as they came.
        flow: what ``flow`` made of them.

    A paragraph between whose lines something was blanked (a page's foot, the marks of a quotation)
    is left as it is.
    """
    if "\n  " not in text or _SET_IN.search(text) is None:
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
    ours, theirs = [], []
    start = 0
    for piece in text.split("\n"):
        words = line[start : start + len(piece)]
        left = len(words) - len(words.lstrip()) if start else 0
        right = len(words.rstrip())
        if right <= left or piece[:left].strip() or piece[right:].strip():
            return line, text
        ours.append(words[left:right])
        theirs.append(piece[left:right])
        start += len(piece) + 1
    return " ".join(ours).ljust(len(line)), "\n".join(theirs).ljust(len(text))
