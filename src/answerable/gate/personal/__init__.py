"""Personal data in any span: identifiers by form and context, columns by their header.

A chance number is not an alarm: what only looks like an identifier needs a word beside it.
"""

from answerable.gate.personal.columns import Tens
from answerable.gate.personal.patterns import Hit, header_kind, hits

__all__ = ["Hit", "Tens", "header_kind", "hits"]
