"""The audit on a terminal: coloured there, the same words plain when piped."""

import io
import re
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.text import Text

from answerable.audit.report.report import Group, LetterReport, headline, tally
from answerable.model import Certainty, Finding, Letter, Outcome, Severity, Span

_STYLE = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "bold yellow",
    Severity.LOW: "bold cyan",
    Severity.INFO: "dim",
}


# Outcomes for which no public interest balance is asked.
_NO_BALANCE = frozenset(
    {
        Outcome.CLARIFICATION,
        Outcome.FEES_NOTICE,
        Outcome.FULL,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.ALREADY_ACCESSIBLE,
        Outcome.NOT_HELD,
        Outcome.TRANSFER,
    }
)


def to_text(reports: Sequence[LetterReport], *, colour: bool = False, width: int = 100) -> str:
    """Every report, one after the other, ``width`` characters wide.

    With ``colour`` the text carries terminal colours; without, it is plain.
    """
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        soft_wrap=False,
        legacy_windows=False,
    )
    for report in reports:
        _one(console, report)
    if len(reports) > 1:
        console.print(_sum_up(reports))
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"


def _one(console: Console, report: LetterReport) -> None:
    console.print(Line(Text(report.path, style="bold"), align="left", characters="─"))
    if report.letter is None:
        console.print(Text(report.error, style="bold red"))
        console.print()
        return
    console.print(Text(headline(report), style="bold"))
    facts = _facts(report.letter)
    if report.welsh:  # what it shows was not read
        facts = [each for each in facts if not each[0].endswith(("hows", "how"))]
        facts += _addresses(report.letter)
    for label, words in facts:
        console.print(Text.assemble((f"{label}: ", "dim"), words))
    for note in report.remarks:
        console.print(Text(f"Note: {note}", style="yellow"))
    console.print()
    numbers = {id(finding): number for number, finding in report.numbered().items()}
    for group in Group:
        findings = report.in_group(group)
        if findings:
            title = group.value[0].upper() + group.value[1:]
            console.print(Text(f"{title} ({len(findings)})", style="bold underline"))
            for finding in findings:
                _finding(console, report.letter, finding, numbers[id(finding)])
    console.print(Text(tally(report), style="bold"))
    console.print()


def _facts(letter: Letter) -> list[tuple[str, str]]:
    """What the letter shows, as short lines: the reader sees that it was read rightly."""
    shows = letter.shows
    facts: list[tuple[str, str]] = [
        ("Law", "not named" if letter.regime == "unknown" else letter.regime)
    ]
    asked = [f"{q.number} {_short(q.text)}" for q in letter.questions]
    if asked:
        facts.append(("Asked", " | ".join(asked)))
    if letter.dates.sent:
        facts.append(("Dated", _day(letter.dates.sent.day)))
    if letter.dates.received:
        facts.append(("Request dated or received", _day(letter.dates.received.day)))
    shown = {
        "public interest balance": bool(shows.balance),
        "review": bool(shows.review),
        "right to go to the Commissioner": bool(shows.regulator),
        "re-use": bool(shows.reuse),
        "nothing to be inferred": bool(shows.caveat),
    }
    if not letter.ncnd:
        del shown["nothing to be inferred"]
    if letter.outcome in _NO_BALANCE:
        del shown["public interest balance"]
    if not shows.supplied and not shows.reuse:
        del shown["re-use"]
    for label, value in (("Shows", True), ("Does not show", False)):
        names = [name for name, there in shown.items() if there is value]
        if names:
            facts.append((label, ", ".join(names)))
    return facts


def _addresses(letter: Letter) -> list[tuple[str, str]]:
    found = list(dict.fromkeys(_ADDRESS.findall(letter.flow)))[:_MOST]
    return [("Addresses", ", ".join(found))] if found else []


_ADDRESS = re.compile(
    r"\b[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}\b|\b(?:https?://|www\.)[^\s<>()]{3,200}[^\s<>().,;]"
)
_MOST = 6  # addresses shown


def _finding(console: Console, letter: Letter, finding: Finding, number: int) -> None:
    sure = "" if finding.certainty is Certainty.SURE else " likely"
    console.print(
        Text.assemble(
            (f"{number:>3} ", "bold"),
            (f" {finding.severity.word.upper()} ", _STYLE[finding.severity]),
            (sure, "italic"),
            f" {finding.slug} ",
            (finding.code, "dim"),
        )
    )
    lines = [Text(finding.message)]
    place = _place(letter, finding)
    if place:
        lines.append(Text(place, style="italic"))
    if finding.cites:
        lines.append(Text("Rests on " + "; ".join(map(str, finding.cites)), style="dim"))
    if finding.fix:
        lines.append(Text.assemble(("Put right: ", "bold"), finding.fix))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 5)))
    console.print()


def _place(letter: Letter, finding: Finding) -> str:
    if not isinstance(finding.where, Span):
        return finding.where.words
    if finding.where.start == finding.where.end:
        return "Missing from the letter."
    line = letter.text.count("\n", 0, finding.where.start) + 1
    return f"Line {line}: “{finding.excerpt}”"


def _sum_up(reports: Sequence[LetterReport]) -> Text:
    read = [report for report in reports if report.letter is not None]
    clean = sum(1 for report in read if not report.findings)
    unread = len(reports) - len(read)
    words = f"{len(read)} letters read, {clean} with nothing found"
    return Text(words + (f", {unread} could not be read" if unread else ""), style="bold")


def _short(text: str, limit: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + "…"


def _day(day: object) -> str:
    return f"{day:%-d %B %Y}"
