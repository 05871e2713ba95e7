"""The templates' environment: one engine for our pages, allauth's and the components' macros."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import json_script
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader

from answerable.desk.people.sign_in import sign_in_providers
from answerable.desk.sites import public_url, staff_url
from answerable.desk.ui.widgets import field_parts, form_errors


def _reverse(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def environment(**options: Any) -> Environment:
    """Jinja2 as our templates expect it."""
    own = options.pop("loader")
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    # The components' macros ask for keys that a caller may leave out.
    options.setdefault("undefined", ChainableUndefined)
    env = Environment(  # noqa: S701 - Django passes autoescape=True
        loader=ChoiceLoader([own, components]), extensions=["jinja2.ext.i18n"], **options
    )
    env.globals.update(
        static=static,
        url=_reverse,
        staff_url=staff_url,
        public_url=public_url,
        messages=_messages,
        language=translation.get_language,
        field_parts=field_parts,
        form_errors=form_errors,
        with_query=with_query,
        sign_in_providers=sign_in_providers,
    )
    env.filters.update(day=day, moment=moment, json_script=json_script)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    return env


def _messages(request: HttpRequest) -> list[Any]:
    return list(get_messages(request)) if hasattr(request, "_messages") else []


def with_query(request: HttpRequest, drop: Iterable[str] = (), **changes: object) -> str:
    """The address of this page with some of its query changed or dropped, the rest kept."""
    query = request.GET.copy()
    for name in drop:
        query.pop(name, None)
    for name, value in changes.items():
        query[name] = str(value)
    return f"?{query.urlencode()}"


def day(value: date | None) -> str:
    """A date as people write it: "10 December 2026"; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if (translation.get_language() or "").startswith("cy"):
        from django.utils.formats import date_format

        return date_format(value, "j F Y")
    return f"{value:%-d %B %Y}"


def moment(value: datetime) -> str:
    """A moment in London: "10 December 2026, 2:05pm"."""
    local = timezone.localtime(value)
    return f"{day(local.date())}, {local:%-I:%M}{local:%p}".replace("AM", "am").replace("PM", "pm")
