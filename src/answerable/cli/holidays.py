"""``answerable law holidays``: the bank holidays in use, and the import of a newer list."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import emit, plain_errors, write_whole
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.law.holidays import Edition


def holidays(
    import_: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="Take the JSON that gov.uk publishes."),
    ] = None,
    year: Annotated[int | None, typer.Option(help="Only this year.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """List the bank holidays in use, by part of the United Kingdom, or import a newer list."""
    with plain_errors():
        from answerable.cli.calendars import calendar_file, edition_in_use
        from answerable.law.holidays import as_json, bundled, from_gov_uk

        if import_ is not None:
            from datetime import date

            try:
                text = import_.read_text(encoding="utf-8")
            except FileNotFoundError:
                raise UnusableInputError(f"There is no file “{import_}”; check the name.") from None
            except (OSError, UnicodeDecodeError):
                raise UnusableInputError(f"“{import_}” cannot be read as text.") from None
            edition = from_gov_uk(text, str(import_), date.today())
            place = calendar_file()
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, as_json(edition).encode())
            typer.echo(
                f"Imported: bank holidays up to {edition.last:%-d %B %Y} are now in use ({place})."
            )
            return
        emit(_table(edition_in_use() or bundled(), year), output)


def _table(edition: "Edition", year: int | None) -> str:
    from answerable.law.holidays import PART_NAMES, PARTS

    days = sorted({d for part in PARTS for d in edition.days[part] if year in (None, d.year)})
    lines = [f"Bank holidays, edition {edition.id}", ""]
    for each in days:
        where = [PART_NAMES[part] for part in PARTS if each in edition.days[part]]
        lines.append(f"{each:%a %d %b %Y}  {'everywhere' if len(where) == 3 else ', '.join(where)}")
    return "\n".join(lines)
