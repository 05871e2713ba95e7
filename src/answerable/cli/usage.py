"""A wrong option, value or command is told in one sentence, as any other bad input is."""

import re
from typing import Any

import typer
import typer.core

from answerable.cli.edge import UNUSABLE

#: The kind of error that a wrong command line is: typer hands out only its children by name.
_WRONG: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "UsageError"
)
_CHOICE = re.compile(r"'(?P<value>.*)' is not one of (?P<known>'.*')\.?$", re.DOTALL)
_NUMBER = {"valid integer": "a whole number", "valid number": "a number"}


class PlainUsage(typer.core.TyperGroup):
    """The commands, with their usage errors in plain words."""

    def make_context(self, *args: Any, **more: Any) -> Any:
        """As typer does; an option before the command that is not known is one sentence."""
        try:
            return super().make_context(*args, **more)
        except _WRONG as problem:
            raise _told(problem) from None

    def invoke(self, ctx: Any) -> Any:
        """As typer does; what is wrong in a command is one sentence."""
        try:
            return super().invoke(ctx)
        except _WRONG as problem:
            raise _told(problem) from None


def _told(problem: Any) -> Exception:
    """Say what is wrong, and give what ends the run; no words at all still show the help."""
    if type(problem).__name__ == "NoArgsIsHelpError":
        return problem  # type: ignore[no-any-return]
    typer.echo(f"answerable: {sentence(problem)}", err=True)
    return typer.Exit(UNUSABLE)


def sentence(problem: Any) -> str:
    """One sentence for a usage error: what, where, what to do."""
    words = " ".join(problem.format_message().split()).rstrip(".?")
    option = _option(problem)
    choice = _CHOICE.search(problem.message)
    if option and choice:
        known = choice["known"].replace("'", "")
        return f"{option} “{choice['value']}” is not one of {known}."
    if option:
        for known, needed in _NUMBER.items():
            if known in problem.message:
                return f"{option} needs {needed}."
    command = problem.ctx.command_path.split() if problem.ctx else []
    path = " ".join(["answerable", *_names(command)])
    return f"{words}; {path} --help lists what there is."


def _names(path: list[str]) -> list[str]:
    """The names of the commands in a path, without how the program was started."""
    start = 3 if path[1:2] == ["-m"] else 1
    return path[start:]


def _option(problem: Any) -> str:
    """The option or argument that a bad value was given for; empty for other errors."""
    if not isinstance(problem, typer.BadParameter):
        return ""
    if problem.param is None:
        return ""
    longest: str = max(problem.param.opts, key=len)
    return longest if longest.startswith("-") else longest.upper()
