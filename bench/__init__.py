"""Measures what the whole costs: `make bench`. Trust the ratios; a machine is never quiet."""
