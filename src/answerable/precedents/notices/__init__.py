"""Decision notices and judgments, searched by provision, subject, outcome and year.

The bundled collection is the law's own data; nothing is fetched.
"""

from answerable.precedents.notices.find import find_decisions

__all__ = ["find_decisions"]
