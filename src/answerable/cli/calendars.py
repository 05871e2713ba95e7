"""Where an imported calendar of bank holidays is kept, and which one is in use."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.law.holidays import Edition


def calendar_file() -> Path:
    """The file of the imported calendar, by the XDG rules."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "answerable" / "bank-holidays.json"


def edition_in_use() -> "Edition | None":
    """The imported calendar if there is one; None means the bundled one."""
    path = calendar_file()
    if not path.exists():
        return None
    from answerable.law.holidays import from_json

    return from_json(path.read_text(encoding="utf-8"), str(path))
