"""A backup: one zip of the database, every file, and a manifest that says what must be in it.

``write`` makes one while the site runs; ``restore`` puts one into an empty folder and compares every
digest; ``verify`` checks a site in place: its chain of events and its files.
"""

from answerable.desk.db.backup.manifest import Manifest, read_manifest
from answerable.desk.db.backup.restore import fill_database, unpack
from answerable.desk.db.backup.verify import Verdict, verify
from answerable.desk.db.backup.write import write_backup

__all__ = [
    "Manifest",
    "Verdict",
    "fill_database",
    "read_manifest",
    "unpack",
    "verify",
    "write_backup",
]
