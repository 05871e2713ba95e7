"""``answerable mosaic``: what the answers of many bodies to one question tell about each."""

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.edge import FOUND, FailOn, emit, plain_errors
from answerable.model import Severity, UnusableInputError

if TYPE_CHECKING:
    from answerable.mosaic import Analysis, Answer, IfAnswered, Question

_LARGEST_FILE = 50_000_000  # bytes


class MosaicFormat(StrEnum):
    """What the answer looks like."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    SVG = "svg"


def mosaic(
    answers: Annotated[
        Path, typer.Argument(metavar="ANSWERS", help="CSV or JSON; - for standard input.")
    ],
    total: Annotated[
        str | None, typer.Option(metavar="N|N..M", help="350, 300..350 or 300=0.25,350=0.75.")
    ] = None,
    always_ncnd: Annotated[
        str | None,
        typer.Option(metavar="SHARE", help="Share of bodies that always use NCND, 0 to 1."),
    ] = None,
    marker: Annotated[
        list[str] | None,
        typer.Option(metavar="'<5=1..4'", help="What a marker stands for; repeated."),
    ] = None,
    region: Annotated[
        list[str] | None, typer.Option(metavar="NAME=N|N..M", help="A regional total; repeated.")
    ] = None,
    me: Annotated[
        str, typer.Option(metavar="BODY", help="Show what each answer of ours would tell.")
    ] = "",
    format_: Annotated[
        MosaicFormat, typer.Option("--format", help="What it looks like.")
    ] = MosaicFormat.TEXT,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="A contradiction counts as high.")
    ] = FailOn.HIGH,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Say what many bodies' answers to one question tell together."""
    with plain_errors(fail_on):
        from answerable.mosaic import (
            Settings,
            analyse,
            if_answered,
            read_answer,
            read_question,
            read_share,
            read_total,
        )

        markers = dict(_marker(each) for each in marker or ())
        settings = Settings(
            total=read_total(total) if total is not None else None,
            always_ncnd=read_share(always_ncnd, "--always-ncnd"),
            markers=markers,
            regions=tuple(_region(each) for each in region or ()),
        )
        question = read_question(_read(answers), answers.name, settings)
        if me and me not in {body.name for body in question.bodies}:
            raise UnusableInputError(
                f"--me “{me}” is not among the bodies; write its name as in the table."
            )
        found = analyse(question)
        before: Analysis | None = None
        options: tuple[IfAnswered, ...] = ()
        consistent: IfAnswered | None = None
        if me:
            before, options = if_answered(question, me, _possible(markers, question))
            always = replace(question, always_ncnd=1.0, strict=False)
            _, (consistent,) = if_answered(always, me, (read_answer("none", {}, "--me"),))
        emit(_render(found, before, options, me, consistent, format_, output), output)
        worst = Severity.HIGH if found.contradiction else None
        raise typer.Exit(FOUND if fail_on.reached_by(worst) else 0)


def _read(path: Path) -> str:
    import sys

    try:
        data = sys.stdin.buffer.read(_LARGEST_FILE + 1) if str(path) == "-" else path.read_bytes()
        if len(data) > _LARGEST_FILE:
            raise UnusableInputError(
                f"“{path}” is larger than {_LARGEST_FILE // 10**6} MB; give the table alone."
            )
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except (OSError, UnicodeDecodeError):
        raise UnusableInputError(
            f"“{path}” is not a text file in UTF-8; save it as CSV or JSON."
        ) from None


def _marker(text: str) -> tuple[str, tuple[int, int | None]]:
    from answerable.mosaic import read_total

    name, equals, limits = text.rpartition("=")
    if not equals or not name:
        raise UnusableInputError(f"--marker “{text}” needs a range: --marker '<5=1..4'.")
    if name.strip().isdigit():
        raise UnusableInputError(f"--marker “{text}”: a number stands for itself; name a marker.")
    found = read_total(limits, f"--marker “{text}”")
    return name.strip(), (found.lo, found.hi)


def _region(text: str) -> tuple[str, Any]:
    from answerable.mosaic import read_total

    name, equals, limits = text.partition("=")
    if not equals or not name:
        raise UnusableInputError(f"--region “{text}” needs a total: --region 'North=20'.")
    return name.strip(), read_total(limits, f"--region “{text}”")


def _possible(
    markers: dict[str, tuple[int, int | None]], question: "Question"
) -> "tuple[Answer, ...]":
    """What we might say; the markers of others are open to us too."""
    from answerable.mosaic import read_answer

    used = {
        body.answer.said: (body.answer.lo, body.answer.hi)
        for body in question.bodies
        if body.answer.kind == "count" and body.answer.lo != body.answer.hi
    }
    markers = {**used, **markers}
    said = ["none", *markers, "1", "5", "ncnd", "silent"]
    return tuple(read_answer(each, markers, "--me") for each in said)


def _render(
    found: "Analysis",
    before: "Analysis | None",
    options: "tuple[IfAnswered, ...]",
    me: str,
    consistent: "IfAnswered | None",
    format_: MosaicFormat,
    output: Path | None,
) -> str:
    if format_ is MosaicFormat.JSON:
        return json.dumps(
            _as_json(found, before, options, me, consistent), ensure_ascii=False, indent=2
        )
    from answerable.mosaic.picture import strip_svg, to_html
    from answerable.mosaic.strip import strip

    picture = strip(found, me)
    if format_ is MosaicFormat.SVG:
        return strip_svg(picture)
    if format_ is MosaicFormat.HTML:
        return to_html(found, picture, before, options, me, consistent)
    import sys

    from answerable.cli.mosaic_text import to_text

    return to_text(
        found,
        picture,
        before,
        options,
        me,
        consistent,
        colour=output is None and sys.stdout.isatty(),
    )


def _as_json(
    found: "Analysis",
    before: "Analysis | None",
    options: "tuple[IfAnswered, ...]",
    me: str,
    consistent: "IfAnswered | None",
) -> dict[str, Any]:
    from answerable.mosaic.words import supports

    conflict = found.contradiction
    made: dict[str, Any] = {
        "feasible": conflict is None,
        "bodies": _bodies(found),
        "contradiction": None
        if conflict is None
        else {"bodies": list(conflict.bodies), "why": conflict.why},
        "if_i_answer": [_option(each) for each in options],
        "assumptions": list(found.question.assumptions),
        "supports": list(supports(found, before, options, me, consistent)),
    }
    if found.chances is not None:
        by_name = dict(
            zip((b.name for b in found.question.bodies), found.chances.bodies, strict=True)
        )
        made["p_has_cases"] = {name: one.p_has_cases for name, one in by_name.items()}
        made["p_type_always"] = {name: one.p_always for name, one in by_name.items()}
        made["evidence"] = found.chances.evidence
        made["log_evidence"] = found.chances.log_evidence
        made["shares"] = [list(each) for each in found.chances.shares]
        made["posterior"] = _posterior(found.question, by_name)
    return made


def _posterior(question: "Question", by_name: dict[str, Any]) -> dict[str, Any]:
    """Whole posteriors where priors were listed: every value of the list, 0 where it is excluded."""
    made: dict[str, Any] = {}
    for body in question.bodies:
        if body.listed_prior:
            counts = [float(p) for p in by_name[body.name].counts]
            counts += [0.0] * (len(body.prior) - len(counts))
            made[body.name] = {str(n): p for n, p in enumerate(counts)}
    return made


def _bodies(found: "Analysis") -> list[dict[str, Any]]:
    rows = []
    for n, body in enumerate(found.question.bodies):
        lo, hi = found.intervals[n] if found.intervals else (None, None)
        chance = found.chances.bodies[n] if found.chances else None
        rows.append(
            {
                "body": body.name,
                "answer": body.answer.said,
                "lo": lo,
                "hi": hi,
                "p_has_cases": chance.p_has_cases if chance else None,
                "mean": chance.mean if chance else None,
            }
        )
    return rows


def _option(one: "IfAnswered") -> dict[str, Any]:
    if one.contradiction:
        return {
            "answer": one.answer.said,
            "contradicts_past": one.contradicts_past,
            "contradiction": {
                "bodies": list(one.contradiction.bodies),
                "why": one.contradiction.why,
            },
        }
    return {
        "answer": one.answer.said,
        "lo": one.lo,
        "hi": one.hi,
        "p_has_cases": one.p_has_cases,
        "largest_change": one.largest_change,
        "moved": one.moved,
        "moved_from": one.moved_from,
        "moved_to": one.moved_to,
        "intervals_narrowed": one.narrowed,
        "contradicts_past": one.contradicts_past,
        "contradiction": None,
    }
