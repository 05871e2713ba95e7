"""Where files are kept: in the data folder, or in a bucket that speaks S3, by setting."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from answerable.desk import env
from answerable.model import UnusableInputError


def storage(data: Path) -> dict[str, Any]:
    """Django's description of the storage for files of cases.

    Nothing in it is ever public: the bucket gets no access list, addresses are signed, and the
    site hands files out itself after asking who may see them.

    Raises:
        UnusableInputError: a bucket is named but the package for it is not installed.
    """
    bucket = env.text("ANSWERABLE_S3_BUCKET")
    if not bucket:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(data / "files")},
        }
    if find_spec("storages") is None:
        raise UnusableInputError(
            "ANSWERABLE_S3_BUCKET is set; install the package for it: pip install 'answerable[s3]'"
        )
    options = {
        "bucket_name": bucket,
        "endpoint_url": env.text("ANSWERABLE_S3_ENDPOINT") or None,
        "region_name": env.text("ANSWERABLE_S3_REGION") or None,
        "access_key": env.text("ANSWERABLE_S3_KEY_ID") or None,
        "secret_key": env.text("ANSWERABLE_S3_SECRET") or None,
        "location": env.text("ANSWERABLE_S3_FOLDER"),
        "default_acl": None,
        "querystring_auth": True,
        "file_overwrite": True,  # a name is the digest of its content
        "object_parameters": {"ServerSideEncryption": "AES256"},
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
