"""From the text of a posting to what it asks."""

from pmgap.catalogue import Catalogue
from pmgap.matcher import Matcher
from pmgap.posting.lines import lines_of
from pmgap.posting.models import PostingLine, PostingMention, PostingRequirement
from pmgap.posting.needs import Ask, Need, asks_in
from pmgap.posting.sections import parts_of

STRENGTH: dict[Need, int] = {"must": 3, "should": 2, "nice": 1}


def asks_of(text):
    return [ask for part in parts_of(lines_of(text)) for ask in asks_in(part)]


def requirements_in(catalogue: Catalogue, matcher: Matcher, asks: list[Ask]):
    found: dict[str, list[tuple[Ask, PostingMention]]] = {}
    for ask in asks:
        for match in matcher.find_in(ask.sentence):
            if match.tool: continue
            m = PostingMention(term=match.term, words=ask.line.text[match.start:match.end], need=ask.need_at(match.start), line=ask.line.number)
            found.setdefault(match.skill, []).append((ask, m))
    reqs = []
    for skill in catalogue.skills:
        if skill.id not in found: continue
        ms = found[skill.id]
        ask, best = max(ms, key=lambda e: STRENGTH[e[1].need])
        reqs.append(PostingRequirement(skill=skill.id, name=skill.name, need=best.need, line=PostingLine(number=best.line, text=ask.line.text),
            terms=tuple(dict.fromkeys(m.term for _, m in ms)), mentions=tuple(m for _, m in ms), because=""))
    return reqs
