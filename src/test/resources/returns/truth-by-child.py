"""Runs the generator of returns and writes beside its files what nights each child truly has, before any defect.

  truth-by-child.py GENERATOR OUT [its options]   ->  OUT/expected-days-by-child.csv
"""
import sys

source = open(sys.argv[1]).read()
counting = "            if n > 0: ADD(expected, ("
assert source.count(counting) == 1, "The generator counts nights in another way."
source = source.replace(counting, "            if n > 0: ADD(by_child, (cid, y, e[4], e[3], 'S' if e[2] in ('V3', 'V4') else 'N'), n)\n" + counting)
sys.argv = sys.argv[1:]
scope = {"__name__": "__main__", "by_child": {}}
exec(compile(source, sys.argv[0], "exec"), scope)
with open(scope["A"].out + "/expected-days-by-child.csv", "w") as file:
    file.write("CHILD,return_year,place,need,short_break,nights\n")
    for key, nights in sorted(scope["by_child"].items()):
        file.write("%d,%d,%s,%s,%s,%d\n" % (key + (nights,)))
