"""What the headings of a posting announce, and which lines are headings, marked or not."""

from functools import lru_cache
from typing import Literal

from pmgap.postings.choices import AnyOf, InOrder
from pmgap.postings.layout import Fragment
from pmgap.postings.patterns import Pattern

Part = Literal[
    "opening", "demands", "wishes", "duties", "unwanted", "company", "benefits", "legal", "applying", "unknown"
]

MOST_WORDS = 12
"""The most words of a heading that is not marked as one."""

MOST_LEADING_WORDS = 16
"""The most words of one that ends in a colon."""

LONGEST_WISH = 180
"""The most characters of a line that ends in a colon and says that what follows is only wished for."""

MOST_KEPT = 64
"""Headings of which it is known what they announce: those of a posting."""

_WORDS = Pattern(r"[^\w'& ]+")

_UNWANTED = AnyOf(
    r"\b(?:you )?(?:don't|do not|won't|will not|needn't) (?:\w+ )?(?:need|have to|be doing|do|ask|require|look for|expect)\b|\bnot (?:for you|the (?:right )?(?:job|role|place) for you)\b|"
    r"\bnot (?:be )?(?:a )?(?:good |great |right )?(?:fit|match)\b|\b(?:won't|not|never) (?:like|enjoy|love|thrive|be happy)\b|"
    r"\b(?:ok|okay|fine|alright|all right) if you (?:don't|do not|haven't|have not)\b(?!.*\b(?:all|every|tick|check|meet)\b)|"
    r"\b(?:doesn't|does not) matter\b|\b(?:isn't|is not|aren't) (?:for|about|looking|what)\b|\b(?:is not|isn't|won't be)$|\bwho should not\b|\b(?:aren't|are not|not) looking for\b"
)
_WISHES = AnyOf(
    r"nice (?:to )?ha(?:ve|ves)|nice to haves|(?:good|great) to haves?|bonus|plus(?:es)?|preferred|preferable|"
    r"desirables?|extra credit|brownie points|optional|not required|icing on the cake|(?:would|will) be (?:a )?(?!great (?:fit|match))"
    r"(?:great|nice|plus|bonus|lovely|useful|helpful|advantage)|even better|not essential|not mandatory|helpful|advantages?|advantageous|beneficial|"
    r"preference (?:is|will|may|for)|preference given|you get extra|extra (?:experience )?points|what would help|would help|also nice|impress(?:ed)?|cherr(?:y|ies) on|the cherry|"
    r"would be (?:an? )?(?:added )?advantage|would love it if|(?:excited|thrilled|delighted|happy|glad|impressed|interested|over the moon) (?:it )?if|merits?|meriting|meritorious|ideal world|love if you also|might also|you (?:may|might) also|if you also|not must haves|welcome extras|^extras$|extra sparkle|(?:also|most) (?:useful|welcome)|delighters|be awesome|favou?rable|recommended(?: \w+)?$|points if|it'd help|would be (?:an? )?(?:bonus|asset)|nice not necessary|will be given to|wow us|additional points|added value|differentia(?:tors?|ls?)|kudos|it helps if|(?:highly|well|favou?rably) regarded|looked (?:up)?on favou?rabl[ey]|nice if|love it if|nice extras?|wish ?list|gold stars?|^preferences$|'d be (?:a |an )?(?!great (?:fit|match))(?:great|nice|plus|bonus|lovely|useful|helpful|advantage)|non essential|secondary skills|useful (?:experience|skills)|not an? (?:deal ?breaker|must)|we can teach|^good to know$|(?:great|plus) if(?: you)?(?: have)?|stand out|extra points|big plus|assets?",
    before=r"\b",
    after=r"\b",
)
_OF_A_SERVICE = AnyOf(
    r"^things you need to know|^selection process|^nationality|^working for the civil service|^contact point|^success profiles"
)
"""What postings of a public service end with."""
_SOFT_WISHES = AnyOf(r"\bdesired\b|\bideally\b")
_BENEFITS = AnyOf(
    r"benefits?|perks?|(?:we|our) offer(?:s|ing)?|what we (?:can )?(?:offer|give|provide)|offer you|compensation|"
    r"salary|pay (?:range|transparency)|remuneration|package|in it for (?:you|me)|why (?:join|work|you|us|choose)|^why \w+$|"
    r"reasons to|(?:what )?you(?:'ll| will)? (?:get(?! to\b)|receive|enjoy)|person will get|rewards|what you can expect|what we(?:'ll| will) (?:offer|give|provide)|got you covered|^in return$|"
    r"our promise|life at|working (?:at|with us)|time off|wellness|offer|stock options|why we|"
    r"professional development|good stuff|goodies|treats|what's on offer|to offer you|we provide",
    before=r"\b",
    after=r"\b",
)
_LEGAL = AnyOf(
    r"equality|equal (?:employment )?opportunit(?:y|ies)|eeo|eoe|diversity|inclusion|inclusive|accommodations?|privacy|"
    r"disclaimers?|legal|gdpr|data protection|background checks?|right to work|please note|covid|vaccination|e verify|"
    r"physical (?:demands|requirements)|work(?:ing)? (?:conditions|environment)|notice|affirmative action|"
    r"security clearance|travel(?: requirements)?|(?:additional|other|further) (?:information|info|details|notes)|fraud|recruitment agencies|agencies|belonging",
    before=r"\b",
    after=r"\b",
)
_APPLYING = AnyOf(
    r"how to apply|apply(?:ing)?(?: now)?|application|(?:hiring|interview|recruit(?:ment|ing)|selection) process|"
    r"next steps|the process|contact(?: us)?|deadline|to apply|job alert|similar jobs|more jobs|referrals?|"
    r"share this|interviewing",
    before=r"\b",
    after=r"\b",
)
_STRONG_DEMANDS = AnyOf(
    r"if(?: you(?:'ve|'re| have| are)?(?: got)?)?$|"
    r"^person spec$|^ksas?$|^specifications?$|essentials|^necessary$|^needed$|^(?:the )?basics$|qualities|^(?:our )?checklist$|^languages$|^about yourself$|we want$|we would like$|"
    r"you(?:'ll| will)? offer|to be considered|to (?:qualify|land this|do this (?:job|work|well))|(?:our|the) (?:ideal|dream|perfect) (?:candidate|person|pm|product manager|colleague)|"
    r"kind of (?:person|people|pm)|in mind$|behaviou?rs|assess(?:ed)? (?:you )?(?:against|on)|who (?:can|should) apply|eligible|non negotiables|deal ?breakers|(?:do )?we ask|ask (?:of|for|from) you|asking for|(?:good|great|right|perfect|strong) match|who fits|fit in|you (?:would|might|may|could|'d) bring|"
    r"you'd bring|bring along|to bring|our person|you've (?:got|done|been)|you got|prerequisites?|pre requisites|eligibility|selection criteria|"
    r"we(?:'re| are)? (?:are )?after|we hope|wish you had|is this you|sounds? like you|could be you|the person|you tick|your toolkit|superpowers?|"
    r"you know|you can(?! expect)|we need from you|^why you$|sets? (?:you|yourself) apart|\bshine\b|skill ?sets?|capabilities|job specifications?|who you'll be|desired (?:candidate )?profile|requirements?|required|require|qualifications?|qualified|look(?:ing)? for|we seek|are seeking|about you|"
    r"you (?:bring|have|need)|you'll (?:bring|have|need)|you will (?:bring|have|need)|must haves?|minimum|essential "
    r"(?:criteria|skills|knowledge|experience|requirements)|person specifications?|your (?:profile|background|skills|"
    r"experience|strengths|qualifications)|skills|competenc(?:y|ies|es?)|ideal candidate|who you are|it takes|"
    r"(?:we )?expect|expectations|hear from you|(?:like|want|love|hope|need) to see|should have|credentials|knowledge|abilities|education|to succeed|"
    r"be successful|success profile|thrive|here if|fit (?:if|for)|requires|right if|for you if|great if|mandatory|successful candidate|you should|you are|you're|right fit|good fit|great fit",
    before=r"\b",
    after=r"\b",
)
_DUTIES = AnyOf(
    r"responsibilit(?:y|ies)|responsible|duties|duty|what (?:will )?you(?:'ll| will|'d)?(?: be)?(?: actually| really| mostly)? "
    r"(?:do|doing|own|owning|work on|working on|build|drive|accomplish|deliver|tackle)|what (?:would|will) i (?:be )?do(?:ing)?|you(?:'ll| will)(?: be)?|"
    r"what you do|the (?:role|job|position|opportunity|work|challenge|mission)|(?:role|position|job) "
    r"(?:overview|summary|description|purpose|profile|details?|function|brief)|your (?:role|mission|impact|tasks?|job|"
    r"day|challenges?|contribution|work|opportunity|focus)|day to day|contribut(?:e|ing)|get to|focus areas|areas of focus|a day in the life|deliverables|outcomes|objectives|(?:key|main|core|primary|essential|principal|major) (?:work |job )?"
    r"(?:tasks|functions|accountabilities|activities|deliverables|objectives|outcomes)|functions?|accountabilit(?:y|ies)|"
    r"in this role|this role|(?:manager|owner|lead|director|candidate|incumbent|holder|person) (?:will|shall)(?: be)?$|as (?:a|an|our) .*(?:manager|owner|lead|director|head)|impact|purpose|scope|overview|"
    r"tasks|summary|(?:your|the|a) (?:days?|weeks?|months?)(?: \w+)? look|weeks look|involves?|success looks|the gig|what you would do|you'd (?:do|be doing)|terms of reference|time (?:distribution|split)|how you|goals|mission|you own|first (?:\d+|six|three|twelve)|"
    r"^(?:role|job|objective|job content)$|key result areas|kras?|typical day|(?:expected results|results expected)$|^within (?:\d+|three|six|twelve) months|"
    r"what the job|the day|practice|what you are going to do|description",
    before=r"\b",
    after=r"\b",
)
_WEAK_DEMANDS = AnyOf(
    r"experience|expertise|essential|basic|profile|background|attributes|traits|criteria|candidate|your|you|"
    r"must|we need|need|technical|personal|characteristics|certifications?",
    before=r"\b",
    after=r"\b",
)
_COMPANY = AnyOf(
    r"about|who we are|our|us|company|what we (?:do|believe|build|value)|the (?:team|company|business|product)|"
    r"meet|team|culture|values|history|how we work|investors|accolades|join|we're|we are|organi[sz]ation|employer|"
    r"introduction|life|story|vision|department",
    before=r"\b",
    after=r"\b",
)
_THE_EMPLOYER = AnyOf(
    r"\babout (?:us|the (?:team|company|business|product|organi[sz]ation|employer|department|client))\b|"
    r"\b(?:company|business|employer|client|team) (?:description|overview|profile|background|summary|intro(?:duction)?)\b|"
    r"^(?:who we are(?! (?:looking|seeking|after|hiring|searching))|what we do|why we exist)\b|^(?:you and )?your (?:new )?(?:team|colleagues|manager|squad)$"
)
_SURE_BENEFITS = AnyOf(
    r"^what (?:you can|can you) expect(?: from us)?$|\byou(?:'ll| will) (?:get(?! to\b)|receive|enjoy|love)\b(?!.*\bif\b)|^you and (?!your\b)|\bcommitment to you\b|\bin it for you\b|\bbenefits\b|\bperks\b|\bwhat we offer\b|"
    r"\bwe offer\b|\bcompensation\b|\bsalary\b|\bwhy (?:join|work)\b|\breasons to\b|\bperson will get\b|\bhow (?:you're|you are|we|we'll) support"
)
_SURE_DUTIES = AnyOf(
    r"\bresponsibilit|\bduties\b|\bimpact you|\bwhat (?:will )?you(?:'ll| will|'d)? (?:be )?(?:actually |really |mostly )?(?:do|doing|own|work|build|deliver)\b|"
    r"^you(?:'ll| will)$|^in this role|^about (?:the|this) (?:role|job|position|opportunity)|^the (?:role|job|position|"
    r"opportunity)$|\bwhat (?:are you|you're|you are) going to do\b|^what (?:do you do|you can do|awaits you)\b|\b(?:need|want) you to (?!have|be|bring|know)|"
    r"\bwaiting for you\b|\bplans for you\b|^in this (?:job|position)\b|\bday in your\b|^your (?:playground|adventure|journey)$|\bday to day\b|\bexpect to do\b|\byou(?:'ll| will) (?:be )?(?:do|doing|own|owning)\b"
)
_OUR_OWN = AnyOf(
    r"^(?!.*\b(?:look|looking|seek|seeking|expect|need|want|like|love|hear|you|ask|asking|hope|wish|after|person|requirements?|require|expectations?|criteria|prerequisites|takes|must haves?|checklist|candidate)\b)"
    r"(?!.*\b(?:benefits?|perks?|offer|compensation|salary|package|promise)\b).*\b(?:our|we)\b"
)
_DESCRIPTION = AnyOf(r"^(?:job |role |position |quick |brief )?(?:description|overview|summary|introduction)$")
_LED_IN = AnyOf(
    r"requirements?|qualifications?|responsibilities|duties|(?:key|main) responsibilities|skills|must haves?|"
    r"nice to haves?|preferred(?: qualifications| skills)?|bonus(?: points)?|pluses|benefits|perks|about us|about you|"
    r"what you(?:'ll| will) do|what we(?:'re| are) looking for|who you are|what we offer|you(?:'ll| will)|you have|"
    r"the role|about the role|how to apply|job description|(?:minimum|basic|preferred|required) qualifications|"
    r"essential functions|job summary|required skills|education|experience|about (?:the )?company|company (?:profile|overview|description)|"
    r"who we are|perks (?:and|&) benefits|what you(?:'ll)? bring|(?:roles?|duties) (?:and|&) responsibilities|responsibilities (?:and|&) duties|"
    r"mandatory skills|desired skills|good to have|great to have|notice period|you|background|qualifications? (?:and|&) (?:skills|experience)|"
    r"(?:\w+ )?competenc(?:y|ies|es)|behaviou?rs|(?:specific |main |key |your )?tasks|purpose of the (?:position|role|job)|(?:hiring|interview|recruitment|application|selection) process|package|"
    r"compensation(?: (?:and|&) benefits)?|desirables?|desirable (?:skills|criteria|qualifications)|essential(?: (?:skills|criteria))?|brownie points|"
    r"extra credit|optional|what we need|what you(?:'ll| will| would|'d)? (?:need|have)|who fits|your profile|our offer|the job|duties|job purpose|"
    r"(?:job|role|position) (?:overview|purpose)|primary functions?|what we ask|the team|our mission|why (?:us|join us)"
)
_CAPITALS = Pattern(r"[A-Z][A-Z &/,'’:\-?!()]{3,60}")


@lru_cache(maxsize=MOST_KEPT)
def words_of(text: str) -> str:
    """A heading in plain small letters."""
    return " ".join(_WORDS.sub(" ", text.replace("’", "'").casefold().replace("-", " ")).split())


def part_of_heading(text: str) -> Part:
    """What a heading announces."""
    return _part_of(words_of(text))


def _part_of(words: str) -> Part:
    place = _first_in_order(words)
    return _IN_ORDER[place][1] if place < len(_IN_ORDER) else "unknown"


@lru_cache(maxsize=MOST_KEPT)
def _first_in_order(words: str) -> int:
    """The place of the first pattern of headings that fits some words; asked several times of each heading."""
    return _LISTS.first_in(words)


_IN_ORDER: tuple[tuple[AnyOf, Part], ...] = (
    (_THE_EMPLOYER, "company"),
    (_UNWANTED, "unwanted"),
    (_OF_A_SERVICE, "applying"),
    (AnyOf(r"^physical (?:\w+ )?(?:requirements|demands)"), "legal"),
    (_SURE_BENEFITS, "benefits"),
    (AnyOf(r"\bessential (?:and |or |& )?desirable\b"), "demands"),
    (_WISHES, "wishes"),
    (_SURE_DUTIES, "duties"),
    (_OUR_OWN, "company"),
    (_STRONG_DEMANDS, "demands"),
    (_APPLYING, "applying"),
    (_LEGAL, "legal"),
    (_BENEFITS, "benefits"),
    (_DESCRIPTION, "opening"),
    (_DUTIES, "duties"),
    (_SOFT_WISHES, "wishes"),
    (AnyOf(r"about\b"), "company"),
    (_WEAK_DEMANDS, "demands"),
    (_COMPANY, "company"),
)
"""What the words of a heading mean; the first that fits."""
_LISTS = InOrder([it for it, _ in _IN_ORDER])


_TOPIC = AnyOf(
    r"strategy|vision|roadmap\w*|leadership|collaborat\w+|stakeholders?|communications?|research|discovery|delivery|execution|"
    r"development|design|analy\w+|data|users?|customers?|technical|launch|growth|market\w*|management|metrics|planning|backlog|agile|"
    r"innovation|quality|product|commercial|operations?|people|partnerships?|lifecycle",
    before=r"\b",
    after=r"\b",
)
"""What the work is about: such a heading divides a list of duties or demands and does not end it."""


def is_topic(text: str) -> bool:
    """Whether a heading names a part of the work rather than a part of the posting."""
    words = words_of(text)
    if len(words.split()) > 6 or words.startswith("about") or not _TOPIC.is_in(words):
        return False
    return _first_in_order(words) >= _SURE


_SURE = [it for it, _ in _IN_ORDER].index(_DESCRIPTION)
"""How many of the patterns of headings are sure of what they see: those before the first that is not."""


def is_heading(fragment: Fragment, *, shouted: bool = False, leads: bool = False, goes_on: bool = False) -> bool:
    """Whether a fragment is a heading, marked or not.

    ``shouted``: the whole posting is in capitals, so they say nothing. ``leads``: a list begins under it.
    ``goes_on``: it is the first of several sentences of a paragraph.
    """
    if fragment.form == "heading":
        return True
    text = fragment.text
    if fragment.form == "item":
        led_in = (fragment.first and fragment.numbered and len(text) < 50) or text.endswith(":")
        return led_in and _LED_IN.fullmatch(words_of(text)) is not None
    if leads and text.endswith(("...", "…")):
        text = f"{text.rstrip('.…')}:"
    if len(text) > 90:
        return text.endswith(":") and len(text) <= LONGEST_WISH and fragment.first and part_of_heading(text) == "wishes"
    if text.endswith((".", ",", ";")) and not (text.endswith(".") and fragment.apart):
        return False
    words = words_of(text)
    if text.endswith("."):
        asks = goes_on and _ASKS.match(words) is not None and _part_of(words) != "unknown"
        return fragment.first and len(text) < 50 and (asks or _LED_IN.fullmatch(words) is not None)
    count = len(words.split())
    if not 0 < count <= (MOST_WORDS if not text.endswith(":") else MOST_LEADING_WORDS):
        return False
    begins = fragment.first or fragment.torn
    if (text.endswith((":", "?")) and begins) or _LED_IN.fullmatch(words) or (not shouted and _is_in_capitals(text)):
        return True
    return begins and _announces(fragment, words, leads=leads)


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and _CAPITALS.fullmatch(text) is not None


def leads_in(text: str) -> bool:
    """Whether the words before a colon are a heading, and what follows stands under it."""
    words = words_of(text)
    return _LED_IN.fullmatch(words) is not None or _says_nothing_else(words)


def _says_nothing_else(words: str) -> bool:
    """Whether a line has only words that headings have, and some that tell what it announces."""
    return _OF_HEADINGS.issuperset(words.split()) and _is_sure(words)


def _announces(fragment: Fragment, words: str, *, leads: bool) -> bool:
    """Whether a short line without any mark is a heading by what it says."""
    text, count = fragment.text, len(words.split())
    if _says_nothing_else(words):
        return True
    if (count > 8 and not leads) or _ITEM_LIKE.match(words) or _part_of(words) == "unknown":
        return False
    return _reads_as_title(fragment.small) and (
        is_in_title_case(text)
        or ((fragment.apart or leads or (fragment.torn and _ASKS.match(words) is not None)) and _is_sure(words))
        or (leads and count < 5)
    )


_OF_HEADINGS = frozenset(
    """a an the and or of to for in on with at by as from is are will would be it it'd it's if that these this here here's you you'll
    you'd you've you're your our we we'll we'd we've us what what's who how why not non no but also even really very more most some all
    may might could can should must need nice great good lovely happy better best big huge strong super highly extra extras added
    additional further other another plus pluses bonus bonuses points kudos stars gold credit advantage advantages advantageous asset
    assets desirable desirables desired preferred preferable preferences ideal ideally optional helpful useful beneficial welcome
    required essential essentials mandatory minimum basic have haves having had bring offer offers get receive give benefits perks rewards
    package compensation return total covered goodies stuff employee got following love impress impressed wow stand out shine apart set sets
    icing cake cherry top wish list wishlist deal breaker dealbreaker differentiators differentials helps points teach secondary
    merit merits meriting meritorious favourable favorable recommended delighters considered strongly brownie awesome world preference
    given candidates excited thrilled delighted any welcome
    responsibilities responsibility responsible duties duty accountabilities accountability deliverables outcomes expected objectives
    tasks typical focus areas role job position work key main core primary principal major daily monthly day first days do doing own make makes
    requirements qualifications qualification skills skill experience criteria expertise background profile competencies""".split()
)
"""A line of nothing but such words is a heading, however it is written."""
_ASKS = Pattern(r"(?:what|who|why|how|about) (?:[\w']+ ?){1,5}$")
"""The first words of a paragraph that are a heading though they end in a full stop: "What you'd do."."""
_ITEM_LIKE = AnyOf(
    r"(?:knowledge|experience|education|skills?|understanding|working|responsible|benefits?) (?:of|in|with|for|to|at)\b|you (?!will$|have$|"
    r"bring$|are$|need$|might|may)"
)
_NO_TITLE = Pattern(r"\d|\b(?:experience (?:in|with|as|of)|ability|strong|excellent|degree|years?)\b")
_TITLE = AnyOf(
    r"it'd|it would|good to|great to|plus|physical |(?:technical|professional|general|functional|soft) (?:skills|requirements|expertise|knowledge|competenc|qualif|experience)|also|even|a (?:typical )?day|day|ideal|things|core|success|candidate|educational|academic|behaviou?ral|"
    r"diversity|note|applying|further|specific|extra|added|about|what|who|why|how|your|our|key|main|core|primary|minimum|basic|preferred|required|"
    r"essential|desired|desirable|additional|other|job|role|position|company|responsibilities|requirements|"
    r"qualifications|benefits|perks|skills|nice|bonus|must|duties|we |you|the |in this|person|equal|eeo|salary|"
    r"compensation|education|experience|knowledge|criteria|overview|summary|purpose|scope|description|life at|working|"
    r"competenc\w*|mandatory|desirables?|equality|nice to have",
    after=r"\b",
)
_LETTERS = Pattern(r"[^\W\d_]+")
_SMALL = frozenset("a an the of and or in for with to our your at on you we is are will be that if ll re".split())


def _is_sure(words: str) -> bool:
    """Whether a heading in small letters is told by more than a word that any line may hold."""
    return _first_in_order(words) < len(_IN_ORDER) - 3


def _reads_as_title(small: str) -> bool:
    """Whether a short line without any mark looks like a heading rather than like an item."""
    return _TITLE.match(small) is not None and not _NO_TITLE.search(small)


def is_in_title_case(text: str) -> bool:
    """Whether the words of a heading that was torn out of its line begin with capitals."""
    words = [word for word in _LETTERS.compiled.findall(text) if word.casefold() not in _SMALL]
    return bool(words) and all(word[0].isupper() for word in words)
