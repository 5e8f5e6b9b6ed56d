"""The mutants of a room: what cosmic-ray would change in it, one small fault each."""

import difflib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.exception_replacer import ExceptionReplacer
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator


class RemoveStatement(Operator):
    """Leaves out a call or a yield that stands alone; cosmic-ray has no operator that drops something."""

    def mutation_positions(self, node: Any) -> Iterator[tuple[Any, Any]]:
        if node.type == "simple_stmt" and _is_done(node.children[0]):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        return parso.parse(f"{node.get_first_leaf().prefix}pass\n")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        return (Example("yield 1\n", "pass\n"), Example("found.add(1)\n", "pass\n"))


def _is_done(statement: Any) -> bool:
    is_call = statement.type in ("atom_expr", "power") and statement.children[-1].get_code().startswith("(")
    return is_call or statement.type == "yield_expr"


class CatchNothing(ExceptionReplacer):
    """Catches what nobody raises; that of cosmic-ray fails on an exception with a dotted name."""

    def mutate(self, node: Any, index: int) -> Any:
        self._name_nodes(node)[index].get_first_leaf().value = "RaisedByNobody"
        return node

    @staticmethod
    def _name_nodes(node: Any) -> Sequence[Any]:
        caught = node.children[1]
        if caught.type != "atom":
            return (caught,)
        inner = caught.children[1]
        return inner.children[::2] if inner.type == "testlist_comp" else (inner,)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        before = "try: x()\nexcept (a.B, C): pass"
        return (
            Example("try: x()\nexcept a.B as b: pass", "try: x()\nexcept RaisedByNobody.B as b: pass"),
            Example(before, "try: x()\nexcept (RaisedByNobody.B, C): pass"),
            Example(before, "try: x()\nexcept (a.B, RaisedByNobody): pass", occurrence=1),
        )


COMPARISONS = ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Lt_GtE", "Gt_LtE")
ARITHMETIC = ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul")
OTHERS = (
    *("ReplaceUnaryOperator_USub_UAdd", "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub"),
    *("AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "NumberReplacer", "RemoveDecorator", "ZeroIterationForLoop"),
)
"""One or two for each sign: the neighbour at the boundary and the opposite. The other operators of cosmic-ray turn
`a + b` into ten things that nearly every test sees, which would make the share of caught mutants look better."""
NAMES = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in COMPARISONS),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ARITHMETIC),
    *OTHERS,
)
OPERATORS: dict[str, Operator] = {
    **{name: get_operator(f"core/{name}")() for name in NAMES},
    "RemoveStatement": RemoveStatement(),
    "CatchNothing": CatchNothing(),
}


@dataclass(frozen=True)
class Mutant:
    """One fault in one file."""

    root: Path
    file: str
    """From the root of the project, with slashes."""
    operator: str
    occurrence: int
    lines: tuple[int, int]

    @cached_property
    def original(self) -> str:
        return (self.root / self.file).read_text(encoding="utf-8")

    @cached_property
    def source(self) -> str:
        """The whole file with the fault."""
        return mutate_code(self.original, OPERATORS[self.operator], self.occurrence) or self.original

    @cached_property
    def key(self) -> tuple[str, str, str]:
        """The file, and the changed lines before and after; it stays the same while other lines come and go."""
        lines = list(difflib.unified_diff(self.original.splitlines(), self.source.splitlines(), lineterm="", n=0))[2:]
        before, after = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
        return self.file, before, after


def mutants_of(root: Path, folder: str) -> list[Mutant]:
    """Every mutant of the Python files in a folder, in an order that says nothing and is always the same: the first so
    many are a fair sample."""
    found = (mutant for file in sorted((root / folder).rglob("*.py")) for mutant in _of_file(root, file))
    return [mutant for _, mutant in sorted(found, key=lambda pair: pair[0])]


def _of_file(root: Path, file: Path) -> Iterator[tuple[bytes, Mutant]]:
    source = file.read_text(encoding="utf-8")
    nodes = list(ast_nodes(get_ast(source)))
    lines = source.splitlines()
    name = file.relative_to(root).as_posix()
    for operator_name, operator in OPERATORS.items():
        positions = [position for node in nodes for position in operator.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(positions):
            if _changes_nothing(lines[start[0] - 1], start[1]):
                continue
            mark = f"{name} {operator_name} {lines[start[0] - 1]} {start[1]} {occurrence % 2}"
            yield hashlib.sha256(mark.encode()).digest(), Mutant(root, name, operator_name, occurrence, (start[0], end[0]))


def _changes_nothing(line: str, column: int) -> bool:
    """The guard of a zip over lists of one length, answers that are kept, and the sign after which arguments have names:
    with another one every answer stays the same."""
    return line[:column].endswith("strict=") or line.strip() == "@cache" or line[column:].startswith("*, ")
