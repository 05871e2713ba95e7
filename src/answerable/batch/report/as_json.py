"""The report's figures as data."""

import json
from dataclasses import asdict
from pathlib import Path

from answerable.batch.report.figures import count
from answerable.batch.report.read import audited_rows


def to_json(result: Path) -> str:
    """What ``to_html`` draws, in numbers; ``by_year`` holds the years of each defect.

    Raises:
        UnusableInputError: ``result`` is not what “batch audit” wrote.
    """
    figures = count(audited_rows(result))
    years: dict[str, dict[str, int]] = {}
    for (slug, year), letters in sorted(figures.by_year.items()):
        years.setdefault(slug, {})[year] = letters
    counted = {
        name: dict(getattr(figures, name))
        for name in ("failed", "defects", "likely", "severities", "provisions", "outcomes")
    }
    tallied = {
        name: {key: asdict(tally) for key, tally in getattr(figures, name).items()}
        for name in ("bodies", "years")
    }
    told = {
        "rows": figures.rows,
        "all": asdict(figures.all),
        **counted,
        **tallied,
        "by_year": years,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
