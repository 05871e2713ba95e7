"""Requests for the applicant's own personal data, which are not freedom of information.

UK GDPR Art 15; FOIA s.40(1). Somebody's own child's data is asked for in the same way.
"""

from answerable.letters.patterns import compiled
from answerable.model import Span

_OWN = compiled(
    r"(?:\b(?:information|data|records?|files?|emails?|correspondence|footage|cctv|notes?|documents?|everything|anything|copies|details)\b.{0,80}\b(?:about|on|regarding|relating to|concerning|of|mention(?:ing|s)?|naming|for) (?:me|myself|my (?:son|daughter|child|children|late|case|complaint|self|family|account|application))\b"
    r"|\bmy (?:own )?(?:(?:son|daughter|child|children)'?s? )?(?:medical|personal|health|hr|personnel|school|social (?:care|services|work)|housing|council tax|gp|employment|patient|care|police|education|adoption|tenancy|test|exam)?[ ]?(?:records?|files?|notes|data|account details|scans?|results?)\b|(?:subject access|sar\b|dsar\b|data subject|right of access|article 15)|(?:you|council|trust|police|school) (?:hold|holds|have|keep|keeps) (?:about|on) me\b|(?:in which|where|that) (?:my (?:son|daughter|child)|i) (?:is|am|are) (?:mentioned|named|referred)|emails? (?:that )?(?:mention|name|refer to) (?:me|my)|my personal data)"
)  # fmt: skip


def own_data(text: str) -> tuple[Span, ...]:
    """Where ``text`` (lower case) asks for the applicant's own data."""
    if (
        " me" not in text
        and "my " not in text
        and "subject access" not in text
        and "sar" not in text
        and "article 15" not in text
        and " i " not in text
    ):
        return ()
    return tuple(Span(*match.span()) for match in _OWN.finditer(text))


# Where one thing asked for ends and another begins.
_JOINT = compiled(r",? (?:and|or|plus|together with|along with|as well as|also) |[;?!] ?|, ")
_NEAR = 400  # characters to either side in which a thing begins and ends
_MOST = 20  # such things in one question


def beside(text: str, own: tuple[Span, ...]) -> str:
    """``text`` without the things that ask for the applicant's own data; of the same length.

    The thing goes from the joint before the words to the joint behind them: what is on both
    sides of "and" in one sentence may fall under two laws.
    """
    for span in own[:_MOST]:
        near = max(0, span.start - _NEAR)
        joints = [match.end() for match in _JOINT.finditer(text, near, span.end)]
        start = joints[-1] if joints else near
        after = _JOINT.search(text, span.end, span.end + _NEAR)
        end = after.start() if after else min(len(text), span.end + _NEAR)
        text = text[:start] + " " * (end - start) + text[end:]
    return text
