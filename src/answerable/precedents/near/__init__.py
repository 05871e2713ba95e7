"""Near duplicates: letters that are the same but for a few words.

``signature`` and ``band_keys`` find candidates, ``likeness`` decides, ``differing`` shows why.
"""

from answerable.precedents.near.bands import band_keys
from answerable.precedents.near.likeness import differing, likeness, shingles
from answerable.precedents.near.signature import ENGINE, signature

__all__ = ["ENGINE", "band_keys", "differing", "likeness", "shingles", "signature"]
