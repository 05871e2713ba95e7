"""How people get in: by invitation only; nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class NoSignUp(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter with the front door closed: an administrator adds people."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
