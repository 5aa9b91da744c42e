// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine with its real dictionaries, for tests.
import { loadEngine } from '../../../runtime/engine/load.ts';
import type { Context, Definition, FieldSchema } from '../../../schemas/types.ts';

const kept = new Map<string, RegExp>();
/** Patterns as the browser runs them, each compiled once. */
export const pattern = (source: string): RegExp => {
  const found = kept.get(source) ?? new RegExp(source, 'u');
  kept.set(source, found);
  return found;
};

export const engine = await loadEngine(pattern);

export const context: Context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists: {},
  case: {},
  role: 'case-manager',
  locale: 'it',
};

/** A definition around some fields. */
export const formOf = (
  properties: { [key: string]: FieldSchema },
  rest: Partial<Definition> & { required?: string[]; $defs?: { [key: string]: FieldSchema } } = {},
): Definition => {
  const { required, $defs, ...others } = rest;
  const schema = {
    type: 'object' as const,
    properties,
    ...(required && { required }),
    ...($defs && { $defs }),
  };
  return { $schema: 'urn:patto:definition:1', kind: 'form', id: 'prova', title: 'Prova', schema, ...others };
};

/** A row id from a number. */
export const rowId = (number: number): string => String(number).padStart(11, '0');
