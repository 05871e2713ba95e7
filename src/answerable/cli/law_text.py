"""The page of a provision on a terminal: coloured there, the same words plain when piped."""

import io
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from answerable import law
from answerable.cli.law_page import LawPage, unique
from answerable.law.cites import spell

_STATUS = {
    "absolute": ("absolute", "bold magenta"),
    "qualified": ("qualified", "bold green"),
    "contested": ("contested", "bold yellow"),
    "procedural": ("procedure", "bold cyan"),
    "unknown": ("not known", "dim"),
}
_BALANCE = {
    "absolute": "none is asked: the exemption is absolute",
    "qualified": "yes: a public interest balance decides",
    "contested": "sources differ; see below, and record a balance meanwhile",
    "procedural": "none: this is not an exemption",
    "unknown": "not known",
}


def to_text(page: LawPage, *, colour: bool, width: int) -> str:
    """The page, ``width`` characters wide; with ``colour``, in terminal colours."""
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=max(60, width),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
    )
    _head(console, page)
    _limbs(console, page)
    _confirming(console, page)
    _notice(console, page)
    _lists(console, page)
    _contested(console, page)
    _cases(console, page)
    _bullets(console, "Sources", page.sources)
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"


def to_list(rows: Iterable[law.Provision], *, colour: bool, width: int) -> str:
    """Every provision on record, a line each, by law and section."""
    paper = io.StringIO()
    console = Console(file=paper, width=max(60, width), force_terminal=colour, no_color=not colour,
                      highlight=False, legacy_windows=False)  # fmt: skip
    regime = ""
    table = Table.grid(padding=(0, 2))
    for row in rows:
        if row.regime != regime:
            regime = row.regime
            table.add_row("", "", "")
            table.add_row(Text(regime, style="bold underline"), "", "")
        table.add_row(
            Text(row.cite.partition(" ")[2], style="bold"), _mark(_status_of(row)), row.title
        )
    console.print(table)
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()).strip("\n") + "\n"


def _mark(status: str) -> Text:
    words, style = _STATUS.get(status, (status, ""))
    return Text(words, style=style)


def _status_of(row: law.Provision) -> str:
    if "by_condition" in row.status:
        return "by condition"
    if row.absolute or row.status.startswith("absolute"):
        return "absolute"
    if row.qualified and not row.kind.startswith("procedural"):
        return "qualified"
    return "procedural"


def _head(console: Console, page: LawPage) -> None:
    console.print(Text.assemble((spell(page.cite, "full"), "bold")), soft_wrap=True)
    if page.title:
        console.print(Text(page.title, style="italic"))
    console.print(Text(law.link(page.cite), style="cyan"), soft_wrap=True)
    console.print()
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column()
    facts.add_row("Status", _mark(page.status))
    facts.add_row("Balance", _balance(page))
    if page.on is not None:
        facts.add_row("As at", _on_the_day(page))
    for label, values in _shared(page):
        facts.add_row(label, "; ".join(values))
    console.print(facts)


def _on_the_day(page: LawPage) -> str:
    since, until = law.stands_since(page.cite), law.stood_until(page.cite)
    told = [f"{page.on:%-d %B %Y}"]
    if since is not None:
        told.append(f"it has stood since {since:%-d %B %Y}")
    if until is not None and page.on is not None and page.on < until:
        told.append(f"it changed on {until:%-d %B %Y}; what is said below is today's law")
    return "; ".join(told)


def _balance(page: LawPage) -> str:
    mixed = {_status_of(row) for row in page.rows} >= {"absolute", "qualified"}
    if mixed and page.status == "absolute":
        return "none in the usual case; the limbs marked qualified ask one"
    if page.status == "absolute" and any("by_condition" in row.status for row in page.rows):
        # FOISA s.2(2)(e)(ii): s.38(1)(b) is absolute for its first condition alone.
        return "none in the usual case; the conditions that the law makes qualified ask one"
    if mixed and page.status == "qualified":
        return "for the limbs marked qualified; the others are absolute"
    return _BALANCE[page.status]


def _shared(page: LawPage) -> list[tuple[str, list[str]]]:
    rows = page.rows
    who = [
        "the authority"
        if (row.decision_maker or "").startswith("authority")
        else row.decision_maker
        for row in rows
        if row.decision_maker
    ]
    tests = unique(test for row in rows if (test := _test(row)))
    return [
        (label, values)
        for label, values in (
            (
                "Test",
                tests if len(tests) == 1 else ["it differs by limb; see below"] if tests else [],
            ),
            ("Decided by", unique(who)),
            ("Ends", unique(_ends(row) for row in rows if _ends(row))),
        )
        if values
    ]


def _test(row: law.Provision) -> str:
    kind = row.kind.replace("_", " ")
    threshold = (row.threshold or "").replace("_", " ")
    if threshold in ("", "n/a", "not applicable"):
        return kind
    return f"{kind}: {threshold}"


def _ends(row: law.Provision) -> str:
    life = row.lifespan
    if not life.years:
        return life.note or ""
    return f"after {life.years} years ({life.provision})" + (f", {life.note}" if life.note else "")


def _limbs(console: Console, page: LawPage) -> None:
    if not page.rows or (len(page.rows) == 1 and page.title):
        return
    _heading(console, "Limbs" if page.title else "On record")
    tests = unique(_test(row) for row in page.rows)
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for row in page.rows:
        words = row.title.partition(":")[2].strip() or row.title
        if len(tests) > 1:
            words += f" ({_test(row)})"
        table.add_row(row.citation, _mark(_status_of(row)), words)
    console.print(Padding(table, (0, 0, 0, 2)))


def _confirming(console: Console, page: LawPage) -> None:
    if not law.is_exemption(page.cite):
        return
    _heading(console, "To neither confirm nor deny")
    limbs: dict[str, law.Ncnd] = {}
    for row in page.rows:
        if row.ncnd.available:
            limbs.setdefault(_alternatives(row.ncnd.cites), row.ncnd)
    if not limbs:
        console.print(
            Padding("There is no limb that lifts the duty to confirm or deny.", (0, 0, 0, 2))
        )
    noted: set[str] = set()
    for cites, ncnd in limbs.items():
        status = "contested" if ncnd.status_contested else ncnd.status or ""
        line = Text.assemble((cites, "bold"), "  ", _mark(status), f"  {ncnd.test or ''}")
        console.print(Padding(line, (0, 0, 0, 2)))
        for note in (ncnd.contested_note, ncnd.note):
            if note and note not in noted:
                noted.add(note)
                console.print(Padding(Text(note, style="dim"), (0, 0, 0, 4)))


def _alternatives(cites: Iterable[str]) -> str:
    """Limbs side by side are alternatives: "reg.13(5A)(b) with reg.13(5B)(c), (d) or (e)"."""
    groups: list[list[str]] = []
    for cite in cites:
        stem, _, last = cite.rpartition("(")
        if groups and groups[-1][0].rpartition("(")[0] == stem:
            groups[-1].append(f"({last}")
        else:
            groups.append([cite])
    return " with ".join(
        " or ".join([", ".join(group[:-1]), group[-1]] if group[1:] else group) for group in groups
    )


def _notice(console: Console, page: LawPage) -> None:
    for heading, profile in (
        ("A notice that withholds must carry", page.disclosure),
        ("A notice that neither confirms nor denies must carry", page.confirming),
    ):
        if profile is None:
            continue
        _bullets(console, heading, profile.get("must", ()))
        for key, label in (
            ("should", "and should"),
            ("must_not", "and must not"),
            ("omit", "and leaves out"),
        ):
            if profile.get(key):
                _bullets(console, "  " + label, profile[key], plain=True)
    if page.requirements:
        _heading(console, "What rests on it, by kind of notice")
    for kind in dict.fromkeys(kind for kind, _ in page.requirements):
        lines = [each.requirement for of, each in page.requirements if of is kind]
        _bullets(console, f"  {kind.title} ({kind.regime})", unique(lines), plain=True)


def _lists(console: Console, page: LawPage) -> None:
    rows = page.rows
    _bullets(console, "Name in the notice", _by_limb(rows, "must_identify"))
    _bullets(console, "Purposes", [f"{each.limb} {each.purpose}" for each in page.purposes])
    _bullets(console, "Common mistakes", _by_limb(rows, "typical_mistakes"))
    _bullets(console, "Beside other provisions", _by_limb(rows, "relations"))
    _bullets(
        console,
        "What the audit looks for",
        [f"{each.id}: {each.title}" for each in page.defects],
    )
    _bullets(console, "Notes", unique(row.note for row in rows if row.note))


def _by_limb(rows: tuple[law.Provision, ...], field: str) -> list[str]:
    """Each item once; with its limb where not every limb has it."""
    limbs: dict[str, list[str]] = {}
    for row in rows:
        for item in getattr(row, field):
            limbs.setdefault(item, []).append(row.citation)
    few = len(rows) > 1
    return [
        item + (f" [{', '.join(having)}]" if few and len(having) <= min(2, len(rows) - 1) else "")
        for item, having in limbs.items()
    ]


def _contested(console: Console, page: LawPage) -> None:
    for point in page.contested:
        _heading(console, "Contested")
        console.print(Padding(Text(point.point, style="yellow"), (0, 0, 0, 2)))
        for view in point.views:
            line = Text.assemble("- ", (view.view, "bold"), f": {view.who}")
            if law.is_shown(view.source):
                line.append(f" ({view.source})", style="cyan")
            console.print(Padding(line, (0, 0, 0, 2)))
        console.print(Padding(Text.assemble(("Meanwhile: ", "bold"), point.safe), (0, 0, 0, 2)))


def _cases(console: Console, page: LawPage) -> None:
    lines = [f"{each.name}, {each.citation}: {each.held}" for each in page.cases]
    _bullets(console, "Decisions", lines)


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(Text(words, style="bold underline" if not words.startswith(" ") else "dim"))


def _bullets(console: Console, heading: str, items: Iterable[str], *, plain: bool = False) -> None:
    lines = list(items)
    if not lines:
        return
    if plain:
        console.print(Text(heading, style="dim"))
    else:
        _heading(console, heading)
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row("-", Text(line))
    console.print(Padding(table, (0, 0, 0, 2)))
