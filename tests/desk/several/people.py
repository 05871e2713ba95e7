"""Members of the public who ask, and who try again elsewhere when a server goes away."""

import http.client
import re
import time
from urllib.parse import urlencode

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_QUICKEST = 2.1  # seconds: what comes back sooner is taken for a program's


class Browser:
    """One person at one address of the network, and the servers they may reach."""

    def __init__(self, ports: list[int], address: str) -> None:
        self._ports = ports
        self._cookie = ""
        self._address = address
        self.tried_again = 0

    def ask(self, text: str) -> str:
        """Ask through the pages of the form; the address of the receipt."""
        page = self._get("/ask/what")
        time.sleep(_QUICKEST)
        began = _hidden("began", page)
        self._post("/ask/what", text=text, began=began)
        form = _hidden("form", self._get("/ask/how"))
        self._post("/ask/how", wants_form="any", form=form)
        name = text.split()[-1].strip("?")
        self._post("/ask/you", name="A. Reader", email=f"{name}@example.org", form=form)
        return self._post("/ask/send", form=form)

    def _get(self, path: str) -> str:
        return self._call("GET", path, "")[1]

    def _post(self, path: str, **fields: str) -> str:
        return self._call("POST", path, urlencode(fields))[0]

    def _call(self, method: str, path: str, body: str) -> tuple[str, str]:
        """Where the answer leads to and what it says; another server if one does not answer."""
        end = time.monotonic() + 60
        while True:
            for port in list(self._ports):
                try:
                    return self._once(port, method, path, body)
                except (OSError, http.client.HTTPException):
                    self.tried_again += 1
            assert time.monotonic() < end, "no server answers"

    def _once(self, port: int, method: str, path: str, body: str) -> tuple[str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        sent = {"X-Forwarded-For": self._address, "Cookie": self._cookie}
        if body:
            sent |= _FORM
        connection.request(method, path, body or None, sent)
        answer = connection.getresponse()
        read = answer.read().decode()
        connection.close()
        assert answer.status in (200, 302), f"{method} {path}: {answer.status} {read[:300]}"
        if given := answer.headers.get("Set-Cookie", ""):
            self._cookie = given.split(";")[0]
        return answer.headers.get("Location", ""), read


def _hidden(name: str, page: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
    assert found, f"no field {name}"
    return found[1]
