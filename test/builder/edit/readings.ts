// SPDX-License-Identifier: AGPL-3.0-or-later
// Everything in a definition that reads an answer, as it is written: what an edit may not change without saying so.
import { everyField, inlined } from '../../../builder/edit/fields.ts';
import { flat, readTree } from '../../../builder/edit/tree.ts';
import type { Definition } from '../../../schemas/types.ts';

interface Reading {
  readonly by: string;
  readonly text: string;
}

/** By `<thing> <keyword>`; `things` are all that stand there, whether they read or not. */
export class Readings extends Map<string, Reading> {
  readonly things = new Set<string>(['', 'gives', 'outcome']);
}

const words = [
  'x-show',
  'x-require',
  'x-lock',
  'x-value',
  'x-prefill',
  'x-ref',
  'x-each',
  'x-choices',
  'x-check',
];

export function readings(definition: Definition): Readings {
  const found = new Readings();
  const add = (by: string, word: string, part: unknown): void => {
    if (part !== undefined) found.set(`${by} ${word}`, { by, text: JSON.stringify(part) });
  };
  const holder = (by: string, part: object): void => {
    found.things.add(by);
    for (const word of words) add(by, word, (part as { readonly [word: string]: unknown })[word]);
  };
  for (const { pointer, field } of everyField(definition)) {
    const whole = inlined(definition, field);
    holder(pointer, whole);
    const rows = whole.items && inlined(definition, whole.items);
    if (rows?.['x-check']) add(pointer, 'x-check', [whole['x-check'], rows['x-check']]);
    if (rows?.['x-ref']) add(pointer, 'x-ref', rows['x-ref']);
    if (rows?.['x-choices']) add(pointer, 'x-choices', rows['x-choices']);
    const { beside, from, to } = whole['x-settings'] ?? {};
    add(pointer, 'beside', beside);
    add(pointer, 'x-settings', from === undefined && to === undefined ? undefined : [from, to]);
  }
  for (const node of flat(readTree(definition))) if (node.source) holder(node.handle, node.source);
  for (const [name, condition] of Object.entries(definition.conditions ?? {})) {
    found.things.add(`condition:${name}`);
    add(`condition:${name}`, 'conditions', condition);
  }
  add('outcome', 'outcome', definition.outcome?.rows);
  add('gives', 'gives', definition.gives);
  add('', 'x-check', definition.schema['x-check']);
  return found;
}
