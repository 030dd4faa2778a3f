"""Reading a file that nobody vouches for: bounded, decoded, with one clear message for whatever is wrong."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from pmgap.errors import Place, unusable

MOST_BYTES = 16 * 1024 * 1024
"""The largest file that is read whole: 16 MiB. A profile with every answer takes about 20 KB."""

_REASONS = {
    errno.ENOENT: ("there is no such file", "Check the spelling and the folder you are in."),
    errno.EACCES: ("it may not be read by you", "Check its permissions."),
    errno.EPERM: ("it may not be read by you", "Check its permissions."),
    errno.EISDIR: ("it is a folder, not a file", "Name a file inside it."),
    errno.ENOTDIR: ("part of its path is not a folder", "Check the path."),
    errno.ENAMETOOLONG: ("its name is too long", "Check the path."),
    errno.ELOOP: ("its links go round in a circle", "Check the path."),
}


def read_text(path: str, most_bytes: int = MOST_BYTES) -> str:
    """The text of a UTF-8 file, or of standard input for ``-``. A byte-order mark is dropped.

    Raises:
        UserError: it cannot be read, is larger than ``most_bytes``, or is not text in UTF-8.
    """
    return decode(read_bytes(path, most_bytes), path)


_NEVER_SO_LARGE = "pmgap never writes such a file; check the name."


def read_bytes(path: str, most_bytes: int = MOST_BYTES, too_large: str = _NEVER_SO_LARGE) -> bytes:
    """The bytes of a file, or of standard input for ``-``. ``too_large`` is the hint for a file above the bound.

    Raises:
        UserError: it cannot be read, is not a plain file or pipe, or is larger than ``most_bytes``.
    """
    with opened(path) as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise unusable(f"it is larger than {most_bytes // 1024**2} MiB", path, too_large)
    return data


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file open for reading, or standard input for ``-``.

    Raises:
        UserError: it cannot be opened or read, or is not a plain file or pipe.
    """
    try:
        if path == "-":
            if sys.stdin is None:
                raise unusable("standard input is closed", path, "Pipe the text in, or name a file.")
            yield sys.stdin.buffer
        else:
            with open(path, "rb") as file:
                if stat.S_ISCHR(os.fstat(file.fileno()).st_mode) and path != os.devnull:
                    raise unusable("it is a device, not a file", path, "Name a file.")
                yield file
    except OSError as error:
        what, hint = _REASONS.get(error.errno or 0, (error.strerror or "it cannot be read", ""))
        raise unusable(what, path, hint) from error
    except ValueError as error:
        raise unusable("its name holds a null character", path, "Check the path.") from error


def decode(data: bytes, path: str) -> str:
    """Text from UTF-8 bytes.

    Raises:
        UserError: the bytes are binary or in another encoding.
    """
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unusable("it is a binary file, not text", path, "pmgap reads YAML and JSON text here.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise unusable("it is not UTF-8 text", Place(path, line), "Save it again with the encoding UTF-8.") from error
