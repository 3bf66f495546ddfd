"""What is wrong with the words of a command, in sentences of ours: argparse speaks English only."""

import re
from argparse import ArgumentParser
from typing import NoReturn

from shopdesk.cli.streams import complain
from shopdesk.i18n import N_, _

# argparse's messages, as Python 3.11 and its followers word them; the first that fits is told.
_SENTENCES = (
    (r"the following arguments are required: (?P<names>.+)", N_("Missing: {names}.")),
    (r"one of the arguments (?P<names>.+) is required", N_("Missing: one of {names}.")),
    (
        r"argument (?P<name>[^:]+): not allowed with argument (?P<other>.+)",
        N_("{name} and {other} exclude each other."),
    ),
    (r"unrecognized arguments: (?P<words>.+)", N_("ShopDesk does not know “{words}”.")),
    (
        r"argument (?P<name>[^:]+): invalid choice: '(?P<given>.*)' \(choose from (?P<known>.*)\)",
        N_("{name} cannot be “{given}”; choose one of {known}."),
    ),
    (
        r"argument (?P<name>[^:]+): expected (?:one|at least one) argument",
        N_("{name} needs a value after it."),
    ),
    (
        r"argument (?P<name>[^:]+): invalid \w+ value: '(?P<given>.*)'",
        N_("{name} cannot be “{given}”."),
    ),
    (r"argument (?P<name>[^:]+): (?P<problem>.+)", N_("{name}: {problem}.")),
)


class Parser(ArgumentParser):
    """Says what is wrong in one line, without a page of usage before it; exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Tell it and end."""
        hint = _("(try: {program} --help)").format(program=self.prog)
        complain(f"{usage_sentence(message)} {hint}")
        raise SystemExit(2)


def usage_sentence(message: str) -> str:
    """Return argparse's message as a sentence in the language spoken now."""
    for pattern, sentence in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            parts = found.groupdict()
            parts["known"] = parts.get("known", "").replace("'", "")
            return _(sentence).format(**parts)
    return message
