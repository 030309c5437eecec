"""Pictures whose files say something, written as cameras and agencies write it."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="{credit}"
 xmpRights:WebStatement="{licence}">
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

LATITUDE, LONGITUDE = (52.0, 22.0, 12.5), (4.0, 53.0, 42.25)


def drawn(size: tuple[int, int] = (240, 160), shoe: str = "navy", turn: int = 0) -> Image.Image:
    """A picture with a shape in it, so that it looks like something."""
    picture = Image.new("RGB", size, "ivory")
    pen = ImageDraw.Draw(picture)
    width, height = size
    pen.polygon(
        [
            (0.1 * width, 0.8 * height),
            (0.15 * width, 0.3 * height),
            (0.4 * width, 0.5 * height),
            (0.9 * width, 0.8 * height),
        ],
        fill=shoe,
    )
    pen.rectangle((0.6 * width, 0.1 * height, 0.7 * width, 0.4 * height), fill=shoe)
    return picture.rotate(turn, expand=True)


def uploaded(picture: Image.Image, name: str = "IMG_1234.jpg", **saved) -> SimpleUploadedFile:
    """The picture as a file from a form; `saved` are Pillow's options, such as exif and xmp."""
    buffer = BytesIO()
    picture_format = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[name.rpartition(".")[2]]
    picture.save(buffer, picture_format, **saved)
    return SimpleUploadedFile(name, buffer.getvalue(), content_type=f"image/{picture_format.lower()}")


def exif_of(artist: str = "", notice: str = "", caption: str = "", with_place: bool = True, orientation: int = 1):
    """What a camera writes; the place is in Amsterdam."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    for tag, text in ((0x013B, artist), (0x8298, notice), (0x010E, caption)):
        if text:
            exif[tag] = text
    if with_place:
        exif.get_ifd(0x8825).update({1: "N", 2: LATITUDE, 3: "E", 4: LONGITUDE})
    return exif


def iptc_of(**texts: str) -> bytes:
    """A block of IPTC-IIM in a Photoshop resource, as agencies write it: creator, credit, copyright, caption, title."""
    numbers = {"creator": 80, "credit": 110, "copyright": 116, "caption": 120, "title": 105}
    records = b"".join(
        b"\x1c\x02" + bytes([numbers[name]]) + len(text.encode()).to_bytes(2, "big") + text.encode()
        for name, text in texts.items()
    )
    records += b"\x00" * (len(records) % 2)
    return b"8BIM\x04\x04\x00\x00" + len(records).to_bytes(4, "big") + records


def with_iptc(file: SimpleUploadedFile, **texts: str) -> SimpleUploadedFile:
    """The JPEG with the block after its first marker."""
    block = b"Photoshop 3.0\x00" + iptc_of(**texts)
    jpeg = file.read()
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    return SimpleUploadedFile(file.name, jpeg[:2] + segment + jpeg[2:], content_type="image/jpeg")


def spoilt_exif() -> bytes:
    """Notes of a camera in which the artist's name has the type of a fraction: whoever turns the picture stumbles."""
    exif = exif_of("Ines", orientation=6).tobytes()
    spoilt = exif.replace(b"\x01\x3b\x00\x02", b"\x01\x3b\x00\x05")
    assert spoilt != exif
    return spoilt
