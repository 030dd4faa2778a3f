"""Pay in words: never without country, source, date and doubt."""

from pmgap.role_views import Pay


def pay_line(pay: Pay) -> str:
    """A published pay figure with all that must stand beside it, in a line."""
    inferred = "" if pay.period_and_country_stated else " (period and country inferred)"
    doubt = ", doubtful" if pay.doubtful else ""
    return (
        f"{pay.measure} {pay.currency} {pay.amount:,} a {pay.period}, {pay.country}{inferred}{doubt}; {pay.source}, "
        f"accessed {pay.accessed}"
    )
