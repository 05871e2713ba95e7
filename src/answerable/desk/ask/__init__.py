"""The public's road in: asking in a few short pages, a receipt, and a private link to follow.

There is no session: what is typed lives in one ``Draft`` row behind one short-lived cookie.
"""
