"""Makes src/assets/instrument-sans.woff2 from the package's Latin file; run by hand when the package changes.

The width axis keeps 86 to 100 %, the weight axis 400 to 600, which is all that the design language uses, and kerning is
that of the default instance at every weight. 57 kB become 32. Needs fonttools and brotli.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
import fontTools.varLib.varStore  # adds the methods that prune the variation store

SOURCE = "node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wdth-normal.woff2"
FEATURES = ["kern", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl", "rvrn", "liga"]
VARIATION = ("XPlaDevice", "YPlaDevice", "XAdvDevice", "YAdvDevice")


def subset_of(font):
    options = subset.Options(layout_features=FEATURES)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=font.getBestCmap().keys())
    cutter.subset(font)
    return instancer.instantiateVariableFont(font, {"wdth": (86, 100), "wght": (400, 600)})


def pairs(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType == 2:
                yield table


def fix_kerning(font):
    for table in pairs(font):
        table.ValueFormat1 &= 0x0F
        table.ValueFormat2 &= 0x0F
        sets = table.PairSet if table.Format == 1 else table.Class1Record
        for entry in sets:
            for record in entry.PairValueRecord if table.Format == 1 else entry.Class2Record:
                for value in filter(None, (record.Value1, record.Value2)):
                    for name in VARIATION:
                        if hasattr(value, name):
                            delattr(value, name)
    definitions, positions, used = font["GDEF"].table, font["GPOS"].table, set()
    definitions.collect_device_varidxes(used)
    positions.collect_device_varidxes(used)
    kept = definitions.VarStore.subset_varidxes(used)
    definitions.remap_device_varidxes(kept)
    positions.remap_device_varidxes(kept)


font = subset_of(TTFont(sys.argv[1] if len(sys.argv) > 1 else SOURCE))
fix_kerning(font)
font.flavor = "woff2"
font.save("src/assets/instrument-sans.woff2")
