"""Text from files, made safe to show: nothing in it can move the cursor, hide, reorder or recolour what is on screen."""

import re

_SPACE = r"[\t\n\v\f\r\x85\u2028\u2029]+"
_CONTROL = (
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: cursor, colours, titles, links
    "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"  # bidi and invisible
    "\ud800-\udfff"  # halves of characters
    "\U000e0000-\U000e007f]"  # invisible tags
)


def printable(text: str) -> str:
    """The text on one line, with every control or direction character shown as its escape."""
    if text.isprintable():  # nearly every text: the patterns, slow to compile, are for the rest
        return text
    return re.sub(_CONTROL, _escape, re.sub(_SPACE, " ", text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
