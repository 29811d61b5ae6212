"""When training counts whose evaluation is not known, and what an attestation says: each way it may be."""

from __future__ import annotations

import pytest
from tests.build import day, done, group, months, owed, policy, post, staff, within

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Obligation, Status
from trainrules.model.rules import Audience, Deed, Duty, Owed
from trainrules.records.classes import Attestation, Evaluation, OrganisationRecord

RULE = Duty(label="R", audience=group("B"), owed=owed("A"), first=within(months(6)), evidence="evaluation")
"""Due on 1 July 2022 for who started on 1 January."""


def told(as_of: str, evaluations: tuple[Evaluation, ...] | None) -> Obligation:
    """Return what is owed by who completed A on 1 March 2022, with these evaluations."""
    record = staff(post("B", "2022-01-01"), done("A", "2022-03-01", evaluations=evaluations))
    (found,) = evaluate(policy(RULE), record, day(as_of)).obligations
    return found


@pytest.mark.parametrize(
    ("evaluations", "missing"),
    [(None, "evaluation of training 1"), ((Evaluation(),), "evaluation day of training 1")],
)
def test_without_an_evaluation_it_may_not_count_at_all(
    evaluations: tuple[Evaluation, ...] | None, missing: str
) -> None:
    found = told("2022-05-01", evaluations)
    assert (found.status, found.missing) == (Status.UNDETERMINED, (missing,))


def test_one_that_came_in_time_is_enough_whenever_another_did() -> None:
    """It counts on 1 March or on 1 May: met either way, also long after the due day."""
    for as_of in ("2022-05-01", "2022-12-31"):
        found = told(as_of, (Evaluation(), Evaluation(returned=day("2022-05-01"))))
        assert (found.status, found.satisfied_by, found.satisfied_on) == (Status.MET, "training 1", None)


def test_of_two_evaluations_the_first_to_come_counts() -> None:
    found = told(
        "2022-12-31", (Evaluation(returned=day("2022-09-01")), Evaluation(returned=day("2022-05-01")))
    )
    assert (found.status, found.satisfied_on) == (Status.MET, day("2022-05-01"))


@pytest.mark.parametrize(
    ("met", "status"), [(True, Status.MET), (None, Status.UNDETERMINED), (False, Status.PENDING)]
)
def test_an_attestation_is_known_only_where_it_says_yes_or_no(met: bool | None, status: Status) -> None:
    plan = Owed(((Deed("document", "plan"),),))
    rule = Duty(label="R", audience=Audience(entity="agency"), owed=plan)
    said = (Attestation(name="plan", met=met, on=day("2022-01-01")),)
    agency = OrganisationRecord(kind="agency", id="A", joined=day("2021-01-01"), attestations=said)
    (found,) = evaluate(policy(rule), agency, day("2022-06-01")).obligations
    assert found.status is status
    assert found.missing == (("yes or no of attestation plan",) if met is None else ())
