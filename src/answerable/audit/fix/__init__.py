"""The letter with proposed words for what can be mended without deciding anything.

Review route, the Commissioner, the sentence that nothing is to be inferred, the limb named.
"""

from answerable.audit.fix.proposals import Proposal, proposals
from answerable.audit.fix.write import to_docx, to_html, to_text

__all__ = ["Proposal", "proposals", "to_docx", "to_html", "to_text"]
