"""``answerable audit --fix``: write the letter with proposed words."""

from pathlib import Path

import typer

from answerable.audit.fix import proposals, to_docx, to_html, to_text
from answerable.audit.report import LetterReport
from answerable.cli.edge import write_whole
from answerable.model import UnusableInputError

_ENDINGS = (".txt", ".md", ".html", ".htm", ".docx")


def check_ending(fix: Path | None) -> None:
    """Refuse, before anything is read, a form of ``fix`` that is not written.

    Raises:
        UnusableInputError: the form is not known.
    """
    if fix is not None and fix.suffix.lower() not in _ENDINGS:
        raise UnusableInputError(f"--fix writes .txt, .html or .docx, not “{fix.name}”.")


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
