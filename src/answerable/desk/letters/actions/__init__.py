"""The only place that writes letters, overrides and the files to go with an answer."""

from answerable.desk.letters.actions.files import (
    add_file,
    clean_copy,
    put_back,
    redacted_copy,
    replace,
    take_out,
)
from answerable.desk.letters.actions.keeping import consent, keep_despite
from answerable.desk.letters.actions.override import override
from answerable.desk.letters.actions.write import save_letter

__all__ = [
    "add_file",
    "clean_copy",
    "consent",
    "keep_despite",
    "override",
    "put_back",
    "redacted_copy",
    "replace",
    "save_letter",
    "take_out",
]
