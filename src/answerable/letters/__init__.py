"""Any file to text, a request to questions, a response to a Letter, decisions to a notice.

``files`` opens, ``reading`` understands, ``questions`` splits, ``draft`` writes.
"""

from answerable.letters.questions import read_request
from answerable.letters.reading import in_welsh, not_a_response, read_letter

__all__ = ["in_welsh", "not_a_response", "read_letter", "read_request"]
