"""What each part of a posting is about: what is demanded, what the person will do, what is nice to have, or not the job."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pmgap.phrases import PhraseTree, sentences_of, stem, words_of
from pmgap.posting.cues import opening_of
from pmgap.posting.lines import MARKED, PERHAPS, Line

MOST_WORDS = 14
"""The longest line without a mark that is a heading because a list follows."""

SHORTEST_TEXT = 20
"""The least characters after a heading on its own line that are taken as the text under it."""

Kind = Literal["demanded", "duties", "nice", "company", "benefits", "legal", "unknown"]
"""What a part of a posting is about."""

_HEADINGS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("demanded", ("desired candidate", "desired profile", "candidate profile", "desired candidate profile")),
    ("nice", ("nice to have", "nice to haves", "nice but", "not needed", "good to have", "great to have", "nice if", "bonus", "bonus points",
              "desirable", "desired", "preferred", "preferable", "preferably", "ideally", "a plus", "pluses",
              "plus points", "extra credit", "extra points", "brownie points", "not required", "would be nice",
              "advantageous", "advantage", "optional", "wish list", "even better if", "stand out", "sets you apart",
              "icing on the cake", "beneficial", "added value", "assets", "we would love it if", "wed love it if")),
    ("legal", ("equal opportunity", "equal opportunities", "equal employment", "eeo", "eoe", "diversity", "inclusion",
               "accommodation", "accommodations", "privacy", "disclaimer", "right to work", "background check",
               "legal", "notice", "note to", "please note", "how to apply", "applying", "apply", "to apply",
               "application process", "hiring process", "interview process", "recruitment process", "selection process",
               "recruiters", "agencies", "data protection", "visa", "covid", "vaccination", "physical requirements",
               "work authorization", "method of assessment", "next steps", "physical demands", "work environment",
               "working conditions", "other job description information", "travel")),
    ("benefits", ("benefits", "benefit", "perks", "perk", "we offer", "you get", "you will get", "youll get",
                  "person will get", "in it for you", "why join", "why you should join", "why work", "why youll love",
                  "why you will love", "reasons to love", "love working", "reasons to join", "compensation", "salary",
                  "pay", "pay range", "remuneration", "rewards", "total rewards", "our promise", "what we promise", "to offer",
                  "youll enjoy", "you will enjoy", "what you can expect", "expect from us", "time off", "our offer",
                  "package", "other things to know", "good to know", "we provide", "we can offer", "location",
                  "working at", "life at", "wellbeing", "on offer", "what youll receive")),
    ("duties", ("responsibilities", "responsibility", "responsible for", "duties", "you will do", "youll do", "you do",
                "you will be doing", "youll be doing", "you will be", "youll be", "you will own", "youll own",
                "you will work on", "youll work on", "you will be working on", "your impact", "you will make",
                "impact", "essential functions", "job functions", "functions", "accountabilities", "accountable for",
                "day to day", "typical day", "a day in the life", "deliverables", "key activities", "activities",
                "tasks", "your mission", "mission of the role", "what you will achieve", "what youll achieve",
                "purpose of job", "purpose of the job", "job purpose", "role purpose", "purpose of the role",
                "first 90 days", "first 6 months", "first year", "within 3 months", "key areas", "main areas",
                "your challenge", "your challenges", "you will spend", "in this role", "in this job", "your job",
                "what the job involves", "what the role involves", "role involves", "the work", "your work",
                "your contribution", "what youll be responsible", "how youll", "how you will", "you can do")),
    ("demanded", ("requirements", "requirement", "required", "qualifications", "qualification", "skills", "skill",
                  "experience", "experiences", "abilities", "competencies", "competences", "competency", "capabilities",
                  "knowledge", "education", "background", "must have", "must haves", "must", "you have", "youve",
                  "you bring", "youll bring", "you will bring", "bring to", "about you", "who you are", "you are",
                  "youre", "looking for", "look for", "we seek", "you need", "youll need", "you will need", "needed",
                  "what it takes", "it takes", "ideal candidate", "successful candidate", "the candidate", "candidate",
                  "your profile", "profile", "we expect", "expect you", "we expect from you", "essential", "minimum",
                  "criteria", "person specification", "should have", "attributes", "expertise", "love to hear from you",
                  "like to see", "want to see", "great fit", "good fit", "right fit", "you might be", "may be a fit",
                  "fit if", "you should", "makes you", "your superpowers", "love this if", "right if", "for you if", "this is you", "sound like you", "might be right", "traits", "credentials", "you possess")),
    ("company", ("about us", "who we are", "our company", "the company", "company description", "company overview",
                 "our mission", "our story", "our culture", "our values", "our vision", "our team", "the team",
                 "about the team", "meet the team", "what we do", "makes us", "our stack", "tech stack", "our product",
                 "our philosophy", "our investors", "culture", "values", "our commitment", "the product",
                 "about the company", "about the organization", "about the organisation", "why us", "our history",
                 "our customers", "the organisation", "the organization", "accolades", "who are we", "awards")),
    ("duties", ("the role", "this role", "about the role", "the job", "about the job", "the position", "position",
                "about the position", "about this role", "role", "the opportunity", "opportunity", "purpose", "scope",
                "objectives", "outcomes", "practice", "you will", "youll", "responsible", "what you", "mission")),
)  # fmt: skip
"""Headings by kind. Where a heading holds phrases of several kinds, the first kind of this list wins."""

_OWN_WORDS = frozenset(map(stem, [
    "a", "ability", "about", "accountability", "activity", "additional", "an", "and", "apply", "are", "area", "at",
    "attribute", "background", "basic", "be", "benefit", "bonus", "bring", "candidate", "capability",
    "certification", "company", "compensation", "competency", "core", "criteria", "culture", "day", "description",
    "desirable", "desired", "disclaimer", "do", "doing", "duty", "education", "eeo", "equal", "essential",
    "expect", "expected", "experience", "expertise", "first", "fit", "following", "for", "function", "general",
    "get", "good", "great", "have", "hiring", "how", "ideal", "if", "impact", "in", "include", "includes",
    "information", "interview", "is", "it", "job", "join", "key", "knowledge", "legal", "license", "licensure",
    "life", "ll", "look", "looking", "love", "main", "make", "minimum", "minimums", "mission", "must", "need",
    "nice", "note", "objective", "of", "offer", "opportunity", "or", "other", "our", "overview", "package", "pay",
    "perk", "person", "personal", "plus", "position", "practice", "preferred", "primary", "privacy", "process",
    "professional", "profile", "purpose", "qualification", "range", "required", "requirement", "responsibility",
    "right", "role", "salary", "scope", "seek", "skill", "specific", "specification", "statement", "success",
    "successful", "summary", "task", "team", "technical", "that", "the", "this", "to", "typical", "us", "value",
    "we", "wed", "well", "were", "weve", "what", "who", "why", "will", "with", "work", "working", "you", "youll",
    "your", "youre", "youve"
]))  # fmt: skip
"""Stems of the words that headings are made of: a short line of nothing else is a heading without any mark."""


_ALONE: dict[str, Kind] = {"you": "demanded", "we": "company", "us": "company"}
"""Headings of one small word."""

_TREE: PhraseTree[tuple[int, Kind]] = PhraseTree()
for _rank, (_kind, _phrases) in enumerate(_HEADINGS):
    for _phrase in _phrases:
        _TREE.add(_phrase, (_rank, _kind))


class Part(NamedTuple):
    """A heading with the lines under it."""

    kind: Kind
    """What it is about."""
    heading: str
    """The heading; empty before the first."""
    lines: list[Line]
    """The lines under it."""


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """A posting cut at its headings."""
    parts = [Part("unknown", "", [])]
    level = 0
    for index, line in enumerate(lines):
        if (inline := _inline_heading(line)) is not None:
            head, kind, rest = inline
            level = line.level or MARKED
            parts.append(Part(kind, head, [rest]))
            continue
        before_list = index + 1 < len(lines) and lines[index + 1].bullet
        kind = _kind_of_heading(line, before_list=before_list)
        if kind is None:
            parts[-1].lines.append(line)
            continue
        if kind == "unknown":
            # A heading that says nothing continues what it stands under, or begins something new beside it.
            outer = parts[-1].kind
            kind = outer if line.level > level or outer in ("company", "benefits", "legal") else "unknown"
        else:
            level = line.level
        parts.append(Part(kind, line.text, []))
    return [part._replace(kind=_kind_by_content(part)) for part in parts if part.lines]


def _inline_heading(line: Line) -> tuple[str, Kind, Line] | None:
    """The heading, its kind and the text of a line such as "Requirements: five years ..."."""
    head, colon, rest = line.text.partition(":")
    if line.bullet or not colon or len(rest) < SHORTEST_TEXT or not head or not _is_made_of_heading_words(head):
        return None
    kind = kind_of_words(head)
    return None if kind == "unknown" else (head, kind, line._replace(text=rest.strip(), level=0))


def kind_of_words(text: str) -> Kind:
    """What a heading announces; unknown where its words tell nothing."""
    if (alone := _ALONE.get(text.strip(" :?!").lower())) is not None:
        return alone
    found = [value for sentence in sentences_of(text) for _, _, value in _TREE.find(sentence)]
    if found:
        return min(found)[1]
    return "company" if text.lower().startswith(("about ", "why ", "life at ")) else "unknown"


def _kind_of_heading(line: Line, *, before_list: bool) -> Kind | None:
    """What a heading announces, or none for a line that is no heading after all."""
    if line.level in (0, PERHAPS) and not _is_unmarked_heading(line, before_list=before_list):
        return None
    return kind_of_words(line.text)


def _is_unmarked_heading(line: Line, *, before_list: bool) -> bool:
    if before_list and not line.bullet and line.text.count(" ") < MOST_WORDS and not line.text.endswith((".", ",", ";")):
        return True
    return line.level == PERHAPS and _is_made_of_heading_words(line.text)


def _is_made_of_heading_words(text: str) -> bool:
    words = [word.text for word in words_of(text) if word.text.isalnum() and not word.text.isdecimal()]
    if not words:
        return False
    if words[:1] in (["about"], ["why"]) and len(words) <= 4 and not text.endswith("?"):
        return True
    return all(stem(word) in _OWN_WORDS for word in words)


def _kind_by_content(part: Part) -> Kind:
    """The kind after a look at what the lines say: headings such as "Qualifications" may stand over duties."""
    if part.kind not in ("demanded", "benefits", "unknown") or len(part.lines) < 4:
        return part.kind
    openings = [opening_of(sentences[0]) for line in part.lines if (sentences := sentences_of(line.text))]
    duties = openings.count("duty") / len(openings)
    demands = openings.count("demand") / len(openings)
    roles = openings.count("role") / len(openings)
    if part.kind == "demanded":
        return "duties" if duties >= 0.6 and demands <= 0.15 else "demanded"
    if part.kind == "benefits":
        return "duties" if duties + demands >= 0.75 and duties >= 0.3 else "benefits"
    return "duties" if duties + roles >= 0.6 else "demanded" if demands >= 0.6 else "unknown"
