"""``answerable duplicates``: groups of letters that are the same but for a few words."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.edge import Format, emit, plain_errors
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.precedents import Group

_SURE = 0.5  # below it many pairs share no band and are not found


def duplicates(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the index.")],
    threshold: Annotated[
        float, typer.Option(help="The least share of words and word pairs in common, up to 1.")
    ] = 0.6,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """List groups of near duplicates: round robins and repeats, for a person to look at."""
    with plain_errors():
        from answerable.precedents import groups, open_archive
        from answerable.precedents.progress import Progress

        if not 0 < threshold <= 1:
            raise UnusableInputError(
                f"--threshold {threshold:g} is not above 0 and up to 1; 0.6 is usual."
            )
        progress = Progress()
        with open_archive(folder, progress) as archive:
            progress.end()
            notes = list(archive.notes)
            if threshold < _SURE:
                notes.append("Below 0.5 not every pair is found; treat the list as a sample.")
            for note in notes:
                typer.echo(f"answerable: {note}", err=True)
            found = groups(archive.store, threshold)
        if format_ is Format.JSON:
            body = {
                "threshold": threshold,
                "groups": [_group(each) for each in found],
                "notes": notes,
            }
            emit(json.dumps(body, ensure_ascii=False, indent=2), output)
        else:
            emit(_text(found), output)


def _group(group: "Group") -> dict[str, Any]:
    return {
        "size": len(group.entries),
        "score": round(group.least, 4),
        "ids": [entry.id for entry in group.entries],
        "members": [
            {
                "id": entry.id,
                "title": entry.title,
                "date": entry.date or None,
                "body": entry.body,
                "outcome": entry.outcome,
            }
            for entry in group.entries
        ],
        "differs": {"only_first": list(group.differs[0]), "only_last": list(group.differs[1])},
    }


def _text(found: tuple["Group", ...]) -> str:
    if not found:
        return "No two letters of this index are so much alike."
    lines = [f"{len(found)} group{'' if len(found) == 1 else 's'}"]
    for n, group in enumerate(found, 1):
        lines.append(f"{n:>3}. {len(group.entries)} letters, alike by {group.least:.0%} or more")
        for entry in group.entries:
            facts = (entry.id, entry.date, entry.body, entry.outcome, entry.title)
            lines.append("       " + " · ".join(each for each in facts if each))
    return "\n".join(lines)
