"""Why a document cannot be made from its template. The message names no person and no content."""

from workflows.domain.text import Text


class TemplateBroken(Exception):
    """A template that cannot be filled in; `text` says which, why and what to do."""

    def __init__(self, kind: str, why: Text) -> None:
        self.text = Text(
            f"文书模板 {kind}.docx：{why.zh}",
            f"document template {kind}.docx: {why.en}",
        )
        super().__init__(f"{self.text.zh} {self.text.en}")


class NoLetterhead(Exception):
    """An organ that the officers' directory does not describe, so that no letter can be its own."""

    def __init__(self, organ: str) -> None:
        self.text = Text(
            f"officers.toml 中没有 [organs.{organ}]：请填写其名称（name）和机关代字（mark）。",
            f"officers.toml has no [organs.{organ}]: enter its name and mark.",
        )
        super().__init__(f"{self.text.zh} {self.text.en}")


def unknown_placeholder(kind: str, name: str) -> TemplateBroken:
    """Return the refusal of a placeholder that has no value in this kind of document."""
    return TemplateBroken(
        kind,
        Text(
            f"占位符 {name} 在这种文书中没有内容，请改正或删去（占位符一览见 docs/documents.md）。",
            f"the placeholder {name} has no value in this kind of document: mend it or take it out"
            " (docs/documents.en.md lists them).",
        ),
    )


def missing_fact(kind: str, key: str) -> TemplateBroken:
    """Return the refusal of facts that lack a key without which nothing can be written."""
    return TemplateBroken(
        kind,
        Text(f"缺少内容 {key}，无法制作。", f"the facts lack {key}, so it cannot be made."),
    )


def no_word_file(kind: str) -> TemplateBroken:
    """Return the refusal of a file that is not a Word document."""
    return TemplateBroken(
        kind,
        Text(
            "不是 Word 文档（.docx），请另存为 .docx，或删去以改用标准模板。",
            "not a Word document (.docx): save it as .docx, or delete it to use the standard one.",
        ),
    )


def misplaced_mark(kind: str, where: str = "") -> TemplateBroken:
    """Return the refusal of a template whose `{{ }}` or `{% %}` marks do not fit together."""
    at = f" {where}" if where else ""
    return TemplateBroken(
        kind,
        Text(
            f"占位符的括号或语句不完整、不成对{at}，请与标准模板对照改正。",
            f"marks of placeholders are incomplete or unpaired{at}: compare the standard template.",
        ),
    )
