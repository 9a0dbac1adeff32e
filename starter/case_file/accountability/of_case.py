"""A case for its case file."""

from starter.case_file.accountability.teller import TableTeller
from workflows.domain.accountability.basis import BASIS, basis_of

TELLER = TableTeller(
    basis_of,
    BASIS,
    about_fields=("lead", "traits", "undertaking_department"),
)
