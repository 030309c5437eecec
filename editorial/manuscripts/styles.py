"""Names of styles in word processors, in the languages they come in."""

import re

from editorial.manuscripts.pieces import Role

_NAMES = {
    Role.TITLE: (
        "title|titel|titre|título|titolo|tytuł|tittel|rubrik|otsikko|název|cím|название|表題|标题|標題|headline"
    ),
    Role.STANDFIRST: (
        "subtitle|untertitel|sous-titre|subtítulo|sottotitolo|ondertitel|underrubrik|undertittel|undertitel|podtytuł"
        "|alaotsikko|podtitul|подзаголовок|副題|副标题|standfirst|lead|lede|deck|dek|intro|introduction|vorspann"
        "|chapeau|entradilla|sommario|ingress"
    ),
    Role.QUOTE: (
        "quote|intense quote|pull quote|quotations?|block text|block quote|blockquote|zitat|intensives zitat|citation"
        "|citation intense|cita|cita destacada|citazione|citazione intensa|citaat|citat|starkt citat|sitat|cytat"
        "|lainaus|citace|idézet|цитата|引用文|引用"
    ),
    Role.CAPTION: (
        "caption|beschriftung|bildunterschrift|légende|leyenda|epígrafe|descripción|didascalia|bijschrift|beskrivning"
        "|bildtext|bildetekst|billedtekst|legenda|podpis|kuvateksti|titulek|képaláírás|название объекта|図表番号|题注"
    ),
    Role.CREDIT: "credit|photo credit|picture credit|bildnachweis|fotonachweis|crédit|crédit photo|créditos|credito",
    Role.BYLINE: "byline|author|autor|auteur|autore|autorenzeile|signature",
}
ROLES = {role: re.compile(rf"(?:{names})", re.IGNORECASE) for role, names in _NAMES.items()}
HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|nagłówek|otsikko|nadpis|címsor|заголовок|見出し"
    r"|标题|標題)\s*(?P<level>[1-9])",
    re.IGNORECASE,
)
DEEPER_LIST = re.compile(r"list(?: bullet| number)? (?P<level>[2-9])", re.IGNORECASE)
CONTENTS = re.compile(
    r"(?:toc|contents|verzeichnis|inhaltsverzeichnis|tm|tdc|sommario|inhopg|innehåll|spis treści)\s*(?:[1-9]|heading)"
    r"|toc heading|contents heading|table of figures",
    re.IGNORECASE,
)
ORDINARY = re.compile(
    r"normal.*|standard|frame contents|body text.*|text body|textkörper.*|corps de texte|no spacing|list.*|default.*"
    r"|plain text|first paragraph|compact|p\d*|msonormal",
    re.IGNORECASE,
)


def role_of(name: str) -> tuple[Role, int] | None:
    """What a style of this name is for, with the level of a heading; None for a name that says nothing."""
    name = name.strip()
    heading = HEADING.fullmatch(name)
    if heading:
        return Role.HEADING, int(heading["level"])
    return next(((role, 0) for role, names in ROLES.items() if names.fullmatch(name)), None)


def depth_of_list(name: str) -> int:
    """How deep the items of a style stand by its name, from 0: 'List Bullet 2' stands one deeper than 'List Bullet'."""
    found = DEEPER_LIST.fullmatch(name.strip())
    return int(found["level"]) - 1 if found else 0


def is_contents(name: str) -> bool:
    """Whether the style is that of a table of contents."""
    return bool(CONTENTS.fullmatch(name.strip()))


def is_ordinary(name: str) -> bool:
    """Whether the style is plain text by any name."""
    return not name or bool(ORDINARY.fullmatch(name.strip()))
