"""Decision records to a whole notice, question by question, in plain English or Welsh.

``read_record`` takes YAML, ``write_notice`` gives a typed ``Notice`` that the writers render.
"""

from answerable.letters.draft.notice import Heading, Items, Notice, Paragraph, Table
from answerable.letters.draft.record import read_record, schema
from answerable.letters.draft.welsh import in_welsh, lacking_welsh
from answerable.letters.draft.write import write_notice

__all__ = [
    "Heading",
    "Items",
    "Notice",
    "Paragraph",
    "Table",
    "in_welsh",
    "lacking_welsh",
    "read_record",
    "schema",
    "write_notice",
]
