"""The status page travels in an address: a big case must fit, and say first what is due first."""

from urllib.parse import quote

from tests.domain.accountability.builders import a_case
from tests.domain.accountability.parts import PRINCIPAL
from tests.domain.follow_up import builders as follow_up
from tests.domain.procedure_life import ProcedureLife
from workflows.page import ENDED, LATEST, escaped, status_page, step_line

MOST = 32_000
"""Bytes of an address: half of what the tightest server on the way takes."""


def page_of(life: ProcedureLife) -> str:
    lines = [
        step_line(event.effective_on, event.actor.officer, words.zh, words.en)
        for event in (step.event for step in life.steps)
        for words in [event.fact.words()]
    ]
    return status_page(life.decider, life.state, lines)


def rows_below(page: str, title: str) -> list[str]:
    (part,) = [part for part in page.split("### ") if part.startswith(title)]
    return [line for line in part.splitlines() if line.startswith("| ")][1:]


def test_the_page_of_a_case_with_five_subjects_fits_into_an_address() -> None:
    subjects = [
        {**PRINCIPAL, "ref": f"S{n}", "reference": f"C-{n}", "officer": f"o{n}"}
        for n in range(1, 6)
    ]
    life = a_case("RECTIFYING", subjects)

    page = page_of(life)

    assert len(quote(page)) < MOST
    assert len(rows_below(page, "办理经过")) == LATEST


def test_the_page_of_a_follow_up_tells_running_terms_in_order_and_few_that_ended() -> None:
    life = follow_up.carried_out("REMOVAL", "PARTY_SERIOUS_WARNING")

    page = page_of(life)

    terms = rows_below(page, "期限 Terms")
    running = [row for row in terms if "办结 done" not in row]
    days = [row.split("`")[1] for row in running]
    assert days == sorted(days)
    assert len(running) > 3
    assert len(terms) - len(running) <= ENDED < len(life.state.terms)
    assert len(quote(page)) < MOST


def test_the_headline_of_a_follow_up_says_when_its_impact_period_ends_and_marks_in_words() -> None:
    life = follow_up.carried_out("REMOVAL")
    last = life.state.consequences.last_day

    headline = next(line for line in page_of(life).splitlines() if line.startswith("> "))

    assert f"影响期至 impact period through **{last}**" in headline
    assert "影响期内" in headline


def test_what_is_awaited_stands_in_the_order_of_its_days() -> None:
    days = [row.split("`")[1] for row in rows_below(page_of(follow_up.carried_out()), "待办")]

    assert len(days) > 1
    assert days == sorted(days)


def test_marks_of_markdown_in_a_text_stay_text() -> None:
    assert escaped("a|b*c_d") == r"a\|b\*c\_d"
