"""The head of a page, rendered once for each set of words in it.

The components' macros take longer than all the rest of a page, and what they say changes with the
language, the authority and the part of the site alone: these are the key, so nothing can be stale.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

Header = Callable[[str, str], Markup]
Navigation = Callable[[str, str, Iterable[Mapping[str, Any]], str], Markup]
_MOST = 256


def header_of(env: Environment) -> Header:
    """The authority's name, linked to the first page."""

    @lru_cache(_MOST)
    def header(name: str, home: str) -> Markup:
        component = _macro(env, "generic-header", "govukGenericHeader")
        return component({"logoText": name, "url": home, "classes": "app-header"})

    return header


def navigation_of(env: Environment) -> Navigation:
    """The service's name and the parts of the site, the one we are in marked."""

    @lru_cache(_MOST)
    def made(
        service: str, home: str, items: tuple[tuple[str, str, bool], ...], menu: str
    ) -> Markup:
        component = _macro(env, "service-navigation", "govukServiceNavigation")
        told = [{"text": text, "href": href, "active": here} for text, href, here in items]
        return component(
            {
                "serviceName": service,
                "serviceUrl": home,
                "navigation": told,
                "menuButtonText": menu,
                "navigationLabel": menu,
            }
        )

    def navigation(
        service: str, home: str, items: Iterable[Mapping[str, Any]], menu: str
    ) -> Markup:
        told = tuple((item["text"], item["href"], item["active"]) for item in items)
        return made(service, home, told, menu)

    return navigation


def _macro(env: Environment, component: str, name: str) -> Callable[[dict[str, Any]], Markup]:
    template = env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    made: Callable[[dict[str, Any]], Markup] = getattr(template.module, name)
    return made  # what it gives is escaped: the templates' environment sees to that
