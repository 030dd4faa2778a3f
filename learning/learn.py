"""Learns the word weights of the shipped catalogue from labelled lines.

    python learning/learn.py [LINES [TARGET]]

LINES (``learning/lines.txt``) holds a line of a posting each, behind the codes of the topics that it asks for. ``?re``
means that careful readers could differ about a topic, a lone ``?`` that only the given ones were looked at; neither is
learned from. ``x3`` says that a line counts three times: so do the aliases of one word, which are lines of their own,
each under the topic that it names. All lines are invented. TARGET (``data/word-weights.yaml``) is written anew. Needs
scikit-learn: the dependency group ``learning``.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from zlib import crc32

import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pmgap import load_catalogue
from pmgap.terms import terms_of

HERE = Path(__file__).parent
TOPICS = HERE / "topics.yaml"
ALIAS, LEAST = 200, 40
"""What an alias adds, and the least sum, in hundredths: they were chosen on invented postings that were not learned from."""
C = 0.5
"""How little the weights are held back (scikit-learn's C, with squares as penalty)."""
FEWEST = 3
"""In how many lines a word stands at least that gets weights."""
SMALLEST = 20
"""The smallest weight that is kept, in hundredths."""
PLAIN = frozenset(
    "a an the and or of to in for with on at by our your you we is are be as that this will from it its their".split()
)
"""Words that say nothing about a topic."""


def main(lines: Path, target: Path) -> None:
    topics = yaml.safe_load(TOPICS.read_text("utf-8"))
    codes = [topic.pop("code") for topic in topics]
    terms = terms_of(load_catalogue())
    labels, words, times = [], [], []
    for line in lines.read_text("utf-8").splitlines():
        said, _, text = line.partition(" | ")
        labels.append(labels_of(said.split(), codes))
        times.append(3 if "x3" in said.split() else 1)
        words.append({it for it in terms.line(text).words if any(map(str.isalpha, it))} - PLAIN)
    counts = Counter(word for line, count in zip(words, times, strict=True) for word in list(line) * count)
    known = sorted(word for word, count in counts.items() if count >= FEWEST and terms.line(word).words == [word])
    place = {word: index for index, word in enumerate(known)}
    rows = [[place[word] for word in sorted(line) if word in place] for line in words]
    weights: dict[str, dict[str, int]] = {word: {} for word in known}
    for code, topic in zip(codes, topics, strict=True):
        judged = [index for index, label in enumerate(labels) if code in label]
        asked = [labels[index][code] for index in judged]
        model = LogisticRegression(C=C, max_iter=2000).fit(
            matrix([rows[index] for index in judged], len(known)), asked, [times[index] for index in judged]
        )
        topic["start"] = round(100 * float(model.intercept_[0]))
        for word, weight in zip(known, model.coef_[0], strict=True):
            if abs(rounded := round(100 * float(weight))) >= SMALLEST:
                weights[word][topic["id"]] = rounded
    write(target, lines, topics, {word: found for word, found in weights.items() if found})


def labels_of(said: list[str], codes: list[str]) -> dict[str, bool]:
    """Code to whether the line asks for it, without those that are left open."""
    judged = {code: code in said for code in codes if f"?{code}" not in said}
    return {code: asked for code, asked in judged.items() if asked or "?" not in said}


def matrix(rows: list[list[int]], width: int) -> csr_matrix:
    """Rows of the places of words as a matrix of ones."""
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + len(row))
    places = [place for row in rows for place in row]
    return csr_matrix(([1.0] * len(places), places, ends), shape=(len(rows), width))


def write(target: Path, lines: Path, topics: list[dict[str, object]], words: dict[str, dict[str, int]]) -> None:
    """Write the weights as YAML, a word a line."""
    text = [
        "word_weights:",
        f"  alias: {ALIAS}",
        f"  least: {LEAST}",
        "  sources: [labelled-lines]",
        "  topics:",
        *(
            f"    - {yaml.safe_dump(topic, default_flow_style=True, width=10**6, sort_keys=False).strip()}"
            for topic in topics
        ),
        "  words:",
        *(f"    {json.dumps(word, ensure_ascii=False)}: {stated(found)}" for word, found in words.items()),
    ]
    body = "\n".join(text) + "\n"
    head = (
        "# How much each word of a posting speaks for what it may ask. Made by learning/learn.py; do not edit.\n"
        f"# Check sums of lines and topics: {crc32(lines.read_bytes() + TOPICS.read_bytes())}, below: {crc32(body.encode())}\n"
    )
    target.write_text(head + body, encoding="utf-8")
    print(f"{len(words)} words, {sum(map(len, words.values()))} weights")


def stated(weights: dict[str, int]) -> str:
    """Weights as ``pmgap.catalogue.word_weights.weights_in`` reads them, the largest first."""
    return ", ".join(f"{topic} {weight}" for topic, weight in sorted(weights.items(), key=lambda it: (-it[1], it[0])))


if __name__ == "__main__":
    given = [Path(it) for it in sys.argv[1:]]
    main(*given, *[HERE / "lines.txt", HERE.parent / "data" / "word-weights.yaml"][len(given) :])
