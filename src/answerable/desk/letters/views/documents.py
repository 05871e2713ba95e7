"""The letter as a file, and as the page that the applicant would see."""

import base64
import hashlib
import re

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from answerable.desk.files.views import as_download
from answerable.desk.letters.documents import FORMS, document
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.views.letter import SIGNED_IN
from answerable.desk.people.can import StaffRequest, needs


@needs(*SIGNED_IN)
def download(request: StaffRequest, public_id: str, form: str) -> HttpResponse:
    """The letter as PDF, Word document, page or text."""
    letter = get_object_or_404(LetterVersion.objects.visible_to(request.user), public_id=public_id)
    if form not in FORMS:
        raise Http404
    name = f"{letter.case.reference} letter {letter.number}.{form}"
    return as_download(request, name=name, content=document(letter, form))


@needs(*SIGNED_IN)
def as_it_arrives(request: StaffRequest, public_id: str) -> HttpResponse:
    """The letter as a page of its own. It may use the one style that stands in it, nothing else."""
    letter = get_object_or_404(LetterVersion.objects.visible_to(request.user), public_id=public_id)
    page = document(letter, "html").decode()
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = hashlib.sha256(style.group(1).encode() if style else b"").digest()
    allowed = f"'sha256-{base64.b64encode(digest).decode()}'"
    response = HttpResponse(page)
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src {allowed}; frame-ancestors 'none'; base-uri 'none'"
    )
    return response
