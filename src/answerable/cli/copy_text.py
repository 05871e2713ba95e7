"""What is said of a copy: what stayed behind, what to know, what was withheld and why."""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.model import Place, Severity

if TYPE_CHECKING:
    from answerable.gate.changing import Changed


def told(source: Path, output: Path, made: "Changed", as_json: bool) -> str:
    """Lines, or one JSON object, about a copy that was written."""
    digest = hashlib.sha256(made.data).hexdigest()
    if as_json:
        return json.dumps(
            {
                "file": str(source),
                "output": str(output),
                "format": made.format,
                "sha256": digest,
                "left_behind": [one.as_json() for one in made.removed],
                "schedule": list(made.schedule),
                "notes": list(made.notes),
            },
            ensure_ascii=False,
            indent=2,
        )
    lines = [f"{output} was written and checked ({len(made.data):,} bytes, SHA-256 {digest})."]
    held = [one for one in made.removed if one.severity >= Severity.MEDIUM]
    if held:
        lines.append("Left behind:")
        for one in held:
            place = one.where.words if isinstance(one.where, Place) else ""
            lines.append(f"  {one.message.partition(':')[0]}: {place}")
    notes = len(made.removed) - len(held)
    if notes:
        lines.append(
            f"Left behind too: {notes} note{'s' if notes > 1 else ''} (metadata and the like)."
        )
    if made.schedule:
        lines.append("Withheld:")
        for row in made.schedule:
            lines.append(
                f"  {row['place']}: {row['count']} passage{'s' if row['count'] != 1 else ''}"
                f", {row['provision'] or 'no provision given'}"
            )
    lines += [f"Note: {one}." for one in made.notes]
    return "\n".join(lines)
