"""Disclosure logs of other bodies: looked at, taken in by the worker, replaced, removed."""
