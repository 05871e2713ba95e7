"""What the site's style sheet and scripts are built from."""

import json
from pathlib import Path

ASSETS = Path(__file__).parents[3] / "src" / "answerable" / "desk" / "ui" / "assets"


def test_the_lock_file_names_no_host() -> None:
    text = (ASSETS / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in text
    assert "://" not in text.replace("https://opencollective.com", "")


def test_every_locked_package_is_checked_by_its_digest() -> None:
    lock = json.loads((ASSETS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())


def test_npm_is_told_to_keep_hosts_out_of_the_lock_file() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ASSETS / ".npmrc").read_text(encoding="utf-8")


def test_the_style_sheet_takes_neither_the_font_nor_the_crown_of_gov_uk() -> None:
    text = (ASSETS / "desk.scss").read_text(encoding="utf-8")
    assert "$govuk-include-default-font-face: false" in text
    assert "Arial" in text
