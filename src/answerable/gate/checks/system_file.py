"""A file of the operating system."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="system_file",
    title="A file of the operating system",
    severity=Severity.MEDIUM,
    why="It tells of folders and pictures of the sender's machine.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make the archive anew without it.",
    fires="an archive with .DS_Store in it",
    silent="an archive with a file of a similar name",
)
