"""The operations, a file a resource; each begins with the scope it needs."""
