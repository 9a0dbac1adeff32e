"""Draws the letter of docs/documents.md: `python -m tests.activities.papers.picture`."""

import subprocess
import tempfile
from pathlib import Path

from tests.activities.papers.rendering import convert
from tests.activities.papers.samples import CONTENT, made

PICTURE = Path(__file__).parents[3] / "docs" / "images" / "letter.png"
SHOWN = CONTENT | {"copies": ["许州市示例服务中心党组"], "methods": ["书面澄清"], "scope": ""}


def draw(picture: Path) -> None:
    """Write the first page of an invented letter as a picture 900 pixels high."""
    with tempfile.TemporaryDirectory() as name:
        letter = Path(name) / "letter.docx"
        letter.write_bytes(made("clarification_letter", SHOWN))
        convert([letter], "pdf", letter.parent)
        pdf, target = letter.with_suffix(".pdf"), picture.with_suffix("")
        size = ["-scale-to", "900", "-singlefile", "-png"]
        subprocess.run(["pdftoppm", *size, str(pdf), str(target)], check=True)


if __name__ == "__main__":
    draw(PICTURE)
