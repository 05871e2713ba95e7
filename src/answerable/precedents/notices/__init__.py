"""Decision notices and judgments: brought in from files, searched by provision, subject, outcome.

The bundled collection is the law's own data; nothing is fetched.
"""

from answerable.precedents.notices.find import find_notices
from answerable.precedents.notices.importing import USUAL, Importing
from answerable.precedents.notices.record import OUTCOMES, Notice
from answerable.precedents.notices.shelf import every, put

__all__ = ["OUTCOMES", "USUAL", "Importing", "Notice", "every", "find_notices", "put"]
