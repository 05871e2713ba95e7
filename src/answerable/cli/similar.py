"""``answerable similar``: was this asked before, by anyone, and what came of it."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.edge import Format, emit, plain_errors, shown, standard_input
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.precedents import Archive, Similar
    from answerable.precedents.meaning import Encoder
    from answerable.precedents.progress import Progress

_EXCERPT = 240  # characters


def similar(
    what: Annotated[str, typer.Argument(metavar="TEXT|PATH", help="A request: words or a file.")],
    in_: Annotated[Path, typer.Option("--in", metavar="DIR", help="The folder of the index.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many to show.")] = 10,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Also those of the same subject in other words.")
    ] = False,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Show earlier requests like this one, and why each is shown."""
    with plain_errors():
        from answerable.precedents import open_archive
        from answerable.precedents import similar as find
        from answerable.precedents.progress import Progress

        text, progress = _words(what), Progress()
        with open_archive(in_, progress) as archive:
            progress.end()
            encoder, off = _encoder() if meaning else (None, "")
            notes = (*archive.notes, *filter(None, (off,)))
            for note in notes:
                typer.echo(f"answerable: {note}", err=True)
            found = find(archive, text, k)
            if encoder is not None:
                from answerable.precedents.meaning import interleaved, words_lead

                near = _same_subject(archive, in_, encoder, text, k, progress)
                found = interleaved(found, near, k, led=words_lead(archive, text))
        if format_ is Format.JSON:
            body = {"results": [_result(each) for each in found], "notes": list(notes)}
            emit(json.dumps(body, ensure_ascii=False, indent=2), output)
        else:
            emit(shown(_text(found)), output)


def _encoder() -> "tuple[Encoder | None, str]":
    """The model that ANSWERABLE_MODEL names, or why search by meaning is off."""
    from answerable.precedents.meaning import open_encoder

    folder = os.environ.get("ANSWERABLE_MODEL", "").strip()
    try:
        return open_encoder(Path(folder) if folder else None), ""
    except UnusableInputError as problem:
        return None, f"{problem} Only letters that share words are shown."


def _same_subject(
    archive: "Archive", folder: Path, encoder: "Encoder", text: str, k: int, progress: "Progress"
) -> "tuple[Similar, ...]":
    """Those of the same subject; how far the model is with reading a large log is said."""
    from answerable.precedents.meaning import same_subject

    try:
        return same_subject(archive, folder, encoder, text, k, progress)
    except KeyboardInterrupt:
        progress.say("stopped; what the model has read is kept, and the same command goes on.")
        raise typer.Exit(130) from None
    finally:
        progress.end()


def _words(what: str) -> str:
    """The words of a request given as itself, as a file, or on standard input."""
    from answerable.letters.files import DEFAULT, SUFFIXES, open_bytes, open_file

    if what == "-":
        return open_bytes(standard_input(DEFAULT.file_bytes), "standard input").text
    if not any(map(str.isalnum, what)):
        raise UnusableInputError("There are no words to search for; give a request or a file.")
    looks_like_a_file = "\n" not in what and Path(what[:4096]).suffix.lower() in SUFFIXES
    try:
        there = len(what) < 4096 and Path(what).exists()
    except (OSError, ValueError):
        there = False
    if there or looks_like_a_file:
        return open_file(Path(what)).text
    return what


def _excerpt(text: str) -> str:
    from answerable.precedents.clean import clean

    short = " ".join(clean(text).split())
    return short if len(short) <= _EXCERPT else short[: _EXCERPT - 1].rstrip() + "…"


def _result(each: "Similar") -> dict[str, Any]:
    entry = each.entry
    row: dict[str, Any] = {
        "id": entry.id,
        "score": round(each.score, 4),
        "why": each.why,
        "title": entry.title,
        "date": entry.date or None,
        "outcome": entry.outcome,
        "excerpt": _excerpt(entry.text),
        "body": entry.body,
    }
    if each.why == "near duplicate":
        row["differs"] = {"only_here": list(each.only_here), "only_there": list(each.only_there)}
    else:
        row["shared"] = list(each.shared)
    return row


def _text(found: tuple["Similar", ...]) -> str:
    if not found:
        return "Nothing like it was found in this index."
    lines: list[str] = []
    for n, each in enumerate(found, 1):
        entry = each.entry
        facts = " · ".join(x for x in (entry.id, entry.date, entry.body, entry.outcome) if x)
        lines.append(f"{n:>2}. {each.why}, {each.score:.0%}  {facts}")
        lines.append(f"    {entry.title or _excerpt(entry.text)}")
        if each.why == "near duplicate":
            lines.append(f"    {_difference(each)}")
        elif each.shared:
            lines.append(f"    shares: {', '.join(each.shared)}")
    return "\n".join(lines)


def _difference(each: "Similar") -> str:
    if not each.only_here and not each.only_there:
        return "the same words"
    here, there = ", ".join(each.only_here) or "nothing", ", ".join(each.only_there) or "nothing"
    return f"only in this one: {here}; only in the earlier one: {there}"
