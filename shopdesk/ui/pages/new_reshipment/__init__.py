"""The form for goods that go out again."""
