"""Certificates that a posting names. Frameworks, and seals that the employer holds, are none."""

from collections.abc import Iterable

from pmgap.postings.choices import Signs
from pmgap.postings.demands import Asking
from pmgap.postings.patterns import Pattern, TwoPatterns
from pmgap.postings.posting import Certificate, Quote

_NAMED: tuple[tuple[str, str, str, str, str], ...] = (
    ("Certified Scrum Product Owner", r"\ba?-?cspo\b|\bcertified scrum product owners?\b", "cspo|scrum product", "", ""),
    ("Professional Scrum Product Owner", r"\bpspo\b|\bprofessional scrum product owner\b", "pspo|scrum product", "", ""),
    ("Certified ScrumMaster", r"\bcertified scrum ?masters?\b", "certified scrum", r"\bCSM\b(?! team)", "CSM"),
    ("Professional Scrum Master", r"\bprofessional scrum master\b", "scrum master", r"\bPSM\b(?: I{1,3}\b)?", "PSM"),
    ("SAFe Product Owner/Product Manager", r"\bpopm\b|\bsafe (?:po/?pm|product owner/product manager)\b", "popm|safe p", "", ""),
    ("SAFe Agilist", r"\bsafe agilist\b|\bcertified safe\b(?: \d)? agilist\b", "agilist", "", ""),
    ("PMI Agile Certified Practitioner", r"\bpmi[- ]acp\b|\bagile certified practitioner\b", "acp|practitioner", "", ""),
    ("Project Management Professional", r"\bproject management professional\b", "management professional", r"\bPMP\b", "PMP"),
    ("Certified Associate in Project Management", "", "", r"\bCAPM\b", "CAPM"),
    ("PRINCE2", r"\bprince ?2\b", "prince", "", ""),
    ("AgilePM", r"\bagile ?pm\b", "agilepm|agile pm", "", ""),
    ("CPCU", "", "", r"\bCPCU\b", "CPCU"),
    ("Pragmatic Institute certification", r"\bpragmatic (?:marketing|institute|framework)\b[^.;,]{0,45}\bcertifi\w+|\bpragmatic certif\w+|\bcertif\w+[^.;,]{0,25}\bpragmatic (?:marketing|institute)", "pragmatic", "", ""),
    ("AIPMM Certified Product Manager", r"\baipmm\b", "aipmm", "", ""),
    ("Lean Six Sigma", r"\bsix sigma\b[^.;,]{0,25}\b(?:belt|certifi\w+)|\b(?:green|black) belt\b", "sigma|belt", "", ""),
    ("ITIL", "", "", r"\bITIL\b", "ITIL"),
    ("Certified Business Analysis Professional", r"\bcertified business analysis professional\b", "business analysis professional", r"\bCBAP\b|\bCCBA\b", "CBAP|CCBA"),
    ("FinOps Certified Practitioner", r"\bfinops certif\w+", "finops", "", ""),
    ("CISSP", "", "", r"\bCISSP\b", "CISSP"),
    ("AWS certification", r"\baws certifi\w+|\bcertified (?:in|by) aws\b", "aws", "", ""),
    ("Google Analytics certification", r"\bgoogle analytics certifi\w+", "google analytics", "", ""),
    ("CFA", "", "", r"\bCFA\b", "CFA"),
    ("CPA", "", "", r"\bCPA\b(?! network)", "CPA"),
    ("Series 7", r"\bseries 7\b", "series 7", "", ""),
)  # fmt: skip
"""Name of a certificate; what it is called in postings in small letters, with hints; and as it is written, with hints."""
NAMED = tuple(
    (name, TwoPatterns(Pattern(small, hints) if small else None, Pattern(cased, marks) if cased else None))
    for name, small, hints, cased, marks in _NAMED
)
"""Name of a certificate to what it is called in postings."""
_AMBIGUOUS = Pattern(
    r"csm|psm|cpa|cfa|itil|prince ?2|agile ?pm|safe (?:po/?pm|product owner/product manager)|(?:green|black) belt"
)
"""What is also the name of a method, of a job or of a measure."""
_OF_A_CERTIFICATE = TwoPatterns(
    Pattern(
        r"certif|qualification|accredit|credential|designation|practitioner|foundation\b|sigma|charter|licen[cs]e|\bpsm i"
    ),
    Pattern(r"\b(?:A-)?(?:CSPO|PSPO|POPM|PMP|CAPM|PMI-ACP)\b"),
)
SIGNS = Signs(
    *"certif prince agilepm belt agilist".split(), "agile pm", "series 7", "safe po", "safe product owner",
    "professional scrum", "business analysis professional", "project management professional",
    *"acspo cspo pspo csm psm popm pmp capm acp itil cbap ccba cissp cfa cpa cpcu aipmm".split(),
)  # fmt: skip
"""Of these, in small letters, one stands in every sentence that names a certificate."""
_OF_THE_EMPLOYER = Pattern(
    r"great place to work|b[- ]corp|iso ?\d+|soc ?2|certified (?:company|workplace)|"
    r"\b(?:training|learning|education) budget\b|\bwant to (?:take|get|do|pass) (?:one|it|them|an? certif)|\bwe(?:'ll| will)? (?:pay for|sponsor|fund)\b"
)
"""What certificates the employer holds, or pays for."""


def certificates_asked(askings: Iterable[Asking]) -> tuple[Certificate, ...]:
    """The certificates that are named, each once, required ones first."""
    found: dict[str, Certificate] = {}
    for asking in askings:
        text, small = asking.passage.fragment.text, asking.passage.fragment.small
        if not SIGNS.are_in(small) or _OF_THE_EMPLOYER.search(small):
            continue
        taken: list[tuple[int, int]] = []
        for name, pattern in NAMED:
            hit = pattern.search(text, small)
            where = asking.where(hit[0]) if hit else None
            if hit is None or where is None or any(start < hit[1] and hit[0] < end for start, end in taken):
                continue
            ambiguous = _AMBIGUOUS.fullmatch(small[hit[0] : hit[1]])
            if ambiguous and (where == "duty" or not _OF_A_CERTIFICATE.search(text, small)):
                continue
            taken.append(hit)
            need = "preferred" if where == "preferred-list" else "required"
            if name not in found or (need == "required" and found[name].need != need):
                quote = Quote(line=asking.passage.fragment.line_at(hit[0]), text=text)
                found[name] = Certificate(
                    name=name, need="required" if need == "required" else "preferred", quote=quote
                )
    return tuple(sorted(found.values(), key=lambda it: it.need != "required"))
