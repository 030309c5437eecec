"""Signs that Word takes from fonts of symbols, as letters of any font."""

WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD7: "·",
}  # fmt: skip
GREEK = (
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    ("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
)
SYMBOL |= {ord(latin): greek for row in GREEK for latin, greek in zip(*row, strict=True)}
FONTS = {"wingdings": WINGDINGS, "symbol": SYMBOL}
PRIVATE = 0xF000


def sign_of(font: str, code: str) -> str:
    """The sign with this number, written in hexadecimal, in this font; empty where our fonts have no such sign."""
    number = int(code, 16) if code and len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) else 0
    known = FONTS.get(font.strip().lower())
    if known is not None and (number < 0x100 or PRIVATE <= number < PRIVATE + 0x100):
        return known.get(number & 0xFF, "")
    is_common = 0x20 <= number < PRIVATE and not 0xD800 <= number < 0xE000
    return chr(number) if is_common else ""


def in_any_font(text: str, font: str) -> tuple[str, list[str]]:
    """Words with the signs in them that mean something in fonts of symbols only, and the numbers of unknown ones, which
    are left out."""
    if not any(PRIVATE <= ord(sign) < PRIVATE + 0x100 for sign in text):
        return text, []
    kept, unknown = [], []
    for sign in text:
        code = f"{ord(sign):04X}"
        is_private = PRIVATE <= ord(sign) < PRIVATE + 0x100
        known = sign_of(font if font.strip().lower() in FONTS else "symbol", code) if is_private else sign
        kept.append(known or " ")
        unknown += [] if known else [code]
    return "".join(kept), unknown
