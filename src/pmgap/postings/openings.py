"""What a line begins with: words of a demand, or something to do."""

from pmgap.postings.choices import AnyOf
from pmgap.postings.patterns import Pattern

_LEAD = Pattern(r"([^\w(]*)(?:\(?(?:must[- ]have|required|essential|desirable)\)?\s*[:\-–]\s*)?")
"""Signs before a line, and a word that says how much it matters."""
_MATTERING = ("must", "required", "essential", "desirable")

_DEMAND_OPENING = AnyOf(
    r"an?\b|the (?:ability|capacity)|at least|minimum|over \d|more than \d|\d|have\b|has\b|having|are\b|is\b|"
    r"be (?:able|comfortable|passionate|a )|you'?(?:re|ve)\b|you (?:are|have|possess|bring|can|know|must|should|love|"
    r"enjoy|understand|need|think|thrive|get|like|want|care)|must\b|should\b|can\b|able\b|abilit|capab|capacity|"
    r"experience|expertise|expert\b|knowledge|understanding|familiar|proficien|fluen|skill|strong|excellent|exceptional|"
    r"outstanding|super|solid|proven|demonstra|track record|good\b|great\b|deep\b|high\b|highly|passion|comfort|"
    r"aptitude|background|bachelor|master|degree|ba/bs|bs\b|ba\b|mba\b|ph\.?d|education|certif|self[- ]|detail|"
    r"team[- ]player|critical|creativ|analytical|willing|eager|prior\b|previous|past\b|hands[- ]on|working knowledge|"
    r"history|success|exposure|commit|desire|interest|curio|attention|confiden|competen|advanced|basic|intermediate|"
    r"extensive|significant|relevant|firm\b|sound\b|broad\b|natural|effective\b|love\b|sense\b|wealth|years|bonus|"
    r"preferred|nice to have|ideally|preferably|some\b|early|technical|experienced|motivated|organi[sz]ed|problem|"
    r"appetite|enthusias|entrepreneur|growth mindset|work(?:ing)? (?:experience|knowledge)|one\b|two\b|three\b|"
    r"four\b|five\b|six\b|seven\b|eight\b|ten\b|not afraid|mastery|empath|world[- ]class|professional|business acumen"
)
_SURE_DEMAND_OPENING = AnyOf(
    r"graduates? (?:with|in|from)\b|graduates?\s*/|mba\b|b\.?\s?e\.?\s?/|b\.?\s?tech\b|abilit(?:y|ies) to|experience (?:in|with|of|as|working|using|leading|managing|building)|prior experience|"
    r"knowledge of|familiarity|proficien|proven|must have|you (?:have|are|must|should|possess)\b|bachelor|degree|"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|ten)\s?(?:\+|[-–]\s?\d{1,2})?\s?\+?\s?years|(?:strong|excellent|good|great|exceptional|solid|deep) (?:\w+[ ,/&-]+){0,5}"
    r"(?:skills|understanding|knowledge|background|communicator|experience|communication|command|writing|sense|grasp|attention|interest)|(?:should|must) (?:be|have|know|possess)\b|"
    r"(?:good|strong) (?:in|at|with)\b|fluen(?:t|cy)\b|passion(?:ate)? (?:for|about)\b|(?:sound|firm|working|in-depth|thorough) (?:knowledge|understanding|command|grasp)|comfortable (?:with|in|working)\b|"
    r"capab(?:le|ility) (?:of|to)\b|demonstrated (?:\w+ ){0,3}(?:experience|ability|skills?|success)|willing(?:ness)? to\b|track record|have (?:some |proven |strong )?"
    r"experience|(?:good|deep|strong|solid|an?|thorough|clear) understanding|understanding of"
)
_ADVERBS = Pattern(
    r"[^\w(]*(?:(?:\d{1,3}\s?%|to|then|help|helps|assist|assists|also|and|you'll|you will|will|responsible for|"
    r"\w+ly|ability to)\s+)*"
)
_BEFORE_A_DUTY = frozenset("to then help helps assist assists also and you will responsible ability".split())
"""Words that one of these begins with; nothing is before a duty that begins with another word."""
VERBS = frozenset(
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
_ACTIVITIES = frozenset(
    """administration analysis benchmarking collaboration communication conception conceptualisation conceptualization control
    cooperation co-operation coordination co-ordination creation definition delivery derivation description design
    determination development documentation drafting elaboration elicitation establishment evaluation execution expansion
    facilitation formulation governance guidance handling identification implementation improvement integration
    introduction involvement leadership maintenance management moderation monitoring negotiation observation optimisation
    optimization organisation organization oversight ownership participation planning preparation presentation
    prioritisation prioritization promotion realisation realization representation responsibility review selection
    specification steering supervision support translation validation verification""".split()
)
"""Nouns that tell of an activity where one of ``_GOVERNING`` follows: "Definition of price lists"."""
_GOVERNING = Pattern(r"(?:\W{1,5}(?:and|&|/)\W{0,5}\w{1,30})?\s+(?:of|with|for|in|to)\b")
NO_DUTY = AnyOf(
    r"join (?:us|our)|read more|learn more|find out|click|apply|visit|check out|see (?:our|the|more)|"
    r"come |don't|please|follow|let us|take a look|we |our |if you"
)

_WORD = Pattern(r"[\w'-]+")
_SIGNS = Pattern(r"\W*")


def opens_as_demand(small: str) -> bool:
    """Whether a line in small letters begins like something that is asked of a candidate."""
    return _opens_with(_DEMAND_OPENING, small)


def surely_opens_as_demand(small: str) -> bool:
    """Whether it can be nothing else, wherever it stands."""
    return _opens_with(_SURE_DEMAND_OPENING, small)


def _opens_with(openings: AnyOf, small: str) -> bool:
    if small[:1].isalpha() and not small.startswith(_MATTERING):
        return openings.match(small) is not None
    lead = _LEAD.match(small)
    places = {lead.end(1), lead.end()} if lead else {0}
    return any(openings.match(small, place) for place in places)


def opens_as_no_duty(small: str) -> bool:
    """Whether a line in small letters begins like something that is said to whoever reads it."""
    lead = None if small[:1].isalpha() else _SIGNS.match(small)
    return NO_DUTY.match(small, lead.end() if lead else 0) is not None


def opens_as_duty(small: str) -> bool:
    """Whether a line in small letters begins with something to do."""
    if opens_as_no_duty(small):
        return False
    word, _, _ = small.partition(" ")
    end = len(word)
    if not word.isalpha() or word in _BEFORE_A_DUTY or word.endswith("ly"):
        start = _ADVERBS.match(small)
        found = _WORD.match(small, start.end() if start else 0)
        if found is None:
            return False
        word, end = found.group(), found.end()
    if word in _ACTIVITIES:
        return _GOVERNING.match(small, end) is not None
    return not VERBS.isdisjoint(_base_forms(word))


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
