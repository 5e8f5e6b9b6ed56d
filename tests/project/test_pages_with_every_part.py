"""Of pages that look alike axe sees so many that every kind of part is among them."""

from accessibility import with_every_part

TILE, LIST = '<div class="tile"><p>een</p></div>', "<ul><li>twee</li></ul>"


def test_a_page_that_shows_nothing_new_is_left_out() -> None:
    assert with_every_part({"one": TILE, "both": TILE + LIST, "words": TILE.replace("een", "drie")}) == ["both"]


def test_a_part_with_another_class_role_or_place_is_looked_at() -> None:
    for other in (TILE.replace("tile", "plot"), TILE.replace("<p>", '<p role="status">'), TILE.replace("<p>een</p>", LIST)):
        assert with_every_part({"one": TILE, "other": other}) in (["one", "other"], ["other", "one"])


def test_nothing_is_chosen_of_nothing() -> None:
    assert with_every_part({}) == [] and with_every_part({"empty": ""}) == []
