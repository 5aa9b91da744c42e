// SPDX-License-Identifier: BSD-3-Clause
// Row numbers in pointers, and the ids of rows: those survive insertions.
import { own, split } from './pointer.ts';

/** Row numbers → row ids: /nucleo/0/eta → /nucleo/aB3…/eta. A row without an id keeps its number. */
export function withIds(answers: unknown, pointer: string): string {
  let value = answers;
  let out = '';
  for (const key of split(pointer)) {
    const inside: unknown = Array.isArray(value) ? value[+key] : own(value, key);
    const id = Array.isArray(value) ? own(inside, 'id') : undefined;
    out += '/' + (typeof id === 'string' ? id : key);
    value = inside;
  }
  return out;
}

/** Row ids → row numbers; undefined when a row is no longer there. */
export function withNumbers(answers: unknown, pointer: string): string | undefined {
  let value = answers;
  let out = '';
  for (const key of split(pointer)) {
    if (Array.isArray(value)) {
      let row = value.findIndex((entry) => own(entry, 'id') === key);
      if (row < 0 && /^\d{1,6}$/.test(key) && own(value[+key], 'id') === undefined) row = +key;
      if (row < 0 || row >= value.length) return undefined;
      out += '/' + row;
      value = value[row];
    } else {
      out += '/' + key;
      value = own(value, key);
    }
  }
  return out;
}
