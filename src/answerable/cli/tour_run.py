"""The files of the tour: the audit of the seed letter, and a notice that gets it right."""

from html import escape

from answerable.audit import Case, audit_letter
from answerable.audit.report import LetterReport
from answerable.letters import read_letter
from answerable.letters.samples import sample

_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The letter and a right notice, side by side</title>
<style>
body {{ margin: 0; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #14181d; background: #f2f3f1; }}
header {{ padding: 1rem 1.25rem; border-top: 6px solid #1f4d45; }}
h1 {{ font-size: 1.375rem; margin: 0 0 .25rem; }}
p {{ margin: 0; }}
main {{ display: grid; grid-template-columns: 3fr 2fr; gap: 1rem; padding: 0 1.25rem 1.25rem; }}
section {{ background: #fff; border: 1px solid #c9ced4; display: flex; flex-direction: column; }}
h2 {{ font-size: 1rem; margin: 0; padding: .6rem 1rem; border-bottom: 1px solid #c9ced4; }}
iframe {{ border: 0; width: 100%; height: 82vh; }}
@media (max-width: 60rem) {{ main {{ grid-template-columns: 1fr; }} }}
</style>
</head>
<body>
<header>
<h1>One request, two answers</h1>
<p>{lead}</p>
</header>
<main>
<section aria-label="The letter as it was sent"><h2>As it was sent, with what it does not show</h2>
<iframe title="The annotated letter" src="annotated-letter.html"></iframe></section>
<section aria-label="A right notice"><h2>A right notice for the same request: {links}</h2>
<iframe title="The notice" src="notice.html"></iframe></section>
</main>
</body>
</html>
"""


def seed_report() -> LetterReport:
    """The audit of the seed letter."""
    letter = read_letter(sample("seed_letter.txt"))
    return LetterReport("seed_letter.txt", letter, audit_letter(letter, Case()))


def notice_files() -> dict[str, bytes]:
    """The notice for the seed request in every format, by file name."""
    from answerable.letters.draft import read_record, write_notice
    from answerable.letters.writers import to_docx, to_html, to_pdf, to_text

    record = read_record(sample("seed_decision.yaml"), "seed_decision.yaml")
    notice = write_notice(record)
    return {
        "notice.txt": to_text(notice).encode(),
        "notice.html": to_html(notice).encode(),
        "notice.docx": to_docx(notice),
        "notice.pdf": to_pdf(notice),
    }


def side_by_side(written: dict[str, bytes]) -> str:
    """A page that shows the annotated letter and the notice next to one another."""
    others = [name for name in written if name.startswith("notice.") and name != "notice.html"]
    links = ", ".join(
        f'<a href="{escape(name)}">{escape(name.rsplit(".", 1)[1].upper())}</a>' for name in others
    )
    lead = (
        "Left, a council's real reply with each finding beside the words it is about. Right, a "
        "notice for the same request that says what the law asks a notice to say."
    )
    return _PAGE.format(lead=lead, links=links)
