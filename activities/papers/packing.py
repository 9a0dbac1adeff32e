"""Writes a Word document so that the same document is always the same bytes."""

import io
import zipfile
from datetime import UTC, datetime

from docx.document import Document as WordDocument

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every part in the package: that of no particular day."""


def packed(document: WordDocument, title: str, author: str, made_at: datetime) -> bytes:
    """Return the .docx file of a document; nothing in it depends on clock, machine or process."""
    _describe(document, title, author, made_at)
    loose = io.BytesIO()
    document.save(loose)
    tight = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(tight, "w") as target:
        for name in source.namelist():
            # Stored, not deflated: compressors differ from version to version, hashes may not.
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return tight.getvalue()


def _describe(document: WordDocument, title: str, author: str, made_at: datetime) -> None:
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.subject = about.keywords = about.comments = about.category = ""
    about.created = about.modified = moment
    about.revision = 1
