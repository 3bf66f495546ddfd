"""`shopdesk import`: the preview of what a file holds; with --yes it is written."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.cli.command import Command, Meter, opened
from shopdesk.cli.streams import answer, complain, say
from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _
from shopdesk.importing.drafts import Problem, ReadResult
from shopdesk.importing.reader import read_order_files
from shopdesk.importing.writing.plan import ImportPlan, plan_import
from shopdesk.paths import DataFolder
from shopdesk.queries.shops import ShopRow, find_shop, load_shops
from shopdesk.rules.platforms import family

DATE_ORDERS = {"day": True, "month": False}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--shop", help=_("name of the shop that the orders belong to"))
    parser.add_argument("--yes", action="store_true", help=_("write what the preview shows"))
    parser.add_argument("--json", action="store_true", help=_("answer as JSON"))
    parser.add_argument(
        "--first",
        choices=DATE_ORDERS,
        help=_("what comes first in dates like 03/04, where the file leaves it open"),
    )


def _run(folder: DataFolder, words: Namespace) -> int:
    with opened(folder) as desk:
        shop, result = _read(desk, words)
        with desk.reading() as reader:
            plan = plan_import(reader, shop, result)
        if words.yes and plan.orders:
            _write(desk, shop, result)
        _answer(plan, words)
    return 1 if any(problem.severity == "error" for problem in plan.problems) else 0


def _read(desk: Desk, words: Namespace) -> tuple[ShopRow, ReadResult]:
    with desk.reading() as reader:
        shops = load_shops(reader)
        named = find_shop(reader, words.shop) if words.shop else None
    if not shops:
        raise DomainError(_("There is no shop yet. Start ShopDesk once to set it up."))
    meter = Meter(_("Reading"))
    shop = named or shops[0]
    result = _read_files(shop, words, meter)
    found = named or _shop_for(result, shops)
    if found != shop:
        result = _read_files(found, words, meter)
    meter.end()
    return found, result


def _read_files(shop: ShopRow, words: Namespace, meter: Meter) -> ReadResult:
    return read_order_files(
        words.files,
        timezone=ZoneInfo(shop.timezone),
        default_currency=shop.currency,
        day_first=DATE_ORDERS.get(words.first),
        progress=meter,
    )


def _shop_for(result: ReadResult, shops: list[ShopRow]) -> ShopRow:
    """Return the one shop that the file must belong to; asks for its name where it is not sure."""
    named = [shop for shop in shops if shop.name == result.shop_name]
    fitting = named or [s for s in shops if family(s.platform) == family(result.platform)]
    if len(fitting) == 1:
        return fitting[0]
    if len(shops) == 1:
        return shops[0]
    raise DomainError(
        _("Say which shop these orders belong to, with --shop. There are: {names}.").format(
            names=_(", ").join(shop.name for shop in shops)
        )
    )


def _write(desk: Desk, shop: ShopRow, result: ReadResult) -> None:
    """Write what was read, behind a backup of what the shop was before."""
    from shopdesk.importing.writing.accept import accept_import
    from shopdesk.storage.backups import back_up_if_changed
    from shopdesk.storage.manifests import BackupReason

    back_up_if_changed(desk.folder, BackupReason.IMPORT)
    meter = Meter(_("Writing"))
    desk.write(
        N_("Orders imported"), lambda session: accept_import(session, shop, result.orders, meter)
    )
    meter.end()


def _answer(plan: ImportPlan, words: Namespace) -> None:
    if words.json:
        answer(json.dumps(_as_json(plan, written=words.yes), ensure_ascii=False, indent=1))
        return
    for kind in plan.kinds:
        say(_(kind))
    say(_("Shop: {name}").format(name=plan.shop.name))
    say(
        _("New {new}, changed {changed}, unchanged {same}").format(
            new=plan.new, changed=plan.changed, same=plan.same
        )
    )
    for problem in plan.problems:
        complain(f"{_place(problem)}{problem.sentence}")
    if words.yes:
        say(_("Written."))
    else:
        say(_("Nothing was written. Add --yes to write it."))


def _place(problem: Problem) -> str:
    parts = [problem.file] if problem.file else []
    if problem.line is not None:
        parts.append(_("line {line}").format(line=problem.line))
    if problem.column:
        parts.append(_("column “{column}”").format(column=problem.column))
    return f"{', '.join(parts)}: " if parts else ""


def _as_json(plan: ImportPlan, *, written: bool) -> dict[str, Any]:
    return {
        "shop": plan.shop.name,
        "kinds": list(plan.kinds),
        "rows": plan.rows,
        "new": plan.new,
        "changed": plan.changed,
        "unchanged": plan.same,
        "written": written,
        "problems": [asdict(problem) for problem in plan.problems],
        "orders": [
            {
                "number": order.draft.number,
                "line": order.draft.place,
                "change": order.kind,
                "before": dict(order.before),
                "after": dict(order.after),
            }
            for order in plan.orders
        ],
    }


COMMAND = Command("import", N_("read order exports, and write them with --yes"), _arguments, _run)
