"""Measures what bringing an Apple Health export in costs, against what people would otherwise use.

Called by `cargo xtask bench --only import` with the example program, the folders of the other tools, the number of
records of the small export and the number of runs. Every tool reads the same file in the same run; user CPU and peak
memory are the system's own figures for each child. Exits with 1 when a goal is missed.
"""

import os
import statistics
import subprocess
import sys
import time
import zipfile

GOAL_NPM = 10.0
GOAL_PYPI = 30.0
GOAL_MIB = 64.0
GOAL_UNPACK = 1.5
GOAL_PACKED = 1.5
LARGE = 10


def spent(arguments):
    """User seconds, wall seconds and peak MiB of one child, and what it said."""
    start = time.perf_counter()
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.read().decode(errors="replace").strip()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if child.returncode != 0:
        return None, wall, usage.ru_maxrss / 1024, said
    return usage.ru_utime, wall, usage.ru_maxrss / 1024, said


def medians(commands, runs):
    """Of each command its median figures. They take turns, since a machine is faster in one minute than in another."""
    figures = [[] for _ in commands]
    for _ in range(runs):
        for of, arguments in zip(figures, commands):
            one = spent(arguments)
            if one[0] is None:
                raise SystemExit(f"{arguments[0]} failed: {one[3]}")
            of.append(one)
    return [
        (
            statistics.median(one[0] for one in of),
            statistics.median(one[1] for one in of),
            max(one[2] for one in of),
        )
        for of in figures
    ]


def main():
    example, folder, npm, python, records, runs = sys.argv[1:7]
    records, runs = int(records), int(runs)
    small = os.path.join(folder, "export.xml")
    subprocess.run([example, "make", small, str(records)], check=True)
    mib = os.path.getsize(small) / 1024 / 1024
    packed = os.path.join(folder, "export.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(small, "apple_health_export/export.xml")
    print(f"{mib:.0f} MiB, {records} records")
    print(f"{'what':36} {'user s':>8} {'wall s':>8} {'MiB':>7}")

    def line(name, of):
        print(f"{name:36} {of[0]:8.2f} {of[1]:8.2f} {of[2]:7.1f}", flush=True)
        return of

    turns = [
        ("Wane, into a diary", [example, "wane", small]),
        ("quick-xml, counting", [example, "count", small]),
        ("unpacking the zip alone", [example, "unpack", packed]),
        ("Wane, reading the zip", [example, "look", packed]),
        ("Wane, out of the zip into a diary", [example, "wane", packed]),
    ]
    figures = medians([arguments for _, arguments in turns], runs)
    wane, count, unpack, read, zipped = [line(name, of) for (name, _), of in zip(turns, figures)]
    slow = max(1, runs // 5)
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "import-npm.mjs")
    other = line("npm apple-health-parser", medians([["node", script, npm, small]], slow)[0])
    database = os.path.join(folder, "health.db")

    def sqlite():
        if os.path.exists(database):
            os.remove(database)
        return spent([python, packed, database])

    of = [sqlite() for _ in range(slow)]
    if any(one[0] is None for one in of):
        raise SystemExit(f"healthkit-to-sqlite failed: {of[-1][3]}")
    pypi = line("PyPI healthkit-to-sqlite", [statistics.median(one[n] for one in of) for n in range(3)])
    if os.path.exists(database):
        os.remove(database)
    os.remove(packed)
    os.remove(small)
    large = os.path.join(folder, "large.xml")
    subprocess.run([example, "make", large, str(records * LARGE)], check=True)
    try:
        big = line(f"Wane, {os.path.getsize(large) / 1024**3:.1f} GiB", medians([[example, "wane", large]], 1)[0])
    finally:
        os.remove(large)

    goals = [
        ("quick-xml's count / Wane, user CPU", count[0] / wane[0], 1.0, True),
        ("apple-health-parser / Wane, user CPU", other[0] / wane[0], GOAL_NPM, True),
        ("healthkit-to-sqlite / Wane, user CPU", pypi[0] / wane[0], GOAL_PYPI, True),
        # Unpacked by one thread and understood by another: what counts is how soon it has been read to its end.
        # Writing the diary comes after that, and is the same whether there was an archive or not.
        ("zip: reading / unpacking alone, time", read[1] / unpack[1], GOAL_UNPACK, False),
        ("zip: into a diary / unpacked file, time", zipped[1] / wane[1], GOAL_PACKED, False),
        ("peak MiB, small", max(wane[2], zipped[2]), GOAL_MIB, False),
        ("peak MiB, large", big[2], GOAL_MIB, False),
    ]
    missed = 0
    for name, value, goal, above in goals:
        good = value >= goal if above else value <= goal
        missed += not good
        print(f"{name:40} {value:7.2f}  goal {'at least' if above else 'at most'} {goal:g}{'' if good else '  MISSED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
