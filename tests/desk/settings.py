"""The site's settings for tests: a data folder of the run's own, and quick password hashing."""

import os
import tempfile

os.environ["ANSWERABLE_DATA"] = tempfile.mkdtemp(prefix="answerable-tests-")
os.environ.setdefault("ANSWERABLE_DEMO", "yes")
os.environ.setdefault("ANSWERABLE_HOSTS", "testserver,127.0.0.1,localhost")

from answerable.desk.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
