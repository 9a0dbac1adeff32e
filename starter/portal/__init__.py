"""The supervisors' portal: one read-only process in front of the Temporal UI, on one origin."""
