"""What can be taken back is held in order, and no more of it than is bounded."""

from shopdesk.i18n import speak
from shopdesk.ui.desk import Change
from shopdesk.ui.undo_stack import MOST_KEPT, UndoStack


def pushed(stack: UndoStack, number: int) -> Change:
    change = Change(number, f"Change {number}")
    stack.push(change)
    return change


def reverse(stack: UndoStack, change: Change, new_id: int) -> Change:
    undone = stack.is_undone(change)
    made = Change(new_id, change.label)
    stack.took_back(stack.take(change), made, undone=undone)
    return made


def last(stack: UndoStack) -> int | None:
    return stack.last_done.change.id if stack.last_done else None


def test_changes_are_taken_back_and_done_again_in_order() -> None:
    stack = UndoStack()
    first, second = pushed(stack, 1), pushed(stack, 2)
    undo_second = reverse(stack, second, 3)
    undo_first = reverse(stack, first, 4)
    assert last(stack) is None
    assert stack.last_undone is not None
    assert stack.last_undone.change == undo_first
    reverse(stack, undo_first, 5)
    reverse(stack, undo_second, 6)
    assert last(stack) == 6
    assert stack.last_undone is None


def test_the_bar_takes_its_own_change_out_of_the_middle() -> None:
    stack = UndoStack()
    first, _second = pushed(stack, 1), pushed(stack, 2)
    reverse(stack, first, 3)
    assert last(stack) == 2


def test_a_new_change_ends_what_could_be_done_again() -> None:
    stack = UndoStack()
    reverse(stack, pushed(stack, 1), 2)
    pushed(stack, 3)
    assert stack.last_undone is None


def test_a_refused_step_is_the_next_one_again() -> None:
    stack = UndoStack()
    first = pushed(stack, 1)
    stack.put_back(stack.take(first), undone=False)
    assert last(stack) == 1


def test_no_more_is_held_than_is_bounded() -> None:
    stack = UndoStack()
    for number in range(MOST_KEPT + 20):
        pushed(stack, number)
    for _number in range(MOST_KEPT):
        assert stack.last_done is not None
        stack.take(stack.last_done.change)
    assert last(stack) is None


def test_what_was_done_is_said_in_the_language_spoken_now() -> None:
    stack = UndoStack()
    change = Change(1, "Return policy saved: {shop}", {"shop": "云柔"})
    stack.push(change)
    stack.describe(change, "Saved, and well.", lambda: None)
    step = stack.last_done
    assert step is not None
    assert step.words == "Saved, and well."
    speak("zh_CN")
    assert step.words.endswith("：云柔")
