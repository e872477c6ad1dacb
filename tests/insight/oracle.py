"""What statsmodels says about five hundred made-up diaries.

    oracle.py write FILE   writes the frozen numbers
    oracle.py check FILE   computes them anew and fails where the file says otherwise
"""

import sys

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests

from diaries import Diary
import datetime

DIARIES = 500
HEAD = "seed\tquestion\trows\tslope\tse_hc3\tp\tq\teffect\tci95_low\tci99_high\tas_much"


def rows_of(diary, outcome, predictor, lag, also=None):
    """The outcome, the predictor and the other columns, on strict neighbours of the calendar."""
    rows = []
    for day in range(1, len(outcome)):
        needed = [outcome[day], predictor[day - lag], outcome[day - 1]]
        needed += [also[day - 1]] if also else []
        if None in needed:
            continue
        free = (diary.first + datetime.timedelta(days=day)).weekday() >= 5
        rows.append(needed + [float(free), day / 30])
    table = np.array(rows)
    y, x, controls = table[:, 0], table[:, 1], table[:, 2:]
    free = controls[:, -2]
    if min(free.sum(), len(free) - free.sum()) < 2:
        controls = np.delete(controls, -2, axis=1)
    return y, x, controls


def compared(diary, outcome, predictor, lag, also=None, with_without=False):
    """All numbers of one comparison but q; None where there are too few rows to be shown."""
    y, x, controls = rows_of(diary, outcome, predictor, lag, also)
    first = x > 0.5 if with_without else x < np.median(x)
    if len(y) < 28 or min(first.sum(), len(y) - first.sum()) < 8:
        return None
    design = np.column_stack([np.ones(len(y)), x, controls])
    fit = sm.OLS(y, design).fit(cov_type="HC3", use_t=True)
    difference = x[first].mean() - x[~first].mean()
    effect = fit.params[1] * difference
    se = fit.bse[1] * abs(difference)
    rest = np.column_stack([np.ones(len(y)), controls])
    left = [column - rest @ np.linalg.lstsq(rest, column, rcond=None)[0] for column in (x, y)]
    sums = np.array([abs(np.roll(left[0], shift) @ left[1]) for shift in range(len(y))])
    same = 1e-9 * np.linalg.norm(left[0]) * np.linalg.norm(left[1])
    return {
        "rows": len(y),
        "slope": fit.params[1],
        "se_hc3": fit.bse[1],
        "p": fit.pvalues[1],
        "effect": effect,
        "ci95_low": effect - stats.t.ppf(0.975, fit.df_resid) * se,
        "ci99_high": effect + stats.t.ppf(0.995, fit.df_resid) * se,
        "as_much": int((sums >= sums[0] - same).sum()),
    }


def told(seed):
    """The lines of one diary; a family of two forward, one of two to the pain on waking, and two questions alone."""
    diary = Diary(seed)
    forward = {
        "se_to_pain": compared(diary, diary.pain, diary.se, 0),
        "quality_to_pain": compared(diary, diary.pain, diary.quality, 0),
    }
    waking = {
        "se_to_waking": compared(diary, diary.waking, diary.se, 0, diary.pain),
        "quality_to_waking": compared(diary, diary.waking, diary.quality, 0, diary.pain),
    }
    alone = {
        "pain_to_se": compared(diary, diary.se, diary.pain, 1),
        "factor_to_se": compared(diary, diary.se, diary.factor, 1, diary.pain, True),
    }
    for family in (forward, waking, *({name: one} for name, one in alone.items())):
        shown = {name: one for name, one in family.items() if one}
        if shown:
            q_values = multipletests([one["p"] for one in shown.values()], method="fdr_bh")[1]
            for (name, one), q in zip(shown.items(), q_values):
                numbers = [one["slope"], one["se_hc3"], one["p"], q, one["effect"], one["ci95_low"], one["ci99_high"]]
                text = "\t".join(f"{number:.10g}" for number in numbers)
                yield f"{seed}\t{name}\t{one['rows']}\t{text}\t{one['as_much']}"


def agree(ours, frozen):
    """Whether two lines say the same, up to the last digits of another machine's arithmetic."""
    ours, frozen = ours.split("\t"), frozen.split("\t")
    if ours[:3] != frozen[:3] or ours[-1] != frozen[-1]:
        return False
    return np.allclose([float(n) for n in ours[3:-1]], [float(n) for n in frozen[3:-1]], rtol=2e-9, atol=0)


def main(deed, path):
    lines = [HEAD] + [line for seed in range(DIARIES) for line in told(seed)]
    if deed == "write":
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        return
    with open(path, encoding="utf-8") as file:
        frozen = file.read().splitlines()
    wrong = [(a, b) for a, b in zip(lines[1:], frozen[1:]) if not agree(a, b)]
    if len(lines) != len(frozen) or wrong:
        sys.exit(f"{len(lines)} lines against {len(frozen)} frozen ones, {len(wrong)} differ: {wrong[:1]}")
    print(f"{len(lines) - 1} comparisons of {DIARIES} diaries are as they were frozen")


if __name__ == "__main__":
    main(*sys.argv[1:])
