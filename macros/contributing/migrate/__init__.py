"""Earlier forms of a card, and the steps that carry a card over to the form of today."""
