// SPDX-License-Identifier: AGPL-3.0-or-later
// What must hold to leave a phase: the usual conditions as choices, any other as its text.
import { newRowId } from '../../runtime/elements/row-changes.ts';
import type { PhaseExit } from '../../schemas/types.ts';

type Asked = { readonly [key: string]: unknown };
type Must = PhaseExit['must'];

/** By the way of asking: what the condition looks like, and what is asked of it. */
const ways: readonly {
  readonly way: string;
  read(place: string, holds: string): Asked | undefined;
  write(asked: Asked): Must;
}[] = [
  {
    way: 'form',
    read: (place, holds) => named(/^\/compilazioni\/([^/]+)$/, place, holds === answered, 'form'),
    write: ({ form }) => ({ [`/compilazioni/${String(form)}`]: { answered: true } }),
  },
  {
    way: 'day',
    read: (place, holds) => named(/^\/date\/([^/]+)$/, place, holds === answered, 'day'),
    write: ({ day }) => ({ [`/date/${String(day)}`]: { answered: true } }),
  },
  {
    way: 'assigned',
    read: (place, holds) => (place === '/assegnata' && holds === someone ? {} : undefined),
    write: () => ({ '/assegnata': JSON.parse(someone) as object }) as Must,
  },
];
const answered = '{"answered":true}';
const someone = '{"type":"integer","minimum":1}';

function named(pattern: RegExp, place: string, fits: boolean, key: string): Asked | undefined {
  const [, name] = pattern.exec(place) ?? [];
  return fits && name !== undefined ? { [key]: name } : undefined;
}

function asked(must: Must): Asked {
  const [only, ...more] = Object.entries(must);
  for (const { way, read } of only && more.length === 0 ? ways : []) {
    const found = read(only![0], JSON.stringify(only![1]));
    if (found) return { way, ...found };
  }
  return { way: 'other', other: JSON.stringify(must) };
}

/** A text that is no condition stays one: the server says that it is none. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

export const exits = {
  read: (value: unknown): unknown =>
    (value as readonly PhaseExit[]).map(({ must, says }) => ({ id: newRowId(), says, ...asked(must) })),
  write: (answer: unknown): unknown =>
    (answer as readonly Asked[]).map((row) => ({
      must: ways.find(({ way }) => way === row['way'])?.write(row) ?? parsed(row['other']),
      says: row['says'],
    })),
};
