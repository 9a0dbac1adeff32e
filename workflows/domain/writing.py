"""What a clerk may write in a field: texts, lines and codes that every store and page can hold."""

from typing import Annotated

from pydantic import Field, StringConstraints

WRITABLE = r"^[^\x00-\x08\x0b-\x1f]*$"
"""No control characters but tab and line end: no database column takes a NUL."""
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=WRITABLE),
]
"""Free text of a clerk: not blank, at most 4,000 characters (documents travel by number)."""
Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]*$"
    ),
]
"""A name or number on one line, at most 100 characters."""
Code = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\s\x00-\x1f]+$")]
"""A code of the office without blanks: an organ, a department, a file or lead number."""
