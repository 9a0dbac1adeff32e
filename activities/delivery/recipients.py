"""Who gets a notice: the officers who hold the role, or whoever stands in for them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from activities.directory import Addresses, Directory
from workflows.domain.notice_rules import StandIn
from workflows.domain.roles import Role
from workflows.messages.records import NoticeRecord

CARRIED = frozenset(
    {
        Role.APPLICANT,
        Role.PARTY_GROUP_PRINCIPAL,
        Role.TOWNSHIP_PARTY_PRINCIPAL,
        Role.NEXT_HIGHER_PARTY_ORGANISATION,
    }
)
"""Roles outside the office: somebody takes the notice there, from the outbox."""


@dataclass(frozen=True)
class Recipient:
    """Somebody who gets a notice; without an officer's id, whoever empties the outbox."""

    officer: str = ""
    stands_in_for: tuple[str, ...] = ()
    """Officers' ids; he may be told in his own right as well."""


OUTBOX = Recipient()


def recipients(
    directory: Directory,
    notice: NoticeRecord,
    day: date,
    stand_in: StandIn,
    excluded: Collection[str] = (),
) -> tuple[Recipient, ...]:
    """Return who gets a notice on a day in Shanghai, each once; `excluded` never do."""
    told: dict[str, tuple[str, ...]] = {}
    for holder in _holders(directory, notice):
        for officer in _told(directory, holder, day, stand_in):
            if officer not in excluded:
                others = () if officer == holder else (holder,)
                told[officer] = told.get(officer, ()) + others
    return tuple(Recipient(who, others) for who, others in told.items()) or (OUTBOX,)


def _holders(directory: Directory, notice: NoticeRecord) -> tuple[str, ...]:
    # A role of a newer version is held by nobody here.
    known = notice.to_role in set(Role) - CARRIED
    return directory.holders(Role(notice.to_role), notice.to_organ) if known else ()


def _told(directory: Directory, holder: str, day: date, stand_in: StandIn) -> tuple[str, ...]:
    deputy = _there(directory, holder, day)
    if stand_in == "none" or deputy == holder:
        return (holder,)
    return (deputy,) if stand_in == "instead" else (holder, deputy)


def _there(directory: Directory, officer: str, day: date) -> str:
    """Return who is there in an officer's place, past deputies who are away; at worst himself."""
    asked = [officer]
    while (deputy := directory.deputy(asked[-1], day)) is not None:
        if deputy in asked:
            return officer
        asked.append(deputy)
    return asked[-1]


def addresses_of(directory: Directory, recipient: Recipient) -> Addresses:
    """Return how a recipient is reached."""
    officer = directory.officers.get(recipient.officer)
    return officer.addresses if officer else Addresses()
