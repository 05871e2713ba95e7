"""What can be done with tables: read, judged, accepted, put away; and national pictures kept."""

from answerable.desk.tables.actions.accept import accept, take_back
from answerable.desk.tables.actions.draft import choose, drop, start
from answerable.desk.tables.actions.picture import add_picture, withdraw_picture

__all__ = [
    "accept",
    "add_picture",
    "choose",
    "drop",
    "start",
    "take_back",
    "withdraw_picture",
]
