"""A picture in the see-through part of a picture."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_dots",
    title="A picture in the see-through part of a picture",
    severity=Severity.HIGH,
    why="Dots that were made see-through keep their colours; any picture program shows them again.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make a clean copy, or fill the part with one colour and save the picture anew.",
    fires="a PNG with words in the colours of dots that are see-through",
    silent="the same PNG with one colour under the see-through part",
)
