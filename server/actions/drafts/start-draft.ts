// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import type { Answers, Case, Context, Draft } from '../../../schemas/types.ts';
import { allowed, roleIn, thingOf } from '../../authorize.ts';
import { newId } from '../../clock.ts';
import { buildContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { sourcesOf } from '../../provenance.ts';
import type { KeptDraft } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeCase } from '../cases/change-case.ts';
import { pactBefore, type Beginning } from '../../pact/begin.ts';
import { afterHappening, atBeginning, pactLifeOf } from '../../pact/life.ts';
import { isWithdrawn, newestVersion } from '../definitions/definitions.ts';
import { stateAfter } from '../cases/states.ts';

/** The draft of a definition within a case: the one that is there, else a new one with its first values. */
export async function startDraft(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  definition: string,
  locale: Locale,
  how: Beginning = 'latest',
): Promise<{ readonly ok: true; readonly id: string; readonly again: boolean } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const version = await newestVersion(deps, scope, definition);
  if (!version) return refuse('not-published', { id: definition }, '/definition');
  const thing = thingOf(deps, scope.district, definition, version.kind);
  if (!allowed(person, kase.value, thing, 'd')) return refuse('not-assigned');
  return oneAtATime.alone(`${scope.district} draft ${kase.id} ${definition}`, async () => {
    const there = await deps.store.list(scope, 'drafts', { where: { case: kase.id, definition }, limit: 1 });
    if (there.items[0]) return { ok: true, id: there.items[0].id, again: true };
    if (await isWithdrawn(deps, scope, definition)) return refuse('withdrawn-form', {}, '/definition');
    const context = await buildContext(deps, {
      scope,
      version,
      case: kase,
      role: roleIn(person, kase.value),
      locale,
    });
    const outline = deps.forms.outline(version);
    const first = firstAnswers(deps, outline, context);
    const life = pactLifeOf(deps.catalogue, scope.district, kase.value.measure);
    const before =
      life?.definition === definition
        ? await pactBefore(deps, scope, kase, life, how, outline, context)
        : undefined;
    const answers = { ...first.answers, ...before?.answers };
    const from = { ...first.from, ...before?.from };
    const sources = {
      ...(await sourcesOf(deps, scope, kase, outline, first.from, context.today)),
      ...titled(before?.sources, version.title),
    };
    const draft: Draft = {
      definition,
      version: version.number,
      case: kase.id,
      answers: deps.forms.settle(outline, answers, context).answers,
      typed: {},
      parked: {},
      from,
      ...(Object.keys(sources).length ? { sources } : {}),
      savedAt: deps.clock.instant(),
    };
    const id = newId();
    const value: KeptDraft = { ...draft, by: scope.actor };
    const told = { at: deps.clock.instant(), by: scope.actor };
    const done = await changeCase(deps, scope, kase.id, { action: 'draft.start', object: id }, (before) => ({
      value: afterHappening(
        life,
        { ...before, state: stateAfter(deps, scope.district, before.state, `${version.kind} begun`) },
        atBeginning(life, definition),
        told,
      ),
      writes: [{ do: 'create', collection: 'drafts', id, value }],
    }));
    return done.ok ? { ok: true, id, again: false } : done;
  });
}

/** Sources under the name of the form, where they have no longer one. */
const titled = (sources: Draft['sources'] = {}, title: string): NonNullable<Draft['sources']> =>
  Object.fromEntries(
    Object.entries(sources).map(([pointer, source]) => [
      pointer,
      { ...source, title: source.title ? `${title} ${source.title}` : title },
    ]),
  );

/** What `x-prefill` says, where it says something: values of the case, dates, formulas. */
export function firstAnswers(
  deps: Pick<Deps, 'forms'>,
  outline: Outline,
  context: Context,
): { readonly answers: Answers; readonly from: Draft['from'] } {
  const answers: Answers = {};
  const from: Draft['from'] = {};
  const fill = (nodes: readonly FieldNode[], holder: Answers): void => {
    for (const node of nodes) {
      const formula = node.schema['x-prefill'];
      if (formula !== undefined) {
        const value = fitted(node, deps.forms.prefill(outline, formula, context));
        if (value === undefined || node.type.empty(value)) continue;
        holder[node.key] = value;
        from[node.pointer] = 'prefilled';
      } else if (node.type.nests === 'group') {
        const group: Answers = {};
        fill(node.children, group);
        if (Object.keys(group).length > 0) holder[node.key] = group;
      }
    }
  };
  fill(
    outline.fields.filter((node) => node.parent === undefined),
    answers,
  );
  return { answers, from };
}

/** Rows keep only what the repeat asks, and their ids. */
function fitted(node: FieldNode, value: unknown): unknown {
  if (node.type.nests !== 'rows') return value;
  if (!Array.isArray(value)) return undefined;
  const keys = new Set(['id', ...node.children.map((child) => child.key)]);
  return value.map((row: unknown) =>
    Object.fromEntries(Object.entries(row as object).filter(([key]) => keys.has(key))),
  );
}
