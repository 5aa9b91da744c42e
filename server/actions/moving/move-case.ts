// SPDX-License-Identifier: AGPL-3.0-or-later
// A household that moves: its case goes to another comune of the district, or leaves for another district as one file.
import { createHash } from 'node:crypto';
import type { Case } from '../../../schemas/types.ts';
import { isDay } from '../../calendar.ts';
import { digest, keyed } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { limits } from '../../guard.ts';
import { keep, refusal } from '../../keep.ts';
import { noticesFor } from '../../notices.ts';
import { oneAtATime } from '../../mutexes.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { carriedProtection } from '../../protection.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { packageDigest, readable, type CasePackage, type PackedCase } from './case-package-contents.ts';
import { packCase } from './case-package.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import { placed } from '../cases/placed.ts';
import { listAll } from '../../storage/list-all.ts';
import { stateAfter } from '../cases/states.ts';

const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });
/** the file that a case came from, and the one that it left as */
const cameAs = (id: string): string => `${id}.case.json`;
const leftAs = (id: string): string => `${id}.sent.json`;

/** To another comune of the district: from now on it is a case of that one. */
export async function moveCase(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  asked: { readonly comune: string; readonly reason: string },
): Promise<{ readonly ok: true } | Refusal> {
  const scope = scopeOf(person);
  const comuni = deps.catalogue.districts.get(scope.district)?.comuni ?? [];
  const nameOf = (id: string): string => comuni.find((one) => one.id === id)?.name ?? id;
  if (!comuni.some(({ id }) => id === asked.comune) || asked.comune === kase.value.comune)
    return refuse('unknown-comune', { id: asked.comune }, '/comune');
  const at = deps.clock.instant();
  const along = await standingThere(deps, scope, kase.id, asked.comune);
  const done = await changeCase(deps, scope, kase.id, { action: 'case.move', object: kase.id }, (before) => {
    const note = `${nameOf(before.comune)} → ${nameOf(asked.comune)}: ${asked.reason}`;
    return {
      value: withEvent({ ...before, comune: asked.comune }, { at, by: scope.actor, what: 'moved', note }),
      writes: [
        ...along,
        ...noticesFor(scope, before.assigned, {
          case: kase.id,
          number: before.number,
          at,
          what: 'moved',
          note,
        }),
      ],
    };
  });
  return done.ok ? { ok: true } : done;
}

/** What names the household and its comune apart from the case: who worked there would go on reading it. */
async function standingThere(deps: Deps, scope: Scope, id: string, comune: string): Promise<Write[]> {
  const writes: Write[] = [];
  for (const collection of ['requests', 'archives'])
    for (const item of await listAll(deps, scope, collection, { where: { case: id } })) {
      const kept = await deps.store.get<{ readonly comune: string }>(scope, collection, item.id);
      if (kept)
        writes.push({
          do: 'replace',
          collection,
          id: item.id,
          value: { ...kept.value, comune },
          rev: kept.rev,
        });
    }
  return writes;
}

/** To another district: the whole case in one file, and closed here. The file stays to be fetched again. */
export function sendAway(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  asked: { readonly to: string; readonly reason: string },
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  return oneAtATime.alone(`${person.district} send ${kase.id}`, () => send(deps, person, kase.id, asked));
}

async function send(
  deps: Deps,
  person: Person,
  id: string,
  asked: { readonly to: string; readonly reason: string },
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  const scope = scopeOf(person);
  const kase = await deps.store.get<Case>(scope, 'cases', id);
  if (!kase || kase.value.closed) return refuse(kase ? 'case-closed' : 'not-found');
  const drafts = await deps.store.list(scope, 'drafts', { where: { case: kase.id }, limit: 1 });
  if (drafts.total > 0) return refuse('drafts-open', { count: drafts.total });
  const at = deps.clock.instant();
  const { to, reason } = asked;
  const packed = await packCase(deps, person, kase, reason, await cameIn(deps, scope, kase));
  const bytes = Buffer.from(JSON.stringify(packed));
  // Nothing is closed here that could not be opened there.
  if (bytes.length > limits.package) return refuse('too-large', { limit: limits.package / 1024 });
  // One that was put down and never left, because something broke before the case was closed, makes room.
  await deps.store.removeBytes(scope, leftAs(id));
  const put = await deps.store.putBytes(scope, leftAs(id), bytes);
  if (!put.ok) return refusal(put);
  const entry = { action: 'case.send-away', object: kase.id, hash: digest(bytes), reason };
  const done = await changeCase(deps, scope, kase.id, entry, (before) => ({
    value: withEvent(
      {
        ...before,
        state: stateAfter(deps, scope.district, before.state, 'moved'),
        closed: { at, by: scope.actor, why: 'moved', to, note: reason },
      },
      { at, by: scope.actor, what: 'moved', note: `${to}: ${reason}` },
    ),
    writes: noticesFor(scope, before.assigned, {
      case: kase.id,
      number: before.number,
      at,
      what: 'moved',
      note: `${to}: ${reason}`,
    }),
  }));
  return done.ok ? { ok: true, bytes } : done;
}

/** The file of a case that has left. */
export async function packageOf(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  const bytes =
    kase.value.closed?.why === 'moved'
      ? await deps.store.getBytes(scopeOf(person), leftAs(kase.id))
      : undefined;
  return bytes ? { ok: true, bytes } : refuse('not-found');
}

/** A case that comes from another district: a new one here, with what it was there to be read. */
export function importCase(deps: Deps, person: Person, asked: AskedImport): Promise<Imported> {
  return oneAtATime.alone(`${person.district} import ${asked.package.sha256}`, () =>
    importOne(deps, person, asked),
  );
}

interface AskedImport {
  readonly comune: string;
  readonly measure: string;
  readonly package: CasePackage;
}
type Imported = { readonly ok: true; readonly id: string; readonly again: boolean } | Refusal;

async function importOne(deps: Deps, person: Person, asked: AskedImport): Promise<Imported> {
  const scope = scopeOf(person);
  const { comune, measure, package: packed } = asked;
  const district = deps.catalogue.districts.get(scope.district);
  const { comuni } = person.account.value;
  if (!district?.comuni.some(({ id }) => id === comune) || (comuni.length > 0 && !comuni.includes(comune)))
    return refuse('unknown-comune', { id: comune }, '/comune');
  if (!district.measures.includes(measure)) return refuse('unknown-measure', { id: measure }, '/measure');
  if (packageDigest(packed) !== packed.sha256 || ![packed, ...(packed.before ?? [])].every(isSound))
    return refuse('package-damaged', {}, '/package');
  const { sha256 } = packed;
  // The same file opens one case however often it comes: its bytes first, that nobody sees without the case; one that
  // broke before the case was there is made again, with the same bytes.
  const id = keyed(deps.secret, 'imported', scope.district, sha256).slice(0, 22);
  if (await deps.store.get(scope, 'cases', id)) return { ok: true, id, again: true };
  const put = await deps.store.putBytes(scope, cameAs(id), Buffer.from(JSON.stringify(packed)));
  if (!put.ok) return refusal(put);
  const at = deps.clock.instant();
  const value: Case = {
    number: await nextNumber(deps, scope, 'pratica', comune),
    measure,
    comune,
    state: stateAfter(deps, scope.district, '', 'opened'),
    name: packed.name,
    household: packed.household,
    dates: packed.dates,
    facts: {},
    assigned: [],
    openedAt: at,
    openedBy: scope.actor,
    origin: { district: packed.district, number: packed.number, at: packed.at, blob: cameAs(id), sha256 },
    timeline: [{ at, by: scope.actor, what: 'imported', note: `${packed.district}, ${packed.number}` }],
    // Who is in danger is so here too.
    ...(packed.protected ? carriedProtection : {}),
  };
  const done = await keep(deps, scope, { action: 'case.import', object: id, hash: sha256 }, [
    { do: 'create', collection: 'cases', id, value: placed(deps, scope.district, value) },
  ]);
  return done.ok ? { ok: true, id, again: false } : refusal(done);
}

/**
 * Days that exist, compositions in their order, nobody twice in one: what lists and terms are made from. Files that are
 * what they are said to be; one that was too heavy is not there.
 */
function isSound({ household, dates, documents, attachments }: PackedCase): boolean {
  return (
    Object.values(dates).every(isDay) &&
    [...documents, ...attachments].every(
      ({ file, sha256 }) =>
        file === '' || createHash('sha256').update(Buffer.from(file, 'base64')).digest('hex') === sha256,
    ) &&
    household.every(
      ({ from, members }, place) =>
        isDay(from) &&
        (household[place - 1]?.from ?? '') <= from &&
        new Set(members.map(({ id }) => id)).size === members.length,
    )
  );
}

/** The file that a case came from another district as. */
async function cameIn(deps: Deps, scope: Scope, kase: Kept<Case>): Promise<CasePackage | undefined> {
  const blob = kase.value.origin?.blob;
  const bytes = blob && (await deps.store.getBytes(scope, blob));
  return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as CasePackage) : undefined;
}

/** What a case was in the districts that it came through, without what the person may not read. */
export async function historyOf(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  reason: string | undefined,
): Promise<{ readonly ok: true; readonly value: CasePackage } | Refusal> {
  const packed = await cameIn(deps, scopeOf(person), kase);
  if (!packed) return refuse('not-found');
  const { before, ...there } = readable(person, kase.value, packed, reason);
  const past = before?.map((one) => readable(person, kase.value, one, reason));
  return { ok: true, value: { ...there, ...(past ? { before: past } : {}) } };
}
