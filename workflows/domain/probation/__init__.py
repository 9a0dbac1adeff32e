"""One probation 考验期: a light measure now, and some months to put things right (rulebook 5.1)."""
