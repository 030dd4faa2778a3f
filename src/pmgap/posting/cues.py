"""The small words that tell what a sentence of a posting does: demand, describe a duty, praise the employer, wish."""

from typing import Literal

from pmgap.phrases import PhraseTree, Sentence, stem

LONGEST_LABEL = 6
"""The most words of a label before a colon."""

Opening = Literal["demand", "duty", "role", "company", "perk", ""]
"""What the first words of a sentence announce."""

_SKIPPED = frozenset([
    "actively", "also", "and", "as", "be", "clearly", "closely", "consistently", "constantly", "continuously",
    "deeply", "directly", "effectively", "efficiently", "generally", "hands", "independently", "jointly", "needed",
    "on", "or", "primarily", "proactively", "quickly", "regularly", "relentlessly", "rigorously", "ruthlessly",
    "strategically", "successfully", "then", "thoughtfully", "to", "will", "you", "youll"
])  # fmt: skip
"""Words before a verb that say nothing."""

_DUTY_VERBS = frozenset(map(stem, [
    "accelerate", "achieve", "acquire", "act", "adapt", "adhere", "adjust", "administer", "adopt", "advance",
    "advise", "advocate", "aggregate", "align", "analyse", "analyze", "answer", "anticipate", "apply", "approve",
    "architect", "arrange", "articulate", "assess", "assign", "assist", "assume", "assure", "attend", "audit",
    "balance", "be", "become", "benchmark", "brainstorm", "break", "bridge", "bring", "broker", "build",
    "calculate", "capture", "carry", "catalyze", "challenge", "champion", "clarify", "close", "coach",
    "collaborate", "collate", "collect", "communicate", "compare", "compile", "complete", "comply", "compose",
    "conceive", "conceptualise", "conceptualize", "condense", "conduct", "configure", "connect", "consolidate",
    "construct", "consult", "contribute", "control", "convert", "coordinate", "craft", "create", "cultivate",
    "curate", "customize", "decide", "decompose", "deepen", "define", "delegate", "deliver", "demo", "demonstrate",
    "deploy", "derive", "describe", "design", "detail", "determine", "develop", "devise", "diagnose", "direct",
    "discover", "discuss", "display", "distill", "document", "draft", "draw", "drive", "educate", "elicit",
    "embed", "embody", "empower", "enable", "encourage", "enforce", "engage", "enhance", "enrich", "ensure",
    "escalate", "establish", "estimate", "evaluate", "evangelise", "evangelize", "evolve", "examine", "execute",
    "expand", "experiment", "explain", "explore", "extend", "extract", "facilitate", "field", "find", "flesh",
    "focus", "follow", "forecast", "foresee", "forge", "form", "formulate", "foster", "frame", "gather",
    "generate", "get", "give", "govern", "groom", "grow", "guide", "handle", "have", "head", "help", "hire",
    "hold", "host", "hypothesize", "ideate", "identify", "immerse", "implement", "improve", "incorporate",
    "increase", "influence", "inform", "initiate", "innovate", "inspect", "inspire", "integrate", "interact",
    "interface", "interpret", "interview", "introduce", "invent", "investigate", "invite", "involve", "iterate",
    "keep", "kick", "launch", "lead", "learn", "leverage", "liaise", "line", "listen", "live", "lobby", "look",
    "maintain", "make", "manage", "map", "market", "match", "maximise", "maximize", "measure", "meet", "mentor",
    "minimize", "mitigate", "model", "moderate", "monitor", "motivate", "move", "navigate", "negotiate", "nurture",
    "observe", "obtain", "onboard", "operate", "optimise", "optimize", "orchestrate", "organise", "organize",
    "originate", "outline", "overcome", "oversee", "own", "participate", "partner", "perform", "pilot", "pinpoint",
    "pitch", "plan", "play", "position", "prepare", "present", "preserve", "prevent", "price", "prioritise",
    "prioritize", "produce", "project", "promote", "propose", "prototype", "prove", "provide", "publish", "pull",
    "pursue", "push", "quantify", "raise", "rally", "reach", "recommend", "recruit", "reduce", "refine", "regard",
    "remain", "remove", "report", "represent", "research", "resolve", "respond", "review", "revise", "roll",
    "rotate", "run", "scale", "scope", "scout", "secure", "seek", "select", "serve", "set", "shape", "share",
    "shepherd", "ship", "showcase", "simplify", "socialise", "socialize", "solicit", "solve", "source", "speak",
    "spearhead", "specify", "spot", "stand", "stay", "steer", "stimulate", "strategize", "streamline",
    "strengthen", "strike", "structure", "study", "submit", "suggest", "summarize", "supervise", "supply",
    "support", "surface", "sustain", "synthesise", "synthesize", "tackle", "take", "talk", "target", "teach",
    "team", "tell", "test", "think", "thrive", "track", "train", "transform", "translate", "travel", "triage",
    "troubleshoot", "turn", "uncover", "understand", "undertake", "unify", "update", "uphold", "use", "utilise",
    "utilize", "validate", "verify", "visit", "walk", "watch", "weigh", "whiteboard", "win", "work", "write"
]))  # fmt: skip
"""Stems of the verbs that open a duty."""

_DEMAND_WORDS = frozenset([
    "ability", "able", "accountability", "adaptable", "adept", "advanced", "ambitious", "analytical", "appetite",
    "aptitude", "attention", "ba", "bachelor", "bachelors", "background", "basic", "bias", "broad", "bs", "btech",
    "capability", "capable", "capacity", "certification", "certifications", "certified", "clear", "collaborative",
    "college", "comfort", "comfortable", "commitment", "committed", "communicator", "competency", "competent",
    "confident", "conversant", "creative", "critical", "curiosity", "curious", "deep", "degree", "demonstrable",
    "demonstrated", "desire", "detail", "disciplined", "eager", "effective", "eligible", "empathetic", "empathy",
    "energetic", "enthusiasm", "enthusiastic", "entrepreneurial", "equivalent", "excellent", "exceptional",
    "exceptionally", "experience", "experienced", "experiences", "expert", "expertise", "exposure", "extensive",
    "familiar", "familiarity", "fast", "firm", "flexible", "fluency", "fluent", "fundamental", "general", "good",
    "great", "growth", "hands", "high", "highly", "hunger", "ideally", "impeccable", "influential", "intermediate",
    "interpersonal", "intuitive", "intuitiveness", "keen", "knowledge", "knowledgeable", "leadership", "love",
    "masters", "mastery", "mba", "metric", "mindset", "minimum", "motivated", "mtech", "must", "natural",
    "obsessed", "obsession", "organisational", "organised", "organizational", "organized", "outstanding",
    "ownership", "passion", "passionate", "phd", "pragmatic", "preferably", "presentation", "previous", "prior",
    "proactive", "problem", "professional", "proficiency", "proficient", "proven", "qualified", "quick", "real",
    "relevant", "resourceful", "result", "results", "rigorous", "robust", "savvy", "self", "sense", "significant",
    "skilled", "skills", "solid", "someone", "sound", "strategic", "strong", "substantial", "success",
    "successful", "superb", "superior", "talent", "talented", "team", "technical", "technically", "tenacious",
    "tenacity", "thinker", "thinking", "thorough", "track", "understanding", "university", "unparalleled",
    "verbal", "wealth", "wide", "willing", "willingness", "world", "written", "years", "yoe", "youre",
    "youre", "youve"
])  # fmt: skip
"""Words that open a demand."""

_DEMAND_NOUNS = frozenset(["experience", "skill", "skills", "knowledge", "ability", "abilities", "degree", "background",
    "understanding", "mindset", "expertise", "acumen", "fluency", "proficiency"])  # fmt: skip
"""Words near the start that show a demand whatever the first word is: "design experience"."""

_DEMAND_PHRASES = [
    "a bachelor", "a background", "a customer", "a deep", "a degree", "a desire", "a good", "a great", "a growth",
    "a high", "a keen", "a master", "a minimum", "a natural", "a passion", "a proven", "a self", "a sense",
    "a solid", "a strong", "a team player", "a track record", "a wealth", "an ability", "an expert", "an eye",
    "an understanding", "are a", "are able", "are an", "are comfortable", "are experienced", "are passionate",
    "at least", "can communicate", "comfortable with", "hands on experience", "has a", "have a", "have an",
    "have at least", "have excellent", "have experience", "have proven", "have strong", "have worked", "is a",
    "must have", "nice to have", "not afraid", "required", "requires", "should be", "should have", "the ability",
    "the desire", "work experience", "working knowledge", "you are", "you bring", "you can", "you enjoy",
    "you have", "you know", "you love", "you must", "you need", "you possess", "you should", "you think",
    "you thrive", "you understand", "you want"
]  # fmt: skip

_ROLE_PHRASES = [
    "accountable for", "as a",  "as the", "be responsible", "coordination of", "creation of", "daily",
    "day to day", "development of", "identification of", "in this role", "management of", "ongoing",
    "ownership of", "point of contact", "preparation of", "primary point", "reporting to", "reports to",
    "responsible for", "single point", "strategy", "subject matter expert", "the bridge", "the product manager",
    "the role", "this position", "this role", "voice of", "working knowledge of the", "you will", "youll",
    "your job", "your mission", "your role"
]  # fmt: skip

_COMPANY_PHRASES = [
    "backed by", "based in", "featured", "founded", "headquartered", "named", "our", "recognised", "recognized",
    "since", "us", "voted", "we", "we also", "we are", "we believe", "we build", "we do", "we have", "we help",
    "we invest", "we know", "we make", "we offer", "we provide", "we serve", "we strive", "we support", "we use",
    "we value", "we want", "we work", "were", "weve"
]  # fmt: skip

_PERK_PHRASES = [
    "401k", "a chance", "a culture", "a supportive", "access to", "an annual", "an environment", "annual", "bonus",
    "budget", "career", "chance to", "commuter", "company", "competitive", "days", "dental", "employee", "equity",
    "flexible", "free", "generous", "gym", "health", "holiday", "holidays", "home office", "insurance", "laptop",
    "learning and development", "life insurance", "lunch", "medical", "opportunities to", "opportunity to", "paid",
    "parental", "pension", "private", "professional development", "relocation", "remote", "salary", "snacks",
    "stock", "the ability to impact", "the chance", "the opportunity", "unlimited", "vacation", "visa",
    "work from home"
]  # fmt: skip

_OPENINGS: PhraseTree[Opening] = PhraseTree()
for _phrases, _opening in (
    (_DEMAND_PHRASES, "demand"), (_ROLE_PHRASES, "role"), (_COMPANY_PHRASES, "company"), (_PERK_PHRASES, "perk"),
):  # fmt: skip
    for _phrase in _phrases:
        _OPENINGS.add(_phrase, _opening)  # type: ignore[arg-type]


def opening_of(sentence: Sentence, *, after_label: bool = False) -> Opening:
    """What the first words of a sentence announce; empty where they tell nothing.

    With ``after_label`` a label such as "Visual communicator:" is passed over.
    """
    texts = sentence.texts
    first = 0
    if after_label and ":" in texts[1:LONGEST_LABEL] and texts[-1] != ":":
        first = texts.index(":") + 1
    start = first
    while first < len(texts) - 1 and texts[first] in _SKIPPED:
        first += 1
    if known := _OPENINGS.at(sentence, first) or (first > start and _OPENINGS.at(sentence, start)):
        return max(known)[1]
    word = texts[first]
    if sentence.stems[first] in _DUTY_VERBS and _DEMAND_NOUNS.isdisjoint(texts[first + 1 : first + 3]):
        return "duty"
    if word[0].isdigit() or word in _DEMAND_WORDS:
        return "demand"
    return "" if _DEMAND_NOUNS.isdisjoint(texts[first : first + 5]) else "demand"


def demands_something(sentence: Sentence) -> bool:
    """Whether the first words name something to bring along: experience, an ability, a degree."""
    return not _DEMAND_NOUNS.isdisjoint(sentence.texts[:8])


def duty_starts_at(sentence: Sentence) -> int | None:
    """The word from which a sentence that says who is sought turns to what the person will do, if it does."""
    texts = sentence.texts
    sought = next((after for _, after, cue in _CUES.find(sentence) if cue == "seek"), None)
    if sought is None:
        return None
    for index in range(sought, len(texts)):
        if texts[index] == "responsible":
            return index
        if index + 1 < len(texts) and texts[index + 1] not in _HOLDS:
            if texts[index] in ("who", "that", "which") or (texts[index] == "to" and sentence.stems[index + 1] in _DUTY_VERBS):
                return index
    return None


_HOLDS = frozenset(["have", "has", "can", "is", "are", "loves", "love", "enjoys", "knows", "brings", "possess", "possesses"])

Cue = Literal["seek", "role", "you"]
"""What shows that a sentence is about the job: it names who is sought, the job, or the reader."""

_CUES: PhraseTree[Cue] = PhraseTree()
for _cue, _phrases in (
    ("seek", [
        "looking for", "are seeking", "is seeking", "we seek a", "we seek an", "we seek someone", "in need of", "ideal candidate", "successful candidate",
        "right candidate", "strong candidate", "candidate will have", "candidate should", "candidate must", "need someone",
        "want someone", "someone who", "you have", "you bring", "you must", "you should have", "you need", "youll need",
        "you will need", "you are a", "you are an", "youre a", "youre an", "you are passionate", "in search of",
        "searching for", "the person will have", "you possess", "should be able", "must be able", "must have",
        "you will have experience", "you already", "your experience", "requires", "is mandatory", "are mandatory", "is required", "are required", "is essential",
        "are essential", "is a must", "are a must",
    ]),
    ("role", [
        "this role", "the role", "role will", "this position", "the position", "position will", "responsible for",
        "reporting to", "reports to", "report to", "the person", "the candidate", "you will", "youll", "your job",
        "your role", "your mission", "your responsibilities", "will own", "will lead", "will drive", "will work",
        "will be responsible", "as a product manager", "as the product manager", "as our new", "as our first", "as our next", "as our product", "as a product owner",
        "the product manager", "the product owner", "a product manager", "product manager will", "product managers",
        "product owner will", "as a senior product", "as a lead product", "as an associate product", "as head of product",
        "key responsibilities", "your work", "in this job", "the incumbent", "the postholder", "the post holder",
        "get ready to", "the successful applicant", "director of product", "head of product", "youd be", "you would be",
        "they will", "he she", "examples of projects", "associate product managers", "as a pm", "as the pm",
    ]),
    ("you", ["you", "your", "youre", "youve", "yourself"]),
):  # fmt: skip
    for _phrase in _phrases:
        _CUES.add(_phrase, _cue)  # type: ignore[arg-type]


def cues_in(sentence: Sentence) -> set[Cue]:
    """What shows that a sentence is about the job."""
    return {cue for _, _, cue in _CUES.find(sentence)}
