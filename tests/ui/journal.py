"""A matter told anew from its journal alone, to hold pages against."""

from starter.reading import Reader
from tests.domain.life import Life
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.messages.records import EventRecord
from workflows.picture import retold


def lived(records: Reader, number: str) -> Life:
    """Return the life of a matter."""
    fields = EventRecord.model_fields
    rows = [{k: v for k, v in row.items() if k in fields} for row in records.events(number)]
    return Life(retold(CLARIFICATION, [EventRecord.model_validate(row) for row in rows]))
