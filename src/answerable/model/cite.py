"""A cite is a value: which law, which provision, down to the limb."""

from dataclasses import dataclass

from answerable.model.regime import Regime


@dataclass(frozen=True, slots=True, order=True)
class Cite:
    """One provision of one of the four regimes.

    ``number`` is the section or regulation ("31", "22A"); ``parts`` are the brackets after
    it, outermost first ("1", "a", "i"). Parsing and the many printed spellings live in
    ``answerable.law.cites``; here is only the normal form, as in ``FOIA s.31(1)(a)``.
    """

    regime: Regime
    number: str
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.regime} {self.short}"

    @property
    def short(self) -> str:
        """The normal form without the regime: ``s.31(1)(a)`` or ``reg.12(4)(b)``."""
        unit = "reg." if self.regime.environmental else "s."
        return unit + self.number + "".join([f"({part})" for part in self.parts])

    @property
    def whole(self) -> "Cite":
        """The section or regulation itself, with no limb."""
        return Cite(self.regime, self.number)

    def within(self, other: "Cite") -> bool:
        """Whether this is ``other`` or a limb of it: s.31(1)(a) is within s.31(1)."""
        return (
            self.regime == other.regime
            and self.number == other.number
            and self.parts[: len(other.parts)] == other.parts
        )


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An authority outside the four regimes: a code of practice, a case, another Act."""

    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name
