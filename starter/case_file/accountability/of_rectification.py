"""A rectification for its case file."""

from starter.case_file.accountability.teller import TableTeller
from workflows.domain.rectification.basis import BASIS, basis_of

TELLER = TableTeller(
    basis_of,
    BASIS,
    about_fields=("unit", "case", "recommendation", "issued_on", "undertaking_department"),
)
