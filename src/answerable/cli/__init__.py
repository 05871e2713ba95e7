"""The command line: one file a command, each a thin edge around the core.

Forms and exit statuses are a contract that scripts rely on; see docs/developers/contract.md.
"""

from answerable.cli.app import main

__all__ = ["main"]
