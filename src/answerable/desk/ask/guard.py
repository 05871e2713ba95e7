"""Telling a program that fills in forms from a person; a person can always go on."""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

QUICKEST = timedelta(seconds=2)  # nobody reads, types and sends in less
_SALT = "ask.began"


def began() -> str:
    """A signed mark of the moment at which a form was shown."""
    return TimestampSigner(salt=_SALT).sign("ask")


def too_quick(mark: str) -> bool:
    """Whether the form came back quicker than a person types, or without a mark of ours."""
    signer = TimestampSigner(salt=_SALT)
    try:
        signer.unsign(mark)
    except BadSignature:
        return True
    try:
        signer.unsign(mark, max_age=QUICKEST)
    except BadSignature:
        return False  # older than the quickest: somebody took their time
    return True
