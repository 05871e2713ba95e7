"""Pages about the API: its tokens, for administrators, and its description, for programmers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from answerable.desk.api.actions import end_token, make_token
from answerable.desk.api.describe import operations
from answerable.desk.api.forms import TokenForm
from answerable.desk.api.models import ApiToken
from answerable.desk.api.scopes import SCOPES
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission


@needs(Permission.MANAGE_PEOPLE)
def tokens(request: StaffRequest) -> HttpResponse:
    """Every token, the newest first."""
    found = ApiToken.objects.visible_to(request.user).select_related("person")
    return render(request, "api/tokens.html", {"tokens": found, "scopes": SCOPES})


@needs(Permission.MANAGE_PEOPLE)
def add(request: StaffRequest) -> HttpResponse:
    """Make a token; its secret is shown on this one page and never again."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token, secret = make_token(by=request.user, **form.cleaned_data)
        return render(request, "api/made.html", {"token": token, "secret": secret})
    return render(request, "api/add.html", {"form": form})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def end(request: StaffRequest, public_id: str) -> HttpResponse:
    """End a token."""
    token = get_object_or_404(ApiToken.objects.visible_to(request.user), public_id=public_id)
    end_token(token, by=request.user)
    messages.success(request, f"The token of {token.name} no longer works.")
    return redirect("api_tokens")


@require_GET
def description(request: HttpRequest) -> HttpResponse:
    """What the API can do, from its own description; no script, nothing from elsewhere."""
    from answerable.desk.api.build import api

    context: dict[str, Any] = {"operations": operations(api.get_openapi_schema()), "scopes": SCOPES}
    return render(request, "api/description.html", context)
