// SPDX-License-Identifier: AGPL-3.0-or-later
// Where the draft of a pact begins that is not the first: what stood before, with the ids of its rows.
import type { Outline } from '../../runtime/engine/contract.ts';
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, Case, Context, Draft } from '../../schemas/types.ts';
import type { Life } from './life.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../storage/contract.ts';
import { pactFacts, submissionsOf, told } from './facts.ts';
import { pactInForce } from './in-force.ts';

/** from the newest answers, to put them right; from the version in force, to change it; from it, for a new period */
export type Beginning = 'latest' | 'update' | 'renewal';

export interface Begun {
  readonly answers: Answers;
  readonly from: Draft['from'];
  readonly sources: NonNullable<Draft['sources']>;
}

/** First answers of the next pact of a case; undefined: there is none before it. */
export async function pactBefore(
  deps: Pick<Deps, 'store' | 'forms' | 'catalogue' | 'clock'>,
  scope: Scope,
  kase: { readonly id: string; readonly value: Case },
  life: Life,
  how: Beginning,
  outline: Outline,
  context: Context,
): Promise<Begun | undefined> {
  const inForce = how === 'latest' ? undefined : await pactInForce(deps, scope, kase.id, life);
  const before = inForce?.submission ?? (await submissionsOf(deps, scope, kase.id, life.definition)).at(-1);
  if (!before) return undefined;
  const { definition, submittedAt } = before.value;
  const isNext = how !== 'latest';
  const cleared = new Set(isNext ? (how === 'renewal' ? life.renewal : life.update)?.clear : []);
  const answers: Answers = {};
  for (const { key, pointer, parent, value } of outline.fields)
    if (!parent && value === undefined && !cleared.has(pointer)) {
      const given = valueAt(before.value.answers, pointer);
      if (given !== undefined) answers[key] = structuredClone(given);
    }
  if (how === 'renewal') {
    const patto = told(await pactFacts(deps, scope, kase, life), kase.value, life);
    const read = { ...context, case: { ...context.case, patto, [life.definition]: before.value.answers } };
    Object.assign(answers, renewed(deps, life, outline, read));
  }
  const document = inForce?.document.value;
  const title = document ? `${document.number}, ${document.revision}` : '';
  const pointers = Object.keys(answers).map((key) => `/${key}`);
  return {
    answers,
    from: Object.fromEntries(pointers.map((pointer) => [pointer, 'prefilled' as const])),
    sources: Object.fromEntries(
      pointers.map((pointer) => [pointer, { definition, title, at: document?.issuedAt ?? submittedAt }]),
    ),
  };
}

/** What the measure says of a new period, worked out from the one that ends. */
function renewed(deps: Pick<Deps, 'forms'>, life: Life, outline: Outline, read: Context): Answers {
  return Object.fromEntries(
    Object.entries(life.renewal?.set ?? {}).flatMap(([pointer, formula]) => {
      const value = deps.forms.prefill(outline, formula, read);
      return value === undefined ? [] : [[pointer.slice(1), value]];
    }),
  );
}
