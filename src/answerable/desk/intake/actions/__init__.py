"""Keeping a message, reading it, and making a case of it; each step safe to do again."""

from answerable.desk.intake.actions.keep import Kept, keep_raw, paste
from answerable.desk.intake.actions.make import make_case, put_on_case, set_aside
from answerable.desk.intake.actions.read import read_raw, take_in

__all__ = [
    "Kept",
    "keep_raw",
    "make_case",
    "paste",
    "put_on_case",
    "read_raw",
    "set_aside",
    "take_in",
]
