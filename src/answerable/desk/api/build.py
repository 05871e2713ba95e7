"""The API put together, with a description that says what it really answers."""

from typing import Any

from ninja import NinjaAPI

from answerable import __version__
from answerable.desk.api.bearer import Token
from answerable.desk.api.problems import MEDIA_TYPE, handle_problems
from answerable.desk.api.routes import cases, gate, letters, log, statistics


class Api(NinjaAPI):
    """ninja's API, whose description gives errors their own media type."""

    def get_openapi_schema(self, **options: Any) -> Any:
        """The description (OpenAPI 3.1)."""
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for operation in path.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "application/json" in response.get("content", {}):
                        response["content"] = {
                            MEDIA_TYPE: response["content"].pop("application/json")
                        }
        return schema


api = Api(
    title="Answerable",
    version="1",
    description=f"The API of Answerable {__version__}. Errors are problem details (RFC 9457).",
    urls_namespace="api-1",
    docs_url=None,  # ninja's pages load scripts from elsewhere; ours is plain
    auth=Token(),
)
handle_problems(api)
for each in (cases, letters, gate, log, statistics):
    api.add_router("", each.router)
