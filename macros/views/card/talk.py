"""What a family and a worker talk through about a method: its column on the sheet of the page "Past het?", in plain words."""

from macros.model.method import Method
from macros.views.card.key_facts import KeyFacts, ShortAnswer
from macros.views.common.dutch import capital
from macros.views.common.short import plain, sentence


def talk_answers(method: Method, key: KeyFacts) -> tuple[tuple[str, str], ...]:
    """(question, answer) of each row; the questions are the same for every method, and what weighs a result stands with it."""
    return (
        ("Wat is het?", sentence(plain(method.plain_summary or key.line))),
        ("Voor wie is het?", f"{_said(key.whom)} Leeftijd: {_said(key.ages, begins=False)}"),
        ("Kan een gezin er nu heen?", f"{key.availability.text}. {sentence(key.availability.detail)}"),
        ("Hoe lang duurt het?", _said(key.duration)),
        ("Wat is het belangrijkste resultaat?", _said(key.result)),
        ("Wat kunt u daar niet uit opmaken?", sentence(capital(plain(key.not_to_conclude)))),
        ("Wie kunt u vragen?", _whom_to_ask(key)),
    )


def _said(answer: ShortAnswer, *, begins: bool = True) -> str:
    text = capital(plain(answer.text)) if begins else plain(answer.text)
    return f"{sentence(text)} {sentence(capital(plain(answer.detail)))}" if answer.detail else sentence(text)


def _whom_to_ask(key: KeyFacts) -> str:
    if key.door is None:
        return "Geen bron noemt wie u kunt vragen."
    note = f", {key.door.note}" if key.door.note else ""
    site = f" ({key.door.link})" if "://" in key.door.link else ""
    return sentence(f"{key.door.name}{note}{site}")
