"""A chart as a picture: bars of sales, drawn by pygal and shown through `<img>`; its numbers stand beneath."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pygal
from pygal.style import Style

from core.money import PAISE_PER_RUPEE, format_rupees

# It puts a finder of plugins into every import of the process, which Python 3.12 no longer asks; we use no plugin.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__.partition(".")[0] != "pygal"]

MOST_BARS = 93  # a quarter by days
WIDE, NARROW = (900, 320), (380, 300)  # of a desk and of a phone, in its pixels
SIZES = {"label_font_size": 12, "major_label_font_size": 12, "font_family": "system-ui, sans-serif"}
# As static/styles/tokens.css has them; a picture cannot read a page's colours.
LIGHT = Style(background="transparent", plot_background="transparent", foreground="#6a503b",
              foreground_strong="#3b2413", foreground_subtle="#e3d1b1", colors=("#c9700f",), **SIZES)  # fmt: skip
DARK = Style(background="transparent", plot_background="transparent", foreground="#d3bfa3",
             foreground_strong="#fbeedb", foreground_subtle="#453422", colors=("#ffb145",), **SIZES)  # fmt: skip


def draw_bars(bars: Sequence[tuple[str, int]], *, dark: bool, narrow: bool = False) -> bytes:
    """SVG of (label, paise) each, the first ones of too many; without a script and without anything from elsewhere.

    A `narrow` one is drawn as wide as a phone, so that its words are as large there as on a desk.
    """
    shown = bars[:MOST_BARS]
    (width, height), most_labels = (NARROW, 8) if narrow else (WIDE, 31)
    every = -(-len(shown) // most_labels) if shown else 1
    chart = pygal.Bar(
        style=DARK if dark else LIGHT,
        js=(),
        show_legend=False,
        width=width,
        height=height,
        x_label_rotation=40,
        truncate_label=14 if narrow else -1,
        show_minor_x_labels=every == 1,
        no_data_text="",
        value_formatter=lambda rupees: format_rupees(round(rupees) * PAISE_PER_RUPEE),
        disable_xml_declaration=False,
    )
    chart.x_labels = [label for label, _ in shown]
    if every > 1:
        chart.x_labels_major_every = every
    chart.add_xml_filter(_without_scripts)
    chart.add("", [paise / PAISE_PER_RUPEE for _, paise in shown])
    drawn: bytes = chart.render()
    return drawn


def _without_scripts(root: Element) -> Element:
    """It writes its settings down as a script, also when it is given none to run."""
    for parent in list(root.iter()):
        for child in list(parent):
            if str(child.tag).rpartition("}")[2] == "script":
                parent.remove(child)
    return root
