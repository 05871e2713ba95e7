"""Which addresses a user is shown as a source: official and neutral pages, nothing else."""

import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

#: Publishers of law, regulators and neutral law reports. Other hosts in the data only say
#: where something was read.
SHOWN = (
    "legislation.gov.uk",
    "ico.org.uk",
    "foi.scot",
    "itspublicknowledge.info",
    "nationalarchives.gov.uk",
    "bailii.org",
    "supremecourt.uk",
    "parliament.uk",
    "gov.uk",
    "gov.scot",
    "gov.wales",
    "scotland.gov.uk",
)
# Councils and agencies stand under .gov.uk too; only these parts of it publish law or guidance.
_GOV = ("gov.uk", "www.gov.uk", "legislation.gov.uk", "nationalarchives.gov.uk", "scotland.gov.uk")
_URL = re.compile(r"https?://[^\s;,()<>\"']{4,400}")


def is_shown(url: str) -> bool:
    """Whether ``url`` may be shown to a user as a source."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    if host.startswith("beta."):
        return False
    if host.endswith("gov.uk"):
        return host in ("gov.uk", "www.gov.uk") or any(
            host == each or host.endswith("." + each) for each in _GOV[2:]
        )
    return any(host == each or host.endswith("." + each) for each in SHOWN)


def same_page(url: str) -> str:
    """What two addresses of one page share: scheme, "www." and a last slash do not count."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/").lower()


def shown_sources(record: msgspec.Struct | dict[str, Any]) -> tuple[str, ...]:
    """The addresses of ``record`` that may be shown, each once, most official first."""
    found = {
        same_page(url): url.rstrip(".") for url in reversed(_urls(msgspec.to_builtins(record)))
    }
    shown = [url for url in reversed(found.values()) if is_shown(url)]
    return tuple(sorted(shown, key=lambda url: "legislation.gov.uk" not in url))


def _urls(value: object) -> list[str]:
    if isinstance(value, str):
        return _URL.findall(value)
    if isinstance(value, dict):
        return [url for each in value.values() for url in _urls(each)]
    if isinstance(value, list | tuple):
        return [url for each in value for url in _urls(each)]
    return []
