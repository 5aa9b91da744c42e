// SPDX-License-Identifier: AGPL-3.0-or-later
// A part of the district as a definition with its answers, and the answers as what changes in the district. Pure.
import type { Answers, Definition, District } from '../../schemas/types.ts';
import { codecs } from './codecs.ts';
import { telling, type DistrictPart, type Entry } from './contract.ts';
import type { Language } from '../words.ts';

type Tree = { [key: string]: unknown };

export function definitionOf(part: DistrictPart, language: Language): Definition {
  const tell = telling(language);
  const entries = part.entries(tell);
  const required = entries.filter((one) => one.required).map(({ key }) => key);
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: `ambito-${part.name}`,
    title: part.title(tell),
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(({ key, field }) => [key, field])),
      ...(required.length > 0 ? { required } : {}),
    },
    ...(part.layout ? { layout: part.layout } : {}),
  };
}

const valueAt = (tree: unknown, at: readonly string[]): unknown =>
  at.reduce<unknown>((here, key) => (here as Tree | undefined)?.[key], tree);

export function answersOf(part: DistrictPart, district: District): Answers {
  return Object.fromEntries(
    part.entries(telling('it')).flatMap(({ key, at, as, field, inside }) => {
      const value = valueAt(district, at);
      const answer = as ? codecs[as].read(value, field, inside) : value;
      return answer === undefined || (Array.isArray(answer) && answer.length === 0) ? [] : [[key, answer]];
    }),
  ) as Answers;
}

/** Whole properties of the district as the answers say, those alone that differ; null: there is none any more. */
export function changesOf(part: DistrictPart, district: District, answers: Answers): Tree {
  const entries = part.entries(telling('it'));
  const properties = [...new Set(entries.map(({ at }) => at[0]))];
  const next = Object.fromEntries(
    properties.map((property) => [property, structuredClone(district[property])]),
  ) as Tree;
  for (const entry of entries) put(next, entry, answers[entry.key]);
  return Object.fromEntries(
    properties.flatMap((property) => {
      const before = district[property];
      const value = next[property];
      const left = Array.isArray(value) || !isEmpty(value) ? value : undefined;
      return same(left, before) ? [] : [[property, left ?? null]];
    }),
  );
}

function put(tree: Tree, { at, as, field, inside }: Entry, answer: unknown): void {
  const before = valueAt(tree, at);
  const value = as ? codecs[as].write(answer, before, field, inside) : answer;
  const last = at.at(-1)!;
  const owner = at.slice(0, -1).reduce<Tree>((here, key) => {
    const there = here[key];
    return (here[key] = typeof there === 'object' && there !== null ? there : {}) as Tree;
  }, tree);
  if (value === undefined || (before === undefined && isEmpty(value))) delete owner[last];
  else owner[last] = value;
}

/** `[]` and `{}` */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Do they say the same, in whatever order? */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The same value with its keys in order, to be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Tree)[key])]));
}
