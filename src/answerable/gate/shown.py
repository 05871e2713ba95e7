"""What a file shows to anybody, kept so far as is needed to tell that words stand there too."""

from dataclasses import dataclass, field

_MOST = 400_000  # characters; what a file shows beyond them is not compared


@dataclass
class Shown:
    """The visible text of a file, compared without spaces, marks and capitals."""

    parts: list[str] = field(default_factory=list)
    left: int = _MOST
    _whole: str = ""

    def take(self, text: str) -> None:
        """More of what is seen."""
        if self.left > 0:
            self.parts.append(text)
            self.left -= len(text)

    def says(self, text: str) -> bool:
        """Whether the same words are seen; words without a letter or digit always are."""
        if self.parts:
            self._whole += "".join(map(bare, self.parts))
            self.parts.clear()
        return bare(text) in self._whole


def bare(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))
