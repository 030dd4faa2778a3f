"""From the lines of a posting to what it asks, each with its line."""

from collections.abc import Iterator, Mapping, Sequence

from pmgap.catalogue import Catalogue
from pmgap.language import NOT_ENGLISH, may_be_english
from pmgap.postings.certificates import certificates_asked
from pmgap.postings.choices import holds_any
from pmgap.postings.degrees import degrees_asked
from pmgap.postings.demands import STRENGTH, Asking, Where, askings
from pmgap.postings.layout import MOST_SENTENCES, Fragment, fragments
from pmgap.postings.patterns import Pattern
from pmgap.postings.pay import pay_stated
from pmgap.postings.posting import AskedSkill, Mention, Posting, Quote
from pmgap.postings.sections import passages
from pmgap.postings.titles import find_title, nearest_role, seniority_of
from pmgap.postings.weighing import NO_NAMES, Heard, Said, Weighing, is_name, weighing_of
from pmgap.postings.years import years_asked
from pmgap.references import CatalogueReference
from pmgap.terms import TermHit, terms_of

_GROWTH = Pattern(
    r"\bgrowth\b(?! (?:mindset|opportunit|path|potential))|\bfunnel\b|\bconversion\b|\bactivation\b",
    hints="growth|funnel|conversion|activation",
)
_EMPLOYER = (
    Pattern(r"t (?<=[Aa]t )(?<!\w.t )([A-Z]\w+),"),
    Pattern(r"oin (?<=[Jj]oin )(?<!\w.oin )([A-Z]\w+)\b"),
    Pattern(
        r"\n([A-Z]\w+) is (?:(?:growing|hiring|looking|seeking)\b|(?:an?|the|one of)\b[^.;\n]{0,80}"
        r"\b(?:compan(?:y|ies)|platform|start-?up|scale-?up|provider|leader|business|firm|marketplace|agency|organi[sz]ation)\b)",
    ),
)
"""What names the employer: "At Acme,", "join Acme", "Acme is hiring". Each begins with plain letters, which are found at
once."""
_ABOUT = Pattern(r"About ([A-Z]\w+)[:.]?", hints="About ")
_REASONS: dict[Where, str] = {
    "qualification": "Demanded of the candidate",
    "duty": "A duty of the job, not demanded in words",
    "preferred-list": "Nice to have",
}

_EXPECTED = " That would not do by itself, but most postings ask for it."
FEWEST_LINES = 8
"""Sentences that ask for something in a posting of which what is expected counts; a shorter one may leave it out."""


def understand(catalogue: Catalogue, lines: Sequence[str], title: str = "", notes: tuple[str, ...] = ()) -> Posting:
    """What a posting asks. ``title`` is that of the job where it is known from elsewhere."""
    shape = fragments(lines)
    if len(shape) == MOST_SENTENCES:
        notes = (*notes, f"It is very long: only its first {MOST_SENTENCES:,} sentences were read.")
    if not may_be_english("\n".join(it.small for it in shape)):
        notes = (*notes, NOT_ENGLISH)
    asking = askings(passages(shape))
    mentions, matched = _mentions(catalogue, asking, employer_names(shape))
    years, (degree, other) = years_asked(asking), degrees_asked(asking)
    certificates = certificates_asked(asking)
    quotes = [*(it.quote for it in years), *(it.quote for it in certificates), degree.quote]
    if other is not None:
        quotes.append(other.quote)
    pay = pay_stated(shape)
    if pay is not None:
        quotes.append(pay.quote)
    known = {it.text for it in quotes if it is not None}
    title = title or find_title(shape)
    growth = sum(1 for it in asking if _GROWTH.search(it.passage.fragment.small))
    return Posting(
        catalogue=CatalogueReference(id=catalogue.id, version=catalogue.version, sha256=catalogue.sha256),
        title=title,
        family=nearest_role(catalogue, title, growth),
        seniority=seniority_of(title),
        requirements=_requirements(catalogue, mentions),
        years=years,
        degree=degree,
        degree_other=other,
        certificates=certificates,
        pay=pay,
        unmatched=_unmatched(asking, matched, known),
        notes=notes,
    )


def employer_names(shape: Sequence[Fragment]) -> frozenset[str]:
    """What the employer may be called, in small letters: a tool of that name is no demand."""
    text = "\n".join(["", *[it.text for it in shape]])
    found = {hit[1] for pattern in _EMPLOYER for hit in pattern.finditer(text)}
    found |= {hit[1] for fragment in shape if fragment.form == "heading" and (hit := _ABOUT.fullmatch(fragment.text))}
    return frozenset(map(str.casefold, found))


def _mentions(
    catalogue: Catalogue, asking: Sequence[Asking], employer: frozenset[str]
) -> tuple[dict[str, list[Mention]], set[int]]:
    """Skill id to the places that name it, and which sentences name any."""
    terms, weighing = terms_of(catalogue), weighing_of(catalogue)
    mentions: dict[str, list[Mention]] = {}
    matched: set[int] = set()
    heard: list[tuple[int, Heard]] = []
    for index, sentence in enumerate(asking):
        fragment = sentence.passage.fragment
        line = terms.line(fragment.text)
        names = employer if employer and holds_any(fragment.small, employer) else NO_NAMES
        named = list(terms.find_in(line, index + 1))
        if names:
            named = [it for it in named if not is_name(it.term, names)]
        found: Sequence[TermHit | Said] = named
        if weighing:
            parts = weighing.hear(line, named, names)
            found = weighing.asked(parts)
            heard += [(index, part) for part in parts]
        for it in found:
            mention = _mention(sentence, it)
            if mention is not None:
                matched.add(index)
                if isinstance(it, Said) or it.kind == "alias":
                    mentions.setdefault(it.skill, []).append(mention)
    if weighing and len(asking) >= FEWEST_LINES:
        for index, skill, mention in _expected(weighing, asking, heard, frozenset(mentions)):
            matched.add(index)
            mentions[skill] = [mention]
    return mentions, matched


def _expected(
    weighing: Weighing, asking: Sequence[Asking], heard: Sequence[tuple[int, Heard]], named: frozenset[str]
) -> Iterator[tuple[int, str, Mention]]:
    """For what most postings ask for, and this one does not name: its likeliest sentence, the skill, and the words."""
    for topic in weighing.expected:
        if named.isdisjoint(topic.skills):
            for index, likely in weighing.likeliest(heard, topic):
                mention = _mention(asking[index], likely, expected=True)
                if mention is not None:
                    yield index, likely.skill, mention
                    break


def _mention(sentence: Asking, hit: TermHit | Said, *, expected: bool = False) -> Mention | None:
    """What a sentence names or says, if it asks at its place."""
    where, fragment = sentence.where(hit.start), sentence.passage.fragment
    if where is None or (isinstance(hit, Said) and _is_refused(sentence, hit)):
        return None
    name, weights = (hit.topic.name, hit.weights) if isinstance(hit, Said) else (hit.alias, ())
    return Mention(fragment.line_at(hit.start), fragment.text, hit.term, name, where, weights, expected)


def _is_refused(sentence: Asking, said: Said) -> bool:
    """Whether the words that speak for a topic together mostly say what is not asked for."""
    text = sentence.passage.fragment.text
    refused = sum(it.weight for it in said.weights if sentence.refuses(text.find(it.word)))
    return refused > 0 and 3 * refused >= sum(it.weight for it in said.weights)


def importance_names(catalogue: Catalogue) -> dict[Where, str]:
    """The importances of a catalogue for what is demanded, what is a duty and what is nice to have."""
    names = sorted(catalogue.importances, key=lambda it: -catalogue.importances[it])
    return {"qualification": names[0], "duty": names[min(1, len(names) - 1)], "preferred-list": names[-1]}


def _requirements(catalogue: Catalogue, mentions: Mapping[str, Sequence[Mention]]) -> tuple[AskedSkill, ...]:
    names = importance_names(catalogue)
    asked = []
    for skill, places in mentions.items():
        ordered = tuple(sorted(places, key=_weaker_last))
        first = ordered[0]
        asked.append(
            AskedSkill(
                skill=skill, name=catalogue.skill_by_id[skill].name, importance=names[first.where], where=first.where,
                because=f"{_REASONS[first.where]}: line {first.line} says {first.said}.{_EXPECTED * first.expected}", evidence=ordered,
            )
        )  # fmt: skip
    return tuple(sorted(asked, key=lambda it: (-STRENGTH[it.where], catalogue.skill_order[it.skill])))


def _weaker_last(mention: Mention) -> tuple[bool, int]:
    return bool(mention.weights), -STRENGTH[mention.where]


def _unmatched(asking: Sequence[Asking], matched: set[int], known: set[str]) -> tuple[Quote, ...]:
    """Sentences of demands and wishes in which nothing was found."""
    return tuple(
        Quote(line=it.passage.fragment.line, text=it.passage.fragment.text)
        for index, it in enumerate(asking)
        if index not in matched
        and it.passage.part in ("demands", "wishes")
        and it.passage.fragment.text not in known
        and len(it.passage.fragment.text) > 3
    )
