#!/usr/bin/env python3
"""Holds the scores on the shared gold against corpus/floors.json.

    .ci/scores.py [--raise]

Floors may only rise (ceilings only fall): --raise writes what is better. They are measured on a gold file whose
hash stands beside them. Where the gold has changed since, old and new scores are printed and the new ones
become the floors, in a commit of their own.
"""
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path("../shared")
FLOORS = Path("corpus/floors.json")
PROGRAM = "target/release/zahlenwerk"
PLACES = 4
CASE_TYPES = {"all", "number", "percent", "currency", "range"}


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def flat(figures):
    """The figures that have floors, by name: shares above, counts of mistakes below."""
    floors, ceilings = {}, {}
    for name, value in figures.items():
        if name == "false_alarms":
            ceilings[name] = value
        elif name == "attributes":
            floors.update({f"attributes.{key}": share for key, share in value.items()})
        elif isinstance(value, dict) and "f1" in value:
            floors.update({f"{name}.{key}": value[key] for key in ("p", "r", "f1")})
    return floors, ceilings


def measure_gold(gold, folder):
    out = folder / "extracted.jsonl"
    run(PROGRAM, "extract", gold, "--format", "jsonl", "--quiet", "-o", out)
    text = run(sys.executable, SHARED / "eval/score.py", gold, out)
    print(f"{gold}\n{text}")
    own = run(PROGRAM, "eval", gold)
    if not own.startswith(text):
        sys.exit(f"zahlenwerk eval and score.py disagree on {gold}:\n{own}")
    return flat(json.loads(run(sys.executable, SHARED / "eval/score.py", gold, out, "--json")))


def measure_cases(cases, folder):
    out = folder / "mentions.jsonl"
    run(PROGRAM, "mentions", cases, "--format", "jsonl", "-o", out)
    text = run(sys.executable, SHARED / "eval/peers.py", cases, out)
    print(f"{cases}\n{text}")
    shares = (line.rsplit(" = ", 1) for line in text.splitlines())
    shares = {name.rsplit(maxsplit=1)[0]: float(share) for name, share in shares}
    return {name: share for name, share in shares.items() if name in CASE_TYPES}, {}


def cut(share):
    return math.floor(share * 10**PLACES) / 10**PLACES


def compare(name, kept, floors, ceilings, raising):
    """What has fallen; raises what has risen."""
    fallen = []
    for key, floor in kept["floors"].items():
        if floors.get(key, 0.0) < floor:
            fallen.append(f"{name} {key}: {floors.get(key, 0.0):.4f} is below the floor {floor:.4f}")
    for key, ceiling in kept["ceilings"].items():
        if ceilings.get(key, 0) > ceiling:
            fallen.append(f"{name} {key}: {ceilings[key]} is above the ceiling {ceiling}")
    if raising:
        for key, share in floors.items():
            kept["floors"][key] = max(kept["floors"].get(key, 0.0), cut(share))
        for key, count in ceilings.items():
            kept["ceilings"][key] = min(kept["ceilings"].get(key, count), count)
    return fallen


def renew(name, kept, floors, ceilings, digest):
    """The gold is another one: its scores are the new floors."""
    print(f"the gold of {name} has changed; floor before -> score now")
    for key, share in floors.items():
        print(f"  {key:24} {kept['floors'].get(key, 0.0):.4f} -> {share:.4f}")
    for key, count in ceilings.items():
        print(f"  {key:24} {kept['ceilings'].get(key, '-')} -> {count}")
    kept["gold_sha256"] = digest
    kept["floors"] = {key: cut(share) for key, share in floors.items()}
    kept["ceilings"] = dict(ceilings)


def main():
    raising = "--raise" in sys.argv[1:]
    table = json.loads(FLOORS.read_text(encoding="utf-8"))
    measures = {"dev": ("gold/dev.jsonl", measure_gold), "seed": ("gold/seed.jsonl", measure_gold),
                "numbers": ("eval/peers/dev.jsonl", measure_cases)}
    fallen, renewed = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, (path, measure) in measures.items():
            gold = SHARED / path
            if not gold.exists():
                print(f"{gold} is not at hand; its scores are not checked")
                continue
            digest = hashlib.sha256(gold.read_bytes()).hexdigest()
            floors, ceilings = measure(gold, Path(folder))
            kept = table[name]
            if kept["gold_sha256"] not in ("", digest):
                renewed.append(name)
                renew(name, kept, floors, ceilings, digest)
                continue
            if raising:
                kept["gold_sha256"] = digest
            fallen += compare(name, kept, floors, ceilings, raising)
    before = FLOORS.read_text(encoding="utf-8")
    after = json.dumps(table, indent=2, ensure_ascii=False) + "\n"
    if after != before:
        FLOORS.write_text(after, encoding="utf-8")
    if renewed:
        message = f"Floors for the new gold of {' and '.join(renewed)}"
        done = subprocess.run(["git", "commit", "--quiet", "-m", message, "--", str(FLOORS)], check=False)
        print(message if done.returncode == 0 else f"{FLOORS} has new floors; commit it by itself")
    if fallen:
        sys.exit("worse than before:\n" + "\n".join(fallen))


if __name__ == "__main__":
    main()
