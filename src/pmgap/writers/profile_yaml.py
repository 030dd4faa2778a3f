"""Saving a profile: atomic, readable by its owner only, and never losing what another run wrote meanwhile."""

import contextlib
import errno
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import yaml

from pmgap.errors import unusable
from pmgap.profile import WORDS, Answer, Mention, Profile
from pmgap.readers.documents import parse
from pmgap.readers.profile_file import read_profile
from pmgap.writers.json_report import plain
from pmgap.writers.yaml_dumper import YamlDumper

_Mentions = dict[str, tuple[Mention, ...]]

_HEAD = (
    "# yaml-language-server: $schema=profile.schema.json\n"
    "# A pmgap profile: yours alone. You may edit it by hand; answers are yes, partly or no.\n"
)
"""The first line helps editors that find the schema beside the file: ``pmgap schema profile -o profile.schema.json``."""


class _ProfileDumper(YamlDumper):
    """Writes booleans, which only answers are, as people do: yes and no."""


_ProfileDumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")
)

_Spelling = Mapping[Answer, bool | str]

_SHORT: _Spelling = {"yes": True, True: True, "partly": "partly", "no": False, False: False}


def profile_text(profile: Profile) -> str:
    """A profile as YAML; what it does not say is left out."""
    body: str = yaml.dump(
        _document(profile, _SHORT), Dumper=_ProfileDumper, sort_keys=False, allow_unicode=True, width=110
    )
    return _HEAD + body


def profile_json(profile: Profile) -> str:
    """A profile as JSON, for one that is kept in such a file; what it does not say is left out."""
    return json.dumps(_document(profile, WORDS), indent=2, ensure_ascii=False) + "\n"


def _document(profile: Profile, spelling: _Spelling) -> Any:
    document = {key: value for key, value in plain(profile).items() if not _says_nothing(value)}
    if profile.answers:
        document["answers"] = _spelled(profile.known_answers(), spelling)
    if profile.views:
        document["views"] = [
            {"by": view.by, "answers": _spelled(view.known_answers(), spelling), "notes": view.notes}
            for view in profile.views
        ]
    return _without_nothing(document)


def _spelled(answers: Mapping[str, Answer], spelling: _Spelling) -> dict[str, bool | str]:
    return {key: spelling[value] for key, value in answers.items()}


def _says_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(entry) for key, entry in value.items() if not _says_nothing(entry)}
    if isinstance(value, list):
        return [_without_nothing(entry) for entry in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def save_profile(profile: Profile, path: str, known: Profile | None = None) -> Profile:
    """Save a profile in one step, so that a crash leaves the old or the new file, and return what was saved.

    ``known`` is the profile as this run last read or wrote it. Answers that another run has added since are kept;
    where both changed the same answer, this run's stands.

    Raises:
        UserError: the file cannot be written.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with _lock(folder):
            if known is not None and os.path.exists(path):
                profile = _with_others(profile, known, read_profile(path))
            target = os.path.realpath(path)
            _replace(profile_json(profile) if target.endswith(".json") else profile_text(profile), target)
    except OSError as error:
        reason = (
            "the disk is full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else error.strerror or "unknown reason"
        )
        raise unusable(
            f"the profile could not be saved: {reason}", path, "Nothing that was saved before is lost."
        ) from error
    return profile


def _replace(text: str, path: str) -> None:
    # The text is read back once before it replaces anything: a file that pmgap cannot read must not be written.
    parse(text, path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".pmgap-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _with_others(mine: Profile, known: Profile, theirs: Profile) -> Profile:
    changes: dict[str, Any] = {}
    for name in ("answers", "levels"):
        ours, before = dict(getattr(mine, name) or {}), getattr(known, name) or {}
        for key, value in (getattr(theirs, name) or {}).items():
            if key not in before or before[key] != value:
                ours.setdefault(key, value)
                if ours[key] == before.get(key):
                    ours[key] = value
        if ours != (getattr(mine, name) or {}):
            changes[name] = ours
    for name in ("evidence", "not_applicable", "done", "settled"):
        ours_list, before_list = getattr(mine, name) or (), getattr(known, name) or ()
        added = tuple(it for it in getattr(theirs, name) or () if it not in ours_list and it not in before_list)
        if added:
            changes[name] = (*ours_list, *added)
    if named := _added_mentions(mine.mentions or {}, known.mentions or {}, theirs.mentions or {}):
        changes["mentions"] = named
    for name in ("background", "imported"):
        if getattr(mine, name) == getattr(known, name):
            changes[name] = getattr(theirs, name)
    merged = replace(mine, **changes) if changes else mine
    return _with_views(merged, mine, known, theirs)


def _with_views(merged: Profile, mine: Profile, known: Profile, theirs: Profile) -> Profile:
    before = known.views or ()
    if others := [view for view in theirs.views or () if view not in before]:
        for view in (*others, *(view for view in mine.views or () if view not in before)):
            merged = merged.with_view(view)
    return merged


def _added_mentions(mine: _Mentions, known: _Mentions, theirs: _Mentions) -> _Mentions:
    """The mentions of this run with those that another run has added since; empty where it added none."""
    added = {
        skill: tuple(it for it in lines if it not in known.get(skill, ()) and it not in mine.get(skill, ()))
        for skill, lines in theirs.items()
    }
    if not any(added.values()):
        return {}
    return {skill: (*mine.get(skill, ()), *added.get(skill, ())) for skill in {**mine, **theirs}}


@contextlib.contextmanager
def _lock(folder: str) -> Iterator[None]:
    """Keep other runs out of the folder while one reads, merges and writes; where the platform cannot, do without."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
