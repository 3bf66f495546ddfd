"""What the forms for new cases share: the order or the buyer, what came before, the fields."""
