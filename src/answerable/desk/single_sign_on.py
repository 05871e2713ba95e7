"""Sign-in by the authority's own identity provider (OpenID Connect), by setting."""

from typing import Any

from answerable.desk import env


def single_sign_on() -> dict[str, Any]:
    """The provider that the ``ANSWERABLE_OIDC_*`` variables describe, or none."""
    server = env.text("ANSWERABLE_OIDC_SERVER")
    if not server:
        return {}
    app = {
        "provider_id": "authority",
        "name": env.text("ANSWERABLE_OIDC_NAME", "your work account"),
        "client_id": env.text("ANSWERABLE_OIDC_CLIENT_ID"),
        "secret": env.text("ANSWERABLE_OIDC_SECRET"),
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
