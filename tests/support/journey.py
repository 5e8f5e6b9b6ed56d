"""Contributions as people make them, counted: what is pressed (clicked, tapped, or Enter on it) and which fields are typed."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

FOLDED = "xpath=ancestor::details[not(@open)]"


@dataclass
class Journey:
    """A contributor at work. Nothing is filled in but by a press, a choice or typing, and each of them is counted."""

    page: Page
    way: str = "click"
    """click, tap (a phone) or keys (Enter, Space and arrows)"""
    presses: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    focused: int = 0
    """Text fields that one had to press on before typing, because they had not the focus yet."""

    def press(self, place: Locator, what: str) -> None:
        self.presses.append(what)
        if self.way == "tap":
            place.tap()
        elif self.way == "keys":
            place.focus()
            place.press("Enter")
        else:
            place.click()

    def place(self, where: str) -> Locator:
        """The place of a value; lists are begun and folded parts opened on the way to it."""
        for found in re.finditer(r"\[(\d+)\]", where):
            if not self.page.locator(f'[data-where="{where[: found.end()]}"]').count():
                self.begin(where[: found.start()])
        parts = where.split(".")
        for length in range(1, len(parts)):
            self.begin_if_empty(".".join(parts[:length]))
        place = self.page.locator(f'[data-where="{where}"]')
        self.reveal(place)
        return place

    def begin(self, where: str) -> None:
        self.begin_if_empty(where.rpartition(".")[0])
        place = self.page.locator(f'[data-where="{where}"]')
        self.reveal(place)
        self.press(place.locator(":scope > [data-add]"), f"begin {where}")

    def begin_if_empty(self, where: str) -> None:
        """A group that is not there yet has one button."""
        if not where or where.endswith("]"):
            return
        place = self.page.locator(f'[data-where="{where}"].form-group--empty > [data-add]')
        if place.count():
            self.begin(where)

    def reveal(self, place: Locator) -> None:
        """Open what is folded around it."""
        while place.locator(FOLDED).count():
            folded = place.locator(FOLDED).first.locator(":scope > summary")
            self.press(folded, f"open {folded.inner_text()[:30]}")

    def type(self, where: str, text: str) -> None:
        box = self.place(where).locator("input, textarea").first
        self.go_on_to(box)
        box.fill(text)
        self.typed.append(where)

    def go_on_to(self, box: Locator) -> None:
        """Enter goes on to the next field; only where that is another one has it to be pressed on."""
        is_here = "(box) => box === document.activeElement"
        if not box.evaluate(is_here) and self.page.evaluate("document.activeElement.matches('input[enterkeyhint]')"):
            self.page.keyboard.press("Enter")
        if not box.evaluate(is_here):
            self.focused += 1
            box.focus()

    def choose(self, where: str, value: str) -> None:
        """A choice out of a list of the browser: one press."""
        self.place(where).locator("select").first.select_option(value)
        self.presses.append(f"choose {where}")

    def choose_first(self, where: str, at: int = 1) -> None:
        options = self.place(where).locator("select").first.locator("option")
        self.choose(where, options.nth(at).get_attribute("value") or "")

    def find(self, where: str, text: str) -> None:
        """What a search box finds: type, and take the first."""
        box = self.place(where).locator("input").first
        self.go_on_to(box)
        box.fill(text)
        self.typed.append(where)
        found = self.page.locator("[role=option]:visible").filter(has_text=text).first
        expect(found).to_be_visible()
        if self.way == "keys":
            box.press("ArrowDown")
            box.press("Enter")
            self.presses.append(f"find {where}")
        else:
            self.press(found, f"find {where}")

    def describe_new(self, where: str, text: str) -> None:
        """Type what is in no list, and open the window for a new one with it."""
        box = self.place(where).locator("input").first
        self.go_on_to(box)
        box.fill(text)
        self.typed.append(where)
        if self.way == "keys":
            box.press("ArrowUp")  # the last of the list
            box.press("Enter")
            self.presses.append(f"describe {where}")
        else:
            self.press(self.page.locator("[role=option]:visible").last, f"describe {where}")
