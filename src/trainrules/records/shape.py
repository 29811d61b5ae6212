"""How an object of JSON becomes a record class and back: a table of fields a class, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from keyword import iskeyword
from typing import Any, Generic, TypeVar

from attrs import field, fields, frozen

from trainrules.records.errors import Unreadable, unreadable
from trainrules.records.values import shown

T = TypeVar("T")
Read = Callable[[object], object]
Write = Callable[[Any], object]
Found = tuple[str, str]


def as_it_is(value: Any) -> object:
    """Return *value*: JSON has it as we do."""
    return value


@frozen
class Key:
    """One field: how its value is read and written.

    *null* says what `null` means: the same as leaving it out (`absent`), nothing that can be said
    (`refused`), or something that the reader knows (`read`).
    """

    read: Read
    write: Write = as_it_is
    null: str = "absent"


@frozen
class Shape(Generic[T]):
    """The fields of one class, by their JSON names.

    *what* is its name in messages (`a post`); *required* fields have no default; *check* looks at a whole
    value, whose fields are all good, for what contradicts itself.
    """

    what: str
    make: Callable[..., T]
    keys: Mapping[str, Key]
    required: tuple[str, ...] = ()
    check: Callable[[T], Iterable[Found]] = lambda _: ()
    made: type[T] | None = None
    _defaults: tuple[tuple[str, str, object], ...] = field(init=False)

    @_defaults.default
    def _written(self) -> tuple[tuple[str, str, object], ...]:
        defaults = {each.name: each.default for each in fields(self.made or self.make)}  # type: ignore[arg-type]
        return tuple((key, python_name(key), defaults[python_name(key)]) for key in self.keys)

    def read(self, value: object) -> T:
        """Return the class's value for the object *value*, or raise `Unreadable` with all its bad fields."""
        if not isinstance(value, dict):
            raise unreadable(f"{shown(value)} is not an object")
        given: dict[str, object] = {}
        found: list[Found] = []
        for key, part in value.items():
            self._read_key(key, part, given, found)
        found += [
            (step(key), f"{self.what} needs `{key}`")
            for key in self.required
            if key not in value and not any(path == step(key) for path, _ in found)
        ]
        if found:
            raise Unreadable(*found)
        made = self.make(**given)
        wrong = tuple(self.check(made))
        if wrong:
            raise Unreadable(*wrong)
        return made

    def _read_key(self, key: object, part: object, given: dict[str, object], found: list[Found]) -> None:
        """Put one field into *given*, or what is wrong with it into *found*."""
        rule = self.keys.get(key) if isinstance(key, str) else None
        if rule is None:
            found.append((step(key), self._unknown(key)))
            return
        assert isinstance(key, str)
        if part is None and rule.null != "read":
            if key in self.required:
                found.append((step(key), f"{self.what} needs `{key}`"))
            elif rule.null == "refused":
                found.append((step(key), "null cannot stand for a list: leave it out when there is nothing"))
            return
        try:
            given[python_name(key)] = rule.read(part)
        except Unreadable as bad:
            found += [(step(key) + rest, message) for rest, message in bad.found]

    def _unknown(self, key: object) -> str:
        """Return what is said of a field that this class does not have."""
        near = get_close_matches(key, self.keys, 1, 0.7) if isinstance(key, str) else []
        hint = f": did you mean `{near[0]}`?" if near else ""
        return f"{self.what} has no field of that name{hint}"

    def write(self, value: T) -> dict[str, object]:
        """Return *value* as JSON has it, in the order of the table, without what is at its default."""
        written: dict[str, object] = {}
        for key, attribute, default in self._defaults:
            part = getattr(value, attribute)
            if part != default:
                written[key] = self.keys[key].write(part)
        return written


def python_name(key: str) -> str:
    """Return the attribute that holds the JSON field *key*: `from` is a word of Python, so `from_`."""
    return f"{key}_" if iskeyword(key) else key


def step(key: object) -> str:
    """Return one step of a path into an object: `.posts`, or `["early years"]`."""
    return f".{key}" if isinstance(key, str) and key.isidentifier() else f"[{shown(key)}]"


def many(read: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """Return the reader of a list, each of whose values *read* reads; all bad ones are found."""

    def read_list(value: object) -> tuple[T, ...]:
        if not isinstance(value, (list, tuple)):
            brackets = f": write `[{shown(value)}]`" if isinstance(value, str) else ""
            raise unreadable(f"{shown(value)} is not a list{brackets}")
        try:
            return tuple([read(part) for part in value])
        except Unreadable:
            raise Unreadable(*_all_bad(read, value)) from None

    return read_list


def _all_bad(read: Read, parts: Sequence[object]) -> Iterable[Found]:
    """Return every finding in *parts*; a second pass, taken only when there is one."""
    for place, part in enumerate(parts):
        try:
            read(part)
        except Unreadable as bad:
            yield from ((f"[{place}]{rest}", message) for rest, message in bad.found)


def items(shape: Shape[T]) -> Key:
    """Return the field that is a list of *shape*."""

    def write(values: Iterable[T]) -> object:
        return [shape.write(each) for each in values]

    return Key(many(shape.read), write, null="refused")
