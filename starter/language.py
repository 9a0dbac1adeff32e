"""In which language the command line speaks: `--lang`, else `ZHENGMING_LANG`, else Chinese.

Decided before click reads the arguments, because help texts are made when a command is loaded.
"""

import os
import sys
from collections.abc import Mapping, Sequence

from workflows.domain.text import Text

LANGUAGES = ("zh", "en")


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language that arguments and environment ask for; an unknown one means Chinese."""
    wanted = environ.get("ZHENGMING_LANG", "zh")
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
    return wanted if wanted in LANGUAGES else "zh"


LANGUAGE = chosen(sys.argv[1:], os.environ)


def say(zh: str, en: str) -> str:
    """Return the sentence in the language of this process."""
    return en if LANGUAGE == "en" else zh


def spoken(text: Text) -> str:
    """Return a bilingual sentence in the language of this process."""
    return text.in_(LANGUAGE)
