"""``pmgap skills``."""

from pmgap.cli.output import deliver
from pmgap.errors import unusable
from pmgap.readers.builtin import load_catalogue
from pmgap.skill_views import list_skills, show_skill
from pmgap.suggestions import did_you_mean


def skills(name: str | None, style: str, output: str | None, catalogue_path: str | None) -> None:
    """List the skills, or show one."""
    from pmgap.writers.skills_text import write_skill, write_skill_list

    catalogue = load_catalogue(catalogue_path)
    if name is None:
        listed = list_skills(catalogue)
        deliver(listed, style, output, lambda sheet: write_skill_list(listed, sheet))
        return
    typed = name.strip().casefold()
    found = next((it for it in catalogue.skills if typed in (it.id.casefold(), it.name.casefold())), None)
    found = found or next((it for it in catalogue.skills if typed in [alias.casefold() for alias in it.aliases]), None)
    if found is None:
        known = [*(it.id for it in catalogue.skills), *(it.name for it in catalogue.skills)]
        raise unusable(f'unknown skill "{name}"', hint=did_you_mean(name, known) or "Run pmgap skills for the list.")
    detail = show_skill(catalogue, found)
    deliver(detail, style, output, lambda sheet: write_skill(detail, sheet))
