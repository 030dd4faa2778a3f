"""How strongly a sentence of a posting asks: demanded of the candidate, a duty of the job, a wish, or not at all."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Literal, NamedTuple

from pmgap.postings.bare_lists import with_bare_lists
from pmgap.postings.choices import AnyOf
from pmgap.postings.headings import Part
from pmgap.postings.layout import Fragment
from pmgap.postings.openings import VERBS, opens_as_demand, opens_as_duty, opens_as_no_duty, surely_opens_as_demand
from pmgap.postings.patterns import Pattern
from pmgap.postings.refusals import refusals
from pmgap.postings.sections import Passage
from pmgap.postings.wishes import wishes

Where = Literal["qualification", "duty", "preferred-list"]

STRENGTH: dict[Where, int] = {"qualification": 3, "duty": 2, "preferred-list": 1}
"""The strongest of several places wins."""

_SHARE_OF_TIME = Pattern(r"\W*\d{1,3} ?%")
"""What an item of a list of work begins with that tells how much time it takes."""
_BY_THE_EMPLOYER = Pattern(
    r"[^\w]*(?:(?:at [a-z][\w&. ]{1,30},? (?:\w+ ){0,4})?(?:we|we're|we've|we'll|our|us)\b|"
    r"your (?:manager|boss|lead|team lead|mentor|buddy)(?:'ll| (?:will|is|can|helps?|coaches))\b|(?:while|as|because|since|when|to|in|by|through|with|for|at|here|today|currently|together|from)\b[^.,;]{0,60},? "
    r"(?:we|our)\b(?![^.,;]{0,40} you(?:'ll| will)\b))"
)
_WANTED = AnyOf(
    r"look(?:ing)? (?:for|to hire|to add)|seek(?:ing|s)? (?:an?|someone|candidates?|people)|in need of|(?:candidates?|applicants?) (?:should|must|shall|needs? to|has to) (?:have|be|possess|hold|bring)|search(?:ing)? "
    r"(?:for|of)|(?:successful|ideal|right|perfect|strong|best) (?:candidates?|applicants?|person|cpo|pm|hire|product (?:manager|owner|leader|lead|director))\b|(?:he or she|she or he|she|s/he) (?:has|is|can|knows|brings|understands|thinks|speaks)\b|the candidate|need "
    r"(?:an?|someone)|want (?:an?|someone)|hiring an?|hire an?|someone (?:who|with|that)|we expect (?:the|our|this) [\w ]{2,30}(?= to\b)|we expect (?:an?|at least|good|strong|solid|excellent|that you|from you)\b|we(?:'d| would) (?:love|value|welcome|appreciate) (?!to hear|your|it if you applied)|you (?:have|are|bring|possess|must|"
    r"should|need|hold)\b|you(?:'ll| will) (?:have|bring|need)\b|you(?:'ll| will) be (?:an? )?(?:\w+ly )?(?:able|adept|analytical|articulate|"
    r"comfortable|confident|credible|curious|data[- ]literate|excellent|experienced|familiar|fluent|good|great|hands[- ]on|numerate|organi[sz]ed|"
    r"persuasive|skilled|strong|used to)\b|you(?:'re|'ve)\b|must (?:have|be)\b|if you\b|(?<!, )who "
    r"(?:has|have|is|are|can|loves?|enjoys?|thrives?)\b|(?:want|need|love|like|value|hire) people who|people who (?:are|have|can|love|get|know|want|bring)|make you (?:a )?success|to be successful|"
    r"(?:we )?expect you|required|requires",
    before=r"\b",
)
_EXPERIENCE_TOLD = Pattern(
    r"(?:\bexp(?:erience)?\b\.?(?: required| level| range)?\s*[:–-]?\s*|[|•·] *)\d{1,2}(?:\+|\s?(?:[-–—]|to)\s?\d{1,2}\+?)?\s*(?:years|yrs?)\b"
    r"(?=[^|•·\w]*(?:of )?(?:exp(?:erience)?)?\W*(?:[|•·]|$))",
    hints="year|yr",
)
"""Years in a line of facts at the top: "Exp: 3-5 yrs | Pune"."""
_FACT_TOLD = Pattern(
    r"\W*(?:(?:level of |minimum |required )?(?:education|qualifications?|degree|experience)(?: level| required)?)\s*[:|–-].*",
    hints="educ|qualif|degree|experience",
)
"""Education and experience in such a line: "Education: Bachelor's", "Experience | Three years in banking"."""
_IS_DEMANDED = AnyOf(
    r"(?:is|are) (?:a must|key|essential|mandatory|required|a prerequisite|expected|asked for|called for|compulsory)(?: for (?:this|the) (?:role|position|job))?",
    before=r"\b",
    after=r"(?=[,.;]|$)",
)
"""What ends a sentence that demands what it names first, wherever it stands: "Knowledge of SQL is a must."."""
_OF_US = Pattern(r"\b(?:we|our|us)\b")
_OF_THE_PERSON = Pattern(
    r"\W*(?:and |also )?you(?:'d)? (?:also |already |really |probably )?(?:know|speak|like|love|enjoy|understand|thrive|think|care|describe|"
    r"can (?!expect|also|choose|work from|apply|find|read|see|learn|look|be sure))\b",
    hints="you",
)
"""What tells of the candidate and not of the work, though it needs no "have" or "are"."""
_WORK_BEGINS = Pattern(
    r"\bto (?P<verb>[\w-]+)|\b(?:responsible|who(?:'ll| will)|that will|you(?:'ll| will) (?!have|bring|need)|"
    r"will be|your (?:role|job|work|mission)|in this role|reporting to)\b"
)
_ABLE = Pattern(
    r"\b(?:abilit\w+|able|creativity|boldness|skills?|desire|passion\w*|willing\w*|drive|driven|experience|aptitude|capacity|"
    r"excited|eager|how|motivat\w+|love|loves|want|wants|like|likes|opportunity|courage|confidence|capable)"
    r"(?: [\w'-]+){0,3}\s*$"
)
_OF_THE_JOB = AnyOf(
    r"you(?:'ll|'d)?\b|your (?:role|job|mission|work|team|responsibilities|focus|goal)|(?:this|the) (?:role|"
    r"position|job|person|pm|po|leader|candidate|incumbent|individual|hire|post[- ]?holder|product (?:manager|owner|lead|"
    r"director)|director|vp)\b|(?:that|it|this) (?:also )?means (?!we\b|our\b|that\b|you (?:get|can|will get)\b|no\b)|this is an? (?:[\w-]+ ){0,3}(?:role|position|job)\b|as (?:a|an|our|the) [^.,]{0,60}(?:product|pm|manager|owner|lead|director|head|vp)\b|"
    r"responsib\w+|in this (?:role|position|capacity)|he/she|she/he|s/he|they will|(?:product (?:manager|owner)s?) (?:will|"
    r"should|are|make|own|lead|work|is|leads|drives|owns)|part of the role|this (?:will )?(?:includes?|involves?)",
    before=r"\b",
)
_GIVEN = Pattern(
    r"[^.;]{0,40}\byou(?:'ll| will) (?:also )?(?:be (?:supported|mentored|coached|guided|surrounded|paid|given|offered) (?:by|in|with|to|an?)|"
    r"(?:get|receive|have access to|enjoy|benefit from) (?:an?|your|our|formal|free|full|paid|regular|lots?|plenty|support|training|mentor\w*|coach\w*|access|the (?:support|chance|opportunity)))\b",
    hints="you'll|you will",
)
"""What tells of what the employer does for the person."""
_OF_THE_READER = frozenset("You They Someone Candidate Candidates Applicant Applicants What Who".split())
"""First words of sentences that do not tell of the company."""
_OF_THE_COMPANY = Pattern(
    r"(?!This is\b)(?!(?:This|The|Our new|An?|Your|You) ?(?:[\w-]+ )?(?:role|position|job|person|pm|candidate|product (?:manager|owner|lead)|"
    r"incumbent|individual|ideal|successful|leader|director|head|vp)\b)(?:[A-Z][\w'.&-]*(?: [A-Z&][\w'.&-]*){0,3}|The company|"
    r"The platform|The business|The team|The product|Its?|Founded|Headquartered|Since|Today,? [A-Z]\w+)(?:,[^,]{0,60},)? (?:is|are|was|were|has|"
    r"have|helps?|provides?|offers?|powers?|enables?|delivers?|serves?|unlocks?|operates?|makes?|builds?|connects?|develops?|"
    r"empowers?|believes?|celebrates?|in \d|by )\b"
)
_FIRST_WORD = Pattern(r"[A-Z]\w*")
_BOILERPLATE = AnyOf(
    r"equal (?:employment )?opportunit|affirmative action|reasonable accommodation|without regard to|regardless of (?:\w+,? )?(?:race|age|"
    r"gender|background|criminal|sex|your)|protected (?:veteran|class|characteristic)|sexual orientation|national origin|criminal histor|"
    r"privacy (?:policy|notice|statement)|e-verify|background (?:check|screening)|encourage (?:you|all|every|people|applica|candidates)|"
    r"align(?:s)? perfectly|meet (?:every|all|100)|every (?:single )?(?:requirement|qualification|box)|all of the (?:listed )?(?:requirements|"
    r"qualifications)|recruitment agenc|recruiting agenc|unsolicited|(?:personal|applicant) data|visa sponsorship|right to work|"
    r"your (?:application|cv|resume|résumé)|rounds? of interviews?|interview rounds?|(?:first|second|final) (?:round )?interviews?|in response to this (?:vacancy|job|ad)|not appreciated|cold calls|no agencies|hiring managers?\s*:|enquir(?:y|ies) (?:to|about)|hiring smart|this job description|other duties as|duties as assigned|not (?:an? )?exhaustive|reserves? the right|"
    r"(?:job|role) may change|employment eligibility|drug[- ](?:test|screen)|at-will|diverse team|diversity and inclusion|"
    r"inclusive (?:workplace|environment|culture)|celebrate diversity",
    before=r"\b",
)
"""What stands in postings of every kind and asks for nothing."""
_AFTER_ALL_ASKS = Pattern(
    r"\s*(?:an? )?(?:\w+ )?(?:plus|required|preferred|must|nice|desirable|essential|mandatory|needed|bonus|advantage|asset)\b"
)
_ROLE_WORDS = Pattern(r"\b(?:product|manager|owner|lead|director|candidate|role|position|pm|po|cpo|vp|head)\b")


class Span(NamedTuple):
    """Part of a sentence, and how strongly it asks."""

    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends."""
    where: Where | None
    """How strongly it asks; nothing for what is expressly not asked."""


class Asking(NamedTuple):
    """A sentence that speaks of this job."""

    passage: Passage
    """The sentence and its part of the posting."""
    spans: tuple[Span, ...]
    """What of it asks, and how strongly; later ones win where they overlap."""

    def _span_at(self, place: int) -> Span | None:
        """The part that decides about the words at a place."""
        found = None
        for span in self.spans:
            if span.start <= place < span.end:
                found = span
        return found

    def where(self, place: int) -> Where | None:
        """How strongly the words at a place ask; nothing where they do not."""
        span = self._span_at(place)
        return None if span is None else span.where

    def refuses(self, place: int) -> bool:
        """Whether the words at a place say what is not asked for."""
        span = self._span_at(place)
        return span is not None and span.where is None


def askings(passages: Sequence[Passage]) -> list[Asking]:
    """The sentences that ask something of the candidate or tell what the job is, in order."""
    found = []
    for passage in _put_right(with_bare_lists(passages)):
        spans = _spans(passage)
        if spans:
            found.append(Asking(passage, tuple(spans)))
    return found


_part_and_heading = attrgetter("part", "heading")


def _put_right(passages: Sequence[Passage]) -> list[Passage]:
    """Passages whose heading does not fit what stands under it, moved to the part that does."""
    result: list[Passage] = []
    for (part, heading), group in groupby(passages, key=_part_and_heading):
        members = list(group)
        if part not in ("demands", "benefits", "company", "legal", "unknown"):
            result.extend(members)
            continue
        openings = [it.fragment for it in members if it.fragment.first and it.fragment.form == "item"]
        duties = sum(opens_as_duty(it.small) for it in openings) if part != "legal" else 0
        held_against = part in ("benefits", "company", "legal") or duties >= 4
        demands = sum(opens_as_demand(it.small) for it in openings) if held_against else 0
        if part == "demands" and duties >= 4 and duties > 2 * demands:
            members = [it._replace(part="duties") for it in members]
        elif part == "legal" and demands >= 2 and _OF_ANYTHING.search(heading.casefold()):
            members = [it._replace(part="demands") for it in members]
        elif part == "unknown" and duties >= 2 and 2 * duties >= len(openings):
            members = [it._replace(part="duties") if it.fragment.form == "item" else it for it in members]
        elif part in ("benefits", "company") and demands >= 2 and duties >= 2:
            members = [it._replace(part=_own_part(it.fragment)) for it in members]
        result.extend(members)
    return result


_OF_ANYTHING = Pattern(r"\b(?:information|info|details|notes)\b")
"""Words of a heading under which anything may stand."""


def _own_part(fragment: Fragment) -> Part:
    return "demands" if opens_as_demand(fragment.small) else "duties"


def _spans(passage: Passage) -> list[Span]:
    """What of a sentence asks, by the part it stands in and by its own words."""
    small = passage.fragment.small
    if passage.part in ("benefits", "legal", "applying", "unwanted") or _BOILERPLATE.is_in(small):
        return []
    if passage.part == "wishes":
        if _is_by_the_employer(small):
            return []
        return [Span(0, len(small), "preferred-list"), *_refused(small)]
    spans = _of_a_demand(passage) if passage.part == "demands" else _of_work(passage)
    if not spans and (passage.part not in ("opening", "unknown") or _names_the_employer(passage.fragment)):
        return []
    wished = [Span(start, end, "preferred-list") for start, end in wishes(small)]
    return [*spans, *_refused(small), *wished] if spans or wished else []


def _of_a_demand(passage: Passage) -> list[Span]:
    """A sentence among demands is one, unless the employer speaks of itself."""
    fragment = passage.fragment
    if _is_by_the_employer(fragment.small) or (
        fragment.form == "text" and _is_of_the_company(fragment) and not _WANTED.is_in(fragment.small)
    ):
        return []
    return [Span(0, len(fragment.text), "qualification")]


def _is_by_the_employer(small: str) -> bool:
    return _BY_THE_EMPLOYER.match(small) is not None and not _WANTED.is_in(small)


def _of_work(passage: Passage) -> list[Span]:
    """A sentence outside the demands: a duty, who is wanted, or nothing about the job."""
    fragment = passage.fragment
    small, item = fragment.small, fragment.form == "item"
    duty = Span(0, len(small), "duty")
    employer = _BY_THE_EMPLOYER.match(small) is not None
    of_the_company = passage.part == "company"
    wanted = None if of_the_company and not employer else _WANTED.search(small)
    of_the_job = not employer and not of_the_company and not _GIVEN.match(small)
    if of_the_job and (
        surely_opens_as_demand(small)
        or (not item and _OF_THE_PERSON.match(small))
        or (_IS_DEMANDED.is_in(small) and not _names_the_employer(fragment))
    ):
        return [Span(0, len(small), "qualification")]
    if of_the_job and passage.part == "duties" and (item or not _is_of_the_company(fragment)):
        return [duty, *(_wanted(small, wanted) if wanted else ())]
    if wanted is not None:
        return _wanted(small, wanted)
    if not of_the_job or opens_as_no_duty(small):
        return []
    if passage.part == "opening" and (told := _EXPERIENCE_TOLD.search(small) or _FACT_TOLD.match(small)):
        return [Span(told.start(), told.end(), "qualification")]
    begins = fragment.first or small.partition(" ")[0].endswith("s")
    if _OF_THE_JOB.is_in(small) or (begins and opens_as_duty(small)) or (item and _SHARE_OF_TIME.match(small)):
        return [duty]
    if passage.part == "unknown" and item and opens_as_demand(small):
        return [Span(0, len(small), "qualification")]
    return [duty] if item and passage.part == "opening" else []


def _is_of_the_company(fragment: Fragment) -> bool:
    """Whether a sentence tells what the company is or does."""
    text = fragment.text.replace("’", "'")
    first = _FIRST_WORD.match(text)
    found = _OF_THE_COMPANY.match(text) if first and first.group() not in _OF_THE_READER else None
    if found is None or _ROLE_WORDS.search(fragment.small, 0, found.end()):
        return False
    return not _AFTER_ALL_ASKS.match(fragment.small, found.end())


def _names_the_employer(fragment: Fragment) -> bool:
    """Whether a sentence speaks of the employer anywhere, by name at its beginning."""
    return _OF_US.search(fragment.small) is not None or _is_of_the_company(fragment)


def _wanted(small: str, found: re.Match[str]) -> list[Span]:
    """A sentence that says who is wanted: what comes up to the work is demanded, the work is a duty."""
    work = next((it for it in _WORK_BEGINS.finditer(small, found.end()) if _is_work(small, it, found.start())), None)
    end = work.start() if work else len(small)
    behind = found.group() == "required" or ("success" in found.group() and "make" in found.group())
    start = 0 if behind else found.start()
    spans = [Span(start, end, "qualification")]
    if work:
        spans.append(Span(work.start(), len(small), "duty"))
    return spans


def _is_work(small: str, work: re.Match[str], start: int) -> bool:
    """Whether words after who is wanted begin to tell of the work, and not of what the person is like."""
    if work["verb"] is None:
        return True
    if work["verb"] not in VERBS - {"be", "ready"}:
        return False
    before = small[start : work.start()]
    return _ROLE_WORDS.search(before) is not None and not _ABLE.search(before)


def _refused(small: str) -> list[Span]:
    """The parts of a sentence that say what is not asked for."""
    return [Span(start, end, None) for start, end in refusals(small)]
