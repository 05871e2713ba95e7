"""``answerable batch``: audit, near duplicates, an index and a report of a whole corpus."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import UNUSABLE, Format, emit, plain_errors
from answerable.cli.places import Apart
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.batch import Summary

app = typer.Typer(help="A whole corpus at once: audit, duplicates, index, report.")

Corpus = Annotated[
    Path,
    typer.Argument(metavar="CORPUS", help="JSONL (.gz), CSV, Parquet or a folder of letters."),
]
Out = Annotated[
    Path, typer.Option("-o", "--output", metavar="OUT", help="The result: .parquet or .jsonl.")
]
Into = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder.")]
EngineName = Annotated[
    str, typer.Option("--engine", metavar="local|daft|ray", help="What runs it; rows are equal.")
]
Maps = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="Which column is what: text=body."),
]
Workers = Annotated[int, typer.Option(min=0, help="Processes; 0 is one for each processor.")]
Seconds = Annotated[float, typer.Option(min=0.01, help="Processor seconds for one letter.")]
Rows = Annotated[int, typer.Option("--shard", min=1, help="Rows that are kept at once.")]
Encoding = Annotated[str, typer.Option(help="The encoding of a CSV, such as cp1252.")]
Form = Annotated[Format, typer.Option("--format", help="What the summary looks like.")]


@app.command(cls=Apart)
def audit(
    corpus: Corpus,
    output: Out,
    engine: EngineName = "local",
    maps: Maps = None,
    workers: Workers = 0,
    limit: Seconds = 30.0,
    shard: Rows = 500,
    encoding: Encoding = "utf-8",
    format_: Form = Format.TEXT,
) -> None:
    """Audit every letter; a row for every row, in order. The same command resumes a stopped run."""
    given = (corpus, output, engine, maps, workers, limit, shard, encoding)
    _run("audit", *given, replies=True, format_=format_)


@app.command(cls=Apart)
def duplicates(
    corpus: Corpus,
    output: Out,
    engine: EngineName = "local",
    threshold: Annotated[float, typer.Option(help="The least share in common, up to 1.")] = 0.6,
    maps: Maps = None,
    workers: Workers = 0,
    limit: Seconds = 30.0,
    shard: Rows = 500,
    encoding: Encoding = "utf-8",
    format_: Form = Format.TEXT,
) -> None:
    """Group letters that are the same but for a few words: round robins and repeats."""
    given = (corpus, output, engine, maps, workers, limit, shard, encoding)
    _run("duplicates", *given, replies=False, format_=format_, threshold=threshold)


@app.command(cls=Apart)
def index(
    corpus: Corpus,
    output: Into,
    engine: EngineName = "local",
    maps: Maps = None,
    workers: Workers = 0,
    limit: Seconds = 30.0,
    shard: Rows = 500,
    encoding: Encoding = "utf-8",
    format_: Form = Format.TEXT,
) -> None:
    """Build the folder that “answerable similar --in DIR” searches."""
    given = (corpus, output, engine, maps, workers, limit, shard, encoding)
    _run("index", *given, replies=False, format_=format_)


@app.command(cls=Apart)
def report(
    result: Annotated[Path, typer.Argument(metavar="OUT", help="What “batch audit” wrote.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="REPORT.html", help="Where to write it.")
    ],
    format_: Annotated[
        Format, typer.Option("--format", help="The page (text), or its figures as JSON.")
    ] = Format.TEXT,
) -> None:
    """Draw what an audited corpus shows: defects, provisions, bodies, years."""
    with plain_errors():
        try:
            from answerable.batch.report import to_html, to_json
        except ImportError as problem:
            raise _not_installed(problem) from None
        emit((to_json if format_ is Format.JSON else to_html)(result), output)


def _run(
    name: str,
    corpus: Path,
    output: Path,
    engine: str,
    maps: list[str] | None,
    workers: int,
    limit: float,
    shard: int,
    encoding: str,
    *,
    replies: bool,
    format_: Format,
    threshold: float = 0.6,
) -> None:
    with plain_errors():
        try:
            from answerable import batch
        except ImportError as problem:
            raise _not_installed(problem) from None
        if not 0 < threshold <= 1:
            raise UnusableInputError(
                f"--threshold {threshold:g} is not above 0 and up to 1; 0.6 is usual."
            )
        columns = batch.Mapping.read(maps or (), replies=replies)
        opened = batch.open_corpus(corpus, columns, encoding)
        runner, progress = batch.engine(engine, workers), batch.Progress()
        try:
            order = batch.Order(opened, output, runner, limit, threshold, shard)
            summary = batch.JOBS[name](order, progress)
        except KeyboardInterrupt:
            progress.end()
            progress.say("stopped; what is done is kept, and the same command goes on from there.")
            raise typer.Exit(130) from None
        finally:
            progress.end()
            runner.close()
        emit(_summary(summary, output, format_), None)
        if summary.rows and summary.failed == summary.rows:
            raise typer.Exit(UNUSABLE)


def _summary(summary: "Summary", output: Path, format_: Format) -> str:
    if format_ is Format.JSON:
        return json.dumps(
            {"out": str(output), "rows": summary.rows, "unusable": summary.failed},
            ensure_ascii=False,
        )
    rows = f"{summary.rows:,} row{'' if summary.rows == 1 else 's'} in “{output}”"
    if not summary.failed:
        return f"{rows}."
    return f"{rows}, of which {summary.failed:,} could not be used."


def _not_installed(problem: ImportError) -> UnusableInputError:
    return UnusableInputError(
        f"“answerable batch” needs {problem.name}, which is not installed; install "
        "“answerable[scale]”."
    )
