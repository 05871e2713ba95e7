"""A receipt proves what was asked and when; anything changed in it shows."""

import contextlib
import json
import stat
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.ask.conftest import TEXT, Asker
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.desk.ask import keys
from answerable.desk.ask.receipt import as_file, check, sign, text_digest
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.model import UnusableInputError

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
FACTS = {
    "authority": "Northmere Borough Council",
    "reference": "FOI-7K2M-93QD",
    "received_at": "2026-11-02T09:30:00+00:00",
    "received_on": "2026-11-02",
    "due_on": "2026-11-30",
    "request_sha256": text_digest(TEXT),
}
RECEIPT = as_file(sign(FACTS, KEY)).encode()


def test_a_receipt_is_genuine_and_tells_its_facts() -> None:
    checked = check(RECEIPT, PUBLIC)
    assert checked.genuine
    assert checked.facts == FACTS
    assert checked.request_matches is None


def test_the_request_is_compared_without_regard_to_line_ends() -> None:
    assert check(RECEIPT, PUBLIC, TEXT).request_matches
    assert check(RECEIPT, PUBLIC, f"\r\n{TEXT}  \r\n").request_matches
    assert check(RECEIPT, PUBLIC, TEXT.replace("2025", "2024")).request_matches is False


@pytest.mark.parametrize("fact", list(FACTS))
def test_a_changed_fact_shows(fact: str) -> None:
    changed = {**json.loads(RECEIPT), fact: FACTS[fact] + "1"}
    assert not check(json.dumps(changed).encode(), PUBLIC).genuine


@pytest.mark.parametrize("signature", ["", "AAAA", "not base64 ✓", "A" * 88])
def test_a_made_up_signature_shows(signature: str) -> None:
    changed = {**json.loads(RECEIPT), "signature": signature}
    assert not check(json.dumps(changed).encode(), PUBLIC).genuine


def test_the_key_of_somebody_else_shows() -> None:
    other = Ed25519PrivateKey.generate().public_key()
    pem = other.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    assert not check(RECEIPT, pem).genuine


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"null", b"\xff\xfe", b"[" * 10_000, b'{"form": 1}', b"x" * 30_000,
     json.dumps({**json.loads(RECEIPT), "form": "other"}).encode(),
     json.dumps({**json.loads(RECEIPT), "due_on": 3}).encode(),
     json.dumps({**json.loads(RECEIPT), "more": "x"}).encode()],
)  # fmt: skip
def test_what_is_no_receipt_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnusableInputError):
        check(content, PUBLIC)


@pytest.mark.parametrize("key", [b"", b"-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----"])
def test_what_is_no_key_is_refused_in_a_sentence(key: bytes) -> None:
    with pytest.raises(UnusableInputError, match="/receipt-key"):
        check(RECEIPT, key)


@given(st.binary(max_size=300))
def test_random_bytes_are_never_genuine(content: bytes) -> None:
    with contextlib.suppress(UnusableInputError):
        assert not check(content, PUBLIC).genuine


@given(st.dictionaries(st.sampled_from(list(FACTS)), st.text(), min_size=len(FACTS)))
def test_any_facts_survive_the_file(facts: dict[str, str]) -> None:
    try:
        content = as_file(sign(facts, KEY)).encode()
    except UnicodeEncodeError:
        return  # half of a pair cannot be in a file
    assert check(content, PUBLIC).facts == facts


# --- on the site


def test_who_asks_gets_a_receipt_that_the_public_key_confirms(asker: Asker) -> None:
    asker.fill_in()
    asker.send()
    file = asker.client.get(f"/status/{asker.token}/receipt.json")
    key = asker.client.get("/receipt-key")
    case = Case.objects.get()
    assert file["Content-Disposition"] == f'attachment; filename="receipt-{case.reference}.json"'
    checked = check(file.content, key.content, TEXT)
    assert checked.genuine
    assert checked.request_matches
    assert checked.facts["reference"] == case.reference
    assert checked.facts["due_on"] == f"{case.due_on:%Y-%m-%d}"
    assert b"BEGIN PUBLIC KEY" in key.content
    assert TEXT not in file.content.decode()


def test_the_private_key_is_made_once_and_is_its_owners(db: None) -> None:
    first = keys.public_key()
    keys._kept.cache_clear()
    assert keys.public_key() == first
    file = settings.DATA / "receipt-key.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not list(settings.DATA.glob("receipt-key*.part"))


def test_a_broken_key_file_is_said_to_be_broken(tmp_path: Path) -> None:
    file = tmp_path / "receipt-key.pem"
    file.write_text("nothing")
    with pytest.raises(UnusableInputError, match="backup"):
        keys._kept(file)


def _upload(content: bytes, **more: str) -> str:
    file = SimpleUploadedFile("receipt.json", content)
    return str(Client().post("/check-receipt", {"receipt": file, **more}).content.decode())


def test_the_page_checks_a_receipt(asker: Asker) -> None:
    asker.fill_in()
    asker.send()
    content = asker.client.get(f"/status/{asker.token}/receipt.json").content
    page = _upload(content, text=TEXT)
    assert "ours and was not changed" in page
    assert "is the one we received" in page
    assert "is not the one we received" in _upload(content, text="Something else")
    reference = Case.objects.get().reference.encode()
    assert "not as we signed it" in _upload(content.replace(reference, b"FOI-2222-2222"))


def test_the_page_refuses_what_is_no_receipt_in_a_sentence(authority: Authority) -> None:
    assert "not a receipt of ours" in _upload(b"{}")
    assert "too large" in _upload(b"x" * 30_000)
    assert "The file is empty" in _upload(b"")
    assert "Choose the receipt file" in Client().post("/check-receipt").content.decode()


# --- on the command line


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "receipt.json").write_bytes(RECEIPT)
    (tmp_path / "key.pem").write_bytes(PUBLIC)
    (tmp_path / "request.txt").write_text(TEXT)
    (tmp_path / "other.txt").write_text("Another request")
    (tmp_path / "bad.json").write_bytes(RECEIPT.replace(b"93QD", b"93QX"))
    return tmp_path


def verify(files: Path, name: str, *more: str) -> tuple[int, str]:
    command = ["receipt", "verify", str(files / name), "--key", str(files / "key.pem"), *more]
    done = CliRunner().invoke(app, command)
    return done.exit_code, done.output


def test_the_command_confirms_a_receipt(files: Path) -> None:
    status, said = verify(files, "receipt.json", "--request", str(files / "request.txt"))
    assert status == 0
    assert "Genuine" in said
    assert "FOI-7K2M-93QD" in said
    assert "is the one received" in said


def test_the_command_says_what_is_wrong_with_status_1(files: Path) -> None:
    status, said = verify(files, "bad.json")
    assert status == 1
    assert "NOT GENUINE" in said
    status, said = verify(files, "receipt.json", "--request", str(files / "other.txt"))
    assert status == 1
    assert "NOT the one received" in said


def test_the_command_gives_json(files: Path) -> None:
    status, said = verify(files, "receipt.json", "--format", "json")
    assert status == 0
    assert json.loads(said) == {"genuine": True, "request_matches": None, "facts": FACTS}


@pytest.mark.parametrize("name", ["missing.json", "key.pem"])
def test_the_command_refuses_other_input_with_status_2(name: str, files: Path) -> None:
    status, said = verify(files, name)
    assert status == 2
    assert "Traceback" not in said


def test_threads_that_need_the_key_at_once_get_one_key(tmp_path: Path) -> None:
    file, found = tmp_path / "receipt-key.pem", []
    ready = threading.Barrier(8)

    def need() -> None:
        ready.wait()
        keys._make(file)
        found.append(file.read_bytes())

    threads = [threading.Thread(target=need) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {file.read_bytes()}
    assert [each.name for each in tmp_path.iterdir()] == ["receipt-key.pem"]
