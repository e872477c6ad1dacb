"""Draws the pictures of ten years that the charts crate draws, with matplotlib and with plotly, and compares.

Called by `cargo xtask bench --only charts` with the figures of the crate's own run (JSON) and the number of runs.
Each library gets its numbers ready-made (joined in fortnights, counted, binned), so that only drawing is measured:
building the figure and writing it as SVG into memory. The libraries are warm: the first pictures do not count.
Exits with 1 when a goal is missed.
"""

import io
import json
import statistics
import sys
import time
from datetime import date, timedelta

GOAL_MS = 8.0
FRAME_MS = 16.0
GOAL_RATIO = 50.0
WIDTH = 1200


def median_of(draw, runs):
    """Median milliseconds of `runs` pictures after two that warm up, and the bytes of the last."""
    took = []
    for run in range(runs + 2):
        start = time.perf_counter()
        picture = draw()
        elapsed = (time.perf_counter() - start) * 1e3
        if run >= 2:
            took.append(elapsed)
    return statistics.median(took), len(picture)


def joined(values, size=14):
    """Low, middle and high of every run of `size` days that has a value."""
    pieces = []
    for start in range(0, len(values), size):
        some = [v for v in values[start : start + size] if v is not None]
        if some:
            pieces.append((start + size // 2, min(some), statistics.median(some), max(some)))
    return pieces


def numbers(diary):
    first = date.fromisoformat(diary["from"])
    series = [diary[name] for name in ("sleep", "morning", "evening")]
    pairs = {}
    for sleep, pain in zip(series[0], series[1]):
        if sleep is not None and pain is not None:
            place = (round(sleep * 4) / 4, pain)
            pairs[place] = pairs.get(place, 0) + 1
    by_weekday = [[] for _ in range(7)]
    for day, pain in enumerate(series[1]):
        if pain is not None:
            by_weekday[(first + timedelta(days=day)).weekday()].append(pain)
    return {
        "trend": [joined(values) for values in series],
        "scatter": pairs,
        "heat-map": series[1],
        "weekday": by_weekday,
        "first": first,
    }


def with_matplotlib(data):
    import matplotlib

    matplotlib.use("svg")
    import matplotlib.pyplot as plt

    def saved(figure):
        out = io.BytesIO()
        figure.savefig(out, format="svg")
        plt.close(figure)
        return out.getvalue()

    def trend():
        figure, axes = plt.subplots(3, 1, sharex=True, figsize=(12, 6))
        for axis, pieces, colour in zip(axes, data["trend"], ("C0", "C1", "C3")):
            x, low, middle, high = zip(*pieces)
            axis.vlines(x, low, high, lw=1, color=colour, alpha=0.4)
            axis.plot(x, middle, "-o", ms=3, color=colour)
            axis.axhspan(4, 6, alpha=0.1, color=colour)
        return saved(figure)

    def scatter():
        figure, axis = plt.subplots(figsize=(12, 5))
        x, y = zip(*data["scatter"])
        axis.scatter(x, y, s=[6 * n for n in data["scatter"].values()])
        axis.fill_between([4, 9.5], [5, 2], [7, 4], alpha=0.2)
        axis.plot([4, 9.5], [6, 3])
        axis.set_ylim(0, 10)
        return saved(figure)

    def heat_map():
        figure, axis = plt.subplots(figsize=(12, 6))
        values = data["heat-map"] + [None] * (-len(data["heat-map"]) % 7)
        rows = [[float("nan") if v is None else v for v in values[i::7]] for i in range(7)]
        axis.pcolormesh(rows, edgecolors="white", linewidth=0.5)
        return saved(figure)

    def weekday():
        figure, axis = plt.subplots(figsize=(12, 4))
        axis.boxplot(data["weekday"])
        for place, values in enumerate(data["weekday"]):
            axis.plot([place + 1] * len(values), values, ".")
        return saved(figure)

    return {"trend": trend, "scatter-hours": scatter, "heat-map": heat_map, "weekday": weekday}


def with_plotly(data):
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    def saved(figure, height):
        figure.update_layout(width=WIDTH, height=height, showlegend=False)
        return figure.to_image(format="svg")

    def trend():
        figure = make_subplots(rows=3, cols=1, shared_xaxes=True)
        for row, pieces in enumerate(data["trend"], 1):
            x, low, middle, high = zip(*pieces)
            up = [h - m for h, m in zip(high, middle)]
            down = [m - lo for lo, m in zip(low, middle)]
            bars = {"type": "data", "array": up, "arrayminus": down, "width": 0, "thickness": 1}
            line = go.Scatter(x=x, y=middle, mode="lines+markers", error_y=bars)
            figure.add_trace(line, row=row, col=1)
            figure.add_hrect(y0=4, y1=6, opacity=0.1, fillcolor="blue", row=row, col=1)
        return saved(figure, 600)

    def scatter():
        x, y = zip(*data["scatter"])
        sizes = [3 * n**0.5 for n in data["scatter"].values()]
        figure = go.Figure(go.Scatter(x=x, y=y, mode="markers", marker={"size": sizes}))
        figure.add_trace(go.Scatter(x=[4, 9.5], y=[6, 3], mode="lines"))
        figure.add_trace(go.Scatter(x=[4, 9.5, 9.5, 4], y=[5, 2, 4, 7], fill="toself"))
        return saved(figure, 500)

    def heat_map():
        rows = [data["heat-map"][i::7] for i in range(7)]
        return saved(go.Figure(go.Heatmap(z=rows, xgap=1, ygap=1)), 600)

    def weekday():
        boxes = [go.Box(y=values, boxpoints="all") for values in data["weekday"]]
        return saved(go.Figure(boxes), 400)

    return {"trend": trend, "scatter-hours": scatter, "heat-map": heat_map, "weekday": weekday}


def main():
    with open(sys.argv[1], encoding="utf-8") as figures:
        own = json.load(figures)
    runs = int(sys.argv[2])
    data = numbers(own["diary"])
    ours = {(c["name"], c["days"]): c for c in own["charts"]}
    ten = min(days for _, days in ours)
    missed = []
    for (name, days), chart in ours.items():
        goal = GOAL_MS if days == ten else FRAME_MS
        if chart["ms"] > goal:
            missed.append(f"{name} of {days} days takes {chart['ms']:.2f} ms; the goal is {goal} ms")
    print(f"\n{'chart':14} {'library':11} {'median':>10} {'Wane':>10} {'times as long':>14}")
    for library, draws in (("matplotlib", with_matplotlib(data)), ("plotly", with_plotly(data))):
        for name, draw in draws.items():
            took, _ = median_of(draw, runs)
            wane = ours[(name, ten)]["ms"]
            ratio = took / wane
            print(f"{name:14} {library:11} {took:>7.1f} ms {wane:>7.3f} ms {ratio:>13.0f}x")
            if ratio < GOAL_RATIO:
                missed.append(f"{name} is only {ratio:.0f} times as fast as {library}")
    for what in missed:
        print(what)
    sys.exit(1 if missed else 0)


main()
