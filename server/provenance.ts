// SPDX-License-Identifier: AGPL-3.0-or-later
// Where answers come from: what was prefilled and from what, what was computed, who declared or typed the rest.
import type { FieldNode, Outline, Settled } from '../runtime/engine/contract.ts';
import { at as valueAt, same, star } from '../runtime/engine/pointer.ts';
import { withIds } from '../runtime/engine/row-ids.ts';
import type { Case, Context, Draft, Submission, Version } from '../schemas/types.ts';
import { householdAt } from './case-facts.ts';
import { latestSubmission } from './context.ts';
import type { Deps } from './deps.ts';
import { versionId } from './records.ts';
import type { Scope } from './storage/contract.ts';

export type Sources = NonNullable<Draft['sources']>;

/** The source of each prefilled place: the submission or the household that its formula reads. */
export async function sourcesOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: { readonly id: string; readonly value: Case },
  outline: Outline,
  from: Draft['from'],
  today: string,
): Promise<Sources> {
  const sources: Sources = {};
  for (const pointer of Object.keys(from)) {
    const formula = outline.byPointer.get(star(pointer))?.schema['x-prefill'];
    const [, name] = typeof formula === 'string' ? (/^case:\/([^/]+)/.exec(formula) ?? []) : [];
    if (name === undefined) continue;
    const told = name === 'nucleo' ? householdAt(kase.value, today)?.submission : undefined;
    const latest =
      name === 'nucleo'
        ? told && (await deps.store.get<Submission>(scope, 'submissions', told))
        : await latestSubmission(deps, scope, kase.id, name);
    if (!latest) continue;
    const { definition, version: number, submittedAt } = latest.value;
    const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
    sources[pointer] = { definition, title: version?.value.title ?? definition, at: submittedAt };
  }
  return sources;
}

/**
 * Provenance of every answer of a submission, rows by id. A draft may say that a value was prefilled only where it
 * still is what would be prefilled; all else was `given`.
 */
export function provenance(
  deps: Pick<Deps, 'forms'>,
  outline: Outline,
  settled: Settled,
  context: Context,
  draft: Draft['from'],
  given: 'typed' | 'declared',
): Draft['from'] {
  const from: Draft['from'] = {};
  const prefilled = (node: FieldNode, value: unknown): boolean => {
    const formula = node.schema['x-prefill'];
    return formula !== undefined && same(deps.forms.prefill(outline, formula, context), value);
  };
  const look = (nodes: readonly FieldNode[], at: string): void => {
    for (const node of nodes) {
      const path = `${at}/${node.key}`;
      const value = valueAt(settled.answers, path);
      if (value === undefined) continue;
      const key = withIds(settled.answers, path);
      if (node.type.nests === 'group') look(node.children, path);
      else if (node.type.nests === 'rows' && Array.isArray(value)) {
        // Rows that came from the case as they are; what is in them says its own.
        if (draft[key] === 'prefilled') from[key] = 'prefilled';
        for (const row of value.keys()) look(node.children, `${path}/${row}`);
      } else if (settled.computed.has(path)) from[key] = 'computed';
      else if (draft[key] === 'prefilled' && prefilled(node, value)) from[key] = 'prefilled';
      else if (draft[key] === undefined && rowsBefore(draft, key)) from[key] = 'prefilled';
      else from[key] = given;
    }
  };
  look(
    outline.fields.filter((node) => !node.parent),
    '',
  );
  return from;
}

/** Does a place stand in rows that were prefilled as a whole? */
const rowsBefore = (from: Draft['from'], key: string): boolean =>
  Object.entries(from).some(([at, how]) => how === 'prefilled' && key.startsWith(`${at}/`));
