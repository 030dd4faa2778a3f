"""Doors in: bytes become profiles, catalogues and roles. One format, one file."""
