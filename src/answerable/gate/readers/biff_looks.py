"""How cells of an old Excel workbook look: palette, fonts, fills, formats, conditional rules."""

import struct
from dataclasses import dataclass, field

from answerable.gate.readers.inks import BLACK, WHITE, Ink, alike, carrier, ink

_BASIC = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF"
_PALETTE = (
    f"{_BASIC} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF"
    " 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF"
    " CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600"
    " 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
)
_FONT, _ALIGNMENT, _EDGES, _FILL, _FORMAT = (1 << n for n in (26, 27, 28, 29, 25))


def _inks(text: str) -> list[Ink]:
    return [ink(one) or BLACK for one in text.split()]


@dataclass
class Looks:
    """Gathers what the records before the sheets say of looks."""

    fonts: list[tuple[int, float]] = field(default_factory=list)  # colour by number, points
    styles: list[tuple[int, int, int, int]] = field(default_factory=list)  # font, format, fill
    formats: dict[int, str] = field(default_factory=dict)
    colours: list[Ink] = field(default_factory=lambda: _inks(_BASIC) + _inks(_PALETTE))

    def take(self, kind: int, body: bytes) -> None:
        """One record."""
        if kind == 0x31:
            height, _, colour = struct.unpack_from("<3H", body)
            self.fonts.append((colour, height / 20))
        elif kind == 0x41E:
            code = body[5:].replace(b"\0", b"").decode("latin-1")
            self.formats[struct.unpack_from("<H", body)[0]] = code
        elif kind == 0xE0:
            font, form = struct.unpack_from("<HH", body)
            pattern, colours = 0, 0
            if len(body) >= 20:
                pattern, colours = body[17] >> 2, struct.unpack_from("<H", body, 18)[0]
            self.styles.append((font - (font > 4), form, pattern, colours))
        elif kind == 0x92:
            for n in range(min(struct.unpack_from("<H", body)[0], 56)):
                red, green, blue = body[2 + 4 * n : 5 + 4 * n]
                self.colours[8 + n] = (red, green, blue)

    def unseen(self, style: int) -> str:
        """The check that judges a cell of this style, "" for one that is seen."""
        if style >= len(self.styles):
            return ""
        font, form, pattern, colours = self.styles[style]
        if shows_nothing(self.formats.get(form, "")):
            return "hidden_format"
        letters, size = self.fonts[font] if font < len(self.fonts) else (0x7FFF, 11.0)
        found = carrier(self._ink(letters), self._ground(pattern, colours & 0x7F), size)
        return "white_text" if found == "text_under_box" else found

    def _ground(self, pattern: int, colour: int) -> Ink | None:
        if pattern == 0:
            return WHITE
        return self._ink(colour) if pattern == 1 else None

    def _ink(self, number: int) -> Ink | None:
        if number < len(self.colours):
            return self.colours[number]
        return WHITE if number == 65 else BLACK

    def pale(self, rule: bytes) -> bool:
        """Whether a conditional rule hides what it is about."""
        flags = struct.unpack_from("<I", rule, 6)[0]
        at, letters, ground = 12, None, WHITE
        if flags & _FORMAT:
            code, at = _format(rule, at)
            if shows_nothing(code):
                return True
        if flags & _FONT:
            number = struct.unpack_from("<I", rule, at + 80)[0]
            letters = None if number > 0x7FFF else self._ink(number)
            at += 118
        at += 8 * bool(flags & _ALIGNMENT) + 8 * bool(flags & _EDGES)
        if flags & _FILL:
            pattern, colours = struct.unpack_from("<HH", rule, at)
            fill = colours >> 7 & 0x7F if pattern >> 10 in (0, 1) else colours & 0x7F
            ground = self._ink(fill) or WHITE
        return alike(letters, ground)


def _format(rule: bytes, at: int) -> tuple[str, int]:
    """The number format in a rule, which is a number or its own words, and where it ends."""
    own = struct.unpack_from("<H", rule, 10)[0] & 1
    if not own:
        return "", at + 2
    size = struct.unpack_from("<H", rule, at)[0]
    return rule[at + 5 : at + size].replace(b"\0", b"").decode("latin-1"), at + size


def shows_nothing(code: str) -> bool:
    """Whether a number format shows nothing of any number and any word."""
    return code.replace('"', "").strip() in (";;;", ";;")
