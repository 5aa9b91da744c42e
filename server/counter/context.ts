// SPDX-License-Identifier: AGPL-3.0-or-later
// What a form at the counter reads beside its answers: there is no case, but somebody may have said things already.
import type { Answers, Context, Submission, Version } from '../../schemas/types.ts';
import { roleIn } from '../authorize.ts';
import { buildContext, mentions } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../problems.ts';
import { versionId, type CounterDraft, type KeptRequest } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Scope } from '../storage/contract.ts';
import { withoutHidden } from '../visible.ts';
import { counterWord, requestWord } from './word.ts';

export interface AtCounter {
  readonly version: Pick<Version, 'source'>;
  readonly counter: CounterDraft;
  readonly locale: Locale;
  readonly answers?: unknown;
}

/** The context of a version at the counter: as in a case, with what was said before under its definition's id. */
export async function counterContext(deps: Deps, person: Person, at: AtCounter): Promise<Context> {
  const { version, counter, locale, answers } = at;
  const scope: Scope = { district: person.district, actor: person.account.id };
  const role = roleIn(person);
  const named = mentions(version.source).case;
  const read: Context['case'] = {};
  if (named.has('sportello')) read['sportello'] = counterWord(deps, scope.district, counter.comune);
  if (counter.request !== undefined && named.has('richiesta')) {
    const request = await deps.store.get<KeptRequest>(scope, 'requests', counter.request);
    if (request) read['richiesta'] = requestWord(deps, request);
  }
  for (const { definition, answers: said } of await saidBefore(deps, scope, counter, role))
    if (named.has(definition)) read[definition] = said;
  const context = await buildContext(deps, { scope, version, role, locale, answers: [answers, read] });
  return { ...context, case: read };
}

/** Answers given before a draft at the counter: of the access it goes on from, of the request that it is about. */
export async function saidBefore(
  deps: Pick<Deps, 'store' | 'forms'>,
  scope: Scope,
  counter: CounterDraft,
  role: string,
): Promise<
  readonly {
    readonly definition: string;
    readonly version: Version;
    readonly at: string;
    readonly answers: Answers;
  }[]
> {
  const ids = [counter.access, counter.request].filter((id) => id !== undefined);
  const found = await Promise.all(
    ids.map(async (id) => {
      const kept = await deps.store.get<Submission>(scope, 'submissions', id);
      const { definition = '', version: number = 0, submittedAt: at = '' } = kept?.value ?? {};
      const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
      if (!kept || !version) return [];
      const answers = withoutHidden(deps.forms.outline(version.value), kept.value.answers, role);
      return [{ definition, version: version.value, at, answers }];
    }),
  );
  return found.flat();
}
