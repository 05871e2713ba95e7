"""What every page is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from answerable.desk.authority.models import the_authority
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import on_staff_site


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The authority, which site this is, and who is signed in (on the staff site only)."""
    staff = on_staff_site(request)
    return {
        "authority": the_authority(),
        "staff_site": staff,
        "actor": getattr(request, "user", None) if staff else None,
        "Permission": Permission,
        "demo": settings.DEMO,
        "site_address": settings.ADDRESS,
    }
