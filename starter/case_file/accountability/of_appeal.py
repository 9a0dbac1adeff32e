"""An appeal for its case file."""

from starter.case_file.accountability.teller import TableTeller
from workflows.domain.appeal.basis import BASIS, basis_of

TELLER = TableTeller(
    basis_of,
    BASIS,
    about_fields=("subject", "route", "follow_up", "decision", "received_on", "served_on"),
)
