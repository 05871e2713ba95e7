"""The place where a picture was taken."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="exif_gps",
    title="The place where a picture was taken",
    severity=Severity.HIGH,
    why="It can be somebody's home.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the picture anew without its data.",
    fires="a photograph with the place where it was taken",
    silent="a photograph that only says which way is up",
)
