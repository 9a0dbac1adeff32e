"""A probation for its case file."""

from starter.case_file.accountability.teller import TableTeller
from workflows.domain.probation.basis import BASIS, basis_of

TELLER = TableTeller(
    basis_of,
    BASIS,
    about_fields=("subjects", "case", "months", "work", "light_measures", "undertaking_department"),
)
