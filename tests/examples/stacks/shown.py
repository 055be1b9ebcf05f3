#!/usr/bin/env python3
"""Does a document show the part to copy of each example, as it is?   usage: shown.py DOCUMENT EXAMPLE..."""

import re
import sys
from pathlib import Path

document = Path(sys.argv[1]).read_text(encoding="utf-8")
missing = 0
for example in sys.argv[2:]:
    part = re.search(r"// Copy from here\.\n(.*)// To here\.", Path(example).read_text(encoding="utf-8"), re.DOTALL)
    if not part or f"```cpp\n{part.group(1)}```" not in document:
        print(f"{sys.argv[1]} does not show {example}")
        missing = 1
sys.exit(missing)
