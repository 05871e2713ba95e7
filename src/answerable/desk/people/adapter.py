"""How people get in: by invitation only; nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class NoSignUp(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter with the front door closed: an administrator adds people."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class NoSocialSignUp(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The same for the authority's own sign-in: it lets in those who were added, nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False
