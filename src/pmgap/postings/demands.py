"""How strongly a sentence of a posting asks: demanded of the candidate, a duty of the job, a wish, or not at all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Literal

from pmgap.postings.layout import Fragment
from pmgap.postings.patterns import CASED, Pattern
from pmgap.postings.sections import Part, Passage
from pmgap.record import Record, record

Where = Literal["qualification", "duty", "preferred-list"]

STRENGTH: dict[Where, int] = {"qualification": 3, "duty": 2, "preferred-list": 1}
"""The strongest of several places wins."""

_LEAD = r"(?:[^\w(]*(?:\(?(?:must[- ]have|required|essential|desirable)\)?\s*[:\-–]\s*)?)"

_DEMAND_OPENING = Pattern(
    _LEAD
    + r"(?:an?\b|the (?:ability|capacity)|at least|minimum|over \d|more than \d|\d|have\b|has\b|having|are\b|is\b|"
    r"be (?:able|comfortable|passionate|a )|you(?:’|')?(?:re|ve)\b|you (?:are|have|possess|bring|can|know|must|should|love|"
    r"enjoy|understand|need|think|thrive|get|like|want|care)|must\b|should\b|can\b|able\b|abilit|capab|capacity|"
    r"experience|expertise|expert\b|knowledge|understanding|familiar|proficien|fluen|skill|strong|excellent|exceptional|"
    r"outstanding|super|solid|proven|demonstra|track record|good\b|great\b|deep\b|high\b|highly|passion|comfort|"
    r"aptitude|background|bachelor|master|degree|ba/bs|bs\b|ba\b|mba\b|ph\.?d|education|certif|self[- ]|detail|"
    r"team[- ]player|critical|creativ|analytical|willing|eager|prior\b|previous|past\b|hands[- ]on|working knowledge|"
    r"history|success|exposure|commit|desire|interest|curio|attention|confiden|competen|advanced|basic|intermediate|"
    r"extensive|significant|relevant|firm\b|sound\b|broad\b|natural|effective\b|love\b|sense\b|wealth|years|bonus|"
    r"preferred|nice to have|ideally|preferably|some\b|early|technical|experienced|motivated|organi[sz]ed|problem|"
    r"appetite|enthusias|entrepreneur|growth mindset|work(?:ing)? (?:experience|knowledge)|one\b|two\b|three\b|"
    r"four\b|five\b|six\b|seven\b|eight\b|ten\b|not afraid|mastery|empath|world[- ]class|professional|business acumen)"
)
_SURE_DEMAND_OPENING = Pattern(
    _LEAD
    + r"(?:abilit(?:y|ies) to|experience (?:in|with|of|as|working|using|leading|managing|building)|prior experience|"
    r"knowledge of|familiarity|proficien|proven|must have|you (?:have|are|must|should|possess)\b|bachelor|degree|"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|ten)\s?(?:\+|[-–]\s?\d{1,2})?\s?\+?\s?years|(?:strong|excellent|good|great|exceptional|solid|deep) (?:\w+[ ,/&-]+){0,5}"
    r"(?:skills|understanding|knowledge|background|communicator|experience)|track record|have (?:some |proven |strong )?"
    r"experience|(?:good|deep|strong|solid|an?|thorough|clear) understanding|understanding of)"
)
_ADVERBS = Pattern(
    r"[^\w(]*(?:(?:\d{1,3}\s?%|to|then|help|helps|assist|assists|also|and|you(?:’|')ll|you will|will|responsible for|"
    r"\w+ly|ability to)\s+)*"
)
_VERBS = frozenset(
    """accelerate accept achieve act adapt address adhere administer adopt advise advocate align analyse analyze
    anticipate apply approve architect articulate assess assign assist audit author balance be become benchmark brainstorm
    break bridge bring build capture carry champion clarify close coach coordinate co-ordinate collaborate collect
    communicate complement complete conceive conceptualise conceptualize conduct consult contribute control convert convey craft
    create cultivate curate debug decide deepen define delegate deliver demonstrate deploy design detail determine develop
    devise diagnose direct discover display distill document draft drive educate elevate embed embody empower enable
    engage enhance ensure establish estimate evaluate evangelise evangelize evolve examine execute expand experiment
    explore facilitate find fix forecast foster formulate gather generate get give groom grow guide handle hire hold identify
    ideate implement improve increase influence inform initiate innovate inspire integrate interact interface interpret
    interview investigate iterate keep launch lead learn leverage liaise listen lobby look maintain make manage map
    market maximise maximize measure meet mentor mitigate mobilise mobilize model monitor motivate negotiate nurture
    obtain operate optimise optimize orchestrate organise organize oversee own participate partner perform persuade pilot
    pitch plan play position prepare present prioritise prioritize produce promote propose prototype prove provide pull
    push put ready recommend recruit reduce refine release report represent research resolve respond review roll run
    scale scope scout secure seek sell serve set shape share ship showcase simplify solve source spearhead specify
    standardise standardize steer strategise strategize streamline strengthen structure study supervise support surface
    survey sustain synthesise synthesize tackle take talk target teach tell test think track train transform translate
    triage troubleshoot turn uncover understand undertake unite update use utilise utilize validate verify visualise
    visualize win work write whiteboard""".split()
)
_NO_DUTY = Pattern(
    r"[^\w]*(?:join (?:us|our)|read more|learn more|find out|click|apply|visit|check out|see (?:our|the|more)|"
    r"come |don[’']t|please|follow|let us|take a look|we |our |if you)"
)
_BY_THE_EMPLOYER = Pattern(
    r"[^\w]*(?:(?:at [A-Z][\w&. ]{1,30},? (?:\w+ ){0,4})?(?:we|we[’']re|we[’']ve|we[’']ll|our|us)\b|"
    r"(?:while|as|because|since|when|to|in|by|through|with|for|at|here|today|currently|together|from)\b[^.,;]{0,60},? "
    r"(?:we|our)\b)"
)
_WANTED = Pattern(
    r"\b(?:look(?:ing)? (?:for|to hire|to add)|seek(?:ing|s)? (?:an?|someone|candidates?|people)|in need of|search(?:ing)? "
    r"(?:for|of)|(?:successful|ideal|right|perfect|strong|best) (?:candidates?|applicants?|person)|the candidate|need "
    r"(?:an?|someone)|want (?:an?|someone)|hiring an?|hire an?|someone (?:who|with|that)|you (?:have|are|bring|possess|must|"
    r"should|need)\b|you(?:[’']ll| will) (?:have|bring|need)\b|you(?:[’']re|[’']ve)\b|must (?:have|be)\b|if you\b|who "
    r"(?:has|have|is|are|can|loves?|enjoys?|thrives?)\b|people who|make you (?:a )?success|to be successful|"
    r"(?:we )?expect you|required|requires)"
)
_WORK_BEGINS = Pattern(
    r"\bto (?P<verb>[\w-]+)|\b(?:responsible|who(?:[’']ll| will)|that will|you(?:[’']ll| will) (?!have|bring|need)|"
    r"will be|your (?:role|job|work|mission)|in this role|reporting to)\b"
)
_ABLE = Pattern(
    r"\b(?:abilit\w+|able|creativity|boldness|skills?|desire|passion\w*|willing\w*|drive|driven|experience|aptitude|capacity|"
    r"excited|eager|how|motivat\w+|love|loves|want|wants|like|likes|opportunity|courage|confidence|capable)"
    r"(?: [\w’'-]+){0,3}\s*$"
)
_OF_THE_JOB = Pattern(
    r"\b(?:you(?:[’']ll|[’']d)?\b|your (?:role|job|mission|work|team|responsibilities|focus|goal)|(?:this|the) (?:role|"
    r"position|job|person|pm|po|leader|candidate|incumbent|individual|hire|post[- ]?holder|product (?:manager|owner|lead|"
    r"director)|director|vp)\b|as (?:a|an|our|the) [^.,]{0,60}(?:product|pm|manager|owner|lead|director|head|vp)\b|"
    r"responsib\w+|in this (?:role|position|capacity)|he/she|she/he|s/he|they will|(?:product (?:manager|owner)s?) (?:will|"
    r"should|are|make|own|lead|work|is|leads|drives|owns)|part of the role|this (?:will )?(?:includes?|involves?))"
)
_OF_THE_COMPANY = Pattern(
    r"(?!(?:This|The|Our new|An?|Your|You) ?(?:[\w-]+ )?(?:role|position|job|person|pm|candidate|product (?:manager|owner|lead)|"
    r"incumbent|individual|ideal|successful|leader|director|head|vp)\b)(?:[A-Z][\w’'.&-]*(?: [A-Z&][\w’'.&-]*){0,3}|The company|"
    r"The platform|The business|The team|The product|Its?|Founded|Headquartered|Since|Today,? [A-Z]\w+)(?:,[^,]{0,60},)? (?:is|are|was|were|has|"
    r"have|helps?|provides?|offers?|powers?|enables?|delivers?|serves?|unlocks?|operates?|makes?|builds?|connects?|develops?|"
    r"empowers?|believes?|celebrates?|in \d|by )\b",
    CASED,
)
_BOILERPLATE = Pattern(
    r"equal (?:employment )?opportunit|affirmative action|reasonable accommodation|without regard to|regardless of (?:\w+,? )?(?:race|age|"
    r"gender|background|criminal|sex|your)|protected (?:veteran|class|characteristic)|sexual orientation|national origin|criminal histor|"
    r"privacy (?:policy|notice|statement)|e-verify|background (?:check|screening)|encourage (?:you|all|every|people|applica|candidates)|"
    r"align(?:s)? perfectly|meet (?:every|all|100)|every (?:single )?(?:requirement|qualification|box)|all of the (?:listed )?(?:requirements|"
    r"qualifications)|recruitment agenc|recruiting agenc|unsolicited|(?:personal|applicant) data|visa sponsorship|right to work|"
    r"hiring smart|this job description|other duties as|duties as assigned|not (?:an? )?exhaustive|reserves? the right|"
    r"(?:job|role) may change|employment eligibility|drug[- ](?:test|screen)|at-will|diverse team|diversity and inclusion|"
    r"inclusive (?:workplace|environment|culture)|celebrate diversity",
    hints="equal|affirmative|accommodation|without regard|regardless|protected|orientation|national origin|criminal|privacy|e-verify|background check|background scr|encourage|align|meet every|meet all|meet 100|every|all of the|agenc|unsolicited|personal data|applicant data|visa|right to work|hiring smart|job description|assigned|exhaustive|reserve|may change|eligib|drug|at-will|diverse|diversity|inclusive",
)
"""What stands in postings of every kind and asks for nothing."""
_AFTER_ALL_ASKS = Pattern(
    r"\s*(?:an? )?(?:\w+ )?(?:plus|required|preferred|must|nice|desirable|essential|mandatory|needed|bonus|advantage|asset)\b"
)
_ROLE_WORDS = Pattern(r"\b(?:product|manager|owner|lead|director|candidate|role|position|pm|po|cpo|vp|head)\b")

_STRONG_BY = r"(?:an? )?(?:big |huge |strong |definite |major |distinct |added |significant |real |great |nice |highly |strongly )*"
_WISHED = Pattern(
    r"(?:\b(?:is|are|be|as|considered|but|though|strongly|highly|experience|background|knowledge|degree|mba|skills?|familiarity|"
    r"certification|certifications|master[’']?s|advanced|also|not required|not essential|not necessary)\b[ ,]*|[(\[–—-] ?)"
    + _STRONG_BY
    + r"(?:plus(?:es)?\b|bonus\b|advantage(?:ous)?\b|asset\b|preferred\b|preferable\b|desirable\b|desired\b(?! (?:outcome|result))|"
    r"nice[- ]to[- ]have\b|helpful\b|beneficial\b|welcomed?\b|appreciated\b|valued\b)"
    r"|\bwould be (?:an? )?(?:great|ideal|good|nice|perfect|fantastic|useful)\b"
    r"|\ba (?:big |huge |strong |definite |major |distinct |added |real |great |nice )?(?:plus|bonus)\b"
    r"|\b(?:preferred|desirable|desired|preferable|a plus|advantageous)\s*(?=[.;)\],]|$)|\bnice[- ]to[- ]have\b"
)
_WISH_AHEAD = Pattern(
    r"(?:^|(?<=[.;:(,] )|(?<=\())(?:nice[- ]to[- ]haves?|good[- ]to[- ]have|bonus(?: points)?|big plus|plus|preferred|desirable|"
    r"desired|optional|extra credit)\b\s*(?:\)|:|-|–|for\b|if\b|points\b|skills?:|qualifications?:)|\b(?:ideally|preferably)\b"
)
_MAY_BE_WISHED = Pattern(
    r"would be|plus|bonus|advantag|asset|prefer|desir|nice|good[ -]to|optional|extra|ideal|helpful|benefic|welcome|apprec|valued",
    hints="would be|plus|bonus|advantag|asset|prefer|desir|nice|good to|good-to|optional|extra|ideal|helpful|benefic|welcome|apprec|valued",
)
_HIGHER_DEGREE = Pattern(r"[,(–-]\s*(?:an? |or an? |and )?(?:mba|master|ph\.?d|advanced degree|post-?graduat)[^,;]*$")
MOST_WISHES = 20
"""The most wishes that are looked at in a sentence."""

_CLAUSE_END = Pattern(r";|\.\s")
_BRACKET_END = Pattern(r"\)")
_AFTER_DEMAND = Pattern(r"[,;.(–]|\band\b|\bbut\b")
_ENDED = Pattern(r"\s*[;,.)\]]")
_DEMANDED = Pattern(r"\b(?:required|must|essential|mandatory|minimum)\b")


@record
class Span(Record):
    """Part of a sentence, and how strongly it asks."""

    start: int
    """Where it begins in the sentence."""
    end: int
    """Where it ends."""
    where: Where
    """How strongly it asks."""


@record
class Asking(Record):
    """A sentence that speaks of this job."""

    passage: Passage
    """The sentence and its part of the posting."""
    spans: tuple[Span, ...]
    """What of it asks, and how strongly; later ones win where they overlap."""

    def where(self, place: int) -> Where | None:
        """How strongly the words at a place ask; nothing where they do not."""
        found: Where | None = None
        for span in self.spans:
            if span.start <= place < span.end:
                found = span.where
        return found


def askings(passages: Sequence[Passage]) -> list[Asking]:
    """The sentences that ask something of the candidate or tell what the job is, in order."""
    found = []
    for passage in _put_right(passages):
        spans = _spans(passage)
        if spans:
            found.append(Asking(passage=passage, spans=tuple(spans)))
    return found


def _put_right(passages: Sequence[Passage]) -> list[Passage]:
    """Passages whose heading does not fit what stands under it, moved to the part that does."""
    result: list[Passage] = []
    for (part, _), group in groupby(passages, key=lambda it: (it.part, it.heading)):
        members = list(group)
        openings = [it.fragment for it in members if it.fragment.first and it.fragment.form == "item"]
        demands = sum(opens_as_demand(it.text) for it in openings)
        duties = sum(opens_as_duty(it.text) for it in openings)
        if part == "demands" and duties >= 4 and duties > 2 * demands:
            members = [replace(it, part="duties") for it in members]
        elif part in ("benefits", "company") and demands >= 2 and duties >= 2:
            members = [replace(it, part=_own_part(it.fragment)) for it in members]
        result.extend(members)
    return result


def _own_part(fragment: Fragment) -> Part:
    return "demands" if opens_as_demand(fragment.text) else "duties"


def opens_as_demand(text: str) -> bool:
    """Whether a line begins like something that is asked of a candidate."""
    return _DEMAND_OPENING.match(text) is not None


def opens_as_duty(text: str) -> bool:
    """Whether a line begins with something to do."""
    if _NO_DUTY.match(text):
        return False
    start = _ADVERBS.match(text)
    rest = text[start.end() :] if start else text
    word = re.match(r"[\w’'-]+", rest)
    if word is None:
        return False
    return any(it in _VERBS for it in _base_forms(word.group().casefold()))


def _base_forms(word: str) -> set[str]:
    """What a verb may be a form of."""
    forms = {word}
    if word.endswith("ies"):
        forms.add(word[:-3] + "y")
    if word.endswith("es"):
        forms.add(word[:-2])
    if word.endswith("s"):
        forms.add(word[:-1])
    if word.endswith("ing") and len(word) > 5:
        stem = word[:-3]
        forms |= {stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return forms


def _spans(passage: Passage) -> list[Span]:
    """What of a sentence asks, by the part it stands in and by its own words."""
    text = passage.fragment.text
    if passage.part in ("benefits", "legal", "applying") or _BOILERPLATE.search(text):
        return []
    if passage.part == "wishes":
        return [] if _is_by_the_employer(text) else [Span(start=0, end=len(text), where="preferred-list")]
    spans = _demand_spans(passage) if passage.part == "demands" else _work_spans(passage)
    return [*spans, *_wishes(text)] if spans else []


def _demand_spans(passage: Passage) -> list[Span]:
    """A sentence among demands is one, unless the employer speaks of itself."""
    text = passage.fragment.text
    if _is_by_the_employer(text) or (passage.fragment.form == "text" and _is_of_the_company(text)):
        return []
    return [Span(start=0, end=len(text), where="qualification")]


def _is_by_the_employer(text: str) -> bool:
    return _BY_THE_EMPLOYER.match(text) is not None and not _WANTED.search(text)


def _work_spans(passage: Passage) -> list[Span]:
    """A sentence outside the demands: a duty, who is wanted, or nothing about the job."""
    text, first, item = passage.fragment.text, passage.fragment.first, passage.fragment.form == "item"
    duty = Span(start=0, end=len(text), where="duty")
    employer = _BY_THE_EMPLOYER.match(text) is not None
    told = passage.part == "company"
    wanted = None if told and not employer else _WANTED.search(text)
    of_the_job = not employer and not told
    if of_the_job and _SURE_DEMAND_OPENING.match(text):
        return [replace(duty, where="qualification")]
    if of_the_job and passage.part == "duties" and (item or not _is_of_the_company(text)):
        return [duty, *(_wanted(text, wanted) if wanted else ())]
    if wanted is not None:
        return _wanted(text, wanted)
    if not of_the_job or _NO_DUTY.match(text):
        return []
    if _OF_THE_JOB.search(text) or (first and opens_as_duty(text)):
        return [duty]
    if passage.part == "unknown" and item and opens_as_demand(text):
        return [replace(duty, where="qualification")]
    return [duty] if item and passage.part == "opening" else []


def _is_of_the_company(text: str) -> bool:
    """Whether a sentence tells what the company is or does."""
    found = _OF_THE_COMPANY.match(text)
    return found is not None and not _ROLE_WORDS.search(found.group()) and not _AFTER_ALL_ASKS.match(text, found.end())


def _wanted(text: str, found: re.Match[str]) -> list[Span]:
    """A sentence that says who is wanted: what comes up to the work is demanded, the work is a duty."""
    work = next((it for it in _WORK_BEGINS.finditer(text, found.end()) if _is_work(text, it, found.start())), None)
    end = work.start() if work else len(text)
    start = 0 if "success" in found.group().casefold() and "make" in found.group().casefold() else found.start()
    spans = [Span(start=start, end=end, where="qualification")]
    if work:
        spans.append(Span(start=work.start(), end=len(text), where="duty"))
    return spans


def _is_work(text: str, work: re.Match[str], start: int) -> bool:
    """Whether words after who is wanted begin to tell of the work, and not of what the person is like."""
    if work["verb"] is None:
        return True
    if work["verb"].casefold() not in _VERBS - {"be", "ready"}:
        return False
    before = text[start : work.start()]
    return _ROLE_WORDS.search(before) is not None and not _ABLE.search(before)


def _wishes(text: str) -> list[Span]:
    """The parts of a sentence that are only wished for."""
    if not _MAY_BE_WISHED.search(text):
        return []
    spans = []
    for found in islice(_WISH_AHEAD.finditer(text), MOST_WISHES):
        end = len(text) if found.start() == 0 else _clause_end(text, found.end(), found.start())
        spans.append(Span(start=found.start(), end=end, where="preferred-list"))
    for found in islice(_WISHED.finditer(text), MOST_WISHES):
        start = _clause_start(text, found.start(), found.end())
        spans.append(Span(start=start, end=found.end(), where="preferred-list"))
        if found.end() < len(text) and not _ENDED.match(text, found.end()):
            spans.append(
                Span(start=found.end(), end=_clause_end(text, found.end(), found.end()), where="preferred-list")
            )
    return spans


def _clause_start(text: str, place: int, end: int) -> int:
    """Where the clause that ends in a wish begins: after a semicolon, or after a comma that closes a demand."""
    start = text.rfind(";", 0, place) + 1
    # "Bachelor's degree, MBA preferred": only the higher degree is.
    higher = _HIGHER_DEGREE.search(text, start, end)
    if higher is not None and higher.start() > start:
        return higher.start() + 1
    if _DEMANDED.search(text, start, place):
        last = max(found.end() for found in _DEMANDED.finditer(text, start, place))
        comma = _AFTER_DEMAND.search(text, last, place)
        return comma.end() if comma else last
    return start


def _clause_end(text: str, place: int, opened: int) -> int:
    """Where the clause that begins with a wish ends: at a bracket that was opened before it, or a semicolon."""
    inside = text.count("(", 0, opened) > text.count(")", 0, opened)
    stop = (_BRACKET_END if inside else _CLAUSE_END).search(text, place)
    return stop.start() if stop else len(text)
