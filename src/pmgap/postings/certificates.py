"""Certificates that a posting names. Frameworks, and seals that the employer holds, are none."""

from collections.abc import Iterable

from pmgap.postings.demands import Asking
from pmgap.postings.patterns import Pattern
from pmgap.postings.posting import Certificate, Quote

_NAMED: tuple[tuple[str, str], ...] = (
    ("Certified Scrum Product Owner", r"\bA?-?CSPO\b|\bcertified scrum product owners?\b"),
    ("Professional Scrum Product Owner", r"\bPSPO\b|\bprofessional scrum product owner\b"),
    ("Certified ScrumMaster", r"(?-i:\bCSM\b)(?! team)|\bcertified scrum ?masters?\b"),
    ("Professional Scrum Master", r"(?-i:\bPSM\b(?: I{1,3}\b)?)|\bprofessional scrum master\b"),
    ("SAFe Product Owner/Product Manager", r"\bPOPM\b|\bSAFe (?:PO/?PM|product owner/product manager)\b"),
    ("SAFe Agilist", r"\bSAFe agilist\b|\bcertified SAFe\b(?: \d)? agilist\b"),
    ("PMI Agile Certified Practitioner", r"\bPMI[- ]ACP\b|\bagile certified practitioner\b"),
    ("Project Management Professional", r"(?-i:\bPMP\b)|\bproject management professional\b"),
    ("Certified Associate in Project Management", r"(?-i:\bCAPM\b)"),
    ("PRINCE2", r"\bprince ?2\b"),
    ("Pragmatic Institute certification", r"\bpragmatic (?:marketing|institute|framework)\b[^.;,]{0,25}\bcertifi\w+|\bcertif\w+[^.;,]{0,25}\bpragmatic (?:marketing|institute)"),
    ("AIPMM Certified Product Manager", r"\bAIPMM\b"),
    ("Lean Six Sigma", r"\bsix sigma\b[^.;,]{0,25}\b(?:belt|certifi\w+)|\b(?:green|black) belt\b"),
    ("ITIL", r"(?-i:\bITIL\b)"),
    ("CBAP", r"(?-i:\bCBAP\b|\bCCBA\b)"),
    ("CISSP", r"(?-i:\bCISSP\b)"),
    ("AWS certification", r"\bAWS certifi\w+"),
    ("Google Analytics certification", r"\bgoogle analytics certifi\w+"),
    ("CFA", r"(?-i:\bCFA\b)"),
    ("CPA", r"(?-i:\bCPA\b(?! network))"),
    ("Series 7", r"\bseries 7\b"),
)  # fmt: skip
NAMED = tuple((name, Pattern(pattern)) for name, pattern in _NAMED)
"""Name of a certificate to what it is called in postings."""
_AMBIGUOUS = Pattern(
    r"CSM|PSM|CPA|CFA|ITIL|prince ?2|SAFe (?:PO/?PM|product owner/product manager)|(?:green|black) belt"
)
"""What is also the name of a method, of a job or of a measure."""
_OF_A_CERTIFICATE = Pattern(
    r"certif|qualification|accredit|credential|designation|practitioner|foundation level|sigma|charter|licen[cs]e|\bPSM I|"
    r"(?-i:\b(?:A-)?(?:CSPO|PSPO|POPM|PMP|CAPM|PMI-ACP)\b)"
)
_MAY_NAME_ONE = Pattern(
    r"certif|(?-i:CSPO|PSPO|CSM|PSM|POPM|PMP|CAPM|ACP|ITIL|CBAP|CCBA|CISSP|CFA|CPA|AIPMM)|prince|belt|agilist|series 7|"
    r"professional scrum|project management professional",
    hints="certif|prince|belt|agilist|series 7|professional scrum|project management professional|CSPO|PSPO|CSM|PSM|POPM|PMP|CAPM|ACP|ITIL|CBAP|CCBA|CISSP|CFA|CPA|AIPMM",
)
_SEAL = Pattern(r"great place to work|b[- ]corp|iso ?\d+|soc ?2|certified (?:company|workplace)")


def certificates_asked(askings: Iterable[Asking]) -> tuple[Certificate, ...]:
    """The certificates that are named, each once, required ones first."""
    found: dict[str, Certificate] = {}
    for asking in askings:
        text = asking.passage.fragment.text
        if not _MAY_NAME_ONE.search(text) or _SEAL.search(text):
            continue
        taken: list[tuple[int, int]] = []
        for name, pattern in NAMED:
            hit = pattern.search(text)
            where = asking.where(hit.start()) if hit else None
            if hit is None or where is None or any(start < hit.end() and hit.start() < end for start, end in taken):
                continue
            if _AMBIGUOUS.fullmatch(hit.group()) and (where == "duty" or not _OF_A_CERTIFICATE.search(text)):
                continue
            taken.append(hit.span())
            need = "preferred" if where == "preferred-list" else "required"
            if name not in found or (need == "required" and found[name].need != need):
                quote = Quote(line=asking.passage.fragment.line_at(hit.start()), text=text)
                found[name] = Certificate(
                    name=name, need="required" if need == "required" else "preferred", quote=quote
                )
    return tuple(sorted(found.values(), key=lambda it: it.need != "required"))
