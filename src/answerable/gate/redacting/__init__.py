"""Redacted copies: terms, regions and findings go from every layer, and a schedule says what went.

Marks are of a few fixed widths; a copy is proved by bytes and by pixels, else none is handed out.
"""

from answerable.gate.redacting.reading import read_findings, read_regions, read_terms
from answerable.gate.redacting.redacting import NameTellsError, Redacted, redact_here
from answerable.gate.redacting.wanted import Audience, Marks, Withheld

__all__ = [
    "Audience",
    "Marks",
    "NameTellsError",
    "Redacted",
    "Withheld",
    "read_findings",
    "read_regions",
    "read_terms",
    "redact_here",
]
