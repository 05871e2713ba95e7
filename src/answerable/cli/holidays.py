"""``answerable law holidays``: the bank holidays in use, and the import of a newer list."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import Format, emit, plain_errors, write_whole
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.law.holidays import Edition


def holidays(
    import_: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="Take the JSON that gov.uk publishes."),
    ] = None,
    year: Annotated[int | None, typer.Option(help="Only this year.")] = None,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
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
            typer.echo(_import(import_, format_))
            return
        listing = _data if format_ is Format.JSON else _table
        emit(listing(edition_in_use() or bundled(), year), output)


def _import(source: Path, format_: Format) -> str:
    """Keep the list of ``source`` for use, and say what is now counted."""
    import json
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
    if format_ is Format.JSON:
        gone = [
            {"date": day.isoformat(), "parts": list(parts)} for day, parts in lost(edition).items()
        ]
        told = {
            "imported": edition.id, "last": edition.last.isoformat(), "file": str(place), "lost": gone,
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False, indent=2)
    lines = [f"Imported: bank holidays up to {edition.last:%-d %B %Y} are now in use ({place})."]
    for day, parts in lost(edition).items():
        where = " and ".join(PART_NAMES[part] for part in parts)
        lines.append(
            f"Not in the list, and counted as a working day now: {day:%-d %B %Y}, {where}."
        )
    return "\n".join(lines)


def _data(edition: "Edition", year: int | None) -> str:
    import json

    from answerable.law.holidays import PARTS

    days = sorted({d for part in PARTS for d in edition.days[part] if year in (None, d.year)})
    rows = [
        {"date": d.isoformat(), "parts": [part for part in PARTS if d in edition.days[part]]}
        for d in days
    ]
    known = {
        "edition": edition.id,
        "from": edition.first.isoformat(),
        "to": edition.last.isoformat(),
    }
    return json.dumps(known | {"holidays": rows}, ensure_ascii=False, indent=2)


def _table(edition: "Edition", year: int | None) -> str:
    from answerable.law.holidays import PART_NAMES, PARTS

    days = sorted({d for part in PARTS for d in edition.days[part] if year in (None, d.year)})
    lines = [f"Bank holidays, edition {edition.id}", ""]
    for each in days:
        where = [PART_NAMES[part] for part in PARTS if each in edition.days[part]]
        lines.append(f"{each:%a %d %b %Y}  {'everywhere' if len(where) == 3 else ', '.join(where)}")
    return "\n".join(lines)
