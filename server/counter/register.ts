// SPDX-License-Identifier: AGPL-3.0-or-later
// The registry of requests: one record for each, made with its submission; one that is missing is made when it is seen.
import type { Submission, Version } from '../../schemas/types.ts';
import { listAll } from '../storage/list-all.ts';
import { romeDay } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { publicScope } from '../guests.ts';
import { oneAtATime } from '../mutexes.ts';
import { versionId, type KeptRequest } from '../records.ts';
import { statesOf } from './states.ts';
import { toldBy } from './told.ts';

/** What a submission becomes in the registry. `more`: what only the counter knows. */
export function requestOf(
  deps: Pick<Deps, 'forms' | 'catalogue'>,
  district: string,
  version: Version,
  submission: Submission,
  more: Pick<KeptRequest, 'channel'> & Partial<Pick<KeptRequest, 'access' | 'comune'>>,
): KeptRequest {
  const { definition, answers, context, receipt: number, submittedAt: at, submittedBy: by } = submission;
  const { origin, paper, case: kase } = submission;
  const day = romeDay(at);
  const told = toldBy(deps, district, version, answers, context, day);
  const data = deps.catalogue.districts.get(district);
  const measure = deps.catalogue.measureOf(district, definition);
  const { id: state = '', closed = false } = statesOf(deps, district, measure)[0] ?? {};
  return {
    number,
    definition,
    title: version.title,
    measure,
    comune: told.comune ?? more.comune ?? data?.lead ?? data?.comuni[0]?.id ?? '',
    name: told.name,
    channel: more.channel,
    ...(origin === undefined ? {} : { origin }),
    at,
    by,
    state,
    closed,
    dates: { ...told.dates, ...(paper ? { carta: paper.on } : {}), richiesta: day, [state]: day },
    steps: [],
    ...(more.access === undefined ? {} : { access: more.access }),
    ...(kase === undefined ? {} : { case: kase }),
  };
}

/** Puts a public submission into the registry, once. */
export async function registerPublic(deps: Deps, district: string, id: string): Promise<void> {
  const scope = publicScope(district);
  if (await deps.store.get(scope, 'requests', id)) return;
  const submission = await deps.store.get<Submission>(scope, 'submissions', id);
  if (!submission) return;
  const { definition, version: number } = submission.value;
  const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
  if (!version) return;
  const value = requestOf(deps, district, version.value, submission.value, { channel: 'public' });
  await deps.store.create(scope, 'requests', id, value);
}

/** Public submissions that came before there was a registry, or whose server died in between. Two counts when none is. */
export async function catchUp(deps: Deps, district: string): Promise<void> {
  const scope = publicScope(district);
  const [sent, known] = await Promise.all([
    deps.store.list(scope, 'submissions', { where: { by: 'public' }, limit: 1 }),
    deps.store.list(scope, 'requests', { where: { channel: 'public' }, limit: 1 }),
  ]);
  if (sent.total === known.total) return;
  await oneAtATime.alone(`${district} registry`, async () => {
    const there = new Set((await listAll(deps, scope, 'requests', {})).map(({ id }) => id));
    for (const { id } of await listAll(deps, scope, 'submissions', { where: { by: 'public' } }))
      if (!there.has(id)) await registerPublic(deps, district, id);
  });
}
