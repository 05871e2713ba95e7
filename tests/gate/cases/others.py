"""PDF, pictures, mail and archives: for each check a firing file and a silent one."""

import email.message
import io
from collections.abc import Callable

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.gate.cases.making import SECRET, docx, picture, zipped

_D, _N, _A = pikepdf.Dictionary, pikepdf.Name, pikepdf.Array
WORDS = "BT /F1 14 Tf 20 100 Td (Dear Madam Oakeshott) Tj ET "


def pdf(drawing: str = WORDS, change: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 200))
    font = _D(Type=_N.Font, Subtype=_N.Type1, BaseFont=_N.Helvetica)
    page.Resources = _D(Font=_D(F1=font))
    page.Contents = made.make_stream(drawing.encode())
    if change is not None:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _note(**more: object) -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        one = _D(Type=_N.Annot, Rect=_A([10, 10, 90, 40]), **more)
        made.pages[0].Annots = _A([made.make_indirect(one)])

    return pdf(change=change)


def _field(value: str) -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        made.Root.AcroForm = _D(Fields=_A([_D(T="who", FT=_N.Tx, V=value)]))

    return pdf(change=change)


def _form(**more: object) -> bytes:
    return pdf(change=lambda made: setattr(made.Root, "AcroForm", _D(Fields=_A([]), **more)))


def _opening(action: pikepdf.Dictionary) -> bytes:
    return pdf(change=lambda made: setattr(made.Root, "OpenAction", action))


def _attached() -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        made.attachments["staff.txt"] = pikepdf.AttachedFileSpec(made, SECRET.encode())

    return pdf(change=change)


def _layers(off: bool) -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        layer = made.make_indirect(_D(Type=_N.OCG, Name="Names"))
        made.Root.OCProperties = _D(OCGs=_A([layer]), D=_D(OFF=_A([layer] if off else [])))

    return pdf(change=change)


def _outline(title: str) -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        with made.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(title, 0))

    return pdf(change=change)


def _described(words: str) -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        made.Root.StructTreeRoot = _D(Type=_N.StructTreeRoot, K=_D(S=_N.Span, ActualText=words))

    return pdf(change=change)


def _private(there: bool) -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        if there:
            made.pages[0].PieceInfo = _D(Drawing=_D(Private=SECRET))
        else:
            made.pages[0].Tabs = _N.S

    return pdf(change=change)


def _scan(ink: bool) -> bytes:
    """A scan of one page, blank or with a bar where the words behind it are."""

    def change(made: pikepdf.Pdf) -> None:
        paper = Image.new("L", (300, 200), 255)
        if ink:
            paper.paste(0, (20, 88, 160, 96))
        image = made.make_stream(
            paper.tobytes(),
            Type=_N.XObject,
            Subtype=_N.Image,
            Width=300,
            Height=200,
            ColorSpace=_N.DeviceGray,
            BitsPerComponent=8,
        )
        made.pages[0].Resources.XObject = _D(Im=image)

    return pdf("q 300 0 0 200 0 0 cm /Im Do Q " + WORDS.replace("BT", "BT 3 Tr"), change)


def _revised(again: bool) -> bytes:
    """A PDF with its words exchanged by an appended state, or written whole."""
    first = pdf()
    if not again:
        return first
    start = int(first.rpartition(b"startxref")[2].split()[0])
    with pikepdf.open(io.BytesIO(first)) as read:
        number, root = read.pages[0].Contents.objgen[0], read.Root.objgen[0]
        size = len(read.objects) + 1
    words = WORDS.replace("Madam Oakeshott", "Sir").encode()
    at = len(first) + 1
    body = b"\n%d 0 obj <</Length %d>> stream\n%s\nendstream endobj\n" % (number, len(words), words)
    table = len(first) + len(body)
    return (
        first
        + body
        + (
            b"xref\n%d 1\n%010d 00000 n \ntrailer <</Size %d /Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
            % (number, at, size, root, start, table)
        )
    )


def _pictured(*, drawn: bool, wide: int = 60, high: int = 40) -> bytes:
    """A PDF whose page lists a picture, and draws it or does not."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(300, 200))
    dots = pikepdf.Stream(made, (bytes(range(200)) * (wide * high // 200 + 1))[: wide * high])
    for key, value in (
        ("/Type", "/XObject"),
        ("/Subtype", "/Image"),
        ("/ColorSpace", "/DeviceGray"),
    ):
        dots[key] = pikepdf.Name(value)
    dots.Width, dots.Height, dots.BitsPerComponent = wide, high, 8
    page = made.pages[0]
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary({"/One": made.make_indirect(dots)})
    )
    page.Contents = made.make_stream(b"q 60 0 0 40 20 20 cm /One Do Q" if drawn else b"q Q")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _orphan(there: bool) -> bytes:
    """A PDF by hand: a stream that nothing leads to, or that the page leads to."""
    secret = f"BT /F1 9 Tf 20 50 Td ({SECRET}) Tj ET".encode()
    contents = b"[4 0 R]" if there else b"[4 0 R 5 0 R]"
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents "
        + contents
        + b" /Resources <<"
        b"/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>",
        b"<</Length %d>> stream\n%s\nendstream" % (len(WORDS), WORDS.encode()),
        b"<</Length %d>> stream\n%s\nendstream" % (len(secret), secret),
    ]
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj %s endobj\n" % (number, body)
    table = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % at for at in places
    )
    made += b"trailer <</Size 6 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(made)


def _gps(there: bool) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 1
    if there:
        place = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
        exif.get_ifd(0x8825).update(place)
    return picture(exif=exif)


def _thumbnail(there: bool) -> bytes:
    """A JPEG whose second directory of EXIF data holds a small copy, or that has only one."""
    small = picture()
    first = b"\x01\x00" + b"\x12\x01\x03\x00\x01\x00\x00\x00\x01\x00\x00\x00"
    second = (
        b"\x02\x00"
        + b"\x01\x02\x04\x00\x01\x00\x00\x00"
        + (56).to_bytes(4, "little")
        + b"\x02\x02\x04\x00\x01\x00\x00\x00"
        + len(small).to_bytes(4, "little")
        + bytes(4)
    )
    body = (
        b"II*\0\x08\0\0\0"
        + first
        + ((26).to_bytes(4, "little") + second + small if there else bytes(4))
    )
    return picture(exif=b"Exif\0\0" + body)


def _png(key: str = "") -> bytes:
    info = PngInfo()
    if key:
        info.add_text(key, SECRET)
    return picture("PNG", pnginfo=info)


def _tiff(pages: int) -> bytes:
    more = [Image.new("L", (40, 40), 200) for _ in range(pages - 1)]
    return picture("TIFF", save_all=True, append_images=more)


def mail(body: str = "Please find the answer below.", **headers: str) -> email.message.EmailMessage:
    made = email.message.EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "Answer"
    for name, value in headers.items():
        made[name] = value
    made.set_content(body)
    return made


def _with_mail() -> bytes:
    made = mail()
    made.add_attachment(mail(f"About {SECRET}."))
    return made.as_bytes()


def _with_file() -> bytes:
    made = mail()
    made.add_attachment(b"Year,Count\n2023,7\n", maintype="text", subtype="csv", filename="a.csv")
    return made.as_bytes()


_QUOTED = f"Our answer is attached.\n\nOn Monday, A. Clerk wrote:\n> It is about {SECRET}.\n"
_PDF = {
    "text_under_box": (
        lambda: pdf(WORDS + "0 0 0 rg 10 90 250 40 re f"),
        lambda: pdf("0 0 0 rg 10 90 250 40 re f 1 1 1 rg " + WORDS),
    ),
    "invisible_text": (lambda: pdf(WORDS.replace("BT", "BT 3 Tr")), pdf),
    "ocr_layer": (lambda: _scan(False), lambda: _scan(True)),
    "off_page": (
        lambda: pdf(WORDS + WORDS.replace("20 100", "900 100")),
        lambda: pdf(WORDS.replace("20 100", "280 100")),
    ),
    "unapplied_redaction": (
        lambda: _note(Subtype=_N.Redact),
        lambda: _note(Subtype=_N.Link, Border=_A([0, 0, 0])),
    ),
    "pdf_annotation": (
        lambda: _note(Subtype=_N.Text, Contents=f"ask {SECRET}"),
        lambda: _note(Subtype=_N.Popup),
    ),
    "pdf_mark": (
        lambda: _note(Subtype=_N.FreeText, Contents="Withheld"),
        lambda: _note(Subtype=_N.Link),
    ),
    "pdf_attachment": (_attached, pdf),
    "pdf_form": (lambda: _field(SECRET), lambda: _field("")),
    "xfa_form": (lambda: _form(XFA="<xdp/>"), lambda: _form(NeedAppearances=True)),
    "javascript": (
        lambda: _opening(_D(S=_N.JavaScript, JS="app.alert('x')")),
        lambda: _opening(_D(S=_N.GoTo, D="first")),
    ),
    "hidden_layer": (lambda: _layers(True), lambda: _layers(False)),
    "bookmark": (lambda: _outline(SECRET), lambda: _outline("Dear Madam Oakeshott")),
    "structure_text": (lambda: _described(SECRET), lambda: _described("Dear Madam Oakeshott")),
    "private_data": (lambda: _private(True), lambda: _private(False)),
    "old_revision": (lambda: _revised(True), lambda: _revised(False)),
    "orphan_object": (lambda: _orphan(True), lambda: _orphan(False)),
    "undrawn_picture": (lambda: _pictured(drawn=False), lambda: _pictured(drawn=True)),
    "undrawn_whole_picture": (
        lambda: _pictured(drawn=False, wide=240, high=240),
        lambda: _pictured(drawn=True, wide=240, high=240),
    ),
    "trailing_data": (lambda: pdf() + SECRET.encode(), lambda: pdf() + b"\r\n\0\0"),
}
CASES = {slug: ((a, "letter.pdf"), (b, "letter.pdf")) for slug, (a, b) in _PDF.items()}
CASES |= {
    "exif_gps": ((lambda: _gps(True), "a.jpg"), (lambda: _gps(False), "a.jpg")),
    "thumbnail": ((lambda: _thumbnail(True), "a.jpg"), (lambda: _thumbnail(False), "a.jpg")),
    "picture_text": ((lambda: _png("Comment"), "a.png"), (_png, "a.png")),
    "more_pictures": ((lambda: _tiff(2), "a.tif"), (lambda: _tiff(1), "a.tif")),
    "type_mismatch": ((picture, "a.pdf"), (picture, "a.jpeg")),
    "bcc": (
        (lambda: mail(Bcc="c@example.org").as_bytes(), "a.eml"),
        (lambda: mail(Cc="c@example.org").as_bytes(), "a.eml"),
    ),
    "mail_attachment": ((_with_mail, "a.eml"), (_with_file, "a.eml")),
    "mail_attachment_list": ((_with_file, "a.eml"), (lambda: mail().as_bytes(), "a.eml")),
    "quoted_chain": (
        (lambda: mail(_QUOTED).as_bytes(), "a.eml"),
        (lambda: mail("You wrote on Monday about the ward.").as_bytes(), "a.eml"),
    ),
    "system_file": (
        (lambda: zipped({"a.txt": "words", ".DS_Store": "staff list"}), "a.zip"),
        (lambda: zipped({"a.txt": "words", "b/store.txt": "words"}), "a.zip"),
    ),
    "zip_comment": (
        (lambda: zipped({"a.txt": "words"}, comment=SECRET.encode()), "a.zip"),
        (lambda: zipped({"a.txt": "words"}, comment=b" "), "a.zip"),
    ),
    "duplicate_part": (
        (lambda: _twice("letter.docx"), "a.zip"),
        (lambda: _twice("b.docx"), "a.zip"),
    ),
}


def _twice(name: str) -> bytes:
    import warnings
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.writestr("letter.docx", docx())
        made.writestr(name, docx())
    return out.getvalue()
