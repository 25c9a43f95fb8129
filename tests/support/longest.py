"""Which tests take longest, by what `make test` and `make trouble` say at their ends: they begin first."""

# Parts of names, the longest first; each took four seconds or more when the machine had nothing else to do.
LONGEST = (
    "machine/test_machine.py::test_anything_in_any_order_for_long",
    "trouble/test_understanding.py",
    "trouble/test_soak.py",
    "trouble/test_disk_full.py",
    "house/test_every_command.py",
    "docs/test_examples.py",
    "house/test_up.py::test_the_shops_own",
    "house/test_demo.py",
    "office/test_in_a_browser.py",
    "web/test_every_page.py",
    "office/test_till_in_a_bad_net.py",
    "web/test_in_a_browser.py",
    "rider/test_in_a_bad_net.py",
    "office/test_a_day.py",
    "crash/test_matrix.py::test_killed",
    "machine/test_machine.py",
    "trouble/test_clocks.py::test_with_clocks",
    "trouble/test_redis.py",
    "trouble/test_strange_tasks.py",
    "pages/test_in_a_browser.py",
    "security/test_logs.py",
    "house/test_up.py",
    "house/test_refusals.py",
    "house/test_services.py",
    "crash/",
    "trouble/",
    "races/test_sixty_buyers.py",
    "security/",
    "simulator_page/",
    "lifecycles/test_payments_gateway.py",
    "money/",
    "chats/",
)


def place_of(name: str) -> int:
    """The place in the line of the test of this name."""
    return next((place for place, part in enumerate(LONGEST) if part in name), len(LONGEST))
