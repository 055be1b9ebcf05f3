"""usage: annotations.py STL_INCLUDE SAL_H - prints a sal.h that empties the source annotations which the STL's headers use
and Wine's sal.h, which it includes, does not know."""
import os, re, sys
known = set(re.findall(r'#define\s+(\w+)', open(sys.argv[2]).read()))
# Words that such names begin with.
first = set('In Out Inout Ret Post Pre Check Success Analysis At When Outptr Null Notnull Use Deref Valid Writable '
            'Readable Field Must Acquires Releases Guarded Requires Printf Scanf'.split())
names = {}
for folder, _, files in os.walk(sys.argv[1]):
    for name in files:
        text = open(os.path.join(folder, name), encoding='utf8', errors='replace').read()
        for m in re.finditer(r'\b(_[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*_)\b(\s*\()?', text):
            if m.group(1).split('_')[1] in first and m.group(1) not in known:
                names[m.group(1)] = names.get(m.group(1), False) or bool(m.group(2))
print('#pragma once\n#include_next <sal.h>')
for name, call in sorted(names.items()):
    print('#define %s%s' % (name, '(...)' if call else ''))
