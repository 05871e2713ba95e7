"""What was asked and answered before: similar letters, near duplicates, decisions, consistency.

``build`` and ``open_archive`` make and open an index; ``similar`` and ``groups`` ask it.
"""

from answerable.precedents.entry import Entry
from answerable.precedents.index import Archive, build, open_archive
from answerable.precedents.near.groups import Group, groups
from answerable.precedents.similar import Similar, similar

__all__ = ["Archive", "Entry", "Group", "Similar", "build", "groups", "open_archive", "similar"]
