"""Templates that an office has edited, well or badly."""

import io
import re
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from activities.papers.kinds import KINDS
from activities.papers.making import TemplateBroken, fill, plain_text, standard_template
from activities.papers.placeholders import PLACEHOLDERS
from tests.activities.papers.rendering import convert, need_programs
from tests.activities.papers.samples import (
    CONTENT,
    DATED,
    HARSH,
    LETTERHEAD,
    MADE_AT,
    NUMBER,
    made,
)

# LibreOffice takes its time on a busy machine.
pytestmark = [pytest.mark.xdist_group("papers"), pytest.mark.timeout(300)]

KIND = "clarification_letter"


def filled(template: bytes, kind: str = KIND, content: dict[str, object] = CONTENT) -> bytes:
    return fill(template, kind, LETTERHEAD, NUMBER, DATED, content, MADE_AT)


def edited(change: Callable[[WordDocument], object], kind: str = KIND) -> bytes:
    document = Document(io.BytesIO(standard_template(kind)))
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def adding(text: str) -> bytes:
    return edited(lambda document: document.add_paragraph(text))


def lines(docx: bytes) -> str:
    return plain_text(docx)


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every standard template as LibreOffice saves it again."""
    need_programs()
    folder = Path(tmp_path_factory.mktemp("resaved"))
    (folder / "ours").mkdir()
    for kind in KINDS:
        (folder / "ours" / f"{kind}.docx").write_bytes(standard_template(kind))
    convert(sorted((folder / "ours").iterdir()), "docx", folder)
    return folder


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("content", [CONTENT, HARSH], ids=["plain", "harsh"])
def test_a_template_saved_by_another_program_says_the_same(
    resaved: Path, kind: str, content: dict[str, object]
) -> None:
    template = (resaved / f"{kind}.docx").read_bytes()

    document = filled(template, kind, content)

    assert lines(document) == lines(made(kind, content))
    assert document == filled(template, kind, content)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert len(package.namelist()) == len(set(package.namelist()))


def test_a_placeholder_cut_into_pieces_by_word_is_filled_in() -> None:
    # given
    def cut(document: WordDocument) -> None:
        paragraph = next(p for p in document.paragraphs if "主送" in p.text)
        paragraph.runs[0].text = ""
        for piece in ("{", "{ 主", "送 }", "}", "："):
            paragraph.add_run(piece).bold = True

    # when
    document = filled(edited(cut))

    # then
    assert lines(document) == lines(made(KIND))


def test_words_an_office_changes_are_printed() -> None:
    def reword(document: WordDocument) -> None:
        paragraph = next(p for p in document.paragraphs if "按照有关规定" in p.text)
        paragraph.runs[0].text = "请{{ 澄清对象单位 }}予以支持。"

    assert "请许州市示例服务中心予以支持。" in lines(filled(edited(reword)))


@pytest.mark.parametrize("name", ["当事人电话", "subject", "主送机关"])
def test_an_unknown_placeholder_is_named(name: str) -> None:
    with pytest.raises(TemplateBroken) as refused:
        filled(adding("{{ " + name + " }}"))

    assert f"占位符 {name} 在这种文书中没有内容" in refused.value.text.zh
    assert f"the placeholder {name} has no value" in refused.value.text.en
    assert KIND in str(refused.value)


@pytest.mark.parametrize("slip", ["失实问题[澄清对象]", "澄清对象.姓名", "主送[澄清对象].x"])
def test_a_slip_that_uses_a_fact_as_a_name_is_refused_without_the_fact(slip: str) -> None:
    with pytest.raises(TemplateBroken) as refused:
        filled(adding("{{ " + slip + " }}"))

    told = "".join(traceback.format_exception(refused.value))
    assert CONTENT["subject"]["name"] not in told
    assert "括号或语句" in refused.value.text.zh


def test_a_placeholder_whose_facts_another_kind_has_is_named() -> None:
    def add(document: WordDocument) -> None:
        document.add_paragraph("{{ 答复结果 }}")

    facts = {key: CONTENT[key] for key in KINDS[KIND].needs}

    with pytest.raises(TemplateBroken, match="占位符 答复结果"):
        filled(edited(add), content=facts)


@pytest.mark.parametrize(
    "text",
    [
        "{{ 主送",
        "{{ 主送 }",
        "{% if 抄送 %}没有结尾",
        "{%p for 问题 in 失实问题 %}",
        "{% endfor %}",
        "{{ 1 / 0 }}",
        "{{ 主送 | 大写 }}",
        "{{ 主送() }}",
        "{{ 失实问题[99].x.y }}",
        "{% include '密件.docx' %}",
        "{{ ''.__class__.__mro__ }}",
        "{% for n in range(10000000) %}{{ n }}{% endfor %}",
        "{% macro 圈() %}{{ 圈() }}{% endmacro %}{{ 圈() }}",
    ],
)
def test_a_slip_of_the_pen_is_one_clear_line(text: str) -> None:
    with pytest.raises(TemplateBroken) as refused:
        filled(adding(text))

    said = str(refused.value)
    assert said.startswith(f"文书模板 {KIND}.docx：")
    assert "\n" not in said
    assert "张样例" not in said


def test_a_condition_across_paragraphs_is_refused_not_cut_to_size() -> None:
    def straddle(document: WordDocument) -> None:
        document.add_paragraph("前文{% if 抄送 %}")
        document.add_table(1, 1).cell(0, 0).text = "表格{% endif %}"

    template = edited(straddle)

    with pytest.raises(TemplateBroken):
        filled(template, content=CONTENT | {"copies": []})


def cut_short(template: bytes) -> bytes:
    return template[: len(template) // 2]


def without_text(template: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
    return file.getvalue()


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"not a document",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        cut_short(standard_template(KIND)),
        without_text(standard_template(KIND)),
    ],
    ids=["empty", "text", "old_doc", "cut_short", "without_text"],
)
def test_a_file_that_is_no_word_document_is_refused(file: bytes) -> None:
    with pytest.raises(TemplateBroken, match=r"不是 Word 文档（.docx）"):
        filled(file)


def test_a_template_without_our_styles_is_filled_in_as_it_is() -> None:
    document = Document()
    document.add_paragraph("{{ 发文机关 }} {{ 发文字号 }}")
    file = io.BytesIO()
    document.save(file)

    assert lines(filled(file.getvalue())) == f"{LETTERHEAD['name']} {NUMBER}\n"


def test_who_edited_a_template_is_not_told_to_who_gets_the_document() -> None:
    def sign(document: WordDocument) -> None:
        about = document.core_properties
        about.author, about.title, about.comments = "王编辑", "{{ 未知 }}", "家里的电脑"

    document = filled(edited(sign))

    with zipfile.ZipFile(io.BytesIO(document)) as package:
        everything = b"".join(package.read(name) for name in package.namelist()).decode()
    assert "王编辑" not in everything
    assert "家里的电脑" not in everything


@pytest.mark.parametrize("kind", KINDS)
def test_standard_templates_use_listed_placeholders_only(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(standard_template(kind))) as package:
        text = "".join(package.read(n).decode() for n in package.namelist() if n.endswith("xml"))
    printed = set(re.findall(r"\{\{ (\w+) \}\}", text)) | set(
        re.findall(r"(?:if|in) (\w+) %\}", text)
    )

    assert printed - {"问题", "理由", "段", "项"} <= set(PLACEHOLDERS)
    assert "发文机关" in printed


def test_fonts_are_named_for_chinese_text_and_never_embedded() -> None:
    with zipfile.ZipFile(io.BytesIO(standard_template(KIND))) as package:
        styles = package.read("word/styles.xml").decode()
        grid = package.read("word/document.xml").decode()
        names = package.namelist()

    for font in ("方正小标宋简体", "仿宋_GB2312", "黑体", "宋体"):
        assert f'w:eastAsia="{font}"' in styles
    assert 'w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"' in grid
    assert not [name for name in names if "font" in name and not name.endswith("fontTable.xml")]
