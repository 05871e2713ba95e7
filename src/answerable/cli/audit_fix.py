"""``answerable audit --fix``: write the letter with proposed words."""

from collections.abc import Sequence
from pathlib import Path

import typer

from answerable.audit.fix import proposals, to_docx, to_html, to_text
from answerable.audit.report import LetterReport
from answerable.cli.edge import write_whole
from answerable.model import UnusableInputError

_ENDINGS = (".txt", ".md", ".html", ".htm", ".docx")


def check_places(paths: Sequence[str], request: Path | None, **places: Path | None) -> None:
    """Refuse, before anything is read, a place that would cost the officer a letter.

    Args:
        paths: the letters and folders named.
        request: the request, if it was named.
        places: where to write, by the option that says so.

    Raises:
        UnusableInputError: a place is one of the letters, or the form of ``fix`` is not known.
    """
    fix = places.get("fix")
    if fix is not None and fix.suffix.lower() not in _ENDINGS:
        raise UnusableInputError(f"--fix writes .txt, .html or .docx, not “{fix.name}”.")
    given = [Path(path) for path in paths if path != "-"] + ([request] if request else [])
    for option, place in places.items():
        if place is not None and any(_same(place, each) for each in given):
            raise UnusableInputError(
                f"--{option} “{place}” would be written over the letter that is read; choose "
                "another name."
            )
    if fix is not None and any(each.is_dir() and _within(fix, each) for each in given):
        raise UnusableInputError(
            f"--fix “{fix}” is a letter of the folder that is read; choose another name."
        )


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False  # one of them is not there


def _within(place: Path, folder: Path) -> bool:
    return place.exists() and place.resolve().is_relative_to(folder.resolve())


def write_fixed(reports: tuple[LetterReport, ...], out: Path) -> None:
    """Write the one letter of ``reports`` with proposals, in the form that ``out`` ends in.

    Raises:
        UnusableInputError: there is not exactly one letter, or the place cannot be written.
    """
    letters = [report for report in reports if report.letter is not None]
    if len(letters) != 1 or letters[0].letter is None:
        raise UnusableInputError("--fix writes one letter; name exactly one.")
    report, letter = letters[0], letters[0].letter
    proposed = proposals(letter, report.findings)
    ending = out.suffix.lower()
    if ending in (".txt", ".md"):
        data = to_text(letter, proposed).encode()
    elif ending in (".html", ".htm"):
        data = to_html(letter, proposed).encode()
    else:
        data = to_docx(letter, proposed)
    write_whole(out, data)
    words = "1 proposal" if len(proposed) == 1 else f"{len(proposed)} proposals"
    typer.echo(f"Written with {words}: {out}", err=True)
