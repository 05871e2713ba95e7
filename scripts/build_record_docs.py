"""Writes the guide to decision records from the dataclasses and the worked examples.

``python scripts/build_record_docs.py``; a test holds the page to what this makes.
"""

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from answerable import law
from answerable.letters.draft.record import DECISIONS, OF_KIND
from answerable.letters.samples import example
from answerable.model import decision as shapes

TARGET = Path(__file__).parent.parent / "docs" / "officers" / "decision-records.md"

INTRO = """# Decision records

A decision record says, in a short YAML file, what the authority decided and why, question by
question. From it `answerable draft` writes the whole notice: as text, as a web page, as a Word file
or as an accessible PDF, with the same words in all four.

```
answerable draft --example foia_refusal -o decision.yaml   # begin from a worked record
answerable draft decision.yaml -o letter.docx              # or .pdf, .html, .txt
answerable draft decision.yaml -o letter.docx --template our-letterhead.docx
answerable draft decision.yaml -o letter.pdf --draft       # write it although something is missing
```

You write the reasons, the factors and the weighing: only people can decide those. The program adds
what every notice must have and nobody should have to remember: the words that the provision needs,
links to legislation.gov.uk, the review with its time limits, the regulator's address, and a sentence
that implies nothing where you neither confirm nor deny.

If something mandatory is missing, no letter is written. You are told what the notice would not
show, which provision asks for it, and in which field to put it. With `--draft` the letter is written
all the same and says DRAFT at the top.

A wrong field gets one sentence with the line and what is allowed. Editors that know JSON Schema
can check a record as you type: the schema is
[decision-record.schema.json](../schema/decision-record.schema.json), or `answerable draft --schema`.

## What goes where

- `kind` is the kind of notice (the headings under “Examples” below), `regime` the law: FOIA, EIR, FOISA
  or EISR.
- `questions` are the applicant's own words, each with its number.
- `decisions` is a list. Each begins with `decision:` and its kind, and names the `questions` it answers.
  Every question needs one. Different decisions can stand in one letter.
- Provisions are written as `s.31(1)(a)` or `reg 12(5)(e)`. One that the law does not have is refused.
- Dates are written as 2026-12-10.
- `received` and `sent` must be within the time for an answer. If the applicant made the request clear later,
  give `clarified`; if you wrote earlier that you need more time, `extended_to`; if the answer is simply
  late, say why in `late_because`, and the letter will apologise.

- `language: cy` makes the letter in Welsh (FOIA and EIR), and `welsh` has the Welsh of each of your texts:
  see [Letters in Welsh](welsh.md).

A decision to **neither confirm nor deny** has three fields and no more: the questions, the grounds, and
what is published for everybody anyway. There is no field that says whether anything is held, so the
letter cannot give it away.
"""

WORDS = {str: "text", bool: "true or false", float: "a number"}


def words_of(hint: Any) -> str:
    """A field's type in an officer's words."""
    args = [arg for arg in get_args(hint) if arg is not type(None)]
    if get_origin(hint) is tuple:
        return f"a list of {words_of(args[0])}" if args[0] is not str else "a list of text"
    if args and all(isinstance(arg, str) for arg in args):
        return " or ".join(f"`{arg}`" for arg in args)
    if args:
        return words_of(args[0])
    names = {"date": "a date", "Cite": "a provision", "Ground": "grounds", "tuple": "rows"}
    shown = getattr(hint, "__name__", str(hint))
    return WORDS.get(hint) or names.get(shown) or f"a {shown.lower()} (below)"


def table_of(shape: type) -> str:
    """The fields of one dataclass as a table."""
    hints = get_type_hints(shape)
    rows = ["| field | what | needed |", "| --- | --- | --- |"]
    rows += [
        f"| `{field.name}` | {words_of(hints[field.name])} | {'yes' if field.default is MISSING else 'no'} |"
        for field in fields(shape)
    ]
    return "\n".join(rows)


def about(shape: type) -> str:
    """What a dataclass says of itself, in one paragraph."""
    return " ".join((shape.__doc__ or "").split())


def page() -> str:
    """The whole page."""
    parts = [INTRO, "## The decisions\n"]
    for name, shape in DECISIONS.items():
        parts.append(f"### `{name}`\n\n{about(shape)}\n\n{table_of(shape)}\n")
    parts.append("## What decisions are made of\n")
    for shape in (shapes.Ground, shapes.Balance, shapes.Opinion, shapes.AuthorityDetails):
        parts.append(f"### {shape.__name__}\n\n{about(shape)}\n\n{table_of(shape)}\n")
    parts.append("## Examples\n\nOne for each kind of notice; all of them are tested.\n")
    for kind in OF_KIND:
        notice = law.notice(kind)
        parts.append(
            f"### {kind}\n\n{notice.regime}: {notice.title}.\n\n```yaml\n{example(kind)}```\n"
        )
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
