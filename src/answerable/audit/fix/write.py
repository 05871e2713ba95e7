"""The proposals set into the letter, each marked as proposed: text, HTML, Word."""

import io
from collections.abc import Iterator
from html import escape

from answerable.audit.fix.proposals import Proposal
from answerable.audit.registry import rule
from answerable.model import Letter


def _pieces(
    letter: Letter, proposed: tuple[Proposal, ...]
) -> Iterator[tuple[str, Proposal | None]]:
    """The letter's own words and the proposals, in order."""
    position = 0
    for proposal in proposed:
        if letter.text[position : proposal.position]:
            yield letter.text[position : proposal.position], None
        yield proposal.words, proposal
        position = proposal.position
    if letter.text[position:]:
        yield letter.text[position:], None


def _code(proposal: Proposal) -> str:
    """The code of the finding: its name ("foisa-s19-missing") would be read as words on the law."""
    return rule(proposal.slug).code


def to_text(letter: Letter, proposed: tuple[Proposal, ...]) -> str:
    """Plain text; a proposal stands in square brackets with the code of its finding."""
    made = []
    for words, proposal in _pieces(letter, proposed):
        if proposal is None:
            made.append(words)
        elif proposal.paragraph:
            made.append(f"\n\n[PROPOSED, {_code(proposal)}: {words}]")
        else:
            made.append(f" [PROPOSED, {_code(proposal)}: {words.strip()}]")
    return "".join(made)


def to_html(letter: Letter, proposed: tuple[Proposal, ...]) -> str:
    """A page; proposals are insertions, underlined and labelled.

    The letter keeps its lines and columns, so that the page is read again as the letter it is.
    """
    made = []
    for words, proposal in _pieces(letter, proposed):
        if proposal is None:
            made.append(escape(words))
        else:
            edge = "\n\n" if proposal.paragraph else " "
            label = f'<span class="label">[Proposed, {escape(_code(proposal))}: </span>'
            made.append(f"{edge}<ins>{label}{escape(words.strip())}]</ins>")
    return _PAGE.format(body="".join(made))


# A page drops the first line break of a <pre>, so one is put there for it.
_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The letter with proposed words</title>
<style>
body {{ font: 1.0625rem/1.6 Georgia, "Liberation Serif", serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #14181d; }}
h1 {{ font: bold 1.375rem/1.3 Arial, Helvetica, sans-serif; }}
.letter {{ font: inherit; margin: 0; white-space: pre-wrap; overflow-wrap: break-word; }}
ins {{ background: #e3eeeb; text-decoration: underline dashed #1f4d45 2px; text-underline-offset: 3px; }}
.label {{ font: bold .8125rem Arial, Helvetica, sans-serif; color: #1f4d45; }}
</style>
</head>
<body>
<main>
<header data-beside-the-letter>
<h1>The letter with proposed words</h1>
<p><strong>Proposed words are marked.</strong> Nothing has been decided for you: fill in what stands in square brackets, and read the whole letter again.</p>
</header>
<pre class="letter">
{body}</pre>
</main>
</body>
</html>
"""


def to_docx(letter: Letter, proposed: tuple[Proposal, ...]) -> bytes:
    """A Word document; proposals are highlighted and labelled."""
    import docx
    from docx.enum.text import WD_COLOR_INDEX

    document = docx.Document()
    document.core_properties.title = "The letter with proposed words"
    paragraph = document.add_paragraph()
    for words, proposal in _pieces(letter, proposed):
        if proposal is not None:
            if proposal.paragraph:
                paragraph = document.add_paragraph()
            edge = "" if proposal.paragraph else " "
            run = paragraph.add_run(f"{edge}[Proposed, {_code(proposal)}: {words.strip()}]")
            run.font.highlight_color = WD_COLOR_INDEX.BRIGHT_GREEN
            continue
        for number, line in enumerate(words.split("\n")):
            if number:
                paragraph = document.add_paragraph()
            paragraph.add_run(line)
    box = io.BytesIO()
    document.save(box)
    return box.getvalue()
