"""What happens to a clock on its way: clarification, fees, extension, closed schools."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a request, on a day or from one day to another."""

    type: str
    on: date | None = None
    from_: date | None = None
    to: date | None = None

    @property
    def first(self) -> date:
        """The day on which it began."""
        day = self.on or self.from_
        if day is None:
            raise ValueError(f"the event {self.type} has no date")
        return day
