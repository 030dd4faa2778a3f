"""What a job title and the lines under it say: product work, leading people, the field of work."""

import re
from typing import Literal

from pmgap.expressions import compiled

Leads = Literal["yes", "maybe", "no"]
"""Whether a title leads people: it says so, it may, or it does not."""

# How titles are told from names of firms and places. Beginnings of words stand for their forms.
_TITLE = compiled(
    r"(?<![^\W\d_])(?:manager(?:in)?|management (?:trainee|consultant)|owner|leads?|leader|head|(?<!the )director|vp|svp|evp|avp"
    r"|vice[- ]president|chief|officer|c[efimoptx]o|cpto|(?:co-?)?founder|president|chair(?:man|woman|person)?|analyst|engineer(?:in)?"
    r"|developer|designer|consultant|intern(?:ship)?|trainee|assistant|associate|coordinator|co-ordinator|specialist|supervisor"
    r"|administrator|architect|scientist|researcher|teacher|nurse|midwife|tutor|instructor|professor|lecturer|fellow"
    r"|representative|agent|executive|strategist|editor|writer|copywriter|journalist|reporter|producer|planner|buyer|accountant"
    r"|auditor|lawyer|attorney|solicitor|paralegal|technician|operator|clerk|cashier|barista|chef|cook|driver|pharmacist|doctor"
    r"|physician|therapist|psychologist|sergeant|captain|lieutenant|advis[eo]r|freelancer?|contractor|partner|principal|programmer"
    r"|tester|scrum master|master|marketer|recruiter|controller|secretary|receptionist|salesperson|salesman|saleswoman|apm|pm"
    r"|teamleit\w+|\w*leiter(?:in)?|referent(?:in)?|berater(?:in)?|entwickler(?:in)?|ingenieur(?:in)?|mitarbeiter(?:in)?"
    r"|\w*manager(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|sachbearbeiter(?:in)?|gesch[äa]ftsf[üu]hrer(?:in)?|chef(?:fe)? de|charg[ée]e? d[e']|swe|sde|eng"
    r"|responsable|ing[ée]nieure?|stagiaire|directeur|directrice|gerente|analista|consultor\w?|desarrollador\w?|jefe|jefa"
    r"|mentor|treasurer|trustee|chair|organi[sz]er|ambassador|moderator|apprentice|volunteer|worker|server|waiter|waitress|steward|crew|member|staff|coach|translator|librarian|curator"
    r"|broker|trader|actuary|statistician|economist|dispatcher|inspector|machinist|mechanic|electrician|plumber|carpenter"
    r"|soldier|pilot|warden|caretaker|carer|caregiver|paramedic|dentist|veterinarian|surgeon|programme lead|gm|ux|teaching)(?![^\W\d_])",
    re.IGNORECASE,
)
_PRODUCT = compiled(
    r"\bproduct\s+(?:development\s+)?(?:manage(?:r|ment)|owner(?:ship)?|lead(?:er)?|head|director|vp|chief|executive|strategist)\b"
    r"|\b(?:head|director|vp|svp|evp|vice[- ]president|chief|lead|manager|leader|president)s?,?\s+(?:of\s+|-\s+|for\s+)?(?:[\w&/-]+\s+){0,2}?products?\b"
    r"(?!\s*(?:marketing|design|engineer|support|analy|operations|security|photograph|sales|quality|test))"
    r"|\bproduct\s+(?:team\s+)?lead\b|\bproduct\s+and\s+\w+\s+(?:manager|officer)\b|\bchief\s+product\b|\b(?:apm|cpo|cpto)\b"
    r"|\bproduk(?:t)?[- ]?manag\w+|\bproduktverantwortlich\w*|\bproduct[- ]?manag(?:er|ement)\w*|\bchef(?:fe)?\s+de\s+produit"
    r"|\bresponsable\s+(?:de\s+)?produ(?:it|cto)|\b(?:gerente|jefe|jefa)\s+de\s+produ(?:c?to)s?\b|\bproduct\s?eigenaar|\bgrowth\s+pm\b",
    re.IGNORECASE,
)
_OTHER_PRODUCT = compiled(r"\bproduct(?:ion)?\s+marketing\b|\bproduction\b|\bpre-?production\b", re.IGNORECASE)
_PERHAPS_PRODUCT = compiled(
    r"(?:senior |sr\.? |lead |principal |group |staff |associate )?(?:pm|po|cpo)(?: i{1,3})?", re.IGNORECASE
)
_TRAINEE = compiled(
    r"\b(?:intern(?:ship)?|trainee|apprentice|work(?:ing)? student|werkstudent\w*|praktik\w+|stagiaire|stage|becari[oa]|co-?op)\b",
    re.IGNORECASE,
)
_LEADS = compiled(
    r"\b(?:general|restaurant|store|shop|branch|hotel|engineering|development|people|floor|area|regional|district|country"
    r"|site|plant|factory|warehouse|ward|kitchen|shift|duty|bar|club|team|department|line|nurse|unit|clinic|practice|house|deputy)\s+manager\b"
    r"|\bteam\s?(?:lead(?:er)?|leit\w*)\b|\bsupervisor\b|\bhead\b(?!\s?hunter)|\bdirector\b(?!\s+of\s+photography)|\bvp\b|\bsvp\b|\bevp\b"
    r"|\bvice[- ]president\b|\bc[efimopt]o\b|\bcpto\b|\bchief\s+(?!of staff)\w+(?:\s+\w+)?\s+officer\b|\bmanaging\s+(?:director|partner)\b|\bforeman\b"
    r"|\bheadteacher\b|\bprincipal teacher\b|\bgesch[äa]ftsf[üu]hr\w*|\b\w*(?:abteilungs|gruppen|bereichs|filial|team)leit\w+|\bdirecteur|\bdirectrice"
    r"|\bsergeant\b|\bcaptain\b|\blieutenant\b|\bmatron\b|\bcharge nurse\b|\bgm\b|\blead product manager\b|\bgroup product manager\b",
    re.IGNORECASE,
)
_MAY_LEAD = compiled(
    r"\bmanager(?:in)?\b|\bleads?\b|\bleader\b|\bfounder\b|\bco-?founder\b|\bpresident\b|\bleiter(?:in)?\b|\bowner\b",
    re.IGNORECASE,
)
_LEADS_NOBODY = compiled(
    r"\b(?:product|project|programme|program|account|scrum|process|risk|contract|release|case|data|content|community|brand)\s+"
    r"(?:manager|owner|lead)\b|\bassistant to\b|\bchief of staff\b",
    re.IGNORECASE,
)
_PEOPLE = compiled(
    r"\bdirect reports?\b|\bline[- ]manag\w+|\bpeople[- ]manag\w+|\bpeople lead\w*|\bmanaging people\b|\bperformance reviews?\b"
    r"|\b(?:led|lead|leads|leading|manag(?:e|ed|es|ing)|supervis(?:e|ed|es|ing)|oversaw|oversee(?:s|ing)?|hired|recruited|built|grew"
    r"|scaled|head(?:ed|ing)|coached|coaching|directed|directing|ran|running|trained|rostered|responsible for)\b[^.;]{0,60}?"
    r"(?:\b(?:team|staff|group|crew|department|squad|workforce)\s+(?:of|from)\s+(?:over |about |up to |more than |~ ?)?(?:\d+|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:[\w-]+\s+){0,2}"
    r"(?:people|employees|staff|engineers|developers|designers|nurses|managers|analysts|reports|volunteers|owners|pms|members)\b)"
    r"|\bteam\s+leitung\b|\bpersonalverantwortung\b|\bf[üu]hrte\s+ein\s+team\b|\bencadrement d['’]",
    re.IGNORECASE,
)
_ACROSS = compiled(r"cross[- ]?functional|interdisciplinary|matrix|across teams|virtual team", re.IGNORECASE)
_DOMAINS: tuple[tuple[str, str], ...] = (
    ("health care", r"hospital|clinic(?!al trial software)|nurs|health|medic|patient|pharma|surgery|midwif|paramedic|ward|care home|biotech"),
    ("banking and finance", r"bank|fintech|financ|insur|investment|payment|credit union|trading|wealth|mortgage|accounting firm"),
    ("education", r"school|teacher|universit|edtech|tutor|lecturer|classroom|pupil|kindergarten"),
    ("hospitality", r"restaurant|hotel|caf[eé]|barista|hospitality|catering|kitchen|chef|bar manager|tourism"),
    ("retail", r"retail|supermarket|grocer|shop floor|store manager|e-?commerce|merchandis"),
    ("logistics", r"logisti|warehouse|freight|shipping|supply chain|courier|dispatch"),
    ("manufacturing", r"manufactur|factory|assembly line|automotive|machinist"),
    ("public sector", r"government|ministry|city council|public sector|municipal|army|navy|air force|police"),
    ("energy", r"energy|utility|utilities|oil and gas|solar|wind farm|electric grid"),
    ("telecommunications", r"telecom|mobile network|broadband"),
    ("software", r"software|saas|web developer|programmer|full[- ]?stack|back[- ]?end|front[- ]?end|cloud|devops|cyber"),
)  # fmt: skip
_DOMAIN = tuple((name, compiled(rf"(?<![^\W\d_])(?:{words})", re.IGNORECASE)) for name, words in _DOMAINS)


def is_title(text: str) -> bool:
    """Whether a text reads like a job title, rather than like a firm or a place."""
    return len(text) <= 100 and _TITLE.search(text) is not None


def is_product_title(title: str) -> bool:
    """Whether a title is one of product work: product manager, product owner, head of product; not product marketing."""
    without = _OTHER_PRODUCT.sub(" ", title)
    return _PRODUCT.search(without) is not None


def may_be_product_title(title: str) -> bool:
    """Whether a title is an abbreviation that is used for product work and for other work: ``PM``."""
    return _PERHAPS_PRODUCT.fullmatch(title.strip()) is not None


def is_trainee_title(title: str) -> bool:
    """Whether it was an internship or traineeship, which posts that ask for years seldom count."""
    return _TRAINEE.search(title) is not None


def leads_people(title: str) -> Leads:
    """Whether a title alone says that its holder leads people."""
    if _LEADS.search(title):
        return "yes"
    if _LEADS_NOBODY.search(title):
        return "no"
    return "maybe" if _MAY_LEAD.search(title) else "no"


def tells_of_leading(line: str) -> bool:
    """Whether a line tells of leading people: a team of a size, direct reports. Teams across functions do not count."""
    return len(line) <= 1_000 and _PEOPLE.search(line) is not None and _ACROSS.search(line) is None


def domain_of(title: str, organisation: str, lines: tuple[str, ...]) -> str | None:
    """The field of work, where title and organisation name one, or else the lines name exactly one; none in doubt."""
    for texts in ((title, organisation), lines):
        named = [name for name, pattern in _DOMAIN if any(pattern.search(text[:500]) for text in texts)]
        if len(named) == 1:
            return named[0]
        if named:
            return None
    return None
