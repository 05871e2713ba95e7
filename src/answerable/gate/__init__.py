"""What a file carries that nobody meant to release: readers yield spans, checks judge them.

A file is inspected in a child process with limits; what cannot be seen into is held.
"""

from answerable.gate.check import Check
from answerable.gate.limits import DEFAULT, Limits
from answerable.gate.opening import inspect_bytes, inspect_file
from answerable.gate.report import FileReport

__all__ = ["DEFAULT", "Check", "FileReport", "Limits", "inspect_bytes", "inspect_file"]
