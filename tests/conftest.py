"""Property tests: a modest number of examples in a run for every change, many in a thorough one."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

settings.register_profile(
    "ci", max_examples=40, derandomize=True, deadline=None, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile("more", max_examples=400, deadline=None, suppress_health_check=SLOW_IS_FINE)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=SLOW_IS_FINE)
settings.register_profile(
    "mutation",
    max_examples=int(os.environ.get("TRAINRULES_MUTATION_EXAMPLES", "15")),
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=SLOW_IS_FINE,
)
settings.load_profile("ci")
