"""The library: all methods and the records that they refer to, checked and resolved."""

import datetime
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from macros.history.card_history import History
from macros.library.methods import Methods, outline_in
from macros.model.base_rate import BaseRate
from macros.model.crosswalk import Scale
from macros.model.data import Organisation, Source, Vocabulary
from macros.model.dutch_day import dutch_day, dutch_today
from macros.model.guideline import Guideline, GuidelineMention
from macros.model.helpline import Helpline
from macros.model.method import Method
from macros.model.moved import FormerTool, Moved
from macros.model.ready_comparison import ReadyComparison
from macros.model.synonyms import Synonyms
from macros.model.tool import Element, Tool
from macros.validation.problems import START, Problem, Refused

LAST_SECOND = 253_402_210_800
"""Of the year 9999, with a day to spare."""
_OF_NAMES = ("cards_by_name", "card_names", "mentions", "source_names")
"""What stays the same as long as the names of the cards do."""


@dataclass(frozen=True, repr=False)
class Library:
    """All checked records; immutable. Each mapping goes from id to record, in the order of the files."""

    methods: Mapping[str, Method]
    vocabularies: Mapping[str, Vocabulary]
    organisations: Mapping[str, Organisation]
    sources: Mapping[str, Source]
    elements: Mapping[str, Element]
    tools: Mapping[str, Tool]
    synonyms: Synonyms
    base_rates: Mapping[str, BaseRate]
    """What happens anyway; nothing refers to it."""
    guidelines: Mapping[str, Guideline]
    """Which methods national guidelines name; no card refers to them."""
    comparisons: Mapping[str, ReadyComparison]
    """Questions with the methods that are set side by side for them; no card refers to them."""
    helplines: Mapping[str, Helpline]
    """Where a family can go besides a method; no card refers to them."""
    crosswalk: Mapping[str, Scale]
    """The scales of rating bodies; no card refers to them."""
    card_ids: frozenset[str]
    """Ids of all cards, including refused ones and ones that were not asked for, because a link to them is valid."""
    today: datetime.date
    """The day on which the age of statements is counted."""
    moved: Mapping[str, Moved]
    """Old id → its final target: `to` is the id of a card, or of one that was removed."""
    former_tools: Mapping[str, FormerTool]
    """Tools that are cards now."""
    history: History
    """The past of the cards according to the Git repository."""
    users: Mapping[tuple[str, str], str]
    """(kind, id) of what is referred to → the card that alone does; empty if others do too."""
    states: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Id of a card → hash of its file and of our code; empty where it is not known."""
    checked_states: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The same with the records that it refers to; empty where it is not known."""
    data_state: str = field(default="", compare=False)
    """Hash of everything that cards share; empty if it is not known."""

    @cached_property
    def measured(self) -> frozenset[str]:
        """Ids of the measures that have at least one result."""
        of_tools = (outcome.measure.id for tool in self.tools.values() for outcome in tool.outcomes)
        return frozenset((*of_tools, *(measure for key in self.methods for measure in outline_in(self.methods, key).measures)))

    @cached_property
    def methods_by_theme(self) -> Mapping[str, tuple[Method, ...]]:
        """Id of a theme → the methods with a goal of it."""
        return _grouped((goal.theme.id, method) for method in self.methods.values() for goal in method.goals)

    @cached_property
    def methods_by_tool(self) -> Mapping[str, tuple[Method, ...]]:
        """Id of a tool → the methods that use it."""
        return _grouped((used.tool.id, method) for method in self.methods.values() for used in method.tools)

    @cached_property
    def card_names(self) -> Mapping[str, str]:
        """Id of a card → its name; empty for one that was refused or not asked for."""
        return {key: self.name_of(key) for key in sorted(self.card_ids)}

    @cached_property
    def mentions(self) -> Mapping[str, list[tuple[Guideline, GuidelineMention]]]:
        """Id of a method → where guidelines name it, by the name of the guideline."""
        found: dict[str, list[tuple[Guideline, GuidelineMention]]] = {}
        for guideline in sorted(self.guidelines.values(), key=lambda one: (one.name, one.id)):
            for mention in guideline.mentions:
                if mention.method:
                    found.setdefault(mention.method, []).append((guideline, mention))
        return found

    @cached_property
    def cards_by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name or other name → the ids of the cards that bear it."""
        found: dict[str, dict[str, None]] = {}
        for key in self.methods:
            for name in outline_in(self.methods, key).names:
                found.setdefault(fold_name(name), {})[key] = None
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[str, ...]]:
        """Id of a card → the ids of the cards that say they have a relation to it, by their names."""
        found: dict[str, dict[str, None]] = {}
        for key in sorted(self.methods, key=lambda key: (outline_in(self.methods, key).names[0], key)):
            for other in outline_in(self.methods, key).relations:
                found.setdefault(other, {})[key] = None
        return {key: tuple(others) for key, others in found.items()}

    @cached_property
    def source_names(self) -> Mapping[str, str]:
        """Id of a source → its publisher and title, with the id behind it where two sources have both in common."""
        names = {source.id: f"{source.publisher}, {source.title}" for source in self.sources.values()}
        count = Counter(names.values())
        return {key: name if count[name] == 1 else f"{name} [{key}]" for key, name in names.items()}

    def name_of(self, card_id: str) -> str:
        """The name of a card; empty for one that was refused or not asked for, which has an id but no name. For a name alone no
        method is made, and what shows it holds as long as the name does."""
        return outline_in(self.methods, card_id).names[0] if card_id in self.methods else ""

    def has_come(self, day: datetime.date) -> bool:
        """Whether a day is not in the future, by the clock and not by the day of the build, which SOURCE_DATE_EPOCH may set to an
        earlier one."""
        return day <= dutch_today()

    def with_card(self, method: Method, state: str) -> "Library":
        """The library with another state of a card whose names and relations stayed the same."""
        methods, states = Methods({**self.methods, method.id: method}), {**self.states, method.id: state}
        changed = replace(self, methods=methods, states=states)
        kept = {name: value for name, value in vars(self).items() if name in _OF_NAMES}
        vars(changed).update(kept)  # finding all names takes longer than all else that a change needs
        return changed

    def __repr__(self) -> str:
        return f"<Library of {len(self.methods)} methods>"  # MkDocs may print its settings, and all cards would be megabytes


def _grouped(pairs: Iterable[tuple[str, Method]]) -> Mapping[str, tuple[Method, ...]]:
    """Once for all pages, because a list that is divided into pages would otherwise walk through all cards for each of them."""
    found: dict[str, dict[str, Method]] = {}
    for key, method in pairs:
        found.setdefault(key, {})[method.id] = method
    return {key: tuple(methods.values()) for key, methods in found.items()}


def fold_name(name: str) -> str:
    """A name without what does not make it another one: capitals, spaces, hyphens and accents."""
    letters = name.casefold() if name.isascii() else _without_accents(name)  # nearly all names are, and it takes a fifth
    return re.sub(r"[\s\u2010-\u2015-]", "", letters)


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(one for one in letters if not unicodedata.combining(one))


def build_date() -> datetime.date:
    """Today in the Netherlands, or the day of SOURCE_DATE_EPOCH there (reproducible-builds.org/specs/source-date-epoch).
    Raises Refused if that is not a number of seconds in the years 1970 to 9999."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dutch_today()
    if not re.fullmatch("[0-9]{1,12}", epoch) or int(epoch) > LAST_SECOND:
        raise Refused([Problem("SOURCE_DATE_EPOCH", START, (), "bad_epoch", {"value": epoch})])
    return dutch_day(datetime.datetime.fromtimestamp(int(epoch), datetime.UTC))
