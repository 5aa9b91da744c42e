// SPDX-License-Identifier: BSD-3-Clause
// A definition that was handed over without having been published: previews, settings, forms of our own pages.
import type { Context, Definition } from '../../schemas/types.ts';
import type { Needs } from './types.ts';

export { walk } from '../engine/walk.ts';

/** Types that a plain JSON Schema can mean beside the commonest, which are at hand: all decide which type a field is. */
const plain = ['repeat', 'link'];

export function needsOf(definition: Definition): Needs {
  const text = JSON.stringify(definition.schema);
  // A format that has the name of a type means that type.
  const named = [...text.matchAll(/"(?:x-type|format)":"([a-z-]+)"/g)].map(([, name]) => name!);
  return {
    types: new Set([...plain, ...named]),
    formulas: definition.outcome !== undefined || text.includes('"x-value":'),
    rows: /"items":\{[^{}]*"(\$ref|properties|type":"object)"/.test(text),
    links: text.includes('"x-ref":'),
    lists: true,
    whole: true,
    explains: definition.outcome !== undefined || text.includes('"x-bands"'),
  };
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date());
/** What a definition reads beside the answers, where nobody says. */
export const emptyContext = (locale: string): Context => ({
  today: today(),
  referenceDate: today(),
  parameters: {},
  lists: {},
  case: {},
  role: 'public',
  locale,
});
