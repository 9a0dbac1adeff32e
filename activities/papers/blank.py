"""An empty Word document with our styles, our fonts and nothing of python-docx's own sample."""

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from activities.papers.styles import FALLBACKS, FANG, PLAIN_SONG, Look, Style

NEEDLESS = ("stylesWithEffects", "webSettings", "customXml", "numbering", "theme")
NEEDLESS_OUTSIDE = ("thumbnail", "extended-properties")

NORMAL = (
    '<w:style {w} w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/>'
    '<w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
)

SETTINGS = (
    '<w:defaultTabStop {w} w:val="420"/>',
    '<w:characterSpacingControl {w} w:val="compressPunctuation"/>',
    "<w:compat {w}><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
)

BODY_SIZE = 16
CLOSE = '<w:spacing w:val="-5"/>'
"""28 characters of 16 pt in 156 mm: each 15.75 pt apart, whether a program knows grids or not."""


def blank() -> WordDocument:
    """Return a document without a paragraph, whose styles are those of `styles.Style`."""
    document = Document()
    _drop(document.part.rels, NEEDLESS)
    _drop(document.part.package.rels, NEEDLESS_OUTSIDE)
    _write_styles(document)
    _write_settings(document)
    _write_fonts(document)
    return document


def _drop(relations: Relationships, kinds: tuple[str, ...]) -> None:
    for key in [k for k, r in relations.items() if r.reltype.rsplit("/", 1)[-1] in kinds]:
        del relations[key]


def _write_styles(document: WordDocument) -> None:
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.append(parse_xml(_defaults()))
    styles.append(parse_xml(NORMAL.format(w=nsdecls("w"))))
    for style in Style:
        styles.append(parse_xml(_style(style.name, style.value)))


def _defaults() -> str:
    return (
        f"<w:docDefaults {nsdecls('w')}>"
        f"<w:rPrDefault><w:rPr>{_fonts(FANG)}<w:sz w:val='32'/><w:szCs w:val='32'/>"
        "<w:lang w:val='en-US' w:eastAsia='zh-CN' w:bidi='ar-SA'/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


def _style(code: str, look: Look) -> str:
    color = f'<w:color w:val="{look.color}"/>' if look.color else ""
    pitch = CLOSE if look.size == BODY_SIZE else ""
    size = f'<w:sz w:val="{look.size * 2}"/><w:szCs w:val="{look.size * 2}"/>'
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="{code}">'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{look.layout}</w:pPr>"
        f"<w:rPr>{_fonts(look.font)}{color}{pitch}{size}</w:rPr></w:style>"
    )


def _fonts(name: str) -> str:
    latin = name if name == PLAIN_SONG else "Times New Roman"
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" w:cs="{latin}"/>'


def _write_settings(document: WordDocument) -> None:
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for setting in SETTINGS:
        settings.append(parse_xml(setting.format(w=nsdecls("w"))))


def _write_fonts(document: WordDocument) -> None:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/></w:font>'
        for name, instead in FALLBACKS.items()
    )
    table = next(r for r in document.part.rels.values() if r.reltype.endswith("/fontTable"))
    table.target_part._blob = f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()
