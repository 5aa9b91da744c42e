// SPDX-License-Identifier: AGPL-3.0-or-later
// The archive of a person: asked for (by who protects data, or who coordinates), decided, handed over as one file.
import type { Case } from '../../../schemas/types.ts';
import { newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { membersOf } from '../../members.ts';
import { oneAtATime } from '../../mutexes.ts';
import { pageOf } from '../../person-archive/page.ts';
import { casesWith, gatherPerson } from '../../person-archive/gather.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { isProtected } from '../../protection.ts';
import type { KeptArchive } from '../../records.ts';
import type { Reply } from '../../routes/contract.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { zipped, type ZipPart } from '../../tables/zip.ts';
import { namesOf } from '../../names.ts';
import { codeKey } from '../cases/placed.ts';
import { listAll } from '../../storage/list-all.ts';

/** Who protects data names the person by tax code, and by number where it is known; who coordinates may by the rows of a case. */
export interface AskedArchive {
  readonly number?: string;
  readonly taxCode?: string;
  readonly case?: string;
  readonly person?: string;
  readonly purpose: string;
}
export interface Decision {
  readonly give: boolean;
  readonly team?: boolean;
  readonly delicate?: boolean;
  /** looked at, where there are people to be protected */
  readonly checked?: boolean;
  readonly note?: string;
}

const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });
const coordinates = (person: Person): boolean => person.account.value.roles.includes('coordinator');
const inScope = (person: Person, comune: string): boolean =>
  person.account.value.comuni.length === 0 || person.account.value.comuni.includes(comune);

type Asked = Promise<{ readonly ok: true; readonly id: string } | Refusal>;

/** One that the same person asked for and nobody decided upon yet is asked for once. */
export const askArchive = (deps: Deps, person: Person, asked: AskedArchive): Asked =>
  oneAtATime.alone(`${person.district} archives`, () => ask(deps, person, asked));

async function ask(deps: Deps, person: Person, asked: AskedArchive): Asked {
  const scope = scopeOf(person);
  const number = asked.number?.trim();
  const code = asked.taxCode?.replaceAll(/\s/g, '').toUpperCase();
  const named =
    number === undefined && code === undefined
      ? undefined
      : (
          await listAll(
            deps,
            scope,
            'cases',
            number
              ? { where: { number } }
              : { contains: { codes: codeKey(deps, scope.district, code ?? '') } },
          )
        ).find(({ fields }) => inScope(person, String(fields['comune'])));
  const id = named?.id ?? (coordinates(person) ? asked.case : undefined);
  const kase = id ? await deps.store.get<Case>(scope, 'cases', id) : undefined;
  const member =
    kase &&
    inScope(person, kase.value.comune) &&
    membersOf(kase.value).find((one) =>
      code ? one.taxCode === code : coordinates(person) && one.id === asked.person,
    );
  if (!kase || !member) return refuse('person-not-found');
  const purpose = asked.purpose.trim();
  const open = { case: kase.id, state: 'asked', by: scope.actor };
  for (const { id: before } of await listAll(deps, scope, 'archives', { where: open })) {
    const kept = await deps.store.get<KeptArchive>(scope, 'archives', before);
    if (kept?.value.person === member.id && kept.value.purpose === purpose) return { ok: true, id: before };
  }
  const archive = newId();
  const value: KeptArchive = {
    case: kase.id,
    number: kase.value.number,
    comune: kase.value.comune,
    person: member.id,
    name: member.name,
    purpose,
    by: scope.actor,
    at: deps.clock.instant(),
    state: 'asked',
  };
  const entry = { action: 'archive.ask', object: archive, reason: value.purpose };
  const done = await keep(deps, scope, entry, [{ do: 'create', collection: 'archives', id: archive, value }]);
  return done.ok ? { ok: true, id: archive } : refusal(done);
}

async function found(deps: Deps, person: Person, id: string): Promise<Kept<KeptArchive> | undefined> {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptArchive>(scope, 'archives', id);
  const kase = kept && (await deps.store.get<Case>(scope, 'cases', kept.value.case));
  // The case may have moved since it was asked.
  return kase && inScope(person, kase.value.comune) ? kept : undefined;
}

export async function decideArchive(
  deps: Deps,
  person: Person,
  id: string,
  decision: Decision,
): Promise<{ readonly ok: true } | Refusal> {
  const scope = scopeOf(person);
  const kept = await found(deps, person, id);
  if (!kept) return refuse('not-found');
  // Of all cases that would be in it: the one that was asked about may not be the one with people in danger.
  const cases = await casesWith(deps, person, kept.value);
  const guarded = cases.some(({ kase }) => isProtected(kase.value));
  if (decision.give && !decision.checked && guarded) return refuse('archive-protected', {}, '/checked');
  const note = decision.note?.trim() ?? '';
  const { gives: _gives, note: _note, ...before } = kept.value;
  const value: KeptArchive = {
    ...before,
    state: decision.give ? 'given' : 'refused',
    decidedBy: scope.actor,
    decidedAt: deps.clock.instant(),
    ...(note ? { note } : {}),
    ...(decision.give
      ? { gives: { team: decision.team === true, delicate: decision.delicate === true } }
      : {}),
  };
  const reason = [
    value.state,
    ...(value.gives?.team ? ['team'] : []),
    ...(value.gives?.delicate ? ['delicate'] : []),
    note,
  ]
    .filter(Boolean)
    .join(' — ');
  const done = await keep(deps, scope, { action: 'archive.decide', object: id, reason }, [
    { do: 'replace', collection: 'archives', id, value, rev: kept.rev },
  ]);
  return done.ok ? { ok: true } : refusal(done);
}

/** The file, as things stand now; made while it is sent. */
export async function takeArchive(deps: Deps, person: Person, id: string): Promise<Reply | Refusal> {
  const scope = scopeOf(person);
  const kept = await found(deps, person, id);
  if (!kept) return refuse('not-found');
  const { gives, state, purpose } = kept.value;
  if (state !== 'given' || !gives) return refuse('archive-not-given');
  await deps.store.audit(scope, { action: 'archive.read', object: id, reason: purpose, result: 'done' });
  const { all, files } = await gatherPerson(deps, person, kept.value, gives);
  async function* parts(): AsyncGenerator<ZipPart> {
    yield { path: 'index.html', chunks: [Buffer.from(pageOf(all))] };
    yield { path: 'dati.json', chunks: [Buffer.from(`${JSON.stringify(all, null, 2)}\n`)] };
    for (const file of files) {
      const bytes = await deps.store.getBytes(scope, file.id);
      if (bytes) yield { path: file.path, chunks: [bytes] };
    }
  }
  const name = `archivio-${kept.value.number}`.replace(/[^\w.-]+/g, '-');
  return {
    ok: true,
    stream: zipped(parts()),
    type: 'application/zip',
    headers: { 'Content-Disposition': `attachment; filename="${name}.zip"` },
  };
}

/** What was asked for; who may not open cases reads numbers and states, no names. */
export async function listArchives(deps: Deps, person: Person) {
  const scope = scopeOf(person);
  const { comuni } = person.account.value;
  const items = await listAll(
    deps,
    scope,
    'archives',
    comuni.length > 0 ? { where: { comune: comuni } } : {},
  );
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptArchive>(scope, 'archives', id)));
  const all = kept.flatMap((one) => (one ? [one] : []));
  const accounts = [
    ...new Set(all.flatMap(({ value }) => [value.by, ...(value.decidedBy ? [value.decidedBy] : [])])),
  ];
  const nameOf = await namesOf(deps, scope, accounts);
  return {
    items: all
      .toSorted((a, b) => b.value.at.localeCompare(a.value.at))
      .map(({ id, value: { case: kase, comune: _comune, person: _row, name, by, decidedBy, ...rest } }) => ({
        id,
        ...rest,
        by: nameOf(by),
        ...(decidedBy ? { decidedBy: nameOf(decidedBy) } : {}),
        ...(coordinates(person) ? { case: kase, name } : {}),
      })),
  };
}
