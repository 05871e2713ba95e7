"""Requests that come by mail, on paper or over the counter: the original is kept first.

``fetch.fetch_once`` looks into the drop folder and the mailbox; ``actions`` keeps, reads, makes the
case. Nothing here ever answers a mail.
"""
