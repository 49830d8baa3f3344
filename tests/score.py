#!/usr/bin/env python3
"""Scores portfix on a file of labelled wordings.

    tests/score.py PROGRAM FILE.jsonl [--misses]

Each line of FILE is an object with "text" and "reasons" (ids, the main one first; empty = nothing to
diagnose) and an optional "id". The program is run once with --input jsonl --format jsonl. Printed are:
the share of lines whose first finding is the main reason, precision, recall and F1 over all reasons,
and the share of lines without a reason that were left alone. Exit status 1 if --at-least F1 FIRST LEFT
is given and missed.
"""

import argparse
import json
import subprocess
import sys


def run(program, lines):
    records = "".join(
        json.dumps({"id": i, "text": line["text"]}) + "\n" for i, line in enumerate(lines)
    )
    done = subprocess.run(
        [program, "diagnose", "--input", "jsonl", "--format", "jsonl"],
        input=records, capture_output=True, text=True, check=False,
    )
    if done.returncode not in (0, 1):
        sys.exit(f"{program} exited with {done.returncode}: {done.stderr}")
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    if [report["id"] for report in reports] != list(range(len(lines))):
        sys.exit("not one report a line, in order")
    return reports


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("file")
    parser.add_argument("--misses", action="store_true", help="print every line that is not right")
    parser.add_argument("--at-least", nargs=3, type=float, metavar=("FIRST", "F1", "LEFT"))
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    if not lines:
        sys.exit(f"{options.file} is empty")

    first_right = positives = left_alone = negatives = hits = found = wanted = 0
    for line, report in zip(lines, run(options.program, lines)):
        got = [finding["reason"] for finding in report["findings"]]
        want = line["reasons"]
        hits += len(set(got) & set(want))
        found += len(set(got))
        wanted += len(set(want))
        if want:
            positives += 1
            right = bool(got) and got[0] == want[0]
            first_right += right
        else:
            negatives += 1
            right = not got
            left_alone += right
        if options.misses and (not right or set(got) != set(want)):
            mark = "MISS" if not right else "part"
            print(f"{mark} {line.get('id', '')} want {want} got {got}\n     {line['text']!r}")

    first = first_right / positives if positives else 1.0
    left = left_alone / negatives if negatives else 1.0
    precision = hits / found if found else 1.0
    recall = hits / wanted if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(
        f"{len(lines)} lines: first reason right {first:.1%} ({first_right}/{positives}), "
        f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, "
        f"left alone {left:.1%} ({left_alone}/{negatives})"
    )
    if options.at_least:
        wanted_first, wanted_f1, wanted_left = options.at_least
        if first < wanted_first or f1 < wanted_f1 or left < wanted_left:
            sys.exit("below what is wanted")


if __name__ == "__main__":
    main()
