"""The page of a rule, for ``--explain`` and for the documentation."""

from answerable import law
from answerable.audit.cases import cases_of
from answerable.audit.registry import all_rules
from answerable.audit.rule import Rule
from answerable.model import Cite, Source

_BASIS = {
    "statutory": "a notice or procedural duty in the Act or Regulations",
    "merits": "whether the exemption, exception or answer is right",
    "good_practice": "a Code of Practice or what the regulator expects",
}


def listing() -> str:
    """Every rule on one line: code, severity, basis, id, title."""
    lines = [
        f"{rule.code}  {rule.severity.word:<8}  {rule.basis.value.replace('_', ' '):<13}  "
        f"{rule.slug:<34}  {rule.defect.title}"
        for rule in all_rules()
    ]
    return "\n".join(lines)


def page(rule: Rule) -> str:
    """The page of one rule in Markdown: facts, why, how to put it right, examples, sources."""
    defect = rule.defect
    facts = [
        ("Code", f"`{rule.code}`"),
        ("Id", f"`{rule.slug}`"),
        ("Severity", rule.severity.word),
        ("Basis", f"{rule.basis.value.replace('_', ' ')}: {_BASIS[rule.basis.value]}"),
        ("Rests on", "; ".join(_ground(cite) for cite in rule.cites)),
        ("Regime", defect.regime),
    ]
    parts = [
        f"# {rule.code} {defect.title}",
        "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts)]),
        f"{defect.rule}.",
        f"## Why it matters\n\n{rule.why}",
        f"## How to put it right\n\n{rule.fix}",
    ]
    if defect.note:
        parts.append(f"## What else is said\n\n{defect.note}.")
    parts += _examples(rule)
    if rule.interprets:
        parts.append(
            "## Alone in a letter\n\nThis rule reads what words mean. In a letter in which nothing else is "
            "plainly wrong it says so as a point to check, of medium weight at most: see "
            "[decision 32](../adr/0032-alone-in-a-letter.md)."
        )
    if rule.second_look:
        parts.append(
            "## At a second look\n\nIn a letter in which something is plainly wrong, a weaker sign is "
            f"reported too, as a point to check: {rule.second_look[0].lower()}{rule.second_look[1:]}"
        )
    sources = law.shown_sources(defect)
    if sources:
        parts.append("## Sources\n\n" + "\n".join(f"- <{url}>" for url in sources))
    return "\n\n".join(parts) + "\n"


def _ground(cite: Cite | Source) -> str:
    if isinstance(cite, Cite):
        return f"[{cite}]({law.link(cite)})"
    return f"[{cite.name}]({cite.url})" if cite.url else cite.name


def _examples(rule: Rule) -> list[str]:
    cases = cases_of(rule.slug)
    parts = []
    for rows, title in ((cases.fires, "Reported"), (cases.silent, "Not reported")):
        names = [f"- {case['name'][0].upper()}{case['name'][1:]}." for case in rows]
        if names:
            parts.append(f"## {title}\n\n" + "\n".join(names))
    if cases.fires:
        letter = cases.fires[0]["letter"].strip()
        parts.append(f"### An example that is reported\n\n```text\n{letter}\n```")
    return parts
