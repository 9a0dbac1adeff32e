"""How each paragraph looks: fonts, sizes, spacing. The names are those an office sees in Word.

Sizes are in points; lengths in the XML are twips (1/20 pt). 3号 is 16 pt, 2号 22 pt, 4号 14 pt.
The text area of 156 by 225 mm holds 22 lines of 28 characters: a line is 28.95 pt (579 twips).
"""

from dataclasses import dataclass
from enum import Enum

SONG = "方正小标宋简体"
FANG = "仿宋_GB2312"
HEI = "黑体"
PLAIN_SONG = "宋体"
RED = "FF0000"

FALLBACKS = {
    SONG: "SimSun",
    FANG: "FangSong",
    HEI: "SimHei",
    "楷体_GB2312": "KaiTi",
    PLAIN_SONG: "SimSun",
}
"""Which font stands in where one is missing; they are named, never embedded."""

EAST = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
"""Digits stand as close to characters as these do; the pitch is the styles' own."""

LINE = '<w:spacing w:before="{before}" w:after="0" w:line="579" w:lineRule="exact"/>'
TIGHT = '<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
WIDE = '<w:ind w:left="-454" w:right="-340"/>'
"""The red lines are 170 mm wide and centred on the sheet, 7 mm beyond the text on either side."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a paragraph style; `layout` is the content of its `w:pPr`."""

    name: str
    layout: str
    font: str = FANG
    size: int = 16
    color: str = ""


def _border(side: str, eighths: int, space: int = 0) -> str:
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{eighths}" w:space="{space}"'
        f' w:color="{RED}"/></w:pBdr>'
    )


def _tight(line: int, before: int = 0, after: int = 0) -> str:
    return EAST + TIGHT.format(line=line, before=before, after=after)


def _lines(before: int = 0) -> str:
    return EAST + LINE.format(before=before)


INDENTED = '<w:ind w:firstLineChars="200" w:firstLine="630"/><w:jc w:val="left"/>'
"""Not justified: LibreOffice 7.4 loses a comma that hangs behind a justified full line."""

CENTRED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
KEPT = "<w:keepNext/><w:keepLines/>"


class Style(Enum):
    """The paragraph styles of the standard templates."""

    HEADING = Look("发文机关标志", _tight(864, 0, 90) + WIDE + CENTRED, SONG, 36, RED)
    THICK = Look("红色粗线", _border("bottom", 18) + _tight(20) + WIDE, size=1)
    THIN = Look("红色细线", _border("bottom", 6) + _tight(40) + WIDE, size=1)
    ORDINARY_HEADING = Look("发文机关标志（文件）", _tight(864, 1900) + CENTRED, SONG, 36, RED)
    NUMBER = Look("发文字号", _tight(400, 200) + RIGHT)
    ORDINARY_NUMBER = Look(
        "发文字号（文件）", _border("bottom", 8, 11) + _tight(400, 1158) + CENTRED
    )
    BARE_NUMBER = Look("编号", _tight(400) + '<w:jc w:val="left"/>')
    TITLE = Look("标题（公文）", KEPT + _tight(700, 1158, 579) + CENTRED, SONG, 22)
    FORM_TITLE = Look("标题（表格）", KEPT + _tight(700, 0, 200) + CENTRED, SONG, 22)
    ADDRESSEE = Look("主送", KEPT + _lines() + '<w:jc w:val="left"/>')
    BODY = Look("正文（公文）", _lines() + INDENTED)
    SECTION = Look("小标题", KEPT + _lines() + INDENTED, HEI)
    INTRO = Look("引导句", KEPT + _lines() + INDENTED)
    LAST = Look("结束语", KEPT + _lines() + INDENTED)
    SIGNATURE = Look("发文机关署名", KEPT + _lines(1158) + CENTRED)
    DATE = Look("成文日期", KEPT + _lines() + CENTRED)
    CONTACT = Look("附注", KEPT + _lines() + INDENTED)
    COPIES = Look(
        "抄送",
        _lines() + '<w:ind w:left="1120" w:right="280" w:hanging="840"/>',
        size=14,
    )
    END = Look("文末", _tight(20), size=1)
    CELL = Look("表格文字", _tight(480, 60, 60) + '<w:jc w:val="left"/>')
    CELL_SIGNED = Look("表格签字", _tight(480, 60, 60) + RIGHT)
    LABEL = Look("表格项目", _tight(480, 60, 60) + CENTRED, HEI)
    PAGE_ODD = Look(
        "页码（单页）", _tight(320, 0, 260) + '<w:ind w:right="280"/>' + RIGHT, PLAIN_SONG, 14
    )
    PAGE_EVEN = Look("页码（双页）", _tight(320, 0, 260) + '<w:ind w:left="280"/>', PLAIN_SONG, 14)
