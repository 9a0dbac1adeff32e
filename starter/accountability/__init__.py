"""What readers are told of accountability cases beyond what every matter has.

The values come from the domain's own functions over the retold journal; the record store is enough.
"""
