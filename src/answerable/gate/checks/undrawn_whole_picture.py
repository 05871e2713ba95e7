"""A photograph or a scan that a page lists and no page draws."""

from answerable.gate.check import Check
from answerable.model import Certainty, Severity

CHECK = Check(
    slug="undrawn_whole_picture",
    title="A whole picture that no page shows",
    severity=Severity.LOW,  # a page cut from a longer file often lists what its fellows drew
    why=(
        "A photograph or a scan is in the file and on no page: it was taken off the paper, or its "
        "page was left out. Any program that lists pictures gets it out."
    ),
    breach="None is known to us; it is found by the same look as the others.",
    fix="Look at what it shows. Make a clean copy, or print to a new PDF.",
    fires="a PDF whose page lists a scan of 240 by 240 dots and does not draw it",
    silent="the same PDF, whose page draws it",
    certainty=Certainty.LIKELY,
)
