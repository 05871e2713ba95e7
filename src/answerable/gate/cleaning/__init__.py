"""Clean copies: what a reader of the file sees, written anew; everything else stays behind.

A copy that still holds a word of what was removed is never handed out.
"""

from answerable.gate.cleaning.copying import Copy, NoCopyError, StillThereError, clean_here

__all__ = ["Copy", "NoCopyError", "StillThereError", "clean_here"]
