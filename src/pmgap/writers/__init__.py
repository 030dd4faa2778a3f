"""Doors out: a report becomes text, JSON and more. One format, one file; a writer knows its report and nothing else."""
