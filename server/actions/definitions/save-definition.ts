// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Definition } from '../../../schemas/types.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { keep, keepNew, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDefinition, KeptStep } from '../../records.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { withMoment } from './moments.ts';
import { listAll } from '../../storage/list-all.ts';

type Saved = { readonly ok: true; readonly value: Kept<KeptDefinition> } | Refusal;
const idPattern = /^[a-z][a-z0-9-]{0,59}$/;

/** The little that even an unfinished definition must have; the rest is for publishing to say. */
export function outlineProblem(value: unknown): Refusal | undefined {
  const wrong = (name: string) => refuse('not-a-definition', { name }, `/${name}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('');
  const { $schema, kind, id, title, schema, layout, conditions, translations } = value as {
    readonly [key: string]: unknown;
  };
  if ($schema !== 'urn:patto:definition:1') return wrong('$schema');
  if (!['form', 'grid', 'pact'].includes(String(kind))) return wrong('kind');
  if (typeof id !== 'string' || !idPattern.test(id)) return wrong('id');
  if (typeof title !== 'string' || title.length > 500) return wrong('title');
  const isObject = (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!isObject(schema) || !isObject((schema as { properties?: unknown }).properties)) return wrong('schema');
  if (layout !== undefined && !Array.isArray(layout)) return wrong('layout');
  if (conditions !== undefined && !isObject(conditions)) return wrong('conditions');
  if (translations !== undefined && !isObject(translations)) return wrong('translations');
  return undefined;
}

/** A new definition, or a copy of one or of a national model under another id and title. */
export async function createDefinition(
  deps: Deps,
  scope: Scope,
  given:
    | { readonly definition: unknown }
    | { readonly copy: string; readonly id: string; readonly title: string }
    | { readonly model: string; readonly id: string; readonly title: string },
  key: string | undefined,
): Promise<Saved> {
  let definition: unknown;
  if ('copy' in given) {
    const from = await deps.store.get<KeptDefinition>(scope, 'definitions', given.copy);
    if (!from) return refuse('not-found');
    definition = { ...from.value.definition, id: given.id, title: given.title };
  } else if ('model' in given) {
    const from = deps.catalogue.models(scope.district).get(given.model);
    if (!from) return refuse('not-found');
    definition = { ...from, id: given.id, title: given.title };
  } else definition = given.definition;
  const wrong = outlineProblem(definition);
  if (wrong) return wrong;
  const value: KeptDefinition = {
    definition: definition as Definition,
    published: null,
    hash: null,
    by: scope.actor,
    writers: [scope.actor],
  };
  const { id } = value.definition;
  const made = await keepNew(
    deps,
    scope,
    { action: 'definition.create', object: id },
    'definitions',
    () => value,
    key === undefined ? undefined : { key, of: canonical(definition) },
  );
  return made.ok ? { ok: true, value: made.value } : refusal(made);
}

/** Saves the draft of a definition; it may be incomplete. `steps`: what was done since the last save. */
export async function saveDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  given: unknown,
  rev: number,
  steps: readonly KeptStep[] = [],
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  const wrong = outlineProblem(given);
  if (wrong) return wrong;
  const definition = given as Definition;
  if (definition.id !== id) return refuse('id-differs', {}, '/id');
  const before = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!before) return refuse('not-found');
  if (before.rev !== rev) return refuse('conflict', { rev: before.rev });
  const { writers = [] } = before.value;
  const { value, writes } = withMoment(
    before,
    {
      ...before.value,
      definition,
      by: scope.actor,
      writers: writers.includes(scope.actor) ? writers : [...writers, scope.actor],
    },
    { at: deps.clock.instant(), by: scope.actor, steps },
  );
  const saved = await keep(deps, scope, { action: 'definition.save', object: id, rev: rev + 1 }, [
    ...writes,
    { do: 'replace', collection: 'definitions', id, value, rev },
  ]);
  return saved.ok ? { ok: true, rev: rev + 1 } : refusal(saved);
}

/** Takes away a definition that was never published, and what was said and planned about it. */
export async function removeDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
): Promise<{ readonly ok: true } | Refusal> {
  const before = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!before) return refuse('not-found');
  if (before.value.published) return refuse('still-referenced');
  const around: Write[] = [];
  for (const collection of ['reviews', 'schedules']) {
    const kept = await deps.store.get(scope, collection, id);
    if (kept) around.push({ do: 'remove', collection, id, rev: kept.rev });
  }
  const threads = await listAll(deps, scope, 'comments', { where: { definition: id } });
  for (const thread of threads)
    around.push({ do: 'remove', collection: 'comments', id: thread.id, rev: thread.rev });
  const gone = await keep(deps, scope, { action: 'definition.remove', object: id }, [
    ...around,
    { do: 'remove', collection: 'definitions', id, rev },
  ]);
  return gone.ok ? { ok: true } : refusal(gone);
}
