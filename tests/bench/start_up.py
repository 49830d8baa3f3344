#!/usr/bin/env python3
"""Times one cold diagnosis against what a porting desk would run instead.

    tests/bench/start_up.py PROGRAM [NOTICE] [--runs N]

Whole processes, run in turn (A B A B …) so that a machine whose speed drifts is the same for both;
printed are, for each peer, both medians and the median of the ratios PROGRAM / peer run by run. Peers
that are not installed are named as such.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import time

HERE = pathlib.Path(__file__).resolve().parent


def run_once(argv, sink):
    """Seconds from spawn to exit."""
    actions = [(os.POSIX_SPAWN_DUP2, sink, 1), (os.POSIX_SPAWN_DUP2, sink, 2)]
    begin = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=actions)
    os.waitpid(pid, 0)
    return time.perf_counter() - begin


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("notice", nargs="?", default=str(HERE / "notice-2k.txt"))
    parser.add_argument("--runs", type=int, default=300)
    options = parser.parse_args()
    json_file = str(HERE / "notice-2k.json")

    commands = {
        "portfix diagnose": [os.path.abspath(options.program), "diagnose", options.notice],
        "portfix --format json": [
            os.path.abspath(options.program), "diagnose", "--format", "json", options.notice],
        "true": ["true"],
        "grep -F x": ["grep", "-F", "x", options.notice],
        "jq .": ["jq", ".", json_file],
        "python3 -c pass": ["python3", "-c", "pass"],
    }
    for name, argv in list(commands.items()):
        path = shutil.which(argv[0])
        if path is None:
            print(f"{name}: {argv[0]} is not installed")
            del commands[name]
        else:
            argv[0] = os.path.realpath(path)

    # A pipe, not /dev/null: grep stops at the first hit when its output is thrown away.
    reader, sink = os.pipe()
    os.set_blocking(reader, False)

    def timed(argv):
        seconds = run_once(argv, sink)
        try:
            while os.read(reader, 1 << 16):
                pass
        except BlockingIOError:
            pass
        return seconds

    own_name, own = next(iter(commands.items()))
    print(f"{options.runs} paired runs each, {os.path.getsize(options.notice)} bytes")
    for name, argv in commands.items():
        if name == own_name:
            continue
        pairs = [(timed(own), timed(argv)) for _ in range(options.runs + 5)][5:]
        mine, others = zip(*pairs)
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"{own_name} {statistics.median(mine) * 1e3:.3f} ms / {name} "
              f"{statistics.median(others) * 1e3:.3f} ms = {ratio:.2f}")


if __name__ == "__main__":
    main()
