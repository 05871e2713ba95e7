"""Questions given to service areas: who owes what by when, the answers, and the search log.

``search_log`` and ``searches_words`` (in ``log``) are what a decision and a complaint draw on.
"""
