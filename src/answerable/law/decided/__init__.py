"""Decisions as letters refer to them: references read in every spelling and looked up.

``references`` reads, ``by_key`` looks one up, ``overturned`` says what of it no longer stands.
"""

from answerable.law.decided.references import Reference, references
from answerable.law.decided.standing import Overturned, by_key, overturned

__all__ = ["Overturned", "Reference", "by_key", "overturned", "references"]
