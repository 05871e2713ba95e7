"""The joint model: unknown numbers, what is known about each, and the equations between them.

Totals, hierarchies, subsets, earlier releases, percentages and rounding all become the same two
things, bounds on a variable and linear relations, so that everything published is judged together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Variable:
    """An unknown number: its bounds (None: no bound) and whether it is whole.

    ``derived``: it stands nowhere; it is the difference of two numbers that do.
    """

    name: str
    lo: Fraction | None = Fraction(0)
    hi: Fraction | None = None
    integer: bool = True
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """``lo <= sum of coefficient x variable <= hi`` (None: open), with where it was published."""

    terms: tuple[tuple[str, Fraction], ...]
    lo: Fraction | None
    hi: Fraction | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the world knows of one variable: a range (None: open), with where it was published."""

    name: str
    lo: Fraction | None
    hi: Fraction | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """Facts and relations published together, with a title that says when and where."""

    title: str
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class System:
    """Everything known at once."""

    variables: tuple[Variable, ...]
    relations: tuple[Relation, ...] = ()

    def and_release(self, release: Release) -> "System":
        """The system with one more release; a fact only ever narrows."""
        return self.and_facts(release.facts).and_relations(release.relations)

    def and_relations(self, relations: Iterable[Relation]) -> "System":
        """The system with more relations."""
        return replace(self, relations=(*self.relations, *relations))

    def and_facts(self, facts: Iterable[Fact]) -> "System":
        """Each fact as a relation of its own, so that a conflict can name it."""
        return self.and_relations(
            Relation(((fact.name, Fraction(1)),), fact.lo, fact.hi, fact.source) for fact in facts
        )

    def knowing(self, values: Mapping[str, Fraction]) -> "System":
        """What an insider sees who knows these variables."""
        return self.and_facts(
            Fact(name, value, value, f"the insider knows that {name} is {value}")
            for name, value in values.items()
        )
