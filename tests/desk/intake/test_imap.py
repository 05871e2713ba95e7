"""The mailbox as it is spoken to: a small IMAP server on this machine, and the real client."""

import imaplib
import re
import socketserver
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from answerable.desk.intake.drop import Fetched
from answerable.desk.intake.mailbox import Imap, fetch_folder
from answerable.desk.intake.models import RawMessage

Mail = Callable[..., bytes]
pytestmark = pytest.mark.usefixtures("authority")


class Server(socketserver.ThreadingTCPServer):
    """Mails by UID, and the commands that came."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, mails: dict[int, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.mails, self.asked = mails, []  # type: tuple[dict[int, bytes], list[str]]


class Talk(socketserver.StreamRequestHandler):
    """As much of the protocol as a look into a folder takes."""

    server: Server

    def handle(self) -> None:
        self._say("* OK ready")
        for raw in self.rfile:
            tag, _, command = raw.decode().strip().partition(" ")
            self.server.asked.append(command)
            self._answer(command)
            self._say(f"{tag} NO none" if "Nowhere" in command else f"{tag} OK done")
            if command.startswith("LOGOUT"):
                return

    def _answer(self, command: str) -> None:
        if command.startswith("CAPABILITY"):
            self._say("* CAPABILITY IMAP4rev1")
        elif command.startswith("SELECT") and "Nowhere" not in command:
            self._say(f"* {len(self.server.mails)} EXISTS")
            self._say("* OK [UIDVALIDITY 4711] valid")
        elif command.startswith("UID SEARCH"):
            first = int(re.findall(r"UID (\d+):", command)[0])
            last = max(self.server.mails, default=0)
            # As real servers do: a range up to * has the last mail, even below its start.
            found = [uid for uid in self.server.mails if uid >= first or uid == last]
            self._say("* SEARCH " + " ".join(map(str, found)))
        elif command.startswith("UID FETCH"):
            uid = int(command.split()[2])
            mail = self.server.mails[uid]
            self._say(
                f'* 1 FETCH (UID {uid} INTERNALDATE "02-Nov-2026 09:30:00 +0000" '
                f"BODY[] {{{len(mail)}}}"
            )
            self.wfile.write(mail)
            self._say(")")

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


@pytest.fixture
def server(mail: Mail) -> Iterator[Server]:
    made = Server(
        {uid: mail(text=f"How many in {uid}?", message_id=f"<{uid}@x>") for uid in (3, 8)}
    )
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def client(server: Server) -> Iterator[imaplib.IMAP4]:
    host, port = str(server.server_address[0]), int(server.server_address[1])
    made = imaplib.IMAP4(host, port, timeout=10)
    made.state = "AUTH"
    yield made
    made.logout()


def test_mails_come_whole_with_the_day_the_server_got_them(
    server: Server, client: imaplib.IMAP4
) -> None:
    box, fetched = Imap(client), Fetched()
    fetch_folder(box, "INBOX", fetched)
    fetch_folder(box, "INBOX", fetched)
    assert (fetched.new, fetched.again) == (2, 0)
    first = RawMessage.objects.earliest("pk")
    assert first.size == len(server.mails[3])
    assert first.arrived_at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_a_mail_is_looked_at_without_marking_it_and_marked_when_kept(
    server: Server, client: imaplib.IMAP4
) -> None:
    fetch_folder(Imap(client), "INBOX", Fetched())
    fetches = [each for each in server.asked if "FETCH" in each]
    assert all("BODY.PEEK[]" in each for each in fetches)
    assert server.asked.index("UID STORE 3 +FLAGS.SILENT (\\Seen)") > server.asked.index(fetches[0])


def test_a_folder_that_is_not_there_is_a_sentence(client: imaplib.IMAP4) -> None:
    with pytest.raises(OSError, match="no folder “Nowhere”"):
        Imap(client).open("Nowhere")
