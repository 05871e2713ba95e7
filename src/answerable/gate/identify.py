"""What a file is, by its content; its name is only compared with it."""

from answerable.gate.readers.archive import Archive

_SAME = {
    "docx": {"docx", "docm", "dotx", "dotm"},
    "xlsx": {"xlsx", "xlsm", "xltx", "xltm", "xlam"},
    "pptx": {"pptx", "pptm", "ppsx", "potx", "ppsm"},
    "jpg": {"jpg", "jpeg", "jpe", "jfif"},
    "tiff": {"tif", "tiff"},
    "heic": {"heic", "heif", "avif"},
    "text": {"txt", "csv", "tsv", "md", "json", "log", "text", "ics", "yaml", "yml", "ini", "py"},
    "eml": {"eml", "txt", "mht", "mhtml"},
    "html": {"html", "htm", "xhtml"},
    "xml": {"xml", "svg", "fods", "fodt", "rdf"},
    "doc": {"doc", "dot"},
    "xls": {"xls", "xlt", "xla"},
    "ppt": {"ppt", "pps", "pot"},
    "odt": {"odt", "ott"},
    "ods": {"ods", "ots"},
    "odp": {"odp", "otp"},
}
_MAGIC = (
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"{\\rt", "rtf"),
    (b"BM", "bmp"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\x1f\x8b", "gz"),
)


def kind_of(data: bytes) -> str:
    """A short name of the format ("xlsx", "pdf", "zip", "text" …) or "unknown".

    An Office package is told from a zip by its parts, so the directory of a zip is read here.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # it may hold a zip: office programs keep a theme so
        return "ole"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06") or (
        b"PK\x03\x04" in data[:65536]
        and b"PK\x05\x06" in data[-66000:]
        and not data.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8"))
    ):
        return "package"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return "heic"
    for start, name in _MAGIC:
        if data.startswith(start):
            return name
    return _texts(data)


def is_avif(data: bytes) -> bool:
    """Whether a picture of kind "heic" is AVIF, which can be drawn anew; HEIC itself cannot."""
    return data[4:8] == b"ftyp" and (
        data[8:12] in (b"avif", b"avis")
        or b"avif" in data[16 : int.from_bytes(data[:4], "big")][:64]
    )


def _texts(data: bytes) -> str:
    head = data[:65536]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "text"
    if b"\0" in head:
        return "unknown"
    low = head[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if low.startswith((b"<!doctype html", b"<html")):
        return "html"
    if low.startswith(b"<?xml"):
        return "xml"
    lines = low[:2000].split(b"\n", 3)
    if (
        sum(
            line.startswith(
                (
                    b"from:",
                    b"received:",
                    b"subject:",
                    b"to:",
                    b"return-path:",
                    b"message-id:",
                    b"mime-version:",
                    b"date:",
                    b"content-type:",
                    b"delivered-to:",
                    b"x-",
                )
            )
            for line in lines[:3]
        )
        >= 2
    ):
        return "eml"
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return "text" if controls * 50 <= len(head) else "unknown"


def package_kind(archive: Archive) -> str:
    """What kind of zip it is: "office", "odt", "ods", "odp" or "zip"."""
    names = set(archive.names)
    if "mimetype" in names:
        mime = archive.read("mimetype")[:100]
        for ending, name in (
            (b".text", "odt"),
            (b".spreadsheet", "ods"),
            (b".presentation", "odp"),
            (b".graphics", "odg"),
        ):
            if b"opendocument" in mime and ending in mime:
                return name
    return "office" if "[Content_Types].xml" in names and "_rels/.rels" in names else "zip"


def mismatch(kind: str, suffix: str) -> bool:
    """Whether a name's ending says something else than the content."""
    known = {one for group in _SAME.values() for one in group} | {
        "pdf",
        "png",
        "gif",
        "webp",
        "rtf",
        "msg",
        "zip",
        "xlsb",
        "bmp",
        "html",
        "xml",
    }
    return suffix in known and suffix not in _SAME.get(kind, {kind}) and kind != "unknown"
