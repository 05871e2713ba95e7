"""Answerable: a lawful, consistent and safe answer to a request for information."""

__version__ = "0.1.0"
