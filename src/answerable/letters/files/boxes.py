"""Members of a zip container, read with a running total so that no bomb goes off."""

import zipfile
from io import BytesIO
from zlib import error as ZlibError  # noqa: N812  (its own name is lower case)

from answerable.letters.files.limits import Limits
from answerable.letters.files.problems import CannotReadError, TooMuchError


class Box:
    """An opened container; reads are counted against ``Limits.unpacked_bytes``."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError):
            raise CannotReadError("is damaged and cannot be opened; save it again") from None
        self._left = limits.unpacked_bytes
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of one member.

        Raises:
            TooMuchError: the members read so far unpack to more than the limit, whatever
                their headers claim.
            CannotReadError: the member is damaged or locked.
        """
        try:
            info = self._zip.getinfo(name)
            if info.file_size > self._left:
                raise _bomb()
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except RuntimeError:
            raise CannotReadError("is locked with a password; save a copy without one") from None
        except (KeyError, zipfile.BadZipFile, ZlibError, OSError, EOFError, NotImplementedError):
            raise CannotReadError("is damaged and cannot be opened; save it again") from None
        if len(data) > self._left:
            raise _bomb()
        self._left -= len(data)
        return data


def _bomb() -> TooMuchError:
    return TooMuchError("unpacks to far more than a letter could hold and was not opened")
