// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine with its real dictionaries, for tests.
import { loadEngine } from '../../../runtime/engine/load.ts';
import { plainContext } from './cases.ts';
import type { Context, Definition, FieldSchema } from '../../../schemas/types.ts';

const kept = new Map<string, RegExp>();
/** Patterns as the browser runs them, each compiled once. */
export const pattern = (source: string): RegExp => {
  const found = kept.get(source) ?? new RegExp(source, 'u');
  kept.set(source, found);
  return found;
};

export const engine = await loadEngine(pattern);

export const context: Context = plainContext;

/** How often a dice is thrown: a little, in full with PATTO_PROOF=full, least while mutants are judged. */
export const times = (some: number, many: number): number =>
  process.env['PATTO_PROOF'] === 'full' ? many : process.env['PATTO_MUTANTS'] ? Math.ceil(some / 30) : some;

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
