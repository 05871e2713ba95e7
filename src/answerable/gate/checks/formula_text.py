"""Words in a formula that no cell shows."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="formula_text",
    title="Words in a formula that no cell shows",
    severity=Severity.INFO,
    why="Whoever selects the cell reads them.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Keep the values only, not the formulas.",
    fires="a formula with a person's name and NHS number in quotes, which it never gives",
    silent="a formula whose words its cell shows",
)
