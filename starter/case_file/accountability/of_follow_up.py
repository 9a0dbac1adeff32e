"""A subject's follow-up for its case file."""

from starter.case_file.accountability.teller import TableTeller
from workflows.domain.follow_up.basis import BASIS, basis_of

TELLER = TableTeller(
    basis_of,
    BASIS,
    about_fields=("subject", "case", "document", "decided_on", "undertaking_department"),
)
