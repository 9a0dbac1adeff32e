"""The demo: three lives as data (`*.yaml`), and what tells them on a real system."""
