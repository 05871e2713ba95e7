"""What every page is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.desk.authority.models import the_authority
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import on_staff_site, public_url, staff_url
from answerable.desk.ui.navigation import footer, navigation


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The authority, which site this is, and who is signed in (on the staff site only)."""
    staff = on_staff_site(request)
    return {
        "authority": the_authority(),
        "staff_site": staff,
        "actor": getattr(request, "user", None) if staff else None,
        "Permission": Permission,
        "demo": settings.DEMO,
        "second_factor_wanted": settings.SECOND_FACTOR,
        "site_address": settings.ADDRESS,
        "page_language": "cy" if (get_language() or "").startswith("cy") else "en",
        "service_name": "Answerable" if staff else _("Requests for information"),
        "home_address": staff_url("home") if staff else _home(),
        "brand_address": public_url("brand"),
        "navigation": navigation(request, staff=staff),
        "footer": footer(staff=staff),
    }


def _home() -> str:
    try:
        return public_url("front")
    except NoReverseMatch:
        return "/"
