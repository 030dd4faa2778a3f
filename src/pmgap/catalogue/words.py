"""Words as they are compared: case, hyphens and slashes, spelling, possessives and the forms of common words folded.

The names of skills are folded when a catalogue is built, the lines of CVs and postings when they are read; both by
the same rule, which is this one.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from pmgap.expressions import compiled

BREAK = "."
"""The end of a sentence or an item: no alias reaches across it."""
PAUSE = ","
"""A comma, a bracket or a dash: ``...`` reaches across it, words that must stand together do not."""

MOST_KEPT = 50_000
"""Folded words that are kept, so that no text can fill the memory."""

_VERBS = frozenset(
    """accelerate achieve activate adapt advocate agree align analyze anticipate articulate assess attend benchmark
    brainstorm break bring build capture champion clarify collaborate collect commercialize communicate compare
    conceive conceptualize conduct convey convince coordinate craft create cultivate debug decide define deliver
    deploy determine develop devise diagnose dig discover distill document drive elevate elicit embed embody
    empathize engage ensure establish estimate evaluate evangelize examine execute expand explain explore
    facilitate find formulate foster frame gather get groom grow guide hear identify implement improve
    incorporate increase influence instrument interpret introduce investigate iterate leverage liaise listen
    maintain manage measure meet mobilize monetize monitor negotiate nurture observe optimize orchestrate
    oversee own persuade prepare present prioritize propose prove pull push quantify rally rank reach recommend
    reconcile reduce refine represent resolve scope secure sequence set shadow shape sharpen ship simplify sit
    solicit solve speak spearhead specify spot steer streamline supervise synthesize tackle talk track
    transform translate troubleshoot turn uncover understand unify untangle utilize validate visit weigh win
    work write""".split()
)
"""Verbs that are found in all their regular forms: "manage", "manages", "managing", "managed"."""
_DOUBLED = frozenset(("dig", "get", "set", "ship", "sit", "spot", "win"))
_NOUNS = frozenset(
    """agent analyst api assumption backlog broker budget buyer campaign case challenge channel child client clinic
    clinician colleague competitor concept consumer cost customer dashboard dealer department dependency
    developer discount driver epic experiment fee forecast function goal hospital idea increment
    indicator insight integration investor issue iteration journey kpi lender market material metric mockup need
    objective okr opportunity outcome parent partnership peer persona pilot player presentation price problem
    product prospect prototype publisher puzzle query question regulator relationship release requirement
    resident retailer risk roadmap scientist segment session shopper skill solution spec sponsor stakeholder
    story strategy subscriber supplier survey target team tier tradeoff trader trend trial user variant vendor visitor
    wireframe worker workshop""".split()
)
"""Nouns that are found in the singular and in the plural alike: a posting says "KPI" or "KPIs"."""
_USERS = frozenset(
    """beneficiary borrower caregiver carer citizen claimant commuter courier creator doctor enduser farmer gamer
    grower guest homeowner installer learner merchant nurse operator passenger patient physician policyholder
    reader rider seller shopkeeper student surgeon taxpayer teacher technician tenant traveler viewer""".split()
)
"""Who uses a product: what a posting asks about patients or merchants, another asks about users."""
_IRREGULAR = {
    "built": "build", "drove": "drive", "wrote": "write", "grew": "grow", "found": "find", "understood": "understand",
    "oversaw": "oversee", "overseen": "oversee", "brought": "bring", "got": "get", "met": "meet", "children": "child",
    "broke": "break", "broken": "break", "sat": "sit", "won": "win", "dug": "dig",
}  # fmt: skip
_TOKEN = compiled(
    r"[a-zA-Z]++(?=[ ,;:)/-]|$)|(?:e(?<!\w.)(?:\.g|tc)|i(?<!\w.)(?:\.e|ncl)|v(?<!\w.)s|[SsJj](?<!\w.)r)\.(?!\w)|[^\W_]+(?:['’][^\W_]+)*"
    r"|[!?;:•·|▪●◦,()\[\]{}–—&→]|\.(?![a-z0-9])|-(?<=\s-)(?=\s)"
)
"""A plain word, told apart first as nearly all are; a short form, a word, or a sign that means something."""
_SIGNS = {
    **dict.fromkeys(".!?;:•·|▪●◦", BREAK), **dict.fromkeys(",()[]{}–—-", PAUSE), "&": "and", "→": "to",
}  # fmt: skip
_SEAM = r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z]{2})"
"""Where two words were run together when a line break was lost: ``teamAbility``."""
_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
_SPELLINGS = (
    ("ization", "isation"), ("ize", "ise"), ("izing", "ising"), ("yze", "yse"), ("yzing", "ysing"), ("avior", "aviour"),
    ("program", "programme"), ("centered", "centred"), ("eling", "elling"), ("enter", "entre"), ("abor", "abour"),
)  # fmt: skip
"""Endings and parts of American words, with the British ones."""


def all_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts in small letters, as they stand."""
    return frozenset(re.findall(_WORD, " ".join(texts).casefold()))


class Folding:
    """Turns text into words that can be compared."""

    def __init__(self, vocabulary: Callable[[], frozenset[str]]) -> None:
        """``vocabulary`` gives the words that are one word even with a capital inside, such as "powerpoint"."""
        self._vocabulary = vocabulary
        self._known: frozenset[str] | None = None
        self._folded = _forms_of_all()
        self._of_token: dict[str, str] = {**_SIGNS}

    def words(self, text: str) -> list[str]:
        """The folded words of a text."""
        return self.words_and_tokens(text)[0]

    def words_and_tokens(self, text: str) -> tuple[list[str], list[str]]:
        """The folded words of a text, and what stands there for each: nothing for a line break that was lost."""
        tokens = _TOKEN.findall(text)
        try:
            return list(map(self._of_token.__getitem__, tokens)), tokens
        except KeyError:
            return self._learnt(tokens)

    def _learnt(self, tokens: list[str]) -> tuple[list[str], list[str]]:
        """The folded words of tokens of which not all are known, or some are several words run together."""
        words: list[str] = []
        parts: list[str] = []
        for token in tokens:
            word = self._of_token.get(token)
            if word is not None:
                words.append(word)
                parts.append(token)
                continue
            small = token.casefold()
            if self._is_several(token, small):
                for index, part in enumerate(re.split(_SEAM, token)):
                    words += [BREAK, self._word(part.casefold())] if index else [self._word(part.casefold())]
                    parts += ["", part] if index else [part]
                continue
            word = small.rstrip(".") if token.endswith(".") else self._word(small)
            if len(self._of_token) < MOST_KEPT:
                self._of_token[token] = word
            words.append(word)
            parts.append(token)
        return words, parts

    def _is_several(self, token: str, small: str) -> bool:
        """Whether a token is several words that were run together, such as ``teamAbility``."""
        if len(token) <= 3 or token[1:] == small[1:] or token.isupper() or token.endswith("."):
            return False
        if self._known is None:
            self._known = self._vocabulary()
        return small not in self._known

    def _word(self, word: str) -> str:
        """One word in small letters, in American spelling, as the verb or noun that it is a form of."""
        found = self._folded.get(word)
        if found is None:
            found = word.replace("’", "'").removesuffix("'s")
            for american, british in _SPELLINGS:
                if british in found:
                    found = found.replace(british, american)
            found = self._folded.get(found, found)
        return found


def _forms_of_all() -> dict[str, str]:
    """Every form of a common verb or noun to the one that it is compared as."""
    forms = {**_IRREGULAR}
    for verb in _VERBS:
        forms.update(dict.fromkeys(_forms(verb), verb))
    for noun in _NOUNS:
        forms[_forms(noun)[0]] = noun
    for noun in _USERS:
        forms.update(dict.fromkeys((noun, _forms(noun)[0]), "user"))
    return forms


def _forms(verb: str) -> tuple[str, str, str]:
    """The regular forms of a verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb[:-1]}ing" if not verb.endswith("ee") else f"{verb}ing", f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb}ing", f"{verb[:-1]}ied"
    stem = f"{verb}{verb[-1]}" if verb in _DOUBLED else verb
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s", f"{stem}ing", f"{stem}ed"


def place_of(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where some words stand in a row among others."""
    length, first = len(part), part[0]
    if first not in whole:
        return None
    if length == 1:
        return whole.index(first)
    for at, word in enumerate(whole[: len(whole) - length + 1]):
        if word == first and list(whole[at : at + length]) == list(part):
            return at
    return None
