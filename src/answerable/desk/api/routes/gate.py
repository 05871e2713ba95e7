"""The gate by itself, for other systems: a file in, what it carries out, nothing kept."""

from threading import BoundedSemaphore
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router
from ninja.errors import HttpError

from answerable.desk.api.bearer import person
from answerable.desk.api.problems import EVERYWHERE, Problem
from answerable.desk.api.schemas import InspectedOut
from answerable.desk.api.uploads import sent_file
from answerable.gate import inspect_bytes

AT_ONCE = 2  # each takes a process of its own, and officers work on the same machine
router = Router(tags=["Gate"])
_turns = BoundedSemaphore(AT_ONCE)
_FILE = {"type": "string", "format": "binary", "minLength": 1}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "required": ["file"], "properties": {"file": _FILE}}
            },
            "application/octet-stream": {"schema": _FILE},
        },
    }
}


@router.post(
    "/inspect",
    response={200: InspectedOut, **EVERYWHERE, 400: Problem, 413: Problem, 503: Problem},
    operation_id="inspect",
    openapi_extra=_BODY,
)
def inspect(
    request: HttpRequest, name: Annotated[str, Query(max_length=200)] = "file"
) -> InspectedOut:
    """What a file carries that nobody meant to release; it is not kept. Scope: inspect:files."""
    person(request, "inspect:files")
    if not _turns.acquire(blocking=False):
        raise HttpError(503, "Other files are being looked into. Send it again in a few seconds.")
    try:
        shown, content = sent_file(request, name)
        return InspectedOut(files=[inspect_bytes(content, shown).as_json()])
    finally:
        _turns.release()
