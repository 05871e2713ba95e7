"""A notice as an HTML page: no script, no outside file, prints on A4."""

from html import escape

from answerable.letters.draft.notice import Block, Heading, Items, Notice, Paragraph, Table
from answerable.letters.writers.text import DRAFT


def to_html(notice: Notice) -> str:
    """The notice as a whole HTML document."""
    head = "".join(f"<p>{escape(line)}</p>" for line in notice.head[1:-1])
    body = "\n".join(_block(block) for block in notice.blocks)
    mark = f'<p class="draft">{DRAFT}</p>' if notice.draft else ""
    return _PAGE.format(
        lang=notice.language,
        title=escape(notice.title),
        mark=mark,
        name=escape(notice.head[0]),
        head=head,
        greeting=escape(notice.head[-1]),
        body=body,
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Items):
        return _items(block)
    if isinstance(block, Table):
        return _table(block)
    css = ' class="quoted"' if block.quoted else ""
    return f"<p{css}>{_linked(block)}</p>"


def _items(block: Items) -> str:
    css = ' class="quoted"' if block.quoted else ""
    if not block.labels:
        return f"<ul{css}>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
    css = "labelled quoted" if block.quoted else "labelled"
    return "\n".join(
        f'<p class="{css}"><span class="label">{escape(label)}.</span> {escape(item)}</p>'
        for label, item in zip(block.labels, block.items, strict=True)
    )


def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.head)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>"


def _linked(block: Paragraph) -> str:
    """The words with each link on the first place of its own words."""
    text = escape(block.text)
    taken: list[str] = []
    for words, url in sorted(dict.fromkeys(block.links), key=lambda link: -len(link[0])):
        mark = f"\0{len(taken)}\0"
        shown = escape(words)
        place = text.lower().find(shown.lower())
        if place >= 0:
            found = text[place : place + len(shown)]
            text = text[:place] + mark + text[place + len(shown) :]
            taken.append(f'<a href="{escape(url)}">{found}</a>')
    for number, link in enumerate(taken):
        text = text.replace(f"\0{number}\0", link)
    return text


_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 22mm 20mm; }}
body {{ font: 1.0625rem/1.6 Georgia, "Liberation Serif", "Times New Roman", serif; color: #14181d; max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem; }}
header {{ border-bottom: 3px solid #1f4d45; margin-bottom: 1.5rem; padding-bottom: .75rem; }}
header p {{ margin: 0; }} .name {{ font: bold 1.25rem/1.4 Arial, Helvetica, sans-serif; }}
h1 {{ font: bold 1.25rem/1.35 Arial, Helvetica, sans-serif; margin: 1.25rem 0 1rem; }}
h2 {{ font: bold 1.0625rem/1.4 Arial, Helvetica, sans-serif; margin: 1.75rem 0 .5rem; }}
h3 {{ font: bold 1rem/1.4 Arial, Helvetica, sans-serif; margin: 1.25rem 0 .4rem; }}
p {{ margin: 0 0 .85rem; }} a {{ color: #1d5c87; }}
.quoted {{ border-left: 4px solid #c9ced4; padding-left: 1rem; color: #39424b; }}
p.labelled {{ margin-bottom: 0; padding: 0 0 .5rem 2.75rem; text-indent: -1.75rem; }}
li {{ margin: 0 0 .4rem; }} .label {{ display: inline-block; min-width: 1.5rem; text-indent: 0; }}
table {{ border-collapse: collapse; margin: 0 0 1rem; }} th, td {{ border: 1px solid #aeb5bd; padding: .3rem .7rem; text-align: left; vertical-align: top; }}
th {{ background: #eef1f3; font: bold .95rem Arial, Helvetica, sans-serif; }} thead {{ display: table-header-group; }}
.draft {{ background: #faf1dc; border: 2px dashed #8a5a00; padding: .5rem 1rem; font: bold 1rem Arial, Helvetica, sans-serif; }}
h2, h3 {{ break-after: avoid; }} li, p {{ orphans: 2; widows: 2; }}
</style>
</head>
<body>
{mark}
<header><p class="name">{name}</p>{head}</header>
<main>
<p>{greeting}</p>
{body}
</main>
</body>
</html>
"""
