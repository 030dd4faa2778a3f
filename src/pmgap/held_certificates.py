"""Names of certificates: many spellings of one name become the catalogue's own."""

import re

from pmgap.catalogue import Catalogue

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\(([^()]*)\)")


class CertificateNames:
    """The names of certificates that a catalogue asks for, grants or reads from."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = [name for programme in catalogue.programmes if programme.grants for name in programme.grants.certifications]
        for role in catalogue.roles:
            for gate in role.gates:
                names.extend(name for way in gate.alternatives for name in way.certifications)
        names.extend(name for fit in catalogue.fits for name in fit.certifications)
        self._known = {tuple(_words(name)): name for name in reversed(names)}

    def known_as(self, name: str) -> str:
        """The catalogue's name for a certificate, or the name as it was written.

        Of several that fit, a short form in brackets comes first, then the longest.
        """
        for part in (*_BRACKETS.findall(name), _BRACKETS.sub(" ", name)):
            if known := self._known.get(tuple(_words(part))):
                return known
        words = _words(name)
        held = [known for known in self._known if _holds(words, known, self._known[known])]
        return self._known[max(held, key=len)] if held else name


def _words(name: str) -> list[str]:
    return _WORD.findall(name.replace("\u00ae", "").replace("\u2122", "").casefold())


def _holds(words: list[str], known: tuple[str, ...], name: str) -> bool:
    """Whether a name holds a known one word for word; around a short form in capitals other words may stand."""
    if any(tuple(words[at : at + len(known)]) == known for at in range(len(words) - len(known) + 1)):
        return True
    rest = iter(words)
    return bool(re.search(r"\b[A-Z]{3,}\b", name)) and len(known) == 2 and all(word in rest for word in known)
