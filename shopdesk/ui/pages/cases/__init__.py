"""What every page of cases shows of one: evidence, money, due time, timeline, related cases."""
