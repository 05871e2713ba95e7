"""Words before or after the parts of the mail."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="mail_edges",
    title="Words before or after the parts of the mail",
    severity=Severity.LOW,
    why="Mail programs show the parts and leave out what stands around them.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Send the words in a new mail or as a document.",
    fires="words before the first part",
    silent="the usual sentence before the first part",
)
