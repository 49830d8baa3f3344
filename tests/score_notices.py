#!/usr/bin/env python3
"""Scores portfix on whole notices.

    tests/score_notices.py PROGRAM DIR [--shape NAME] [--misses]

DIR holds notices and, beside each, NAME.expect.json (see tests/corpus/README.md). Printed are, a line a
shape and one for all: first reason right, F1 over reasons, non-rejections left alone, F1 over telephone
numbers, per-number reasons right, order id, provider and losing carrier right.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys


def diagnose(program, path):
    done = subprocess.run([program, "diagnose", "--format", "json", str(path)],
                          capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{path}: exit {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)["reports"][0]


class Tally:
    def __init__(self):
        self.right = collections.Counter()
        self.all = collections.Counter()

    def count(self, what, right, of=1):
        self.right[what] += right
        self.all[what] += of

    def overlap(self, what, got, want):
        self.right[what] += 2 * len(got & want)
        self.all[what] += len(got) + len(want)

    def line(self):
        names = ["outcome", "first", "F1", "left alone", "numbers", "per number", "order", "provider",
                 "carrier", "country"]
        return ", ".join(f"{n} {self.right[n] / self.all[n]:.1%}" for n in names if self.all[n])


def score(expected, report, tallies):
    got = [finding["reason"] for finding in report["findings"]]
    want = expected["reasons"]
    notice = report["notice"]
    problems = []

    def check(what, ok, detail):
        for tally in tallies:
            tally.count(what, ok)
        if not ok:
            problems.append(f"{what}: {detail}")

    check("outcome", report["outcome"] == expected["outcome"],
          f"want {expected['outcome']} got {report['outcome']}")
    if expected["outcome"] == "diagnosed":
        check("first", bool(got) and got[0] == want[0], f"want {want} got {got}")
        for tally in tallies:
            tally.overlap("F1", set(got), set(want))
        if set(got) != set(want) and got and got[0] == want[0]:
            problems.append(f"reasons: want {want} got {got}")
    else:
        check("left alone", not got, f"got {got}")
    for tally in tallies:
        tally.overlap("numbers", set(notice["numbers"]), set(expected["numbers"]))
    if set(notice["numbers"]) != set(expected["numbers"]):
        problems.append(f"numbers: want {expected['numbers']} got {notice['numbers']}")
    for number, reasons in expected.get("per_number", {}).items():
        mine = {f["reason"] for f in report["findings"] if number in f["numbers"]}
        check("per number", mine == set(reasons), f"{number} want {reasons} got {sorted(mine)}")
    for name, key in (("order", "order_id"), ("provider", "provider"),
                      ("carrier", "losing_carrier"), ("country", "country")):
        if expected.get(key) is not None or key != "country":
            check(name, notice[key] == expected.get(key),
                  f"want {expected.get(key)!r} got {notice[key]!r}")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("directory")
    parser.add_argument("--shape")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    every = Tally()
    shapes = collections.defaultdict(Tally)
    counts = collections.Counter()
    for label in sorted(pathlib.Path(options.directory).rglob("*.expect.json")):
        shape = label.parent.name
        if options.shape and shape != options.shape:
            continue
        stem = label.name.removesuffix(".expect.json")
        notices = [p for p in label.parent.glob(stem + ".*") if p != label and p.stem == stem]
        if len(notices) != 1:
            sys.exit(f"{label}: no notice beside it")
        problems = score(json.loads(label.read_text()), diagnose(options.program, notices[0]),
                         [every, shapes[shape]])
        counts[shape] += 1
        if options.misses and problems:
            print(f"{shape}/{notices[0].name}\n    " + "\n    ".join(problems))
    if not counts:
        sys.exit("no notices")
    for shape, tally in sorted(shapes.items()):
        print(f"{shape:6} {counts[shape]:4}: {tally.line()}")
    print(f"all    {sum(counts.values()):4}: {every.line()}")


if __name__ == "__main__":
    main()
