"""Publishes the JSON Schema of decision records: ``python scripts/build_schema.py``."""

import json
from pathlib import Path

from answerable.letters.draft import schema

TARGET = Path(__file__).parent.parent / "docs" / "schema" / "decision-record.schema.json"


def published() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(published(), encoding="utf-8")
