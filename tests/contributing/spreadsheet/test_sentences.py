"""Every sentence of the import and of the commands is said in some test."""

import re
from pathlib import Path

from macros.validation.explain import other_sentences


def test_every_sentence_is_said_in_some_test() -> None:
    files = [*Path(__file__).parent.glob("test_*.py"), Path(__file__).parents[1] / "test_new_card.py"]
    said = "".join(file.read_text(encoding="utf-8") for file in files)
    said = re.sub(r'["\']\s*["\']', "", said)
    sentences = other_sentences()
    assert len(sentences) > 12
    for code, (wrong, _) in sentences.items():
        assert max(re.split(r"\{[^}]*\}", wrong), key=len).strip('" ') in said, code
