"""Makes src/press/fonts/ anew: Noto's fonts for every script that a name may come in, without what only screens need.

With Debian's fonts-noto-core, and in an environment of its own:
  pip install fonttools brotli && python tests/tools/vendor-noto.py
Then name the version of the package in assets/NOTICES.md, and run the product tests called "badges".
"""

import io
import pathlib

import brotli
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FROM = pathlib.Path("/usr/share/fonts/truetype/noto")
INTO = pathlib.Path(__file__).parents[2] / "src/press/fonts"

# Bold only where the family has it.
FAMILIES = [
    "NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSansBengali", "NotoSansTamil",
    "NotoSansTelugu", "NotoSansKannada", "NotoSansMalayalam", "NotoSansGujarati", "NotoSansGurmukhi", "NotoSansOriya",
    "NotoSansSinhala", "NotoSansThai", "NotoSansLao", "NotoSansKhmer", "NotoSansMyanmar", "NotoSansEthiopic",
    "NotoSansGeorgian", "NotoSansArmenian", "NotoSansThaana", "NotoSansMongolian", "NotoSerifTibetan",
    "NotoSansSyriac", "NotoSansNKo", "NotoSansAdlam", "NotoSansTifinagh",
]

# Noto Sans holds Devanagari too, which has its own file: Latin, Greek, Cyrillic, signs and combining marks alone.
LATIN = [
    (0x20, 0x52F), (0x1AB0, 0x1AFF), (0x1C80, 0x1C8F), (0x1D00, 0x20CF), (0x2100, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x25CC, 0x25CC), (0x2DE0, 0x2E5F), (0xA640, 0xA69F), (0xA700, 0xA7FF),
    (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD),
]

total = 0
for family in FAMILIES:
    for weight in ("Regular", "Bold"):
        file = FROM / f"{family}-{weight}.ttf"
        if not file.exists():
            continue
        font = TTFont(file, recalcTimestamp=False)
        options = Options(hinting=False, layout_features=["*"], name_IDs=[1, 2, 4, 5, 6, 13, 14, 16, 17], notdef_outline=True, glyph_names=False)
        options.drop_tables += ["DSIG", "MATH", "meta"]
        subsetter = Subsetter(options)
        wanted = set(font.getBestCmap())
        if family == "NotoSans":
            wanted = {sign for sign in wanted if any(first <= sign <= last for first, last in LATIN)}
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        plain = io.BytesIO()
        font.save(plain)
        packed = brotli.compress(plain.getvalue(), quality=11, lgwin=24)
        (INTO / f"{family}-{weight}.ttf.br").write_bytes(packed)
        total += len(packed)
        print(f"{family}-{weight}: {len(plain.getvalue())} bytes, packed {len(packed)}")
print(f"{total} bytes in all")
