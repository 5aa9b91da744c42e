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

const names =
  /"(?:list|register):[^"]+"|case:\/[a-z0-9-]+|"(?:param|lookup)":(?:"[^"]*"|\{[^}]*\}|\[[^\]]*\])/g;

/** What a definition reads outside its answers, in one text: while it is the same, so is the context. */
export const namesIn = (definition: Definition): string =>
  [...new Set(JSON.stringify(definition).match(names) ?? [])].sort().join(' ');
