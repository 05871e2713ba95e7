"""Any file to text: plain, mail, HTML, Word, OpenDocument, RTF and PDF.

Files are identified by content and parsed in a child process with limits of time and memory.
"""

from answerable.letters.files.limits import DEFAULT, Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.opening import SUFFIXES, open_bytes, open_file

__all__ = ["DEFAULT", "SUFFIXES", "Limits", "Opened", "open_bytes", "open_file"]
