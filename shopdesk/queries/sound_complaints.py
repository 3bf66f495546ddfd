"""What must hold of complaints and what follows them: options, verdicts, merges, follow-ups."""

from shopdesk.i18n import N_
from shopdesk.queries.troubles import Rule
from shopdesk.rules.complaints import LEAST_OPTIONS
from shopdesk.rules.follow_ups import SCORES

_OPTIONS = "complaint_option AS option JOIN cases ON cases.id = option.case_id"


def _of_option(sentence: str, condition: str) -> Rule:
    """Return the rule that no option meets a condition, told with its title."""
    return Rule(
        sentence,
        f"""
        SELECT cases.number, '', option.title, NULL FROM {_OPTIONS}
        WHERE {condition} ORDER BY option.id
        """,
    )


def _endless(table: str, first: str, named: str) -> str:
    """Return SQL for the rows of a table whose `merged_into_id` never leads to an end."""
    return f"""
        WITH RECURSIVE way(first, here) AS (
            SELECT id, merged_into_id FROM {table} WHERE merged_into_id IS NOT NULL
            UNION
            SELECT way.first, {table}.merged_into_id FROM way
            JOIN {table} ON {table}.id = way.here WHERE {table}.merged_into_id IS NOT NULL
        )
        SELECT {named}, '', NULL, NULL FROM {first} WHERE way.first = way.here ORDER BY way.first
    """


RULES = (
    _of_option(
        N_("{number}: “{found}” was chosen, but never offered."),
        "chosen_at IS NOT NULL AND offered_at IS NULL",
    ),
    _of_option(
        N_("{number}: “{found}” was done, but never chosen."),
        "done_at IS NOT NULL AND chosen_at IS NULL",
    ),
    Rule(
        N_("{number}: the buyer chose {found} options at once, not {wanted}."),
        f"""
        SELECT cases.number, '', count(*), 1 FROM {_OPTIONS} WHERE chosen_at IS NOT NULL
        GROUP BY case_id, round HAVING count(*) > 1 ORDER BY case_id
        """,
    ),
    Rule(
        N_("{number}: only {found} was offered, without a reason; it takes {wanted}."),
        f"""
        SELECT cases.number, '', count(option.id), {LEAST_OPTIONS} FROM complaint
        JOIN cases ON cases.id = complaint.id
        LEFT JOIN complaint_option AS option ON option.case_id = complaint.id
            AND option.round = complaint.round AND option.offered_at IS NOT NULL
        WHERE complaint.offered_at IS NOT NULL AND few_reason = ''
        GROUP BY complaint.id HAVING count(option.id) < {LEAST_OPTIONS} ORDER BY complaint.id
        """,
    ),
    Rule(
        N_("{number}: it opened {found}, which does not say so."),
        f"""
        SELECT cases.number, '', opened.number, NULL FROM {_OPTIONS}
        JOIN cases AS opened ON opened.id = option.opened_id
        WHERE opened.origin_id IS NOT option.case_id ORDER BY option.id
        """,
    ),
    Rule(
        N_("{number}: it is closed, but the platform that was called in did not decide."),
        """
        SELECT number, '', NULL, NULL FROM complaint JOIN cases USING (id)
        WHERE escalated_at IS NOT NULL AND verdict_at IS NULL AND closed_at IS NOT NULL ORDER BY id
        """,
    ),
    Rule(
        N_("{number}: the platform decided, but it does not say how."),
        """
        SELECT number, '', NULL, NULL FROM complaint JOIN cases USING (id)
        WHERE (verdict_at IS NULL) <> (verdict = '') ORDER BY id
        """,
    ),
    Rule(
        N_("{number}: it is merged, but into no other complaint."),
        """
        SELECT cases.number, '', NULL, NULL FROM complaint JOIN cases USING (id)
        WHERE (state = 'merged') <> (merged_into_id IS NOT NULL)
            OR merged_into_id NOT IN (SELECT id FROM complaint) ORDER BY cases.id
        """,
    ),
    Rule(
        N_("{number}: it was merged into itself, by way of others."),
        _endless("complaint", "way JOIN cases ON cases.id = way.first", "cases.number"),
    ),
    Rule(
        N_("{number}: this buyer was merged into themselves, by way of others."),
        _endless("customer", "way JOIN customer ON customer.id = way.first", "customer.name"),
    ),
    Rule(
        N_("{number}: “{found}” belongs to a buyer who was merged into another."),
        """
        SELECT customer.name, '', orders.number, NULL FROM customer
        JOIN orders ON orders.customer_id = customer.id WHERE merged_into_id IS NOT NULL
        UNION ALL
        SELECT customer.name, '', cases.number, NULL FROM customer
        JOIN cases ON cases.customer_id = customer.id WHERE merged_into_id IS NOT NULL
        UNION ALL
        SELECT customer.name, '', coalesce(nullif(follow_up.note, ''), follow_up.kind), NULL
        FROM customer JOIN follow_up ON follow_up.customer_id = customer.id
        WHERE merged_into_id IS NOT NULL
        """,
    ),
    Rule(
        N_("{number}: a score of {found}, which nobody can have given."),
        f"""
        SELECT coalesce(cases.number, customer.name, ''), '', score, NULL FROM follow_up
        LEFT JOIN cases ON cases.id = follow_up.case_id
        LEFT JOIN customer ON customer.id = follow_up.customer_id
        WHERE score IS NOT NULL AND (outcome <> 'answered'
            OR score NOT BETWEEN {SCORES[0]} AND {SCORES[-1]}) ORDER BY follow_up.id
        """,
    ),
    Rule(
        N_("{number}: a follow-up is done without an outcome, or has one and is not done."),
        """
        SELECT coalesce(cases.number, customer.name, ''), '', NULL, NULL FROM follow_up
        LEFT JOIN cases ON cases.id = follow_up.case_id
        LEFT JOIN customer ON customer.id = follow_up.customer_id
        WHERE (done_at IS NULL) <> (outcome = '') ORDER BY follow_up.id
        """,
    ),
)
