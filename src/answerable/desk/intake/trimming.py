"""The words of a message without what it quotes: the request, as the applicant wrote it here."""

import re

_HEADING = re.compile(r"(?:From|To|Date|Subject): ")
_FROM_HERE = re.compile(
    r"-{2,}\s?original message\s?-{2,}|_{10,}$|on .{4,150} wrote:$|from: .{1,150}$", re.I
)


def without_heading(text: str) -> str:
    """The text that the core opened, without the heading that it puts above a mail's words."""
    head, _, rest = text.partition("\n\n")
    only_heading = all(_HEADING.match(line) for line in head.split("\n"))
    return rest if only_heading and rest.strip() else text


def without_quotes(text: str) -> str:
    """The text without the mail below it; all of it where nothing else says anything.

    A request that was merely forwarded stands in the quoted part, so that part is kept then.
    """
    kept: list[str] = []
    for line in text.split("\n"):
        if _FROM_HERE.match(line.strip()[:200]):
            break
        if not line.startswith(">"):
            kept.append(line)
    own = "\n".join(kept).strip()
    return own if len(own.split()) >= 8 or not text.strip() else text.strip()
