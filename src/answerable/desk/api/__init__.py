"""The API for the authority's other systems: cases, questions, decisions, letters, log, statistics.

A token acts as a person and never sees more than they do; its scopes narrow it further. ``routes``
holds a file a resource, ``build`` puts them together under /api/v1/.
"""
