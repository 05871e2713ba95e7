"""Handing files out, and the record of what the gate found in them."""

from answerable.desk.files.views.download import as_download

__all__ = ["as_download"]
