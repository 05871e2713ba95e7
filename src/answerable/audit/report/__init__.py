"""What an audit looks like: on a terminal, as JSON, as SARIF 2.1.0, as a page with margin notes.

All four are made from the same ``LetterReport`` and say the same things.
"""

from answerable.audit.report.as_json import to_json
from answerable.audit.report.page import to_html
from answerable.audit.report.report import Group, LetterReport, headline
from answerable.audit.report.sarif import to_sarif
from answerable.audit.report.terminal import to_text

__all__ = ["Group", "LetterReport", "headline", "to_html", "to_json", "to_sarif", "to_text"]
