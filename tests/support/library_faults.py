"""What the check can say that no form can meet."""

OF_THE_LIBRARY = {
    "unused", "list_gone", "id_in_record", "dict_type", "placed_without_meaning", "too_large", "card_gone", "day_needed",
    "moved_or_removed", "moved_with_reason", "removed_without_reason", "moved_but_there", "moved_to_unknown", "moved_in_circle",
    "one_mention", "new_but_there", "guideline_without_card", "named_but_has_card",
    "former_tool_there", "comparison_without_card", "compared_twice", "purpose_not_read",
    "same_name", "relation_to_itself", "relation_in_circle",
}  # fmt: skip
"""Faults of data files as a whole, of a card beside the other cards, of fields that stand in none of the form's records, and of
the size of a file."""
