"""The disposable index of a log: letters, their bands, and an index of their words.

``build`` and ``open_archive`` make and open one; engines stand behind one small port.
"""

from answerable.precedents.index.archive import Archive, build, check_place, open_archive
from answerable.precedents.index.port import WordIndex

__all__ = ["Archive", "WordIndex", "build", "check_place", "open_archive"]
