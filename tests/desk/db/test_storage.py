"""Files in the data folder by default; in a bucket by setting, and never public there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import storages

from answerable.desk.db.storage import storage
from answerable.desk.files import store
from answerable.model import UnusableInputError


def test_files_lie_in_the_data_folder_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANSWERABLE_S3_BUCKET", raising=False)
    assert storage(tmp_path)["OPTIONS"] == {"location": str(tmp_path / "files")}


def test_a_bucket_without_its_package_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_S3_BUCKET", "kept")
    monkeypatch.setattr("answerable.desk.db.storage.find_spec", lambda name: None)
    with pytest.raises(UnusableInputError, match=r"answerable\[s3\]"):
        storage(tmp_path)


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A bucket on a server of this test's own, as the storage that the site uses."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    for name, value in {
        "BUCKET": "kept",
        "ENDPOINT": endpoint,
        "REGION": "eu-west-2",
        "KEY_ID": "test",
        "SECRET": "test",
    }.items():
        monkeypatch.setenv(f"ANSWERABLE_S3_{name}", value)
    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="eu-west-2",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    client.create_bucket(
        Bucket="kept", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"}
    )
    monkeypatch.setattr(store, "default_storage", storages.create_storage(storage(tmp_path)))
    yield client
    server.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning")
def test_bytes_go_into_the_bucket_and_come_back_and_nobody_else_may_read_them(bucket) -> None:
    name = store.write("case", b"kept")
    assert store.write("case", b"kept") == name
    assert store.read(name) == b"kept"
    grants = bucket.get_object_acl(Bucket="kept", Key=name)["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
    assert bucket.head_object(Bucket="kept", Key=name)["ServerSideEncryption"] == "AES256"
    with pytest.raises(FileNotFoundError):
        store.read("00/nothing")
