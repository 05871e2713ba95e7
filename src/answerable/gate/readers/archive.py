"""Zip containers, measured while they are unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from answerable.gate.limits import HeldError, Limits, TooMuchError
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden

_CHUNK = 1 << 16
_LOST = 1 << 20  # bytes of a file that no list names, unpacked
_FREE = 4 << 20  # a part this small may be packed as tightly as it likes


_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    struct.error,
)


class Measured:
    """A part that is counted while it unpacks."""

    def __init__(self, inner: IO[bytes], archive: "Archive", info: zipfile.ZipInfo) -> None:
        self._inner, self._archive, self._name = inner, archive, info.filename
        self._most = max(_FREE, archive.limits.part_ratio * max(info.compress_size, 1))
        self._got = 0

    def read(self, size: int) -> bytes:
        """At most ``size`` further bytes."""
        piece = self._inner.read(size)
        self._got += len(piece)
        self._archive.count(self._name, self._got)
        if self._got > self._most or self._archive.spent > self._archive.limits.unpacked_bytes:
            raise TooMuchError(f"unpacks to far more than it should (in “{self._name}”)")
        return piece


class Archive:
    """A zip file whose parts are read within limits. Names are those of its directory."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open the directory.

        Raises:
            HeldError: damaged. TooMuchError: too many members, unsafe names, encryption.
        """
        self.data = data
        self.limits = limits
        self.spent = 0
        self._read: dict[str, int] = {}
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            struct.error,
            ValueError,
            NotImplementedError,
            OSError,
        ) as problem:
            raise HeldError("the container is damaged and cannot be opened") from problem
        infos = self.zip.infolist()
        if len(infos) > limits.members:
            raise TooMuchError(f"holds {len(infos):,} parts; {limits.members:,} are allowed")
        for info in infos:
            if info.flag_bits & 1:
                raise TooMuchError("is encrypted; send it without a password")
            if info.filename.startswith(("/", "\\")) or ".." in info.filename.split("/"):
                raise TooMuchError("holds a part whose name leads out of the container")
        self.infos = [info for info in infos if not info.is_dir()]
        self.names = [info.filename for info in self.infos]

    def count(self, name: str, got: int) -> None:
        """Count what has been read of a part; what is read again is not counted again."""
        before = self._read.get(name, 0)
        if got > before:
            self.spent += got - before
            self._read[name] = got

    def read(self, name: str) -> bytes:
        """A part, whole.

        Raises:
            TooMuchError: it unpacks to more than the limits allow. HeldError: damaged.
        """
        out = bytearray()
        with self.stream(name) as stream:
            while piece := stream.read(_CHUNK):
                out += piece
        return bytes(out)

    @contextmanager
    def stream(self, name: str) -> Iterator["Measured"]:
        """A part, piece by piece.

        Raises:
            TooMuchError, HeldError: as for ``read``, while it is read.
        """
        info = self.zip.getinfo(name)
        if info.file_size > max(_FREE, self.limits.part_ratio * max(info.compress_size, 1)):
            raise TooMuchError(f"unpacks to far more than it should (in “{name}”)")
        try:
            with self.zip.open(info) as inner:
                yield Measured(inner, self, info)
        except _DAMAGE as problem:
            raise HeldError(f"the part “{name}” is damaged and cannot be read") from problem

    def oddities(self) -> Iterator[Span]:
        """Bytes before or after the container, comments, names that occur twice."""
        start = min((info.header_offset for info in self.infos), default=0)
        if start > 0:
            yield hidden(
                "trailing_data",
                strings(self.data[:start]) or f"{start} bytes",
                "bytes before the container",
            )
        yield from lost_members(self.data, self.zip.infolist())
        end = self.data.rfind(b"PK\x05\x06")
        comment = self.zip.comment
        after = self.data[end + 22 + len(comment) :] if end >= 0 else b""
        if after.strip(b"\0"):
            yield hidden(
                "trailing_data",
                strings(after) or f"{len(after)} bytes",
                "bytes after the end of the file",
            )
        if comment.strip():
            yield hidden(
                "zip_comment", comment.decode("utf-8", "replace"), "comment of the archive"
            )
        for info in self.infos:
            if info.comment.strip():
                yield hidden(
                    "zip_comment",
                    info.comment.decode("utf-8", "replace"),
                    f"comment on “{info.filename}”",
                )
        seen: set[str] = set()
        for name in self.names:
            if name in seen:
                yield hidden("duplicate_part", name, f"part “{name}” is there twice")
            seen.add(name)
        for info in self.infos:
            local = self.data[
                info.header_offset + 30 : info.header_offset
                + 30
                + len(info.orig_filename.encode("utf-8", "replace"))
                + 8
            ]
            if not local.startswith(
                (
                    info.orig_filename.encode("utf-8", "replace"),
                    info.orig_filename.encode("cp437", "replace"),
                )
            ):
                yield hidden(
                    "duplicate_part", info.filename, f"part “{info.filename}” has two names"
                )


def lost_members(data: bytes, infos: list[zipfile.ZipInfo]) -> Iterator[Span]:
    """Files between those that the list of an archive names."""
    at = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        yield from _lost(data, at, info.header_offset)
        start = info.header_offset
        if start + 30 > len(data):
            return
        name, extra = struct.unpack_from("<HH", data, start + 26)
        at = max(at, start + 30 + name + extra + info.compress_size)
    yield from _lost(data, at, data.find(b"PK\x01\x02", at))


def _lost(data: bytes, at: int, end: int) -> Iterator[Span]:
    """Files whose beginnings stand between two places."""
    while (at := data.find(b"PK\x03\x04", at, max(end, 0))) >= 0 and at + 30 <= end:
        method, packed = struct.unpack_from("<H8xI", data, at + 8)
        size, extra = struct.unpack_from("<HH", data, at + 26)
        name = data[at + 30 : at + 30 + size].decode("utf-8", "replace")
        start = at + 30 + size + extra
        body = data[start : min(start + packed, end)] if packed else data[start:end]
        if method == zipfile.ZIP_DEFLATED:
            try:
                body = zlib.decompressobj(-15).decompress(body, _LOST)
            except zlib.error:
                body = b""
        said = strings(body) or f"{len(body)} bytes"
        yield hidden("lost_member", said, f"“{name}”, which the list of the archive does not name")
        at = start
