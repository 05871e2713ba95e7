"""The letters that were sent: what there is of a case, and their bytes."""

from typing import Annotated, Literal
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from answerable.desk.api.bearer import person
from answerable.desk.api.problems import ONE, Problem
from answerable.desk.api.routes.cases import Reference, one_case
from answerable.desk.api.schemas import ID, LetterOut
from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Attachments, Purpose
from answerable.desk.letters.documents import document
from answerable.desk.letters.models import LetterVersion
from answerable.model import UnusableInputError

router = Router(tags=["Letters"])
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
_BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/cases/{reference}/letters", response={200: list[LetterOut], **ONE}, operation_id="letters"
)
def letters(request: HttpRequest, reference: Reference) -> list[LetterOut]:
    """The letters sent. Scope: read:letters, and read:cases."""
    person(request, "read:letters")
    rows = _letters(request).filter(case=one_case(request, reference))
    return [
        LetterOut(
            id=each.public_id,
            name=each.name,
            size=each.size,
            sha256=each.sha256,
            added_on=each.added_at.date(),
        )
        for each in rows
    ]


@router.get(
    "/letters/{letter_id}/file",
    response={**ONE, 409: Problem},
    operation_id="letter_file",
    openapi_extra={
        "responses": {
            200: {
                "description": "OK",
                "content": {each.partition(";")[0]: _BINARY for each in TYPES.values()},
            }
        }
    },
)
def letter_file(
    request: HttpRequest,
    letter_id: Annotated[str, Path(pattern=ID)],
    format: Annotated[Literal["pdf", "docx", "html", "txt"], Query()] = "pdf",
) -> HttpResponse:
    """A letter that was sent: the PDF as it went, or its words in another form. Scope: read:letters."""
    kept = get_object_or_404(_letters(request), public_id=letter_id)
    name = f"{kept.name.removesuffix('.pdf')}.{format}"
    response = HttpResponse(_content(request, kept, format), content_type=TYPES[format])
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _letters(request: HttpRequest) -> Attachments:
    actor = person(request, "read:letters")
    return Attachment.objects.visible_to(actor).filter(purpose=Purpose.LETTER)


def _content(request: HttpRequest, kept: Attachment, form: str) -> bytes:
    if form == "pdf":
        try:
            return store.as_kept(kept.stored_as, kept.sha256)
        except FileNotFoundError:
            raise UnusableInputError(
                f"{kept.name} is gone from the store, or is not the file that went. A backup has it."
            ) from None
    mine = LetterVersion.objects.visible_to(person(request, "read:letters"))
    letter = get_object_or_404(mine, pdf=kept)
    return document(letter, form)
