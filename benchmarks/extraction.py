"""What is understood of job postings, held against labels that a careful reader gave.

    python benchmarks/extraction.py [FOLDER] [--errors]

FOLDER (``benchmarks/postings``, which are invented) holds postings as text files and ``labels.jsonl`` with one object
per file. Pairs marked as borderline are left out. The labels know 23 skills, the catalogue 24; ``LABELS`` says which is
which, and where a label is finer than a skill of the catalogue, the term that was found tells them apart.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pmgap import load_catalogue
from pmgap.catalogue import Catalogue
from pmgap.postings.certificates import NAMED
from pmgap.postings.demands import STRENGTH
from pmgap.postings.posting import Mention, Posting
from pmgap.postings.understanding import understand

EXPERIMENT = re.compile(
    r"experiment|\bab test|a/b|a-b test|hypothes|test (?:and|&) (?:learn|iterate)|split test|multivariate|rapid testing|"
    r"test(?:ing)? (?:\w+ ){0,3}(?:ideas|assumptions)|validate assumptions|test-and-learn|build[,-]? ?measure|"
    r"multivariate|set(?:ting)? up tests|run(?:ning)? (?:\.\.\. )?tests|tests \.\.\. set up|gets tested|what to test|"
    r"control group|holdout|incrementality|lift tests?|uplift|significance|try(?:ing)? (?:things|out)|validated learning|"
    r"(?:online|in-product|in-app|prototype) tests?\b|live traffic|optimizely|statsig|\bvwo\b|tests?(?:ing)?(?:,| and) (?:learn|iterat|measure|refine)|"
    r"iterat\w+ (?:\w+ ){0,2}test|prototyp\w+(?:,| and) test|(?:test|validat)\w* (?:of |new |product )*(?:ideas|concepts|assumptions)|disprove|invalidate|"
    r"fail fast|learn fast|learning loops|(?:measure|learn),? and (?:learn|iterate)|scientific method|randomi[sz]ed|treatment and control|"
    r"testing (?:culture|mindset|program|roadmap)|culture of testing|multi-variate|continuous(?:ly)? test|(?:quick|small|smoke|growth|feature|geo)[- ]tests?|"
    r"(?:try|trial)\w* (?:out )?new|trial and error|fake.door|pretotyp|riskiest|de-risk\w* (?:ideas|assumptions)|assumption (?:mapping|test)|what works|"
    r"test(?:ing)? (?:and improv|different|multiple|var)|conduct\w* tests|learn quickly|champion.challenger|tests (?:on|to|and) |"
    r"controlled (?:trial|test)|(?:small|cheap|quick|small-scale|low-cost|rapid-cycle) (?:pilot|test|trial)|rapid-cycle|pilots? (?:and|to) learn|learn from (?:pilot|test|results|what)|"
    r"(?:test|pilot) results|(?:constantly|always|continuously) test|testing, learning|test, measure|mvp test|test mvps|trial with|cheaply|"
    r"(?:test|prove|validate) (?:\S+ )+before|kill (?:ideas|bets|projects)|(?:ideas|bets|features|projects) that (?:don't|do not|fail|aren't)|learning agenda|\brcts?\b|"
    r"quasi-|causal inference|counterfactual|statistically|bandit|test (?:variations|versions|prices|messages|copy|designs|offers|concepts|creatives|onboarding)|"
    r"creative testing|measure, keep|learn and (?:adjust|adapt)|adjust and repeat|tests? (?:\S+ ){1,4}with\b|through (?:testing|tests|experiment)|in front of \w+ (?:quickly|early|fast)|keeps? what|pilot trials?|proof of concepts with",
    re.IGNORECASE,
)
SCRUM = re.compile(r"scrum|sprint|stand[- ]?up|retrospective|ceremonies|cspo|pspo|\bpsm\b|\bcsm\b", re.IGNORECASE)
UX = re.compile(
    r"\bux\b|\bui\b|user[- ]experience|user[- ]interface|(?:user|human|people|customer)[- ]cent(?:er|r)ed|usab|"
    r"design (?:thinking|principles|sense|systems?|concepts|taste|skills|quality|sensib\w+|process|patterns)|sense of design|"
    r"eye for design|passion(?:ate)? (?:for|about) (?:\w+ )?design|design instinct|(?:good|great|consistent|service|visual|interaction|experience|interface|ui|human|product design) ?design|"
    r"user[- ]flow|user[- ]friendly|intuitive|fidelity|wire-?fram|mock-?up|whiteboard|"
    r"beautiful|\bfigma\b|\bsketch|(?:customer|user) journeys?|end-user experience|information architecture|accessib|"
    r"wcag|human factors|ergonom|design (?:reviews?|critiques?|language|tools|mindset|bar|level|standards|excellence|craft|feedback)|"
    r"passion for design|delightful|pixel|human-computer|\bhci\b|(?:level|quality|attention to|review\w*) (?:of )?(?:the )?designs?\b|journey map|"
    r"(?:screen|interaction|interface|visual|ui) (?:flows?|designs?|models?|polish|consistency)|service blueprint|aesthetic|look and feel|"
    r"balsamiq|invision|axure|zeplin|adobe xd|design[- ](?:savvy|sensitivity|intuition|judge?ment|literacy|chops)|thoughtfully designed|elegant|"
    r"interfaces?\b|how (?:it|things) (?:looks?|feels?)|feels? (?:simple|easy|effortless|natural|intuitive)|\b(?:eas(?:y|ier)|simple|effortless|pleasant|pleasure|joy)\b.* to use|easy-to-use|"
    r"hard to misuse|frictionless|(?:design|about|to) craft|craft and polish|taste|(?:critique|review|feedback on) (?:\S+ )*designs\b|micro-?interaction|smallest interaction|every interaction|(?:service|end-to-end) journeys?\b|user-tested|inclusive|screens?\b|"
    r"click|lo-fi|hi-fi|figjam|typography|visual hierarchy|microcopy|usable|experience (?:design|mapping|principles)|heuristic|self-explanatory|"
    r"design (?:eye|background|experience|knowledge|literate|fluency|culture|decisions|direction|iterations|workshops|sprints)|content design|information design",
    re.IGNORECASE,
)

Rule = Callable[[str], bool]


def anything(_term: str) -> bool:
    return True


LABELS: dict[str, tuple[tuple[str, ...], Rule]] = {
    "product-development": (
        ("product-development", "product-strategy", "requirements-definition"),
        lambda term: not UX.search(term),
    ),
    "ux-design": (("product-development", "requirements-definition"), lambda term: bool(UX.search(term))),
    "marketing-strategy": (("marketing-strategies",), anything),
    "excel-spreadsheets": (("microsoft-excel",), anything),
    "conversion-rate-optimisation": (("conversion-rate-optimization",), anything),
    "agile-methodologies": (("agile-methodologies",), anything),
    "scrum": (("agile-methodologies",), lambda term: bool(SCRUM.search(term))),
    "storytelling": (("storytelling",), anything),
    "roadmapping": (("road-mapping",), anything),
    "leadership": (("leadership",), anything),
    "problem-solving": (("problem-solving",), anything),
    "collaboration": (("collaboration",), anything),
    "interpersonal-communication": (("interpersonal-skills",), anything),
    "research": (("research", "market-research"), anything),
    "pricing": (("pricing",), anything),
    "budgeting": (("budget-management",), anything),
    "stakeholder-management": (("stakeholder-management",), anything),
    "product-launch": (("lifecycle-and-launch",), anything),
    "goal-setting-kpis": (("goal-and-kpi-setting",), anything),
    "people-management": (("people-management",), anything),
    "technical-literacy": (("technical-literacy",), anything),
    "data-analysis": (("data-analysis",), lambda term: not EXPERIMENT.search(term)),
    "experimentation": (("data-analysis", "conversion-rate-optimization"), lambda term: bool(EXPERIMENT.search(term))),
}
"""Label to the skills of the catalogue that mean it, and which of their terms do. ``delivery-planning`` has none."""

FOLDED = {
    "product-development": "product", "ux-design": "product", "agile-methodologies": "agile", "scrum": "agile",
    "data-analysis": "data", "experimentation": "data",
}  # fmt: skip
"""Labels that are one skill, or one group of skills, in the catalogue."""

FAMILIES = {
    "associate-product-manager": "associate-pm", "product-manager": "product-manager", "product-owner": "product-owner",
    "technical-product-manager": "technical-pm", "product-lead": "product-lead", "growth-product-manager": "growth-pm",
    "senior-product-manager": "senior-pm", "lead-product-manager": "lead-pm", "director-of-product": "director",
    "vp-of-product": "vp", "chief-product-officer": "cpo",
}  # fmt: skip
"""Role of the catalogue to its name in the labels."""

Found = dict[str, tuple[str, Mention]]
"""Label to where it is asked for, and the mention that decides."""


def found_labels(posting: Posting) -> Found:
    """What was understood, in the words of the labels."""
    mentions = {asked.skill: asked.evidence for asked in posting.requirements}
    found: Found = {}
    for label, (skills, counts) in LABELS.items():
        places = [it for skill in skills for it in mentions.get(skill, ()) if counts(it.term) or counts(it.alias)]
        if label in ("product-development", "data-analysis"):
            places = [it for it in places if counts(it.term) and counts(it.alias)]
        if places:
            best = max(places, key=lambda it: (not it.weights, STRENGTH[it.where]))
            found[label] = (best.where, best)
    return found


def f1(hits: int, false: int, missed: int) -> float:
    """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    return 2 * hits / (2 * hits + false + missed) if hits + false + missed else 1.0


class Tally:
    """Hits, false alarms and misses of one thing."""

    def __init__(self) -> None:
        self.hits = self.false = self.missed = 0

    def add(self, *, found: bool, wanted: bool) -> None:
        """Count one pair."""
        self.hits += found and wanted
        self.false += found and not wanted
        self.missed += wanted and not found

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return f1(self.hits, self.false, self.missed)

    def __str__(self) -> str:
        precision = self.hits / (self.hits + self.false) if self.hits + self.false else 1.0
        recall = self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0
        return f"precision {precision:.2f}  recall {recall:.2f}  F1 {self.f1:.3f}  ({self.hits}/{self.false}/{self.missed})"


def presence(
    labels: Iterable[Mapping[str, Any]], found: Mapping[str, set[str]], names: Iterable[str]
) -> dict[str, Tally]:
    """Name to its tally over all postings. ``found`` maps a file to the names found in it."""
    tallies = {name: Tally() for name in names}
    for label in labels:
        for name, tally in tallies.items():
            entry = label["skills"].get(name)
            if entry and entry["borderline"]:
                continue
            tally.add(found=name in found[label["file"]], wanted=entry is not None)
    return tallies


def folded(labels: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The labels on the level of the catalogue: borderline only where every part of it is."""
    result = []
    for label in labels:
        skills: dict[str, dict[str, Any]] = {}
        for name, entry in label["skills"].items():
            key = FOLDED.get(name, name)
            if key not in skills or skills[key]["borderline"]:
                skills[key] = entry
        result.append({**label, "skills": skills})
    return result


def show_presence(title: str, tallies: Mapping[str, Tally], *, each: bool) -> None:
    """Print micro and macro F1, and each name."""
    total = Tally()
    for tally in tallies.values():
        total.hits, total.false, total.missed = (
            total.hits + tally.hits, total.false + tally.false, total.missed + tally.missed,
        )  # fmt: skip
    named = [it for it in tallies.values() if it.hits + it.missed]
    macro = sum(it.f1 for it in named) / len(named)
    print(f"{title}: micro {total}; macro F1 {macro:.3f} over {len(named)}")
    if each:
        for name, tally in tallies.items():
            print(f"    {name:<30} {tally}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent / "postings")
    parser.add_argument("--errors", action="store_true", help="show every difference")
    arguments = parser.parse_args()
    labels = [json.loads(line) for line in (arguments.folder / "labels.jsonl").read_text("utf-8").splitlines() if line]
    texts = {it["file"]: (arguments.folder / it["file"]).read_text("utf-8").split("\n") for it in labels}
    catalogue = load_catalogue()
    postings = {file: understand(catalogue, lines) for file, lines in texts.items()}
    found = {file: found_labels(posting) for file, posting in postings.items()}

    names = {file: set(entry) for file, entry in found.items()}
    show_presence("presence, 23 labels", presence(labels, names, LABELS), each=True)
    whole = {FOLDED.get(name, name): None for name in LABELS}
    folded_names = {file: {FOLDED.get(it, it) for it in entry} for file, entry in names.items()}
    show_presence("presence, on skills", presence(folded(labels), folded_names, whole), each=False)
    needs(labels, found)
    facts(labels, postings)
    if arguments.errors:
        errors(labels, postings, found)
    pace(catalogue, list(texts.values()))
    start_up(arguments.folder, labels[0]["file"])


def needs(labels: Iterable[Mapping[str, Any]], found: Mapping[str, Found]) -> None:
    """How strongly a skill is asked for, over the pairs that both name; and the class of wishes by itself."""
    three = two = pairs = 0
    wishes = Tally()
    for label in labels:
        own = found[label["file"]]
        for name in LABELS:
            entry = label["skills"].get(name)
            if entry and entry["borderline"]:
                continue
            where = own[name][0] if name in own else None
            wishes.add(found=where == "preferred-list", wanted=entry is not None and entry["where"] == "preferred-list")
            if entry and where:
                pairs += 1
                three += where == entry["where"]
                two += (where == "preferred-list") == (entry["need"] == "preferred")
    print(f"preferred class: {wishes}")
    print(
        f"three-way where: {three}/{pairs} = {three / pairs:.3f}; required or preferred: {two}/{pairs} = {two / pairs:.3f}"
    )


def facts(labels: list[Mapping[str, Any]], postings: Mapping[str, Posting]) -> None:
    """Years, degree, certificates, pay and role family, as counts of postings that are right."""
    rights: dict[str, list[str]] = {}

    def count(name: str, file: str, *, right: bool) -> None:
        rights.setdefault(name, [])
        if not right:
            rights[name].append(file)

    for label in labels:
        file, posting = label["file"], postings[label["file"]]
        wanted = [(it["min"], it["max"]) for it in label["years"]]
        own = [(it.min, it.max) for it in posting.years]
        count("years, first", file, right=own[:1] == wanted[:1])
        count("years, all", file, right=sorted(own, key=str) == sorted(wanted, key=str))
        count("years, in order", file, right=own == wanted)
        needs_right = [it.need for it in posting.years][:1] == [it["need"] for it in label["years"]][:1]
        count("years, need of first", file, right=needs_right)
        degree = label["degree"]
        count("degree level", file, right=posting.degree.level == degree["level"])
        count("degree need", file, right=posting.degree.need == degree["need"])
        count("or equivalent", file, right=posting.degree.or_equivalent == degree["or_equivalent"])
        second = label["degree_other"] and label["degree_other"]["level"]
        count("second degree", file, right=(posting.degree_other and posting.degree_other.level) == second)
        names = {in_full(it["name"]) for it in label["certificates"]}
        count("no false certificate", file, right={it.name for it in posting.certificates} <= names)
        count("all certificates", file, right=names <= {it.name for it in posting.certificates})
        count("salary", file, right=pay(posting) == stated_pay(label["salary"]))
        family = FAMILIES.get(posting.family.role.id) if posting.family.role else None
        count("role family", file, right=family in (label["role_family"], label["role_also_ok"]))
    for name, wrong in rights.items():
        print(f"{name:<22} {len(labels) - len(wrong)}/{len(labels)}{'  not: ' if wrong else ''}{', '.join(wrong)}")


def in_full(name: str) -> str:
    """The name of a certificate that a label may give in short, such as "CSPO"."""
    named = f"{name} certification"
    return next((full for full, pattern in NAMED if pattern.search(named, named.lower())), name)


def pay(posting: Posting) -> tuple[float | None, float | None, str, str] | None:
    return (posting.pay.min, posting.pay.max, posting.pay.currency, posting.pay.per) if posting.pay else None


def stated_pay(salary: Mapping[str, Any] | None) -> tuple[float | None, float | None, str, str] | None:
    return (salary["min"], salary["max"], salary["currency"], salary["per"]) if salary else None


def errors(labels: Iterable[Mapping[str, Any]], postings: Mapping[str, Posting], found: Mapping[str, Found]) -> None:
    """Every difference, with what it rests on."""
    for label in labels:
        own = found[label["file"]]
        print(f"-- {label['file']}")
        for name in LABELS:
            entry = label["skills"].get(name)
            if entry and entry["borderline"]:
                continue
            if entry and name not in own:
                print(f"   MISSED {name} ({entry['where']}): {entry['quote']}")
            elif name in own and not entry:
                where, it = own[name]
                print(f"   FALSE  {name} ({where}): line {it.line} {it.term!r}: {it.text[:110]}")
            elif entry and own[name][0] != entry["where"]:
                where, it = own[name]
                print(
                    f"   WHERE  {name} is {where}, should be {entry['where']} ({entry['quote']}): {it.line} {it.term!r}"
                )
        posting = postings[label["file"]]
        print(f"   years {[(it.min, it.max, it.of) for it in posting.years]}, labelled {label['years']}")
        own_degree = (posting.degree.level, posting.degree.need, posting.degree.or_equivalent)
        degree = tuple(label["degree"][key] for key in ("level", "need", "or_equivalent"))
        if own_degree != degree:
            print(f"   degree {own_degree} by {posting.degree.quote}, labelled {label['degree']}")
        if pay(posting) != stated_pay(label["salary"]):
            print(f"   salary {pay(posting)}, labelled {label['salary']}")
        certificates = {it.name for it in posting.certificates}
        if certificates != {in_full(it["name"]) for it in label["certificates"]}:
            print(f"   certificates {sorted(certificates)}, labelled {[it['name'] for it in label['certificates']]}")


ROUNDS = 40


def pace(catalogue: Catalogue, texts: list[list[str]]) -> None:
    """Postings a second, after start-up, on one core: as it went, and without what else the machine did meanwhile."""
    taken: list[list[float]] = [[] for _ in texts]
    for _ in range(ROUNDS):
        for lines, times in zip(texts, taken, strict=True):
            begin = time.process_time()
            understand(catalogue, lines)
            times.append(time.process_time() - begin)
    as_it_went = ROUNDS * len(texts) / sum(map(sum, taken))
    print(
        f"rate                   {as_it_went:.0f} postings a second, {len(texts) / sum(map(min, taken)):.0f} with each "
        f"posting in its quickest of {ROUNDS} rounds"
    )


def start_up(folder: Path, file: str) -> None:
    """What a posting adds to a start: importing its rooms, compiling the terms, and understanding the first one."""
    code = (
        "import sys, time; from pmgap.readers.builtin import load_catalogue; catalogue = load_catalogue()\n"
        "import pmgap.assessment; lines = open(sys.argv[1], encoding='utf-8').read().split('\\n')\n"
        "begin = time.process_time(); from pmgap.postings.understanding import understand\n"
        "from pmgap.terms import terms_of; read = time.process_time(); terms_of(catalogue); made = time.process_time()\n"
        "understand(catalogue, lines); first = time.process_time(); understand(catalogue, lines)\n"
        "second = time.process_time(); print(*[1000 * it for it in (read - begin, made - read, first - made, second - first)])"
    )
    command = [sys.executable, "-c", code, str(folder / file)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(9)]
    read, made, first, second = (sorted(float(run[at]) for run in runs)[4] for at in range(4))
    print(
        f"start-up               {read:.0f} ms to import, {made:.0f} ms to compile the terms, {first:.0f} ms for the first "
        f"posting, {second:.0f} ms for the next (median of 9)"
    )


if __name__ == "__main__":
    main()
