"""The key of receipts: of the data folder, or one that several machines share by a setting."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from answerable.desk.ask.keys import new_key, private_key
from answerable.model import UnusableInputError


def public() -> bytes:
    return private_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def test_a_key_that_is_set_is_used_and_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest
) -> None:
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    monkeypatch.setenv("ANSWERABLE_RECEIPT_KEY", new_key().decode())
    one = public()
    assert public() == one
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("ANSWERABLE_RECEIPT_KEY", new_key().decode())
    assert public() != one


def test_without_the_setting_the_folder_s_own_key_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: pytest.FixtureRequest
) -> None:
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    monkeypatch.delenv("ANSWERABLE_RECEIPT_KEY", raising=False)
    assert public() == public()
    assert [file.name for file in tmp_path.iterdir()] == ["receipt-key.pem"]


def test_a_setting_that_is_no_key_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ANSWERABLE_RECEIPT_KEY", "not a key")
    with pytest.raises(UnusableInputError, match=r"whole of a receipt-key\.pem"):
        private_key()
