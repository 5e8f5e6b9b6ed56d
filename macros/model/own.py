"""Records that a file defines itself and names further on: the studies of a card, which its results refer to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic_core import core_schema

from macros.model.base import ID_PATTERN, Check, Ref, fault


def defines(kind: str) -> Callable[[Check], Check]:
    """Mark a step of the check that keeps account of the records that a file defines itself. It is no rule about a value, so
    docs/assets/form/check.js keeps the same account for every record and id that is marked."""

    def mark(check: Check) -> Check:
        check.defines = kind
        return check

    return mark


@dataclass(frozen=True)
class OwnRef(Ref):
    """Marks a field that holds the id of a record earlier in the same file."""

    def resolve(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        own = info.context.own
        if not isinstance(value, str) or (self.kind, value) not in own:
            choices = sorted(key for kind, key in own if kind == self.kind)
            raise fault("unknown_own_id", kind=self.kind, value=value, choices=choices)
        return own[self.kind, value]

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"}
