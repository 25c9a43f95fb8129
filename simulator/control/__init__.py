"""The `/sim` doors: how tests, the page and the demo act as the outside world and read its books."""
