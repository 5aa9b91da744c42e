// SPDX-License-Identifier: BSD-3-Clause
import { writeDate } from '../calendar.ts';
import type { FieldPaper } from '../contract.ts';
import { isObject } from '../problems.ts';
import { readParts } from '../parts.ts';
import type { Signed } from './facts.ts';
import { strokesPath } from './strokes.ts';
import { words } from './words.ts';

export const paper: FieldPaper<Signed> = {
  text(value, _field, { locale }) {
    const sentence = words.texts![`paper-${value.kind}`]![locale.startsWith('it') ? 'it' : 'en'];
    const told: { readonly [part: string]: unknown } = { ...value, date: writeDate(value.at) };
    // a function: a name may hold what a replacement pattern means
    return sentence.replace(/\{(\w+)\}/gu, (_whole, name: string) => String(told[name] ?? ''));
  },
  typed(text) {
    const parts = readParts(text);
    return isObject(parts)
      ? ['name', 'place', 'at']
          .map((part) => parts[part])
          .filter((part) => typeof part === 'string')
          .join(', ')
      : '';
  },
  blank: 'box',
  drawing: (value) => (value.kind === 'drawn' ? strokesPath(value.strokes) : undefined),
};
