"""Start ShopDesk from a source tree or a frozen build."""

from shopdesk.app import main

if __name__ == "__main__":
    raise SystemExit(main())
