"""The only place that writes marks and redacted copies."""

from answerable.desk.redact.actions.copies import for_regulator, make_copies
from answerable.desk.redact.actions.marks import Area, add_mark, in_plain_sight, remove_mark

__all__ = ["Area", "add_mark", "for_regulator", "in_plain_sight", "make_copies", "remove_mark"]
