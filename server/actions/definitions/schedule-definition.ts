// SPDX-License-Identifier: AGPL-3.0-or-later
// Publishing on a day to come: what stands in the draft now is frozen, and published when the day has come in Rome.
import { digest } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDefinition, KeptSchedule } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { publishDefinition } from './publish-definition.ts';
import { reviewMissing } from './review-definition.ts';
import { listAll } from '../../storage/list-all.ts';

type Scheduled = { readonly ok: true; readonly value: KeptSchedule } | Refusal;

/** The day by itself, and a real one. */
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
};

/** Plans the publication of the draft as it is; what is wrong with it is said now and not on the day. */
export async function scheduleDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  asked: { readonly on: string; readonly note?: string },
): Promise<Scheduled> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!kept) return refuse('not-found');
  if (kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
  if (!isDay(asked.on) || asked.on <= deps.clock.today()) return refuse('day-not-to-come', {}, '/on');
  const { definition } = kept.value;
  const of = digest(canonical(definition));
  if (of === kept.value.publishedAs) return refuse('unchanged', { number: kept.value.published ?? 0 });
  const missing = await reviewMissing(deps, scope, id, of);
  if (missing) return missing;
  const findings = await deps.publishing.examine(definition);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { ...refuse('not-publishable', { count: errors.length }), problems: errors };
  const note = (asked.note ?? '').trim();
  const value: KeptSchedule = {
    definition,
    of,
    on: asked.on,
    by: scope.actor,
    at: deps.clock.instant(),
    ...(note === '' ? {} : { note }),
  };
  const before = await deps.store.get<KeptSchedule>(scope, 'schedules', id);
  const done = await keep(deps, scope, { action: 'definition.schedule', object: id, hash: of }, [
    before
      ? { do: 'replace', collection: 'schedules', id, value, rev: before.rev }
      : { do: 'create', collection: 'schedules', id, value },
  ]);
  return done.ok ? { ok: true, value } : refusal(done);
}

/** Takes the plan back; the draft stays as it is. */
export async function unscheduleDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const before = await deps.store.get<KeptSchedule>(scope, 'schedules', id);
  if (!before) return refuse('not-found');
  const done = await keep(deps, scope, { action: 'definition.unschedule', object: id }, [
    { do: 'remove', collection: 'schedules', id, rev: before.rev },
  ]);
  return done.ok ? { ok: true } : refusal(done);
}

/** Publishes whatever is due, of every district. A start after a day without power does the same. */
export async function publishDue(deps: Deps): Promise<{ readonly done: number; readonly failed: number }> {
  let [done, failed] = [0, 0];
  const today = deps.clock.today();
  for (const district of await deps.store.districts()) {
    const system: Scope = { district, actor: 'system' };
    for (const { id, fields } of await listAll(deps, system, 'schedules', {})) {
      if (String(fields['on']) > today) continue;
      const plan = await deps.store.get<KeptSchedule>(system, 'schedules', id);
      if (!plan || plan.value.failed) continue;
      if (await publishPlanned(deps, district, id, plan)) done += 1;
      else failed += 1;
    }
  }
  return { done, failed };
}

/** Under the name of who planned it. Somebody may be saving the draft in the same moment: then again. */
async function publishPlanned(
  deps: Deps,
  district: string,
  id: string,
  plan: Kept<KeptSchedule>,
): Promise<boolean> {
  const scope: Scope = { district, actor: plan.value.by };
  let problem = refuse('conflict').problem;
  for (let tries = 0; tries < 5; tries += 1) {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    if (!kept) break;
    const { definition: frozen, note } = plan.value;
    const published = await publishDefinition(deps, scope, id, kept.rev, { frozen, note });
    if (published.ok) return true;
    problem = published.problem;
    if (problem.code !== 'conflict') break;
  }
  // Busy for now is no reason to give up; the next round tries again.
  if (['conflict', 'took-too-long', 'stopping'].includes(problem.code)) return false;
  const value: KeptSchedule = { ...plan.value, failed: { code: problem.code, at: deps.clock.instant() } };
  await keep(deps, scope, { action: 'definition.schedule-failed', object: id, hash: plan.value.of }, [
    { do: 'replace', collection: 'schedules', id, value, rev: plan.rev },
  ]);
  return false;
}

/** Looks now and every minute; gives what ends it. */
export function keepPublishing(deps: Deps): () => void {
  let busy = false;
  const round = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const told = await publishDue(deps);
      if (told.done + told.failed > 0) deps.log('planned publications', told);
    } catch (error) {
      deps.log('planned publications not made', { reason: String(error) });
    }
    busy = false;
  };
  const timer = setInterval(() => void round(), 60_000);
  timer.unref();
  void round();
  return () => clearInterval(timer);
}
