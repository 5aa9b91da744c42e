// SPDX-License-Identifier: AGPL-3.0-or-later
// What must hold to leave a phase: the usual conditions as choices, any other as its text.
import { newRowId } from '../../runtime/elements/row-changes.ts';
import type { PhaseExit } from '../../schemas/types.ts';

type Asked = { readonly [key: string]: unknown };
type Must = PhaseExit['must'];

const paths = { issued: 'emesso', sealed: 'sigillato' };

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
  ...(['issued', 'sealed'] as const).map((way) => ({
    way,
    read: (place: string, holds: string) =>
      named(new RegExp(`^/documenti/([^/]+)/${paths[way]}$`), place, holds === answered, 'form'),
    write: ({ form }: Asked): Must => ({ [`/documenti/${String(form)}/${paths[way]}`]: { answered: true } }),
  })),
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

/** "Unless a word of the case is another than this": the word, its value, and what must hold then. */
function onlyWhere(must: Must): { readonly only: Asked; readonly must: Must } | undefined {
  const { any, ...more } = must as { readonly any?: readonly { readonly not?: unknown }[] };
  const [other, then, ...rest] = any ?? [];
  if (!other?.not || !then || rest.length > 0 || Object.keys({ ...more, ...other }).length > 1)
    return undefined;
  const [[place, test] = ['', {}], ...others] = Object.entries(
    other.not as { readonly [at: string]: object },
  );
  const [, what] = /^\/dati\/([^/]+)$/.exec(place) ?? [];
  const { const: is, ...tests } = test as { readonly const?: unknown };
  return what === undefined || typeof is !== 'string' || others.length + Object.keys(tests).length > 0
    ? undefined
    : { only: { only: what, is }, must: then as Must };
}

function asked(whole: Must): Asked {
  const { only = {}, must = whole } = onlyWhere(whole) ?? {};
  const [first, ...more] = Object.entries(must);
  for (const { way, read } of first && more.length === 0 ? ways : []) {
    const found = read(first![0], JSON.stringify(first![1]));
    if (found) return { way, ...found, ...only };
  }
  return { way: 'other', other: JSON.stringify(whole) };
}

function written(row: Asked): unknown {
  const way = ways.find((one) => one.way === row['way']);
  if (!way) return parsed(row['other']);
  const must = way.write(row);
  const { only, is } = row;
  return only && is ? { any: [{ not: { [`/dati/${String(only)}`]: { const: is } } }, must] } : must;
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
      must: written(row),
      says: row['says'],
    })),
};
