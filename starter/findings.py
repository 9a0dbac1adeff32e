"""What a verification found, as a command answers it to programs and shows it to people."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from activities.store.chain import Finding


def plain_finding(finding: "Finding") -> dict[str, Any]:
    """Return a finding in JSON types: matter, row, and the problem in both languages."""
    problem = finding.problem
    return {
        "matter": finding.matter,
        "seq": finding.seq,
        "problem_zh": problem.zh,
        "problem_en": problem.en,
    }
