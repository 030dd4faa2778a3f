"""Zip archives from strangers: nothing is unpacked to disk, and nobody's word is taken for how large things are."""

import io
import posixpath
import zipfile
import zlib

from pmgap.errors import UserError, unusable

MOST_MEMBERS = 5_000
"""The most files in an archive. A LinkedIn export has about 50, a Word file about 20."""

MOST_UNPACKED = 64 * 1024 * 1024
"""The most bytes that an archive may say it unpacks to."""

MOST_OF_ONE = 24 * 1024 * 1024
"""The most bytes of one file in it that is read."""

_MEMBER = b"PK\x01\x02"
"""What every entry of the list of files starts with."""

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """An archive that was looked over: member names, and their bytes when asked for."""

    def __init__(self, data: bytes, path: str) -> None:
        """Look an archive over.

        Raises:
            UserError: it is broken, holds too many files or too much, or names a file outside itself.
        """
        self.path = path
        if data.count(_MEMBER) > MOST_MEMBERS:
            what = f"it is an archive of more than {MOST_MEMBERS:,} files"
            raise unusable(what, path, "Name the one file that is meant.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise unusable("it is a broken zip archive", path, "Download or save it again.") from error
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            what = f"it would unpack to more than {MOST_UNPACKED // 1024**2} MiB"
            raise unusable(what, path, "Unpack it yourself and name the folder, if you trust it.")
        for entry in entries:
            if _leads_outside(entry.filename):
                what = f'it names a file outside itself ("{entry.filename[:80]}")'
                raise unusable(what, path, "Such an archive is made to do harm or is broken; do not unpack it.")
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}

    @property
    def names(self) -> list[str]:
        """Names of the files in it, in its own order."""
        return list(self._entries)

    def read(self, name: str, most: int = MOST_OF_ONE) -> bytes:
        """The bytes of one file in it.

        Raises:
            UserError: it is locked, packed in an unusual way, broken, or larger than ``most``.
        """
        entry = self._entries[name]
        if entry.flag_bits & _ENCRYPTED:
            raise self._unusable(name, "is locked with a password", "Save a copy without a password.")
        if entry.compress_type not in _METHODS:
            raise self._unusable(name, "is packed in an unusual way", "Pack it again as a plain zip archive.")
        try:
            with self._zip.open(entry) as file:
                data = file.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError) as error:
            raise self._unusable(name, "is broken", "Download or save it again.") from error
        if len(data) > most:
            raise self._unusable(name, f"is larger than {most // 1024**2} MiB", "Name a smaller file.")
        return data

    def _unusable(self, name: str, what: str, hint: str) -> UserError:
        return unusable(f'"{name}" in it {what}', self.path, hint)


def _leads_outside(name: str) -> bool:
    plain = name.replace("\\", "/")
    drive = len(plain) > 1 and plain[1] == ":"
    return plain.startswith("/") or drive or posixpath.normpath(plain).split("/")[0] == ".."
