"""The schedule of withheld passages: page, provision, how many; never the words."""

import html
import json
from collections.abc import Sequence
from typing import Any

_FOR = {
    "applicant": "Copy for the applicant",
    "log": "Copy for the disclosure log",
    "regulator": "Copy for the regulator",
}
_STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}"
    "h1{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}"
    "caption{text-align:left;font-weight:bold;padding-bottom:.4rem}"
    "th,td{border-bottom:1px solid #767676;padding:.5rem .6rem .5rem 0;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}"
    "td.n,th.n{text-align:right;padding-right:0}"
)


def totals(rows: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    """Passages by provision, in the order of the provisions."""
    found: dict[str, int] = {}
    for row in rows:
        found[row["provision"]] = found.get(row["provision"], 0) + row["count"]
    return sorted(found.items())


def to_json(name: str, sha256: str, audience: str, rows: Sequence[dict[str, Any]]) -> str:
    """The schedule as one JSON object, with the hash of the copy that it is about."""
    return json.dumps(
        {
            "file": name,
            "sha256": sha256,
            "audience": audience,
            "withheld": list(rows),
            "by_provision": [
                {"provision": provision, "count": count} for provision, count in totals(rows)
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def to_html(name: str, sha256: str, audience: str, rows: Sequence[dict[str, Any]]) -> str:
    """The schedule as a page that needs nothing else."""
    safe = html.escape(name)
    if rows:
        body = _table(
            "By provision", ("Withheld under",), [((_under(p),), n) for p, n in totals(rows)]
        ) + _table(
            "By place",
            ("Where", "Withheld under"),
            [((row["place"], _under(row["provision"])), row["count"]) for row in rows],
        )
    else:
        body = "<p>Nothing is withheld from this copy.</p>"
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Withheld from {safe}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>Withheld from {safe}</h1><p>{_FOR[audience]}. A passage is one mark: a word, a line "
        f"or an area of a page.</p>{body}"
        f"<p>SHA-256 of the copy: <code style='overflow-wrap:anywhere'>{sha256}</code></p>"
        f"</main></body></html>"
    )


def _under(provision: str) -> str:
    return provision or "no provision given"


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[tuple[str, ...], int]]) -> str:
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    lines = "".join(
        "<tr>"
        + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
        + f'<td class="n">{count}</td></tr>'
        for cells, count in rows
    )
    return (
        f"<table><caption>{title}</caption><thead><tr>{head}"
        f'<th scope="col" class="n">Passages</th></tr></thead><tbody>{lines}</tbody></table>'
    )
