"""What each fact changes in a case; no rule is judged here."""

from typing import Any

from workflows.domain.accountability import (
    changes_of_aftermath,
    changes_of_entry,
    changes_of_inquiry,
    changes_of_opinion,
)
from workflows.domain.lifecycle import Fact
from workflows.domain.procedure.folding import Change

CHANGES: dict[type[Fact], Change[Any]] = {
    **changes_of_entry.CHANGES,
    **changes_of_inquiry.CHANGES,
    **changes_of_opinion.CHANGES,
    **changes_of_aftermath.CHANGES,
}
