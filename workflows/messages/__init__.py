"""Everything that travels to, from and between workflows and activities.

These shapes are stored for years. Add fields with defaults; never rename, retype or remove one.
"""
