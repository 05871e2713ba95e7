"""Headers of the mail that a program of its own wrote."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="mail_header",
    title="Headers of the mail that a program of its own wrote",
    severity=Severity.LOW,
    why="Case systems write what the mail is about into headers that nobody reads.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Send the words in a new mail or as a document.",
    fires="a header that no mail program writes",
    silent="headers that mail programs write",
)
