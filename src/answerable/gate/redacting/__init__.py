"""Redacted copies: terms and regions go from every layer of a file, and a schedule says what went.

Marks are of a few fixed widths; a copy that still holds a term is never handed out.
"""

from answerable.gate.redacting.redacting import Redacted, redact_here
from answerable.gate.redacting.wanted import Marks, Withheld, read_regions, read_terms

__all__ = ["Marks", "Redacted", "Withheld", "read_regions", "read_terms", "redact_here"]
