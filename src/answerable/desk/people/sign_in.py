"""What the pages of signing in need besides allauth's own: the authority's identity providers."""

from dataclasses import dataclass

from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest

from answerable.desk.sites import on_staff_site


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider of the authority: its name, and where its button leads."""

    name: str
    url: str


def sign_in_providers(request: HttpRequest, process: str = "login") -> list[Provider]:
    """Those that the settings name; none on the public site. ``process`` "connect" adds one."""
    if not on_staff_site(request):
        return []
    return [
        Provider(name=each.name, url=each.get_login_url(request, process=process, **_next(request)))
        for each in get_adapter().list_providers(request)
    ]


def _next(request: HttpRequest) -> dict[str, str]:
    after = request.POST.get("next") or request.GET.get("next")
    return {"next": after} if after else {}
