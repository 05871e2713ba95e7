"""What to do with a file of a kind that no clean copy is made of, a sentence for each."""

_ELSEWHERE = {
    "heic": "is a HEIC picture: save it as .jpg or .png with the program that shows it (or with"
    " heif-convert, of the package libheif-examples), and clean that",
    "ole": "is of an older Office program, or a message: save it as .xlsx, .docx or .pptx, or print"
    " it to PDF, and clean that",
    "rtf": "is rich text: save it as .docx, or print it to PDF, and clean that",
    "eml": "is a mail: print it to PDF and clean that, and clean each attachment by itself",
    "html": "is a web page: print it to PDF and clean that",
    "xml": "is XML: save what it shows as .csv, or print it to PDF, and clean that",
    "7z": "is an archive that is not opened: unpack it, and clean the files or a .zip of them",
}
for _one in ("doc", "xls", "ppt"):
    _ELSEWHERE[_one] = _ELSEWHERE["ole"]
_ELSEWHERE["msg"] = _ELSEWHERE["eml"]
_ELSEWHERE["xlsb"] = "is a binary workbook: save it as .xlsx and clean that"
_ELSEWHERE["odp"] = _ELSEWHERE["odg"] = "holds slides or drawings: print it to PDF and clean that"
_ELSEWHERE["rar"] = _ELSEWHERE["gz"] = _ELSEWHERE["7z"]
_UNKNOWN = (
    "is of a kind that cannot be looked into: leave it out, or send what it shows as .pdf, .docx"
    " or .xlsx"
)


def elsewhere(kind: str) -> str:
    """The sentence for a kind as ``identify.kind_of`` names it."""
    return _ELSEWHERE.get(kind, _UNKNOWN)
