"""The templates' environment: one engine for our pages, allauth's and the components' macros."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import timezone, translation
from django.utils.html import json_script
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader

from answerable.desk.people.sign_in import sign_in_providers
from answerable.desk.sites import public_url, staff_url
from answerable.desk.ui.frame import header_of, navigation_of
from answerable.desk.ui.said import said
from answerable.desk.ui.widgets import field_parts, form_errors


def _reverse(name: str, *args: Any) -> str:
    return reverse(name, args=args) if args else _plain(name, get_urlconf(), get_script_prefix())


@lru_cache(512)
def _plain(name: str, _urlconf: str | None, _prefix: str) -> str:
    """The address of a page that has only one; it follows from the site and the language."""
    return reverse(name)


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
        static=lru_cache(64)(static),
        page_header=header_of(env),
        page_navigation=navigation_of(env),
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
        said, translation.ngettext, newstyle=True
    )
    return env


def macro(template: str, name: str) -> Any:
    """A macro of a template, to be called from Python; what it gives is escaped as ever."""
    engine = cast("Jinja2", engines["jinja2"])
    return getattr(engine.env.get_template(template).module, name)


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
    return _day(value, translation.get_language() or "")


@lru_cache(4096)
def _day(value: date, language: str) -> str:
    """A page of the log has sixty days, few of them different."""
    if language.startswith("cy"):
        from django.utils.formats import date_format

        return date_format(value, "j F Y")
    return f"{value:%-d %B %Y}"


def moment(value: datetime) -> str:
    """A moment in London: "10 December 2026, 2:05pm"."""
    local = timezone.localtime(value)
    return f"{day(local.date())}, {local:%-I:%M}{local:%p}".replace("AM", "am").replace("PM", "pm")
