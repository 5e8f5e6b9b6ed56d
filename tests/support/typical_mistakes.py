"""Mistakes of people who never saw YAML or Git, and what their card says after they did what the message told them.

Each names a card of tests/validation/broken. What it says there on the line of the problem becomes what stands here; `at` names
other lines, counted from that of the problem, and None takes a line away.
"""

from typing import NamedTuple

S = "sources: [{source: voorbeeldrapport}]"
GOALS = "goals: [{{text: {}, theme: {}, {}}}]"


class Mended(NamedTuple):
    line: str | None
    at: dict[int, str | None] = {}  # noqa: RUF012


def _aim(text: str = "Kinderen wonen thuis.", theme: str = "return-home", sources: str = S) -> Mended:
    return Mended(GOALS.format(text, theme, sources))


def _status(phase: str) -> Mended:
    return Mended(f"status: {{phase: {phase}, {S}}}")


def _who(organisation: str = "voorbeeldorganisatie") -> Mended:
    return Mended(f"owners: [{{organisation: {organisation}, {S}}}]")


def _found(result: str) -> Mended:
    return Mended(f"    result: {{{result}}}")


def _group(more: str) -> Mended:
    return Mended(f"target_group: {{{more}, {S}}}")


def _summary(text: str) -> Mended:
    return Mended(f"summary: {text}")


MISTAKES: dict[str, Mended] = {
    # signs that mean something to YAML
    "apostrophe-first": _summary('"\'s Ochtends komt er iemand langs."'),
    "apostrophe-first-in-braces": _aim('"\'t Kind woont thuis."'),
    "apostrophe-first-in-list": Mended('aliases: ["\'n Proef", Plan]'),
    "apostrophe-within-quotes": _summary('"Het is zo\'n methode."'),
    "quote-closed-early": _summary("'\"Thuis\" is waar een kind hoort.'"),
    "quote-not-closed": _summary('"Een methode, kort samengevat."'),
    "open-quote": Mended('plain_summary: "Deze tekst houdt niet op."'),
    "quotes-of-two-kinds": _summary('"Een korte samenvatting."'),
    "unknown-escape": _summary("'Een \\q methode.'"),
    "hash-in-text": _summary('"Zij stonden op plek # 1 van de lijst."'),
    "hash-before-number": Mended('name: "Methode #1"'),
    "hash-behind-one-word": Mended('name: "Voorbeeld # 1"'),
    "hash-in-list": Mended('aliases: ["Plan #2", Proef]'),
    "hash-in-braces": _aim('"Stap # 3 is thuis wonen."'),
    "hash-in-text-of-lines": Mended("  met nummer # 1 erin", {-1: 'summary: "Een samenvatting', 1: '  en meer tekst."'}),
    "colon-in-text": _summary('"Een methode: kort samengevat."'),
    "colon-in-braces": _aim('"Het doel: thuis wonen."'),
    "colon-behind-comma-in-braces": _group('description: "Gezinnen, ook die met zorgen: armoede"'),
    "comma-in-braces": _aim('"Kinderen wonen thuis, bij hun ouders."'),
    "comma-in-name-in-braces": Mended(f'variants: [{{id: kort, name: "Kort, maar krachtig", description: Half zo lang., {S}}}]'),
    "three-commas-in-braces": _group('description: "Gezinnen, ouders, kinderen en buren, samen."'),
    "pages-with-comma-in-braces": Mended('sources: [{source: voorbeeldrapport, locator: "4,5"}]'),
    "comma-missing": _status("running"),
    "comma-behind-last": _status("running"),
    "semicolon-in-braces": _status("running"),
    "text-starts-with-at": Mended('aliases: ["@voorbeeld"]'),
    "text-starts-with-backtick": _summary("“Kort” samengevat."),
    "text-starts-with-brace": _summary('"{Kort} samengevat."'),
    "text-starts-with-bracket": _summary('"[Kort] samengevat."'),
    "text-starts-with-dash": _summary('"- kort samengevat."'),
    "text-starts-with-exclamation": _summary('"!Kort samengevat."'),
    "text-starts-with-larger-than": _summary("Meer dan 80 procent woont thuis."),
    "text-starts-with-percent": _summary('"%80 woont thuis."'),
    "text-starts-with-pipe": _summary("Het is kort samengevat."),
    "text-starts-with-question": _summary('"? kort samengevat."'),
    "text-starts-with-star": _summary('"*Kort* samengevat."'),
    "no-space-after-colon": Mended("name: Voorbeeld"),
    "no-space-after-colon-in-braces": _status("running"),
    "equals-for-colon": Mended("kind: programme"),
    "bracket-too-many": _status("running"),
    "open-bracket": Mended("aliases: [Een, Twee]"),
    "two-brackets-missing": _aim(),
    # lines and shapes
    "tab": Mended("  - Voorbeeldje"),
    "tab-in-list": Mended("  - Proef"),
    "indent": Mended("  - Twee"),
    "field-indented": Mended("kind: programme"),
    "text-not-indented": Mended("  samengevat."),
    "double-key": Mended(None, {-1: "aliases: [Een, Twee]"}),
    "list-as-text": Mended("aliases:\n  - Voorbeeldje"),
    "sources-as-text": Mended("sources:\n  - {source: voorbeeldrapport}"),
    "source-as-text-in-list": Mended("  - {source: voorbeeldrapport}"),
    "mapping-as-text": Mended(f"status:\n  phase: running\n  {S}"),
    "text-as-list": Mended('name: "[Voorbeeld]"'),
    "result-as-text": _found('words: "11 van 12 gezinnen"'),
    "years-as-text": Mended("    period: {from: 2019, to: 2021}"),
    "conflict-marks-in-a-list": Mended(None, {2: None, 4: None}),
    "markdown-fence": Mended(None, {8: None}),
    # names of fields
    "dutch-field-name": Mended("name: Voorbeeld"),
    "title-for-a-field": _summary("Een methode, kort samengevat."),
    "misspelt-required-field": _summary("Een methode, kort samengevat."),
    "misspelt-required-field-in-braces": _who(),
    "misspelt-studies": Mended("studies:"),
    "capital-in-field": _summary("Een korte samenvatting."),
    "field-with-dash": _group("description: Gezinnen in het voorbeeld."),
    "field-with-space": _group("description: Gezinnen in het voorbeeld."),
    "unknown-field-in-result": _found("change: down, by_percent: 20, precision: about, unit: placement"),
    "total-under-another-name": _found("count: 11, of: 12, unit: family"),
    "gap-of-unknown-field": Mended("  - {field: costs, state: not-found}"),
    # words of lists, and ids
    "dutch-word-of-a-list": _status("running"),
    "dutch-word-with-more": _status("running"),
    "capital-in-word-of-a-list": _status("running"),
    "smart-quotes-around-word": _status("running"),
    "dutch-yes": Mended(f'licence: {{needed: "yes", {S}}}'),
    "bool": Mended(f"    - {{all_ages: true, {S}}}"),
    "dutch-design": Mended("    design: pre-post"),
    "plural-of-a-word": _found("count: 11, of: 12, unit: family"),
    "dutch-word-of-an-open-list": Mended(f"regions: [{{region: voorbeeldstad, {S}}}]"),
    "unknown-term": _aim(),
    "name-for-an-id": _who(),
    "unknown-organisation": _who(),
    "title-for-an-id": Mended(S),
    "address-for-an-id": Mended(S),
    "unknown-source": Mended(S),
    "source-with-space": Mended(S),
    "source-with-capital": Mended(S),
    "page-behind-source": Mended('sources: [{source: voorbeeldrapport, locator: "blz. 4"}]'),
    "unknown-study": Mended("    study: monitoring"),
    "study-in-other-words": Mended("    study: monitoring"),
    "unknown-method-in-relations": Mended(f"  - {{kind: sister, method: voorbeeld-kort, {S}}}"),
    "double-study": Mended("  - id: monitoring-2"),
    "no-space-after-dash": Mended("  - Proef"),
    # numbers, amounts, dates, ages
    "decimal-comma-in-braces": Mended(f"intensity: [{{contact: elke week, hours: {{from: 1.5, to: 2, per: week}}, {S}}}]"),
    "percent-with-comma": _found("percent: 92.5, unit: family"),
    "percent-sign": _found("percent: 92, unit: family"),
    "count-with-thousands-point": Mended(f"  - {{count: 1200, unit: family, {S}}}"),
    "smart-quotes-around-number": _found("count: 11, of: 12, unit: family"),
    "cost-with-thousands-point": Mended(f"  - {{amount: 2000, per: family, {S}}}"),
    "amount-in-euros": Mended(f"costs: [{{amount: 56500, per: trajectory, {S}}}]"),
    "amount-with-comma": Mended("  - amount: 12.50"),
    "amount-with-comma-in-braces": Mended(f"costs: [{{amount: 2000.50, per: trajectory, {S}}}]"),
    "bad-date": Mended("reviewed: 2024-01-15"),
    "date-the-dutch-way": Mended("reviewed: 2024-11-29"),
    "date-with-slashes": Mended("reviewed: 2024-05-14"),
    "month-in-words": Mended("reviewed: 2024-05"),
    "age-in-dutch": _group(f"description: Gezinnen in het voorbeeld., ages: [{{from: 4, {S}}}]"),
    "bad-url": Mended("contact: {organisation: voorbeeldorganisatie, url: https://www.voorbeeld.example}"),
    "two-numbers-in-one": _found("count: 11, of: 12, unit: family"),
    "percent-beside-count": _found("count: 11, of: 12, printed_percent: 92, unit: family"),
    # what is missing or cannot be
    "missing-source": _status("running"),
    "source-missing-in-result": Mended("  - id: weer-thuis", {5: f"    direction: favourable\n    {S}"}),
    "unit-missing": _found("count: 11, of: 12, unit: family"),
    "missing-field": Mended("name: Voorbeeld\nsummary: Een korte samenvatting."),
    "count-over-total": _found("count: 12, of: 13, unit: family"),
    "ages-end-before-begin": Mended(f"    - {{from: 18mo, to: 2, {S}}}"),
    "age-through-before-begin": Mended(f"    - {{from: 2, through: 6, {S}}}"),
    # signs that nobody sees
    "hard-space-after-colon": Mended("kind: programme"),
    "hard-space-before-field": Mended("  phase: running"),
    "hidden-line-end": _summary("Een methode, kort samengevat."),
    "hidden-sign-in-field": Mended("    direction: favourable"),
    "direction-mark-in-id": _status("running"),
    "thin-space-in-number": _found("count: 111, of: 112, unit: family"),
}

FALLS_SHORT: dict[str, tuple[str, str, str]] = {
    "a dash too many": (
        "    design: monitoring",
        "  - design: monitoring",
        "YAML makes two studies of it, and each lacks what the other has: one message for each field",
    ),
    "a list that is not far enough in": (
        "      - {source: voorbeeldrapport}",
        "  - {source: voorbeeldrapport}",
        "the source becomes a study, of which all is missing, and the list of sources is empty",
    ),
}
"""Mistakes with more than one message: name → a line of a good card, what was typed, and why there are more."""
