"""The HTTP interface for other programs: tokens with scopes, OpenAPI."""
