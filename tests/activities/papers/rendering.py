"""Documents as LibreOffice prints them, page by page, measured in millimetres."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

DPI = 120
HERE = Path(__file__).parent
PROGRAMS = ("soffice", "pdftoppm", "pdftotext")
MM = 25.4 / DPI


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring rows of one colour: where it is, in millimetres from the sheet's top left."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page: its size, its red and black ink from top to bottom, its text."""

    width: float
    height: float
    red: tuple[Band, ...]
    black: tuple[Band, ...]
    text: str


def _bands(rows: list[bytes], colour: str) -> Iterator[Band]:
    band: Band | None = None
    white = b"\xff" * len(rows[0])
    for y, row in enumerate(rows):
        if row == white:
            continue
        ink = _ink(row, colour)
        left, right = ink.find(1), ink.rfind(1)
        if left < 0:
            continue
        line = Band(y * MM, (y + 1) * MM, left * MM, (right + 1) * MM)
        if band is not None and line.top - band.bottom < MM / 2:
            band = _joined(band, line)
            continue
        if band is not None:
            yield band
        band = line
    if band is not None:
        yield band


def _joined(one: Band, other: Band) -> Band:
    left, right = min(one.left, other.left), max(one.right, other.right)
    return Band(one.top, other.bottom, left, right)


HIGH = bytes(value > 150 for value in range(256))
LOW = bytes(value < 110 for value in range(256))


def _ink(row: bytes, colour: str) -> bytes:
    red, green = row[0::3], row[1::3]
    strong = red.translate(HIGH if colour == "red" else LOW)
    both = int.from_bytes(strong, "big") & int.from_bytes(green.translate(LOW), "big")
    return both.to_bytes(len(red), "big")


def need_programs() -> None:
    """Skip where nothing prints documents; in CI that is a failure."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"missing programs: {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)} to print documents")


def convert(files: list[Path], to: str, folder: Path) -> None:
    """Let LibreOffice convert files into `folder`, with a profile of its own."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            folder,
            *files,
        ],
        env=os.environ | {"FONTCONFIG_FILE": str(HERE / "fonts.conf")},
        check=True,
        capture_output=True,
        timeout=250,
    )


def printed(documents: dict[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Print documents and return the pages of each."""
    files = [folder / f"{name}.docx" for name in documents]
    for file, content in zip(files, documents.values(), strict=True):
        file.write_bytes(content)
    convert(files, "pdf", folder)
    return {file.stem: list(_pages(file.with_suffix(".pdf"))) for file in files}


def _pages(pdf: Path) -> Iterator[Page]:
    # pdftotext ends each page with a form feed.
    texts = _output("pdftotext", "-layout", str(pdf), "-").decode().split("\f")
    image = _output("pdftoppm", "-r", str(DPI), str(pdf))
    for text in texts[:-1]:
        head, size, depth, rest = image.split(b"\n", 3)
        assert (head, depth) == (b"P6", b"255")
        width, height = (int(number) for number in size.split())
        rows = [rest[y * width * 3 : (y + 1) * width * 3] for y in range(height)]
        red, black = (tuple(_bands(rows, colour)) for colour in ("red", "black"))
        yield Page(width * MM, height * MM, red, black, text)
        image = rest[width * height * 3 :]


def _output(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout
