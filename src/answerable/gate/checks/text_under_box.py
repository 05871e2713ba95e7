"""Words under a box."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="text_under_box",
    title="Words under a box",
    severity=Severity.HIGH,
    why="They can be selected, copied and searched.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Take the words out, then draw the box.",
    fires="words with a black box drawn over them",
    silent="white words drawn over a black box",
)
