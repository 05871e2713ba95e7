"""An authority's history as it keeps it: CSV, JSONL, JSON, saved requests, folders of letters.

``Reading`` walks files and gives letters; ``read_mapping`` says which column is what.
"""

from answerable.precedents.logs.mapping import LogMapping, read_mapping
from answerable.precedents.logs.read import FileReport, Reading

__all__ = ["FileReport", "LogMapping", "Reading", "read_mapping"]
