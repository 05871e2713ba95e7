"""Several machines: they share a PostgreSQL database and a bucket, and nothing else.

Collected only where PostgreSQL is at hand: ``scripts/with_postgres.sh pytest tests/desk/several``.
"""

import os
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest
from tests.desk.several.site import Site

collect_ignore_glob = [] if os.environ.get("ANSWERABLE_TEST_DATABASE") else ["test_*.py"]


@pytest.fixture
def database() -> Iterator[str]:
    """The address of an empty database of this test's own."""
    import psycopg

    address = os.environ["ANSWERABLE_TEST_DATABASE"]
    name = f"several_{secrets.token_hex(4)}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def bucket() -> Iterator[dict[str, str]]:
    """Settings of a bucket on a server of this test's own."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    known = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    client = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", region_name="eu-west-2", **known
    )
    name = f"several-{secrets.token_hex(4)}"  # all such servers of a process share their buckets
    client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    yield {
        "ANSWERABLE_S3_BUCKET": name,
        "ANSWERABLE_S3_ENDPOINT": f"http://{host}:{port}",
        "ANSWERABLE_S3_REGION": "eu-west-2",
        "ANSWERABLE_S3_KEY_ID": "test",
        "ANSWERABLE_S3_SECRET": "test",
    }
    server.stop()


@pytest.fixture
def site(
    database: str, bucket: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site that nobody serves yet; what was started is stopped in the end."""
    made = Site(tmp_path_factory.mktemp("machines"), database, bucket)
    yield made
    made.stop()
