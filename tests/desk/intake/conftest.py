"""Mails and files as they come."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

Mail = Callable[..., bytes]
REQUEST = (
    "Dear Council,\n\nPlease tell me how many parking fines were issued in 2025.\n"
    "Please also tell me who collects them.\n\nYours,\nA. Reader\n"
)


@pytest.fixture
def mail() -> Mail:
    """A mail: ``mail(text=..., message_id=..., headers={...}, enclosed={...})``."""

    def make(
        text: str = REQUEST,
        message_id: str = "<one@example.org>",
        subject: str = "Parking fines",
        headers: dict[str, str] | None = None,
        enclosed: dict[str, bytes] | None = None,
    ) -> bytes:
        message = EmailMessage()
        message["From"] = "A. Reader <reader@example.org>"
        message["To"] = "foi@northmere.example"
        message["Date"] = "Mon, 02 Nov 2026 10:00:00 +0000"
        message["Subject"] = subject
        message["Message-ID"] = message_id
        for name, value in (headers or {}).items():
            message[name] = value
        message.set_content(text)
        for name, content in (enclosed or {}).items():
            message.add_attachment(
                content, maintype="application", subtype="octet-stream", filename=name
            )
        return message.as_bytes()

    return make
