"""Writes docs/interview.md: a real session in a pseudo-terminal, so that the page cannot go stale.

Run: python docs/transcript.py [--check]
"""

import difflib
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from pseudo_terminal import PseudoTerminal

PAGE = Path(__file__).parent / "interview.md"
HEAD = """<!-- Made by docs/transcript.py from a real session; do not edit. -->

# The interview

`pmgap assess` asks one question at a time. Keys are plain: `1` yes, `2` partly, `3` no, `s` skip, `na` does not apply,
`b` back as often as you like, `?` for an example, `q` to stop; Enter after each. The level that a role asks for stays
hidden. Every answer is saved at once, so that closing the window, Ctrl-C or a power cut lose at most the question on
screen; the next `pmgap assess` goes on where you stopped. `--mode full` asks more and finds your level in every skill.

Everything the terminal does can be done without it: put answers into the profile, or give them with `--answers FILE`
(`road-mapping.3a: yes`, one per line).

This is a real session, with the screens one under the other. What was typed stands after `>`.

```text
"""
KEYS = (
    "",
    "5",
    "nursing",
    "6 months",
    "8",
    "health care",
    "none",
    "none",
    "?",
    "1",
    "Visitor study, 2025-11",
    "2",
    "b",
    "3",
    "q",
)


def session(folder: str) -> str:
    """The text of a whole session, keys included."""
    environment = {key: os.environ[key] for key in ("PATH", "HOME", "PYTHONPATH") if key in os.environ}
    environment |= {"LANG": "C.UTF-8", "PYTHONUTF8": "1", "TERM": "dumb", "XDG_DATA_HOME": folder}
    terminal = PseudoTerminal(["assess", "me.yaml", "--role", "product-manager"], environment, Path(folder))
    for key in KEYS:
        terminal.wait_for_prompt("> ", "without.\n  ")
        terminal.type(key)
    terminal.end()
    terminal.close()
    return "\n".join(line.rstrip() for line in terminal.text.splitlines())


def main() -> int:
    """Write the page, or check it."""
    with tempfile.TemporaryDirectory() as folder:
        text = f"{HEAD}{session(folder)}\n```\n"
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    shown = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    if shown == text:
        return 0
    print("stale: interview.md; run python docs/transcript.py")
    sys.stdout.writelines(
        difflib.unified_diff(shown.splitlines(keepends=True), text.splitlines(keepends=True), "the page", "the session")
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
