"""Formulas of the catalogue and worked examples are computed again; a typed figure that differs is an error.

An example gives either counts for the symbols of the metric's formula, or a reference and an output from which word
errors are counted by the alignment with the fewest errors. `published_as` may record what a source prints.

Pass:

    metrics:
      - id: precision
        worked_example: {counts: {TP: 99, FP: 1}, value: 99, unit: percent}

Fail:

    metrics:
      - id: precision
        worked_example: {counts: {TP: 99, FP: 1}, value: 90, unit: percent}
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Iterator, Mapping

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model.capability import Metric, WorkedExample
from toolkit.view import View

ID = "formulas"
ERROR_IN = ALWAYS
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def check(view: View) -> Iterator[Problem]:
    """One problem for each example that is wrong or cannot be computed."""
    for index, metric in enumerate(view.service.metrics):
        if metric.worked_example is not None:
            path = ("metrics", index, "worked_example")
            yield from _example(path, metric, metric.worked_example, view)


def _example(path: tuple[str | int, ...], metric: Metric, case: WorkedExample, view: View) -> Iterator[Problem]:
    entry = view.house.entries["metrics"].get(metric.id)
    try:
        ratio = _from_texts(metric, case) if case.reference else evaluate(entry.formula if entry else "", case.counts)
    except ValueError as error:
        yield Problem(path, f"the worked example of {metric.id} cannot be computed: {error}", "mend the counts")
        return
    computed = round(ratio * 100 if case.unit == "percent" else ratio, 1 if case.unit == "percent" else 3)
    if abs(computed - case.value) > (0.051 if case.unit == "percent" else 0.00051):
        advice = "write the computed value; keep what a source prints in `published_as:`"
        message = f"the worked example of {metric.id} says {case.value}, computed {computed}"
        yield Problem((*path, "value"), message, advice)


def _from_texts(metric: Metric, case: WorkedExample) -> float:
    import jiwer

    if not case.reference or not case.output:
        raise ValueError("it needs both `reference:` and `output:`")
    if metric.id == "word-error-rate":
        return float(jiwer.wer(case.reference, case.output))
    if metric.id == "character-error-rate":
        return float(jiwer.cer(case.reference, case.output))
    raise ValueError("only word-error-rate and character-error-rate are computed from texts")


def evaluate(formula: str | None, counts: Mapping[str, float]) -> float:
    """The value of an arithmetic *formula* over named *counts*: + - * / and brackets, nothing else.

    Raises ValueError for anything else, for a symbol without a count and for a division by nothing.
    """
    if not formula:
        raise ValueError("the catalogue has no formula for this metric")
    try:
        return _value(ast.parse(formula, mode="eval").body, counts)
    except SyntaxError:
        raise ValueError(f"{formula!r} is no formula") from None
    except ZeroDivisionError:
        raise ValueError("it divides by nothing") from None


def _value(node: ast.expr, counts: Mapping[str, float]) -> float:
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        return float(OPERATIONS[type(node.op)](_value(node.left, counts), _value(node.right, counts)))
    if isinstance(node, ast.Constant) and type(node.value) is not bool and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.Name):
        if node.id not in counts:
            raise ValueError(f"the count `{node.id}` is missing")
        return counts[node.id]
    raise ValueError("only + - * / and brackets may stand in a formula")
