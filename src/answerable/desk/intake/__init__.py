"""Requests that come by e-mail, post or paste: raw message kept first, read afterwards."""
