// SPDX-License-Identifier: AGPL-3.0-or-later
// What the preview puts in the place of a case: two invented people, and the lists of the published version where the
// server gives them to anybody.
import { ask } from '../runtime/elements/kit/http.ts';
import type { Context } from '../schemas/types.ts';

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

interface District {
  readonly id: string;
  readonly publicForms?: readonly string[];
}

/** The lists and parameters that a published form reads; empty where only its own staff may read them. */
async function published(
  name: string,
  number: number,
): Promise<Pick<Context, 'lists' | 'parameters'> | undefined> {
  const district = await ask<District>('/api/district');
  if (!district.ok || !district.value.publicForms?.includes(name)) return undefined;
  const context = await ask<Context>(`/embed/${district.value.id}/${name}/context?version=${number}`);
  return context.ok ? context.value : undefined;
}

/** `today`: calendar date, yyyy-mm-dd. */
export async function sampleContext(
  name: string,
  number: number | null,
  today: string,
  locale: string,
): Promise<Context> {
  const known = number === null ? undefined : await published(name, number);
  return {
    today,
    referenceDate: today,
    parameters: known?.parameters ?? {},
    lists: known?.lists ?? {},
    case: { nucleo: household },
    role: 'case-manager',
    locale,
  };
}
