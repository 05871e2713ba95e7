"""Which column holds what: said with ``--map``, else guessed from the names that logs use."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from answerable.model import UnusableInputError
from answerable.precedents.logs.mapping import USUAL, LogMapping

#: The fields of a row; of each, what it is called in sentences.
FIELDS = {
    "id": "the reference",
    "text": "the letter",
    "authority": "the authority",
    "date": "the date",
    "title": "the title",
    "outcome": "the outcome",
    "answer": "the answer",
}
# An audit reads what authorities wrote; a search for twins reads what people asked.
_REPLIES = ("text", *USUAL["answer"], "responsebody", "letter", "lettertext", "content", "fulltext")


@dataclass(frozen=True, slots=True)
class Mapping:
    """Columns by field as a person said; ``replies`` says that the letters are answers."""

    said: dict[str, str] = field(default_factory=dict)
    replies: bool = True

    @classmethod
    def read(cls, given: Iterable[str], *, replies: bool) -> "Mapping":
        """From words such as "text=body".

        Raises:
            UnusableInputError: a word has another form, or names no field.
        """
        said = {}
        for each in given:
            name, equals, column = each.partition("=")
            if not equals or name.strip() not in FIELDS or not column.strip():
                raise UnusableInputError(
                    f"--map “{each}” is not a field and a column, such as text=body; the fields "
                    f"are {', '.join(FIELDS)}."
                )
            said[name.strip()] = column.strip()
        return cls(said, replies)

    def find(self, names: Collection[str], where: str) -> dict[str, str]:
        """The column of each field that there is.

        Raises:
            UnusableInputError: a column that was said is not there, or none holds the letter.
        """
        listed = ", ".join(list(names)[:12]) or "no columns"
        missing = [column for column in self.said.values() if column not in names]
        if missing:
            raise UnusableInputError(
                f"“{where}” has no column {' or '.join(f'“{each}”' for each in missing)}; it has "
                f"{listed}."
            )
        found = {name: self.said.get(name) or self._guess(name, names) for name in FIELDS}
        if not found["text"]:
            raise UnusableInputError(
                f"No column of “{where}” is known to hold the letter; it has {listed}: say which "
                "with --map text=COLUMN."
            )
        taken = {found["text"]} | {self.said[name] for name in self.said}
        return {
            name: column
            for name, column in found.items()
            if column and (name == "text" or name in self.said or column not in taken)
        }

    def _guess(self, name: str, names: Collection[str]) -> str:
        usual = "body" if name == "authority" else name
        if name == "text" and self.replies:
            plain = {
                "".join(filter(str.isalnum, each.lower())): each for each in reversed([*names])
            }
            return next((plain[each] for each in _REPLIES if each in plain), "")
        return next(iter(LogMapping().of(usual, names)), "")
