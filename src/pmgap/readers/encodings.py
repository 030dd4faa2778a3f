"""Text from bytes whose encoding nobody tells: UTF-8, UTF-16 with its mark, or the Windows code page, even mixed."""

import codecs

from pmgap.errors import unusable

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS_OF_TEXT = frozenset(b"\t\n\v\f\r\x1b\x1a")
_MOST_CONTROLS = 0.01
"""The largest share of control characters in what is still taken for text."""
_LOOKED_AT = 65_536


def decode_leniently(data: bytes, path: str) -> tuple[str, bool]:
    """The text, and whether some of it was not UTF-8 and was read as Windows-1252 instead.

    Raises:
        UserError: the bytes are no text.
    """
    if data.startswith(_UTF_16):
        try:
            return data.decode("utf-16"), False
        except UnicodeDecodeError as error:
            raise unusable("it is broken UTF-16 text", path, "Save it again with the encoding UTF-8.") from error
    head = data[:_LOOKED_AT]
    controls = sum(byte < 32 and byte not in _CONTROLS_OF_TEXT for byte in head)
    if b"\0" in head or controls > _MOST_CONTROLS * len(head):
        raise unusable("it is a binary file, not text", path, "Save it as text, PDF or Word file and use that.")
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode("utf-8-sig", errors="pmgap-windows"), True


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("pmgap-windows", _as_windows)
