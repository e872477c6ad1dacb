"""The whole Insights page with statsmodels, numpy and scipy: what the bench is held against.

    page.py FILE RUNS turned|transformed

Reads one diary, one line a day, and prints the numbers of the page and the seconds of each run. The shifts of the
mirror are taken one by one, as the method describes them and as the frozen numbers were made, or all at once by Fourier
transform, which is the quickest that numpy can do.
"""

import json
import sys
import time

import numpy as np
import statsmodels.api as sm
from scipy import fft, stats
from statsmodels.stats.multitest import multipletests

MEASURES = 5
DAY_FACTORS = 3
NIGHT_FACTORS = 3


def turned(x, y):
    """All circular shifts, one by one."""
    sums = np.array([np.roll(x, shift) @ y for shift in range(len(x))])
    same = 1e-9 * np.sqrt((x @ x) * (y @ y))
    return int((np.abs(sums) >= abs(sums[0]) - same).sum())


def transformed(x, y):
    """All circular shifts at once, by Fourier transform."""
    n = len(x)
    length = fft.next_fast_len(2 * n - 1, real=True)
    sums = fft.irfft(np.conj(fft.rfft(x, length)) * fft.rfft(y, length), length)
    around = sums[:n].copy()
    around[1:] += sums[length - n + 1 :]
    same = 1e-9 * np.sqrt((x @ x) * (y @ y))
    return int((np.abs(around) >= abs(around[0]) - same).sum())


mirror = turned


def before(series):
    return np.concatenate([[np.nan], series[:-1]])


def compared(outcome, predictor, also, weekend, trend, scaling):
    columns = [outcome, predictor, before(outcome), *also, weekend, trend]
    table = np.column_stack(columns)
    table = table[~np.isnan(table).any(axis=1)]
    y, x, controls = table[:, 0], table[:, 1], table[:, 2:]
    if scaling == "with":
        first = x > 0.5
    else:
        first = x < np.median(x)
        if scaling == "graded" and not first.any():
            first = x <= x.min()
    design = np.column_stack([np.ones(len(y)), x, controls])
    fit = sm.OLS(y, design).fit(cov_type="HC3", use_t=True)
    difference = x[first].mean() - x[~first].mean()
    t = stats.t.ppf([0.8, 0.975, 0.995], fit.df_resid)
    se = fit.bse[1] * abs(difference)
    rest = np.column_stack([np.ones(len(y)), controls])
    left = np.column_stack([x, y])
    left = left - rest @ np.linalg.lstsq(rest, left, rcond=None)[0]
    welch = stats.ttest_ind(y[first], y[~first], equal_var=False)
    # What patience needs: the spread that is left, the predictor's own, and the fewest rows by halving.
    columns_in_all = design.shape[1]
    one_row = np.sqrt(fit.scale) / np.sqrt(left[:, 0] @ left[:, 0] / (fit.df_resid + 1)) * abs(difference)
    low, high = columns_in_all + 1, len(y) + 1096
    while low < high:
        middle = (low + high) // 2
        df = middle - columns_in_all
        quantiles = stats.t.ppf([0.975, 0.8], df).sum()
        if quantiles * one_row / np.sqrt(df + 1) * np.sqrt(middle / df) <= 1.0:
            high = middle
        else:
            low = middle + 1
    return {
        "rows": len(y),
        "slope": fit.params[1],
        "p": fit.pvalues[1],
        "effect": fit.params[1] * difference,
        "ranges": [fit.params[1] * difference + s * q * se for q in t[1:] for s in (-1, 1)],
        "min_detectable": (t[0] + t[1]) * se,
        "as_much": mirror(left[:, 0], left[:, 1]),
        "plain": [y[first].mean() - y[~first].mean(), welch.pvalue],
        "needed": low,
        "shared": max(np.unique(values, return_counts=True)[1].max() / len(values) for values in (x, y)),
    }


def skipped(pain, rough, sleep, weekend, trend):
    """Skipped days against rough days and against the pain before, and the bounds of the first measure."""
    missing = np.isnan(pain)
    near = np.concatenate([[False], rough[:-1]]) | np.concatenate([rough[1:], [False]])
    written = ~missing[:-1]
    pains, next_missing = pain[:-1][written], missing[1:][written].astype(float)
    found = [
        mirror(missing - missing.mean(), near - near.mean()),
        mirror(next_missing - next_missing.mean(), pains - pains.mean()),
    ]
    table = np.column_stack([pain, sleep, before(pain), weekend, trend])
    full = ~np.isnan(table).any(axis=1)
    gaps = missing.copy()
    gaps[0] = False
    known = table[full]
    design = np.column_stack([np.ones(len(known)), known[:, 1:]])
    fit = sm.OLS(known[:, 0], design).fit()
    first = known[:, 1] < np.median(known[:, 1])
    halves = [known[~first, 1].mean(), known[first, 1].mean()]
    filled = table[gaps]
    usual = known[:, 0].mean()
    blank = np.isnan(filled[:, 1])
    filled[blank, 1] = np.resize(halves, blank.sum())
    filled[np.isnan(filled[:, 2]), 2] = usual
    added = np.column_stack([np.ones(len(filled)), filled[:, 1:]])
    expected = added @ fit.params
    both = np.vstack([design, added])
    weights = np.linalg.pinv(both)[1]
    ends = []
    for highest in (False, True):
        up = (weights[len(known) :] > 0) == highest
        y = np.where(up, np.maximum(expected, np.nanmax(pain)), np.minimum(expected, np.nanmin(pain)))
        ends.append((weights[: len(known)] @ known[:, 0] + weights[len(known) :] @ y) * (halves[1] - halves[0]))
    return found, sorted(ends)


def page(days):
    weekend, trend, rough, pain = days[:, 0], np.arange(len(days)) / 30, days[:, 1] > 0, days[:, 2]
    waking = days[:, 3]
    measures = [days[:, 4 + i] for i in range(MEASURES)]
    factors = [days[:, 4 + MEASURES + i] for i in range(DAY_FACTORS + NIGHT_FACTORS)]
    families = [
        [compared(pain, x, [], weekend, trend, "median") for x in measures],
        [compared(waking, x, [before(pain)], weekend, trend, "median") for x in measures],
        [compared(x, before(pain), [], weekend, trend, "median") for x in measures],
        [compared(measures[0], before(x), [before(pain)], weekend, trend, "with") for x in factors[:DAY_FACTORS]]
        + [compared(pain, x, [], weekend, trend, "graded") for x in factors[DAY_FACTORS:]],
    ]
    q_values = [multipletests([one["p"] for one in family], method="fdr_bh")[1] for family in families]
    return families, q_values, skipped(pain, rough, measures[0], weekend, trend)


def main(path, runs, way):
    global mirror
    mirror = {"turned": turned, "transformed": transformed}[way]
    days = np.genfromtxt(path, delimiter=",")
    seconds = []
    for _ in range(int(runs)):
        begun = time.perf_counter()
        families, q_values, (found, bounds) = page(days)
        seconds.append(time.perf_counter() - begun)
    numbers = [
        [one["rows"], one["slope"], one["p"], q, one["effect"], *one["ranges"], one["min_detectable"], one["as_much"]]
        for family, qs in zip(families, q_values)
        for one, q in zip(family, qs)
    ]
    # Numbers first, one comparison a line; then the skipped days; then the seconds.
    for line in numbers:
        print("comparison", *(f"{float(number):.17g}" for number in line))
    print("skipped", *found, *(f"{end:.17g}" for end in bounds))
    print("seconds", *(f"{run:.9f}" for run in seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
