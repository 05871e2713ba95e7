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
        from answerable.cli.calendars import edition_in_use
        from answerable.law.holidays import bundled

        if import_ is not None:
            if output is not None or year is not None:
                raise UnusableInputError(
                    "--import keeps the list for all commands; leave out -o and --year, which "
                    "belong to the listing, and list the days afterwards."
                )
            typer.echo(_import(import_))
            return
        emit(_table(edition_in_use() or bundled(), year), output)


def _import(source: Path) -> str:
    """Keep the list of ``source`` for use, and say what is now counted."""
    from datetime import date

    from answerable.cli.calendars import calendar_file
    from answerable.law.holidays import PART_NAMES, as_json, from_gov_uk, lost

    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{source}”; check the name.") from None
    except (OSError, UnicodeDecodeError):
        raise UnusableInputError(f"“{source}” cannot be read as text.") from None
    edition, place = from_gov_uk(text, str(source), date.today()), calendar_file()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UnusableInputError(
            f"“{place.parent}” cannot be made ({problem.strerror}); nothing was imported."
        ) from None
    write_whole(place, as_json(edition).encode())
    lines = [f"Imported: bank holidays up to {edition.last:%-d %B %Y} are now in use ({place})."]
    for day, parts in lost(edition).items():
        where = " and ".join(PART_NAMES[part] for part in parts)
        lines.append(
            f"Not in the list, and counted as a working day now: {day:%-d %B %Y}, {where}."
        )
    return "\n".join(lines)


def _table(edition: "Edition", year: int | None) -> str:
    from answerable.law.holidays import PART_NAMES, PARTS

    days = sorted({d for part in PARTS for d in edition.days[part] if year in (None, d.year)})
    lines = [f"Bank holidays, edition {edition.id}", ""]
    for each in days:
        where = [PART_NAMES[part] for part in PARTS if each in edition.days[part]]
        lines.append(f"{each:%a %d %b %Y}  {'everywhere' if len(where) == 3 else ', '.join(where)}")
    return "\n".join(lines)
