"""The title of a posting, the role of the catalogue that it is nearest to, and how senior it is."""

from collections.abc import Sequence
from functools import lru_cache

from pmgap.catalogue import Catalogue, Role
from pmgap.catalogue.words import place_of
from pmgap.postings.choices import holds_any
from pmgap.postings.layout import Fragment
from pmgap.postings.patterns import Pattern, in_small_letters
from pmgap.postings.posting import RoleFamily
from pmgap.references import RoleReference

_ROLE_NOUN = Pattern(
    r"\b(?:manager|management|owner|lead|leader|director|head|vp|vice president|chief|officer|apm|pm|cpo|product|principal)\b"
)
_LABEL = Pattern(
    r"^(?:job |position |role |post )?(?:title|position|designation|role|job|vacancy)(?: title| designation)?\s*[:\-–]\s*(?P<title>.{3,90})$",
)
_LABELS = ("job ", "job:", "job-", "job–", "position", "role", "post ", "title", "designation", "vacancy")
"""What it begins with."""
_LABEL_ENDS = ":-–"
_LABELLED = Pattern(
    r"^[^:]{0,20}(?:position designation|job title|role title|position title)\s*:\s*(?P<title>.{3,90})$",
    hints="title|designation",
)
_WANTED = Pattern(
    r"\b(?:look(?:ing)? for|seeking|need|hiring|hire|join us as|join our [\w ]{0,30}as|in need of|role of|position of|as)\s+(?:an?|our(?: next| "
    r"first| new)?|the)?\s*(?P<title>(?:[\w&/-]+ ){0,5}?(?:[Pp]roduct [Mm]anager|[Pp]roduct [Oo]wner|[Pp]roduct [Ll]ead(?:er)?|"
    r"[Hh]ead of [Pp]roduct|(?:VP|Director|Head|Vice President),? (?:of )?[Pp]roduct(?: [Mm]anagement)?|[Cc]hief [Pp]roduct [Oo]fficer|PM\b))",
    hints="roduct|PM",
)
_FILLERS = frozenset("a an of the and for in at to our".split())
_COMMON = frozenset(("product", "manager", "management", "owner"))
_SHORT = {
    "sr": "senior", "sr.": "senior", "snr": "senior", "jr": "junior", "jr.": "junior", "mgr": "manager", "prod": "product",
    "vp": "vp", "pm": "product manager", "pms": "product manager", "products": "product", "managers": "manager",
}  # fmt: skip
_SENIORITY = (
    ("chief", Pattern(r"\bchief\b|\bcpo\b", hints="chief|cpo")),
    ("vice president", Pattern(r"\bs?vp\b|\bvice president\b", hints="vp|vice president")),
    ("director", Pattern(r"\bdirector\b|\bhead\b", hints="director|head")),
    ("lead", Pattern(r"\blead\b|\bleader\b|\bprincipal\b|\bstaff\b|\bgroup\b", hints="lead|principal|staff|group")),
    ("senior", Pattern(r"\bsenior\b|\bsr\b\.?|\bsnr\b|\biii\b", hints="senior|sr|snr|iii")),
    (
        "junior",
        Pattern(
            r"\bassociate\b|\bjunior\b|\bjr\b\.?|\btrainee\b|\bgraduate\b|\bintern\b|\bapm\b|\bassistant\b",
            hints="associate|junior|jr|trainee|graduate|intern|apm|assistant",
        ),
    ),
)
_REGULAR = Pattern(r"\b(?:manager|owner|pm)\b")
GROWTH_LINES = 3
"""Lines that speak of growth from which a product manager is one for growth."""


def find_title(fragments: Sequence[Fragment]) -> str:
    """The title of the job: a label says it, or the first line, or the sentence that says who is wanted."""
    for fragment in fragments[:40]:
        small, labelled = fragment.small, None
        if small.startswith(_LABELS) and holds_any(small, _LABEL_ENDS):
            labelled = _LABEL.match(small)
        if labelled is None and ":" in small:
            labelled = _LABELLED.match(small)
        if labelled and _ROLE_NOUN.search(labelled["title"]):
            return _tidy(fragment.text[labelled.start("title") :])
    for fragment in fragments[:4]:
        words = fragment.text.split()
        if len(words) <= 14 and _ROLE_NOUN.search(fragment.small) and not fragment.text.endswith((".", "!", "?", ":")):
            return _tidy(fragment.text)
    for fragment in fragments[:80]:
        if wanted := _WANTED.search(fragment.text):
            return _tidy(wanted["title"])
    first = next(iter(fragments), None)
    return _tidy(first.text) if first is not None and first.depth == 1 and len(first.text.split()) <= 14 else ""


def _tidy(text: str) -> str:
    return " ".join(text.strip(" -–:|>*#").split())


_PARTS = Pattern(r"[a-z0-9]+\.?")


@lru_cache(maxsize=1024)
def _words(text: str) -> list[str]:
    """The words of a title that say something, in full."""
    parts = _PARTS.compiled.findall(text.casefold().replace("’", "'"))
    spelled = " ".join(_SHORT.get(part, part.rstrip(".")) for part in parts).split()
    return [word for word in spelled if word not in _FILLERS]


def nearest_role(catalogue: Catalogue, title: str, growth_lines: int) -> RoleFamily:
    """The role of the catalogue whose title says most of what this title says; the higher one where two say the same."""
    words = _words(title)
    held = frozenset(words)
    scored: list[tuple[int, int, bool, int, Role, str]] = []
    for role, name, wanted in catalogue.made_once(_names):
        if not held.issuperset(wanted) or (len(wanted) < 2 and wanted != words):
            continue
        if any(place_of(_words(it.term), words) is not None for it in role.cautions if _only_looks_like(role, it.term)):
            continue
        if wanted and all(words.count(it) >= wanted.count(it) for it in wanted):
            first = -min((words.index(word) for word in wanted if word not in _COMMON), default=0)
            in_a_row = place_of(wanted, words) is not None
            scored.append((len(wanted), role.rung or 0, in_a_row, first, role, name))
    if not scored:
        why = f'No role of the catalogue has a title like "{title}".' if title else "No title was found."
        return RoleFamily(role=None, also=(), because=why)
    *_, role, name = max(scored, key=lambda it: it[:4])
    because = f'The title "{title}" names the role "{role.title}".'
    if name.casefold() not in (role.title.casefold(), role.id):
        because = f'The title "{title}" says "{name}", another name of "{role.title}".'
    grown = _grown(catalogue, role, growth_lines)
    if grown is not None:
        because = f'The title "{title}" names no kind of product manager, and {growth_lines} lines speak of growth.'
        role = grown
    alike = {it[4].id: it[4] for it in scored if it[0] == len(_words(name)) > 2 and it[4].id != role.id}
    also = tuple(RoleReference(id=it.id, title=it.title) for it in alike.values())
    return RoleFamily(role=RoleReference(id=role.id, title=role.title), also=also, because=because)


def _names(catalogue: Catalogue) -> list[tuple[Role, str, list[str]]]:
    """The roles of a catalogue, each with its titles and the words of these."""
    return [
        (role, name, _words(name)) for role in catalogue.roles for name in dict.fromkeys((role.title, *role.aliases))
    ]


def _only_looks_like(role: Role, term: str) -> bool:
    """Whether a caution names another job in full, such as "product marketing manager"."""
    return len(_words(term)) > 2 and term.casefold() not in role.aliases


def _grown(catalogue: Catalogue, role: Role, growth_lines: int) -> Role | None:
    """The growth role, where a plain product manager is asked for much that concerns growth."""
    if growth_lines < GROWTH_LINES or _words(role.title) != ["product", "manager"]:
        return None
    return next((it for it in catalogue.roles if _words(it.title) == ["growth", "product", "manager"]), None)


def seniority_of(title: str) -> str:
    """How senior a title is; a product manager or owner without more is "regular"."""
    small = in_small_letters(title)
    for name, pattern in _SENIORITY:
        if pattern.search(small):
            return name
    return "regular" if _REGULAR.search(small) else "unclear"
