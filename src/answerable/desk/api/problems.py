"""What went wrong, as RFC 9457 has it: one form for every error of every operation."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from answerable.model import UnusableInputError

MEDIA_TYPE = "application/problem+json"


class Fault(Schema):
    """One thing wrong with what was sent."""

    where: str = Field(description="A path into the query or the body")
    what: str


class Problem(Schema):
    """Problem details (RFC 9457)."""

    type: str = Field(default="about:blank", description="A page about it, or about:blank")
    title: str
    status: int
    detail: str = ""
    errors: list[Fault] = Field(default_factory=list)


#: What any operation may answer besides what it is for.
EVERYWHERE: dict[int, Any] = {401: Problem, 403: Problem, 422: Problem}
ONE: dict[int, Any] = {**EVERYWHERE, 404: Problem}
WRITE: dict[int, Any] = {**EVERYWHERE, 400: Problem, 409: Problem}


def handle_problems(api: NinjaAPI) -> None:
    """Let every exception that an operation may raise become problem details."""

    @api.exception_handler(AuthenticationError)
    def _unknown(request: HttpRequest, exception: Exception) -> HttpResponse:
        response = _answer(api, request, 401, "Send a token that is good: Authorization: Bearer …")
        response["WWW-Authenticate"] = "Bearer"
        return response

    @api.exception_handler(PermissionDenied)
    def _refused(request: HttpRequest, exception: Exception) -> HttpResponse:
        return _answer(api, request, 403, str(exception))

    @api.exception_handler(Http404)
    def _nothing(request: HttpRequest, exception: Exception) -> HttpResponse:
        return _answer(api, request, 404, "There is nothing here that this token may see.")

    @api.exception_handler(UnusableInputError)
    def _unusable(request: HttpRequest, exception: Exception) -> HttpResponse:
        return _answer(api, request, 409, str(exception))

    @api.exception_handler(HttpError)
    def _other(request: HttpRequest, exception: HttpError) -> HttpResponse:
        return _answer(api, request, exception.status_code, str(exception))

    @api.exception_handler(ValidationError)
    def _invalid(request: HttpRequest, exception: ValidationError) -> HttpResponse:
        faults = [
            Fault(where=".".join(map(str, each["loc"])), what=each["msg"])
            for each in exception.errors
        ]
        return _answer(api, request, 422, "What was sent cannot be used.", faults)


def _answer(
    api: NinjaAPI,
    request: HttpRequest,
    status: int,
    detail: str,
    faults: list[Fault] | None = None,
) -> HttpResponse:
    problem = Problem(
        title=HTTPStatus(status).phrase, status=status, detail=detail, errors=faults or []
    )
    response = api.create_response(request, problem.model_dump(), status=status)
    response["Content-Type"] = MEDIA_TYPE
    return response
