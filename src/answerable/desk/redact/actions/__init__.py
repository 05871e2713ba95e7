"""The only place that writes marks and redacted copies."""

from answerable.desk.redact.actions.copies import for_regulator, make_copies
from answerable.desk.redact.actions.marks import Area, add_mark, remove_mark

__all__ = ["Area", "add_mark", "for_regulator", "make_copies", "remove_mark"]
