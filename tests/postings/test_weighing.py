"""Words that speak for a skill together, and against an alias."""

import pickle
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmgap.catalogue import Catalogue, Topic, WordWeights
from pmgap.catalogue.word_weights import weights_in
from pmgap.postings.posting import AskedSkill, Posting
from pmgap.postings.understanding import understand
from pmgap.postings.weighing import Said, Weighing, weighing_of
from pmgap.terms import terms_of

ROOT = Path(__file__).parent.parent.parent
WORDS = {
    "farms": "users 150, price -20",
    "visit": "users 120",
    "weekly": "users 10",
    "tractor": "users -300",
    "coins": "price 260",
    "pricing": "price 40",
    "software": "price -300",
    "looker": "users 500",
}
TOPICS = (
    Topic(id="users", name="knowing the users", skills=("research", "market-research"), start=-200),
    Topic(id="price", name="prices", skills=("pricing",), start=-200),
)


ALIASES = {"research": ("user research",), "pricing": ("pricing", "monetisation"), "road-mapping": ("roadmap",)}


@pytest.fixture
def weighed(catalogue: Catalogue) -> Catalogue:
    """The shipped catalogue with few aliases, and with weights that are easily reckoned."""
    skills = tuple(replace(it, aliases=ALIASES.get(it.id, ()), tools=(), cautions=()) for it in catalogue.skills)
    return replace(catalogue, skills=skills, word_weights=WordWeights(topics=TOPICS, alias=220, least=40, words=WORDS))


def posting(catalogue: Catalogue, *lines: str, heading: str = "What you will do") -> Posting:
    return understand(catalogue, ["# Product Manager", "", f"## {heading}", *(f"- {line}" for line in lines)])


def asked(catalogue: Catalogue, *lines: str) -> dict[str, AskedSkill]:
    return {it.skill: it for it in posting(catalogue, *lines).requirements}


def test_words_name_a_skill_together(weighed: Catalogue) -> None:
    (found,) = posting(weighed, "Visit the farms weekly").requirements
    assert (found.skill, found.where) == ("research", "duty")
    assert found.because == 'A duty of the job, not demanded in words: line 4 says "Visit ... farms" together.'
    (evidence,) = found.evidence
    assert (evidence.line, evidence.text, evidence.term) == (4, "Visit the farms weekly", "Visit ... farms")
    assert evidence.alias == "knowing the users"
    assert [(it.word, it.weight) for it in evidence.weights] == [("Visit", 120), ("farms", 150)]


def test_a_line_needs_the_least_sum(weighed: Catalogue) -> None:
    assert weighed.word_weights is not None
    assert "research" in asked(weighed, "Visit the farms"), "-200 + 120 + 150 = 70"
    assert "research" not in asked(weighed, "Visit the farms by tractor")
    assert "research" not in asked(weighed, "Visit, visit, visit, visit the seaside"), "each word counts once"
    strict = replace(weighed, word_weights=replace(weighed.word_weights, least=71))
    assert "research" not in asked(strict, "Visit the farms")


def test_words_around_an_alias_may_speak_against_it(weighed: Catalogue) -> None:
    assert "pricing" in asked(weighed, "Own pricing"), "-200 + 40 + 220 = 60"
    refused = posting(weighed, "Own pricing software", heading="Requirements")
    assert "pricing" not in {it.skill for it in refused.requirements}
    assert [it.text for it in refused.unmatched] == ["Own pricing software"]


def test_the_words_of_one_end_of_a_long_line_say_nothing_of_the_other(weighed: Catalogue) -> None:
    filling = "tea and cake, " * 14
    near = f"{filling}software and pricing"
    far = f"software and {filling}pricing, farms we visit"
    assert "pricing" not in asked(weighed, near)
    found = asked(weighed, far)
    assert found["pricing"].evidence[0].term == "pricing"
    (evidence,) = found["research"].evidence
    assert (evidence.term, evidence.text) == ("farms ... visit", far)
    assert [it.skill for it in posting(weighed, f"visit farms, {filling}visit farms").requirements] == ["research"]
    assert "research" not in asked(weighed, f"visit {filling}farms"), "too far apart to speak together"
    assert "pricing" in asked(weighed, "word " * 100 + "coins " + "word " * 100), "no comma to cut at"


FILLING = ("Bake bread",) * 7
"""Lines that ask for nothing, as what is expected counts in a posting of some length only."""


@pytest.fixture
def expecting(weighed: Catalogue) -> Catalogue:
    """The same where every posting is expected to ask for research and pricing."""
    assert weighed.word_weights is not None
    topics = tuple(replace(it, expected=120) for it in TOPICS)
    return replace(weighed, word_weights=replace(weighed.word_weights, topics=topics))


def test_what_is_expected_is_read_from_the_likeliest_line(weighed: Catalogue, expecting: Catalogue) -> None:
    lines = (*FILLING, "Visit the mill", "Ride to the farms", "See farms by tractor")
    assert asked(weighed, *lines) == {}
    found = asked(expecting, *lines)["research"]
    (evidence,) = found.evidence
    assert (evidence.line, evidence.term, evidence.expected) == (12, "farms", True), "-200 + 150 + 120 = 70"
    assert found.because == (
        'A duty of the job, not demanded in words: line 12 says "farms". '
        "That would not do by itself, but most postings ask for it."
    )
    assert "pricing" not in asked(expecting, *lines), "no word speaks for it"
    assert "research" not in asked(expecting, *FILLING, "Ride to the farms by tractor"), "-350 + 120 is too little"


def test_what_is_expected_and_asked_is_read_as_ever(weighed: Catalogue, expecting: Catalogue) -> None:
    lines = (*FILLING, "Visit the farms", "Ride to the farms")
    assert asked(expecting, *lines) == asked(weighed, *lines)
    named = (*FILLING, "Watch rivals", "Ride to the farms")
    skills = tuple(
        replace(it, aliases=("watch rivals",)) if it.id == "market-research" else it for it in expecting.skills
    )
    found = asked(replace(expecting, skills=skills), *named)
    assert "research" not in found, "a name of any of the skills of the topic is enough"
    assert not found["market-research"].evidence[0].expected


def test_an_alias_among_words_against_it_is_enough_where_it_is_expected(expecting: Catalogue) -> None:
    assert expecting.word_weights is not None
    words = {**WORDS, "software": "price -120"}
    catalogue = replace(expecting, word_weights=replace(expecting.word_weights, words=words))
    (evidence,) = asked(catalogue, *FILLING, "Own pricing software")["pricing"].evidence
    assert (evidence.term, evidence.alias, evidence.weights, evidence.expected) == ("pricing", "pricing", (), True)


def test_nothing_is_expected_of_a_short_posting_or_of_what_is_not_asked(expecting: Catalogue) -> None:
    assert "research" in asked(expecting, *FILLING, "Ride to the farms")
    assert asked(expecting, *FILLING[1:], "Ride to the farms") == {}
    assert "research" not in asked(expecting, *FILLING, "Bake bread", "No farms needed"), "denied"
    lines = ["# PM", "## You will", *(f"- {it}" for it in FILLING), "## Our company", "Ride to the farms"]
    assert understand(expecting, lines).requirements == (), "nobody asks for it there"


def test_an_alias_decides_alone_where_none_of_its_words_is_known(weighed: Catalogue) -> None:
    assert "pricing" in asked(weighed, "Own the monetisation of software")


def test_an_alias_decides_alone_for_a_skill_without_a_topic(weighed: Catalogue) -> None:
    assert "road-mapping" in asked(weighed, "Own the roadmap of the pricing software by tractor")


def test_without_weights_aliases_decide_alone(weighed: Catalogue) -> None:
    plain = replace(weighed, word_weights=None)
    assert weighing_of(plain) is None
    assert "pricing" in asked(plain, "Own pricing software")
    assert asked(plain, "Visit the farms") == {}


def test_what_is_denied_or_refused_is_not_asked(weighed: Catalogue) -> None:
    assert "pricing" in asked(weighed, "Know your coins"), "the line without the denial"
    assert "pricing" not in asked(weighed, "No coins needed")


def test_the_employer_says_nothing_by_its_name(weighed: Catalogue) -> None:
    lines = ["# PM", "Looker is a growing company.", "## You will", "- Shape the future of Looker"]
    assert understand(weighed, lines).requirements == ()
    lines[3] = "- Shape Looker's future"
    assert understand(weighed, lines).requirements == ()
    lines[1] = "We are a growing company."
    assert [it.skill for it in understand(weighed, lines).requirements if it.skill == "research"] == ["research"]


def test_a_name_tells_the_importance_before_words_do(weighed: Catalogue) -> None:
    lines = ["# Product Manager", "## Requirements", "- Visits to farms", "## Nice to have", "- User research"]
    (found,) = (it for it in understand(weighed, lines).requirements if it.skill == "research")
    assert (found.where, found.evidence[0].term) == ("preferred-list", "User research")
    assert [bool(it.weights) for it in found.evidence] == [False, True]


@given(st.lists(st.sampled_from([*WORDS, "and", "the", "boat"]), max_size=8))
def test_the_rule_is_the_sum_that_the_catalogue_states(catalogue: Catalogue, words: list[str]) -> None:
    weights = WordWeights(topics=TOPICS, alias=0, least=40, words=WORDS)
    weighing = Weighing(weights, terms_of(catalogue))
    said = weighing.asked(weighing.hear(terms_of(catalogue).line(" ".join(words)), []))
    sums = {
        topic.id: topic.start + sum(weights_in(WORDS[word]).get(topic.id, 0) for word in set(words) & WORDS.keys())
        for topic in TOPICS
    }
    assert {it.topic.id for it in said if isinstance(it, Said)} == {
        topic for topic, total in sums.items() if total >= 40
    }
    for it in said:
        assert isinstance(it, Said)
        assert all(weights_in(WORDS[own.word])[it.topic.id] == own.weight > 0 for own in it.weights)


def test_one_word_may_be_enough_and_is_shown_alone(weighed: Catalogue) -> None:
    (found,) = posting(weighed, "Count coins").requirements
    assert found.because == 'A duty of the job, not demanded in words: line 4 says "coins".'
    assert [(it.word, it.weight) for it in found.evidence[0].weights] == [("coins", 260)]


def test_words_against_a_topic_are_made_up_for_by_those_shown(weighed: Catalogue) -> None:
    assert weighed.word_weights is not None
    weights = replace(weighed.word_weights, words={**WORDS, "hens": "users 100", "snow": "users -60"})
    (found,) = posting(replace(weighed, word_weights=weights), "Visit hens on farms in snow").requirements
    assert found.evidence[0].term == "Visit ... hens ... farms"


def test_a_tool_beside_the_words_is_no_name(weighed: Catalogue) -> None:
    skills = tuple(replace(it, tools=("typeform",)) if it.id == "research" else it for it in weighed.skills)
    (found,) = posting(replace(weighed, skills=skills), "Visit farms with Typeform").requirements
    assert (found.skill, found.evidence[0].term) == ("research", "Visit ... farms")


def test_what_was_understood_is_a_value(weighed: Catalogue) -> None:
    first, again = (posting(weighed, "Visit the farms") for _ in range(2))
    assert first == again
    assert hash(first) == hash(again)


def test_a_catalogue_that_was_used_can_be_copied_and_sent(weighed: Catalogue) -> None:
    before = posting(weighed, "Visit the farms")
    for copy in (pickle.loads(pickle.dumps(weighed)), deepcopy(weighed)):
        assert posting(copy, "Visit the farms") == before


def test_shipped_weights_were_learned_from_the_labelled_lines() -> None:
    lines, topics, weights = (
        (ROOT / name).read_bytes().replace(b"\r\n", b"\n")
        for name in ("learning/lines.txt", "learning/topics.yaml", "data/word-weights.yaml")
    )
    _, sums, below = weights.split(b"\n", 2)
    own = f"# Check sums of lines and topics: {crc32(lines + topics)}, below: {crc32(below)}"
    assert sums.decode() == own, "run: python learning/learn.py"


def test_shipped_weights_fit_the_lines_they_were_learned_from(catalogue: Catalogue) -> None:
    weighing = weighing_of(catalogue)
    assert weighing is not None
    code_of = {"user-research": "re", "roadmap": "rm", "spreadsheets": "xl", "people": "pm", "experiments": "ex"}
    hits = false = missed = 0
    for line in (ROOT / "learning" / "lines.txt").read_text(encoding="utf-8").splitlines()[::7]:
        codes, _, text = line.partition(" | ")
        if "?" in codes.split():
            continue
        said = {
            it.topic.id
            for it in weighing.asked(weighing.hear(terms_of(catalogue).line(text), []))
            if isinstance(it, Said)
        }
        for topic, code in code_of.items():
            if f"?{code}" not in codes.split():
                wanted = code in codes.split()
                hits, false, missed = (
                    hits + (wanted and topic in said), false + (topic in said and not wanted), missed + (wanted and topic not in said),
                )  # fmt: skip
    assert hits > 100
    assert hits / (hits + false) > 0.85
    assert hits / (hits + missed) > 0.6


def test_weights_are_read_as_written() -> None:
    assert weights_in("user-research 143, people -30") == {"user-research": 143, "people": -30}
    for text in (
        "",
        "user-research",
        "user-research 1.5",
        "user-research 1 2",
        "people -30,",
        "people 10001",
        "people " + "9" * 5000,
        "people 1_0",
        "people \u0661",
        "p 1, p 2",
        "people 5\n",
    ):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, the rules of catalogues say it better
            weights_in(text)
