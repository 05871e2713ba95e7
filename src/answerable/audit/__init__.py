"""Rules over a letter (or a decision record), one file a rule, and the reports they make.

A finding says what the notice does not show and which provision asks for it.
"""

from answerable.audit.records import check_record, check_twin, check_words
from answerable.audit.registry import all_rules, rule
from answerable.audit.rule import Case, Rule
from answerable.audit.run import audit_letter

__all__ = [
    "Case",
    "Rule",
    "all_rules",
    "audit_letter",
    "check_record",
    "check_twin",
    "check_words",
    "rule",
]
