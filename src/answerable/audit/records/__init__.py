"""The same rules over a decision record, before a letter exists: what a notice would lack.

One check a file; a finding's place is the field, in words.
"""

from answerable.audit.records.run import check_record
from answerable.audit.records.twin import check_twin
from answerable.audit.records.words import check_words

__all__ = ["check_record", "check_twin", "check_words"]
