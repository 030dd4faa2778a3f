"""The face: signatures, prompts, exit codes. No rules, no formatting of reports."""
