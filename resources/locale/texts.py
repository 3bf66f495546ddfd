"""Keep the translations beside this file in step with the texts in the code.

`texts.py update` extracts all texts into every catalogue; `texts.py check` names each one that is
missing, doubtful, no longer used, or that lost a placeholder, and fails if there is any. Both are
run through `dev.py`.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).resolve().parent
CODE = LOCALE.parent.parent / "shopdesk"
LANGUAGES = ("zh_CN",)
WE = "ShopDesk developers"
MARKS = {"_": 1, "N_": 1, "ngettext": 2, "counted": 2}  # function -> texts it takes


def main(words: list[str]) -> int:
    """Update or check all catalogues; return the exit code."""
    template = extracted(CODE)
    if words == ["update"]:
        for language in LANGUAGES:
            update(catalogue_file(language), language, template)
        return 0
    found = list(all_problems(template))
    sys.stdout.write("".join(f"{problem}\n" for problem in found))
    sys.stdout.write(f"translations: {len(template)} texts, {len(found)} problems\n")
    return int(bool(found))


def catalogue_file(language: str) -> Path:
    """Return the place of one language's texts."""
    return LOCALE / language / "LC_MESSAGES" / "shopdesk.po"


def extracted(code: Path) -> Catalog:
    """Return all texts marked in the Python files of a folder, each with the files it is in."""
    template = Catalog(project="ShopDesk", charset="utf-8")
    for file in sorted(code.rglob("*.py")):
        place = f"{code.name}/{file.relative_to(code).as_posix()}"
        for text in marked(ast.parse(file.read_bytes())):
            template.add(text, locations=[(place, 0)])
    return template


def marked(tree: ast.Module) -> Iterator[str | tuple[str, ...]]:
    """Yield the texts that are written out where they are marked, in the order of the file.

    Babel's own extraction also takes `KEY` from `_(TABLE["KEY"])`, which nobody reads.
    """
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        count = MARKS.get(name_of(call.func), 0)
        words = tuple(map(written_out, call.args[:count]))
        if words and all(words):
            yield words if count > 1 else words[0]


def name_of(function: ast.expr) -> str:
    """Return what a called function or method is named, such as `_`; nothing if it has no name."""
    if isinstance(function, ast.Attribute):  # paper asks a catalogue of its own: `words.ngettext`
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def written_out(word: ast.expr) -> str:
    """Return the text that an argument is, or nothing where it is computed."""
    return word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else ""


def update(file: Path, language: str, template: Catalog) -> None:
    """Write the catalogue anew: texts as in the code, translations kept, unused ones dropped."""
    catalogue = read(file, language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_po(out, catalogue, width=100, sort_by_file=True, include_lineno=False)


def read(file: Path, language: str) -> Catalog:
    """Return a catalogue as it lies on disk, or an empty one."""
    if not file.exists():
        return empty(language)
    with file.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def empty(language: str) -> Catalog:
    """Return a catalogue that holds nothing yet."""
    return Catalog(
        language,
        project="ShopDesk",
        version="1",
        header_comment="# The words of ShopDesk; `dev.py texts` brings new ones in.",
        msgid_bugs_address=WE,
        last_translator=WE,
        language_team=WE,
        fuzzy=False,
    )


def all_problems(template: Catalog) -> Iterator[str]:
    """Yield what is wrong in any language."""
    for language in LANGUAGES:
        for problem in problems(read(catalogue_file(language), language), template):
            yield f"{language}: {problem}"


def problems(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Yield a line for each text that keeps a catalogue from being complete."""
    for message in texts(template):
        translation = catalogue.get(message.id)
        if translation is None or not all(forms(translation.string)):
            yield f"missing: {message.id!r}"
        elif translation.fuzzy:
            yield f"doubtful (fuzzy): {message.id!r}"
        else:
            yield from lost_placeholders(translation)
    unused = [message.id for message in texts(catalogue) if template.get(message.id) is None]
    for text in [*unused, *catalogue.obsolete]:
        yield f"no longer used: {text!r}"


def texts(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue, its header left out."""
    return (message for message in catalogue if message.id)


def lost_placeholders(message: Message) -> Iterator[str]:
    """Yield a line for each form whose {names} are not those of the text (of its plural)."""
    expected = placeholders(forms(message.id)[-1])
    for form in forms(message.string):
        if placeholders(form) != expected:
            yield f"placeholders differ: {message.id!r} -> {form!r}"


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the forms of a text that may have several for counting."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def placeholders(text: str) -> set[str]:
    """Return the names in braces; braces that do not pair count as a name of their own."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"unpaired braces"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
