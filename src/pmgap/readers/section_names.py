"""What the sections of a CV are called."""

import re
from typing import Literal

from pmgap.periods import fold

SectionKind = Literal[
    "summary", "experience", "volunteer", "education", "certificates", "skills", "projects", "left out", "references"
]

_NAMES: dict[SectionKind, str] = {
    "summary": "summary|professional summary|executive summary|career summary|profile summary|summary of qualifications|"
    "profile|professional profile|personal profile|career profile|about|about me|objective|career objective|"
    "personal statement|overview|introduction|in short|profil|resume|kurzprofil|uber mich|perfil|resumen|sommaire|profilo",
    "experience": "experience|experiences|work|work experience|professional experience|relevant experience|"
    "relevant work experience|product experience|product management experience|industry experience|"
    "career experience|employment|employment history|employment experience|work history|career history|career|"
    "professional background|professional history|professional career|positions|positions held|jobs|previous experience|"
    "other experience|additional experience|earlier experience|early career|selected experience|"
    "leadership experience|management experience|job experience|internships|internship experience|"
    "career highlights and experience|current role|previous roles|earlier roles|"
    "berufserfahrung|beruflicher werdegang|werdegang|experience professionnelle|experiences professionnelles|"
    "parcours professionnel|experiencia|experiencia laboral|experiencia profesional|experiencia profissional|"
    "esperienza|esperienze|esperienza lavorativa|esperienze professionali|werkervaring",
    "volunteer": "volunteer|volunteering|volunteer experience|volunteer work|voluntary work|volunteering experience|"
    "community|community involvement|community service|ehrenamt|benevolat|voluntariado|volontariato|vrijwilligerswerk",
    "education": "education|educations|educational background|academic background|academic qualifications|education history|"
    "qualifications|academic history|studies|degrees|academics|training|professional development|continuing education|"
    "ausbildung|studium|bildung|bildungsweg|formation|formations|etudes|educacion|formacion|formacion academica|"
    "educacao|formacao|formacao academica|istruzione|formazione|opleiding|opleidingen",
    "certificates": "certificates|certificate|certifications|certification|licenses|licences|"
    "professional certifications|professional certificates|courses|online courses|relevant courses|"
    "credentials|professional qualifications|accreditations|zertifikate|zertifizierungen|"
    "certificats|certificaciones|certificados|certificacoes|certificazioni|certificaten",
    "skills": "skills|key skills|core skills|technical skills|professional skills|hard skills|soft skills|skill set|"
    "skillset|skills summary|skill highlights|top skills|other skills|additional skills|relevant skills|"
    "competencies|core competencies|key competencies|competences|areas of expertise|expertise|core expertise|strengths|"
    "key strengths|technologies|tools|tools and technologies|technical proficiencies|technical expertise|"
    "product skills|technical|toolbox|tech stack|kenntnisse|fahigkeiten|kompetenzen|competences cles|competencias|"
    "habilidades|aptitudes|competenze|vaardigheden",
    "projects": "projects|personal projects|selected projects|key projects|side projects|portfolio|achievements|"
    "key achievements|selected achievements|career achievements|accomplishments|key accomplishments|highlights|"
    "career highlights|awards|honors|honours|honors and awards|awards and honors|publications|patents|talks|speaking|"
    "selected honors|presentations|conferences|activities|extracurricular activities|extracurriculars|leadership|"
    "additional information|other|projekte|projets|proyectos|projetos|progetti|projecten",
    "left out": "languages|language skills|spoken languages|interests|hobbies|hobbies and interests|personal interests|"
    "interests and hobbies|personal|personal details|personal information|contact|contact information|contact details|"
    "contacts|details|social|links|profiles|sprachen|langues|idiomas|lingue|talen|kontakt|interessen|centres d interet",
    "references": "references|referees|recommendations|testimonials|referenzen|referencias|references available on request",
}
"""Names without accents, signs and capitals; "and" stands for & and /."""

_KIND_OF: dict[str, SectionKind] = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_SIGNS = re.compile(r"[^a-z0-9&/+ ]+")
_JOINTS = re.compile(r"\s*(?:&|/|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_MOST_WORDS = 7
_KEYWORDS: list[tuple[str, SectionKind]] = [
    ("volunteer", "volunteer"),
    ("certif", "certificates"),
    ("licen", "certificates"),
    ("experience", "experience"),
    ("employment", "experience"),
    ("education", "education"),
    ("skills", "skills"),
    ("competenc", "skills"),
    ("expertise", "skills"),
    ("references", "references"),
    ("language", "left out"),
    ("hobbies", "left out"),
    ("achievement", "projects"),
    ("accomplishment", "projects"),
    ("projects", "projects"),
    ("summary", "summary"),
]
"""Words that tell the kind of a section whose name is not in the list."""


def exact_kinds(title: str) -> frozenset[SectionKind]:
    """The kinds of section that a title names, word for word; nothing for any other text.

    "Education & Certifications" names two.
    """
    plain = " ".join(_SIGNS.sub(" ", fold(title).casefold().replace("_", " ")).split())
    if not plain or len(plain.split()) > _MOST_WORDS:
        return frozenset()
    joined = _JOINTS.sub(" and ", plain)
    if (kind := _KIND_OF.get(joined)) is not None:
        return frozenset([kind])
    parts = [part.strip() for part in joined.split(" and ")]
    kinds = [_KIND_OF.get(part) or _KIND_OF.get(f"{part} {parts[-1].split()[-1] if parts[-1] else ''}") for part in parts]
    if None in kinds:
        return frozenset()
    return frozenset(kind for kind in kinds if kind is not None)


def section_kinds(title: str) -> frozenset[SectionKind]:
    """The kinds of section that a title names, also where it only holds a word that tells."""
    if kinds := exact_kinds(title):
        return kinds
    plain = fold(title).casefold()
    found = [kind for word, kind in _KEYWORDS if word in plain]
    return frozenset(found[:2] if "&" in plain or " and " in plain else found[:1])
