"""The words of notices: templates of ours, each of which an office may replace by its own.

Subjects and what bots say are given no name of anybody: what a template does not get it cannot say.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from activities.delivery.errors import WordsBroken
from activities.delivery.means import Means, Parcel
from activities.delivery.recipients import Recipient
from workflows.domain.roles import ROLE_LABELS, Role
from workflows.domain.text import Text

REHEARSAL = Text("【演练】", "[Rehearsal] ")

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
OURS = Path(__file__).with_name("templates")
PLACE = "templates/notices"
"""Where an office puts its own, in the data directory."""


class Words:
    """What notices say, in the words of one office."""

    def __init__(self, means: Means) -> None:
        self._means = means

    def subject(self, parcel: Parcel, language: Language) -> str:
        """Return the subject of a mail: one line, number and what, no name."""
        return self._marked(self._subject(parcel, language), language)

    def _subject(self, parcel: Parcel, language: Language) -> str:
        notice = parcel.notice
        subject = Text(notice.subject_zh, notice.subject_en).in_(language)
        what = subject.removeprefix(parcel.matter).strip()
        values = {"matter": parcel.matter, "purpose": notice.purpose, "what": what}
        return " ".join(self._fill(language, "subject", values).split())

    def mail(self, parcel: Parcel, recipient: Recipient, language: Language) -> str:
        """Return the text of a mail to one officer."""
        names = {
            "name": self._name(recipient.officer),
            "stands_in_for": [self._name(officer) for officer in recipient.stands_in_for],
        }
        return self._fill(language, "mail", {**self._notice(parcel, language), **names})

    def bot(self, parcel: Parcel, language: Language) -> str:
        """Return what a group is told; it may have readers whom nobody knows."""
        said = self._fill(language, "bot", self._notice(parcel, language)).strip()
        return self._marked(said, language)

    def letter(self, parcel: Parcel) -> str:
        """Return the text of an outbox file, Chinese first, English below."""
        parts = (
            self._fill(language, "letter", self._notice(parcel, language)) for language in LANGUAGES
        )
        return "\n".join(parts)

    def language(self, recipient: Recipient) -> Language:
        """Return the language of a recipient; Chinese for whoever is not in the directory."""
        officer = self._means.directory.officers.get(recipient.officer)
        return officer.language if officer else "zh"

    def _marked(self, said: str, language: Language) -> str:
        return f"{REHEARSAL.in_(language)}{said}" if self._means.rehearsal else said

    def _name(self, officer: str) -> str:
        entry = self._means.directory.officers.get(officer)
        return (entry.name if entry else None) or officer

    def _notice(self, parcel: Parcel, language: Language) -> dict[str, Any]:
        notice = parcel.notice
        return {
            "matter": parcel.matter,
            "seq": notice.seq,
            "index": notice.index,
            "purpose": notice.purpose,
            "role": _role(notice.to_role).in_(language),
            "organ": notice.to_organ,
            "subject": self._subject(parcel, language),
            "body": Text(notice.body_zh, notice.body_en).in_(language),
            "page": self._means.page(parcel.matter),
        }

    def _fill(self, language: Language, name: str, values: Mapping[str, Any]) -> str:
        file, own = f"{language}/{name}.txt", self._means.templates
        folder = own if own and (own / file).exists() else OURS
        try:
            return _environment(folder).get_template(file).render(values)
        except Exception as error:  # a template can go wrong in as many ways as a program
            raise WordsBroken(f"{PLACE}/{file}", _where(error)) from None


def _where(error: Exception) -> str:
    """Say what is wrong; an error that is not the template language's may quote content."""
    line = getattr(error, "lineno", None)
    said = f"{type(error).__name__}: {error}" if isinstance(error, TemplateError) else ""
    return f"line {line}: {said}" if line else said or type(error).__name__


@cache
def _environment(folder: Path) -> SandboxedEnvironment:
    """Return the templates of a folder; a file that changes is read again."""
    return SandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _role(code: str) -> Text:
    return ROLE_LABELS[Role(code)] if code in set(Role) else Text(code, code)
