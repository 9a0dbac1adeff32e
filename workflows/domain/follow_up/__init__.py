"""A subject's own matter 问责对象后续, from the decision on it to its last follow-up."""
