"""Terms where nobody sees them: under a box, in bookmarks, attachments, forms, properties, layers.

No copy carries any of that, so nothing has to be drawn over; the schedule says that it went.
"""

from dataclasses import dataclass, field

from answerable.gate.redacting.wanted import Marks, Withheld
from answerable.gate.spans import Span, Visibility

_INSIDE = " › "  # a file within the file stays behind whole


@dataclass
class Unseen:
    """The terms met in what stays behind, by place and provision."""

    marks: Marks
    covered: list[Withheld] = field(default_factory=list)
    every: list[Withheld] = field(default_factory=list)

    def take(self, span: Span) -> None:
        """Search one span, unless it is in plain sight."""
        if span.visibility is Visibility.VISIBLE and _INSIDE not in span.where:
            return
        for term in self.marks.terms:
            count = 0 if term.framed else sum(1 for _ in term.pattern.finditer(span.text))
            if count:
                row = Withheld(span.where, term.provision, count)
                self.every.append(row)
                if span.visibility is Visibility.COVERED:
                    self.covered.append(row)
