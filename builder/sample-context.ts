// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands in for a case while a definition is being edited: lists and parameters as the server has them, an invented household.
import { ask } from '../runtime/elements/kit/http.ts';
import type { Context, Definition } from '../schemas/types.ts';

type Household = NonNullable<Context['case']['nucleo']>;

const household: Household = [
  {
    id: 'esempio0001',
    nome: 'Anna',
    cognome: 'Esempi',
    nascita: '1988-05-12',
    eta: 37,
    relazione: 'richiedente',
  },
  { id: 'esempio0002', nome: 'Luca', cognome: 'Esempi', nascita: '2016-09-03', eta: 9, relazione: 'figlio' },
];

/** `today`: calendar date, yyyy-mm-dd. */
export async function sampleContext(name: string, today: string, locale: string): Promise<Context> {
  const answer = await ask<Partial<Context>>(`/api/definitions/${encodeURIComponent(name)}/context`);
  const known: Partial<Context> = answer.ok ? answer.value : {};
  return {
    today,
    referenceDate: today,
    parameters: {},
    lists: {},
    role: 'case-manager',
    ...known,
    case: { nucleo: household, ...known.case },
    locale,
  };
}

const named = /^(?:list|register):./;
const ofCase = /case:\/[a-z0-9-]+/g;
const none: readonly string[] = [];

/** A part of a definition never changes, so it is read once: after an edit only what is new. */
const known = new WeakMap<object, readonly string[]>();

function inText(text: string): readonly string[] {
  if (named.test(text)) return [text];
  return text.includes('case:/') ? (text.match(ofCase) ?? none) : none;
}

function inPart(part: unknown): readonly string[] {
  if (typeof part === 'string') return inText(part);
  if (typeof part !== 'object' || part === null) return none;
  const before = known.get(part);
  if (before) return before;
  const found = new Set<string>();
  for (const [key, value] of Object.entries(part)) {
    for (const name of inText(key)) found.add(name);
    for (const name of inPart(value)) found.add(name);
    if (key === 'param' || key === 'lookup') found.add(`${key}:${JSON.stringify(value)}`);
  }
  const names = found.size === 0 ? none : [...found];
  known.set(part, names);
  return names;
}

/** What a definition reads outside its answers, in one text: while it is the same, so is the context. */
export const namesIn = (definition: Definition): string => [...inPart(definition)].sort().join(' ');
