"""What holds a policy, a tool or another engine to what the rules mean: an oracle, made-up cases, assertions.

Needs the extra `trainrules[testing]`. Nothing else in the package imports it.
"""
