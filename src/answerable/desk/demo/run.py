"""``answerable demo``: make it if it is not there, say how to get in, serve."""

import json
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from answerable.desk.db.claim import claim
from answerable.desk.demo.make import is_made, make
from answerable.desk.demo.world import NAME, PARTS
from answerable.desk.people.roles import role
from answerable.desk.serve.real import DEMO_MARK
from answerable.desk.serve.schema import bring_up_to_date
from answerable.desk.serve.web import bind, serve
from answerable.model import UnusableInputError

HOST = "127.0.0.1"
_FIRST_PORT, _PORTS = 8000, 20
_WORDS = [
    "amber",
    "anchor",
    "apple",
    "badger",
    "barley",
    "basket",
    "beacon",
    "birch",
    "bramble",
    "bridge",
    "candle",
    "canvas",
    "cedar",
    "clover",
    "copper",
    "coral",
    "cotton",
    "cricket",
    "daisy",
    "drum",
    "ember",
    "falcon",
    "feather",
    "fern",
    "flint",
    "garden",
    "ginger",
    "harbour",
    "hazel",
    "heron",
    "hollow",
    "ivory",
    "jasmine",
    "kettle",
    "ladder",
    "lantern",
    "lemon",
    "linen",
    "maple",
    "marble",
    "meadow",
    "mellow",
    "nettle",
    "oak",
    "orchard",
    "otter",
    "paper",
    "pebble",
    "pepper",
    "pine",
    "plover",
    "quill",
    "raven",
    "reed",
    "river",
    "robin",
    "saddle",
    "saffron",
    "silver",
    "sparrow",
    "thistle",
    "timber",
    "tulip",
    "velvet",
    "walnut",
    "willow",
    "winter",
]


def run_demo(
    data: Path,
    port: int | None,
    *,
    say: Callable[[str], object],
    tell: Callable[[str], object],
    shown: Callable[[str, str], str],
) -> None:
    """Make the demonstration in the data folder if need be, and serve it until stopped.

    ``say`` takes what is done meanwhile, ``tell`` the sign-ins as ``shown`` writes them.

    Raises:
        UnusableInputError: the folder holds a real site, or the port is taken.
    """
    claim()
    bring_up_to_date()
    password = prepare(data, say)
    server = _bind(port)
    tell(shown(f"http://{HOST}:{server.effective_port}", password))
    serve(server, worker=True)


def prepare(data: Path, say: Callable[[str], object]) -> str:
    """The password of the demonstration in the data folder, which is made if it is not there.

    Raises:
        UnusableInputError: the folder holds a real site.
    """
    mark = data / DEMO_MARK
    if is_made():
        if not mark.exists():
            raise UnusableInputError(f"“{data}” holds a real site; choose another with --data.")
        return mark.read_text(encoding="utf-8").strip()
    password = _kept_password(mark)
    say(f"Making {NAME}, which does not exist, in {data}/ ...")
    made = make(password)
    say(f"{made} cases made.")
    return password


def sign_ins(address: str, password: str) -> str:
    """Where to go and how to get in, for a terminal."""
    rows = [(part.email, f"{part.name}, {role(part.role).name.lower()}"
             + (f" ({part.service})" if part.service else "")) for part in PARTS]  # fmt: skip
    width = max(len(email) for email, _ in rows)
    return "\n".join(
        [
            "",
            f"  Public site      {address}/",
            f"  Disclosure log   {address}/log/",
            f"  Staff            {address}/desk/",
            "",
            f"  Sign in with any of these and the password  {password}",
            "",
            *(f"    {email:<{width}}  {who}" for email, who in rows),
            "",
            "Stop with Ctrl-C. Everything is made up, and stays on this machine.",
        ]
    )


def sign_ins_as_json(address: str, password: str) -> str:
    """The same for a program."""
    people = [
        {"email": part.email, "name": part.name, "role": role(part.role).name} for part in PARTS
    ]
    places = {"public": f"{address}/", "log": f"{address}/log/", "staff": f"{address}/desk/"}
    return json.dumps(places | {"password": password, "people": people}, ensure_ascii=False)


def _kept_password(mark: Path) -> str:
    with suppress(FileExistsError):
        handle = os.open(mark, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write("-".join(secrets.choice(_WORDS) for _ in range(4)))
    return mark.read_text(encoding="utf-8").strip()


def _bind(port: int | None) -> Any:
    from answerable.desk.wsgi import application

    wanted = [port] if port is not None else range(_FIRST_PORT, _FIRST_PORT + _PORTS)
    for each in wanted[:-1]:
        with suppress(UnusableInputError):
            return bind(application, HOST, each)
    return bind(application, HOST, wanted[-1])
