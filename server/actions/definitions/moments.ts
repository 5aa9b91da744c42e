// SPDX-License-Identifier: AGPL-3.0-or-later
// The history of a definition: one moment a save, kept as what became of the text before it, now and then whole. A save
// writes one small record more, however long the history is.
import type { Definition } from '../../../schemas/types.ts';
import { newRowId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { KeptDefinition, KeptMoment, KeptStep } from '../../records.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';

/** From one whole text to the next; rebuilding a moment reads at most so many records. */
const stretch = 40;

/** What must be kept, dropped and put to make one text of another. */
export function changeOf(before: string, after: string): NonNullable<KeptMoment['change']> {
  const most = Math.min(before.length, after.length);
  let keep = 0;
  while (keep < most && before[keep] === after[keep]) keep += 1;
  let tail = 0;
  while (tail < most - keep && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { keep, drop: before.length - keep - tail, put: after.slice(keep, after.length - tail) };
}

export const changed = (before: string, { keep, drop, put }: NonNullable<KeptMoment['change']>): string =>
  before.slice(0, keep) + put + before.slice(keep + drop);

/** The record with its place in the history, and what to write with it. `rev`: what the record will have. */
export function withMoment(
  before: Kept<KeptDefinition>,
  after: KeptDefinition,
  facts: {
    readonly at: string;
    readonly by: string;
    readonly steps?: readonly KeptStep[];
    readonly published?: number;
  },
): { readonly value: KeptDefinition; readonly writes: readonly Write[] } {
  const { definition, history, by } = before.value;
  const { tag, since } = history ?? { tag: newRowId(), since: stretch };
  const text = JSON.stringify(after.definition);
  const change = since < stretch ? changeOf(JSON.stringify(definition), text) : undefined;
  const small = change !== undefined && change.put.length < text.length / 2;
  const rev = before.rev + 1;
  const write = (moment: Omit<KeptMoment, 'definition' | 'tag'>): Write => ({
    do: 'create',
    collection: 'moments',
    id: momentId(definition.id, tag, moment.rev),
    value: { definition: definition.id, tag, ...moment },
  });
  const first = write({
    rev: before.rev,
    at: before.changedAt,
    by,
    steps: [],
    whole: JSON.stringify(definition),
  });
  const { steps = [], ...rest } = facts;
  return {
    value: { ...after, history: { tag, since: small ? since + 1 : 1 } },
    writes: [
      // What it was made with is the first moment.
      ...(history ? [] : [first]),
      write({ rev, steps, ...rest, ...(small ? { change } : { whole: text }) }),
    ],
  };
}

const momentId = (definition: string, tag: string, rev: number): string => `${definition}@${tag}.${rev}`;

/** The definition as it was; undefined when that moment is not kept. */
export async function definitionAt(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  id: string,
  rev: number,
): Promise<Definition | undefined> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  const tag = kept?.value.history?.tag;
  if (tag === undefined) return undefined;
  const changes: NonNullable<KeptMoment['change']>[] = [];
  for (let at = rev; at > rev - stretch - 1; at -= 1) {
    const moment = (await deps.store.get<KeptMoment>(scope, 'moments', momentId(id, tag, at)))?.value;
    if (!moment) return undefined;
    if (moment.whole !== undefined)
      return JSON.parse(changes.reduceRight(changed, moment.whole)) as Definition;
    if (moment.change) changes.push(moment.change);
  }
  return undefined;
}

export type ToldMoment = Pick<KeptMoment, 'rev' | 'at' | 'by' | 'steps' | 'published'>;

/** The newest moments, a page at a time; `by` is still an account id. */
export async function momentsOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kept: KeptDefinition,
  cursor: string | undefined,
): Promise<{ readonly items: readonly ToldMoment[]; readonly next?: string; readonly total: number }> {
  const tag = kept.history?.tag;
  if (tag === undefined) return { items: [], total: 0 };
  const { items, next, total } = await deps.store.list(scope, 'moments', {
    where: { definition: kept.definition.id, tag },
    newestFirst: true,
    limit: 30,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const all = await Promise.all(items.map((item) => deps.store.get<KeptMoment>(scope, 'moments', item.id)));
  const told = all.flatMap((one) => {
    if (!one) return [];
    const { rev, at, by, steps, published } = one.value;
    return [{ rev, at, by, steps, ...(published === undefined ? {} : { published }) }];
  });
  return { items: told, total, ...(next === undefined ? {} : { next }) };
}

/** Steps as a client sends them; what is no step is left out, since no save is refused for its name. */
export function readSteps(given: unknown): readonly KeptStep[] {
  if (!Array.isArray(given)) return [];
  return given.slice(-100).flatMap((one: unknown) => {
    const { code, params, back } = (one ?? {}) as { code?: unknown; params?: unknown; back?: unknown };
    if (typeof code !== 'string' || !/^[a-z][a-z-]{0,40}$/.test(code)) return [];
    const read: { [name: string]: string | number } = {};
    for (const [name, value] of Object.entries((params ?? {}) as object).slice(0, 10)) {
      if (!/^[a-z][a-z-]{0,40}$/i.test(name)) continue;
      if (typeof value === 'number' && Number.isFinite(value)) read[name] = value;
      else if (typeof value === 'string') read[name] = value.slice(0, 200);
    }
    return [{ code, params: read, ...(back === true ? { back: true as const } : {}) }];
  });
}
