"""Decision notices and judgments: searched, and every one that a letter cites looked up.

The collection is the law's own data; nothing is fetched.
"""

from answerable.precedents.notices.find import find_decisions
from answerable.precedents.notices.reference import Reference, references
from answerable.precedents.notices.resolve import Resolved, citation_findings, resolve

__all__ = [
    "Reference",
    "Resolved",
    "citation_findings",
    "find_decisions",
    "references",
    "resolve",
]
