"""Which template each kind of document uses: the office's own, or the standard one."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from activities.documents import template_of
from activities.papers.making import standard_template
from starter import paths
from starter.failure import CommandFailed
from workflows.domain.paper_facts import PaperKind
from workflows.domain.text import Text

UNUSABLE = Text(
    "模板目录 {folder} 不能使用（{why}）。", "The folder {folder} cannot be used ({why})."
)


@dataclass(frozen=True, slots=True)
class InUse:
    """The template of a kind: its file where the office has one, and its hash."""

    kind: str
    file: Path
    own: bool
    sha256: str


def templates(data: Path, *, write: bool = False) -> list[InUse]:
    """Return the template of every kind; with `write` the standard ones become the office's own.

    What the office has already stays as it is. Raises CommandFailed.
    """
    folder = data / paths.PAPER_TEMPLATES
    try:
        if write:
            folder.mkdir(parents=True, exist_ok=True)
            for missing in (t for t in _in_use(folder) if not t.own):
                missing.file.write_bytes(standard_template(missing.kind))
        return _in_use(folder)
    except OSError as error:
        raise CommandFailed(UNUSABLE.format(folder=folder, why=error.strerror)) from None


def _in_use(folder: Path) -> list[InUse]:
    found = []
    for kind in PaperKind:
        file = folder / f"{kind}.docx"
        digest = sha256(template_of(folder, kind)).hexdigest()
        found.append(InUse(kind.value, file, file.exists(), digest))
    return found
