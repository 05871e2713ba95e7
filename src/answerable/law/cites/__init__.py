"""Cites in running text: found, parsed, and printed in the spellings people use.

The value is ``answerable.model.Cite``; whether a cited provision exists is asked elsewhere.
"""

from answerable.law.cites.find import CiteHit, find
from answerable.law.cites.parse import parse, parse_one
from answerable.law.cites.spell import spell

__all__ = ["CiteHit", "find", "parse", "parse_one", "spell"]
