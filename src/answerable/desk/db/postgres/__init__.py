"""Django's PostgreSQL backend, which asks the socket whether the server is still there."""
