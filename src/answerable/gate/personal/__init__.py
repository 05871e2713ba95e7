"""Personal data in any span: identifiers by form and context, columns by their header.

A chance number is not an alarm: what only looks like an identifier needs a word beside it.
"""

from answerable.gate.personal.columns import Tens
from answerable.gate.personal.names import NameFinder, Names, Waiting
from answerable.gate.personal.patterns import Hit, header_kind, hits

__all__ = ["Hit", "NameFinder", "Names", "Tens", "Waiting", "header_kind", "hits"]
