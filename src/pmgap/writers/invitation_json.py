"""An invitation to a second view as JSON, for a web form or another tool to show and fill in."""

import json

from pmgap.profile import INVITATION_FORMAT
from pmgap.second_view import Invitation

_HOW = "Set by to who answers, and each answer to yes, partly or no; null means that they cannot judge, never no."


def invitation_json(invitation: Invitation) -> str:
    """The invitation as indented JSON; ``answers`` is what is filled in. Same invitation, same bytes."""
    document = {
        "pmgap_invitation": INVITATION_FORMAT,
        "about": invitation.about,
        "role": invitation.role.id,
        "by": None,
        "how": _HOW,
        "questions": [
            {
                "skill": skill.name,
                "definition": skill.definition,
                "statements": [{"id": it.id, "text": it.text} for it in skill.statements],
            }
            for skill in invitation.skills
        ],
        "answers": {it.id: None for skill in invitation.skills for it in skill.statements},
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"
