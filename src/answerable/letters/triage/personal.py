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
