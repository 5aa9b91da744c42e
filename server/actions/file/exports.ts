// SPDX-License-Identifier: AGPL-3.0-or-later
// Submissions of a definition, over all its versions, out of the house: asked for with a purpose, then fetched as a file.
import type { Answers, Role, Submission, Version } from '../../../schemas/types.ts';
import { exportRights, may, workingRole } from '../../access.ts';
import { thingOf } from '../../authorize.ts';
import { isDay } from '../../calendar.ts';
import { keyed, newId, romeDay } from '../../clock.ts';
import { catchUp } from '../../counter/register.ts';
import type { Deps } from '../../deps.ts';
import { common, withNames } from '../../exports/codebook.ts';
import { columnsOf } from '../../exports/columns.ts';
import { project } from '../../exports/project.ts';
import { leaving, type View } from '../../exports/view.ts';
import { formats, type Format, type Leaving, type Work } from '../../exports/write.ts';
import { keepNew, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptExport } from '../../records.ts';
import type { Reply } from '../../routes/contract.ts';
import type { Person } from '../../sessions.ts';
import type { Listed, Scope } from '../../storage/contract.ts';
import { allDefinitions, titleOf } from '../definitions/definitions.ts';
import { namesOf } from '../../names.ts';
import { listAll } from '../../storage/list-all.ts';

export interface AskedExport {
  readonly definition: string;
  readonly format: Format;
  readonly purpose: string;
  readonly from?: string;
  readonly to?: string;
  readonly names?: boolean;
  readonly texts?: boolean;
  readonly delicate?: boolean;
  readonly reason?: string;
}
/** Milliseconds for which a file can be fetched. */
const life = 24 * 3_600_000;
/** submissions in a workbook */
const most = 10_000;
const shortest = 10;

const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });
const field = (item: Listed, name: string): string => String(item.fields[name] ?? '');

interface CaseLine {
  readonly number: string;
  readonly name: string;
  readonly comune: string;
  readonly assigned: string[];
}

/** Cases of the district, from the index; an access or a request that no case took up stands under its submission. */
async function casesOf(deps: Deps, scope: Scope): Promise<ReadonlyMap<string, CaseLine>> {
  const line = (item: Listed): readonly [string, CaseLine] => [
    item.id,
    {
      number: field(item, 'number'),
      name: field(item, 'name'),
      comune: field(item, 'comune'),
      assigned: field(item, 'assigned').trim().split(' ').filter(Boolean),
    },
  ];
  const all = await Promise.all([
    listAll(deps, scope, 'accesses', { where: { case: null } }),
    listAll(deps, scope, 'requests', { where: { case: null } }),
    listAll(deps, scope, 'cases', {}),
  ]);
  return new Map(all.flat().map(line));
}

/** What gives a title to a submission: its case, else itself. */
const titleTo = (of: string, submission: string): string => (of === '' ? submission : of);

/** The eyes with which the person takes answers of this case out; undefined: not at all. */
function viewOf(
  person: Person,
  kase: Pick<CaseLine, 'assigned'>,
  asks: KeptExport['asks'],
): View | undefined {
  const role = workingRole(person.account.value, kase.assigned.includes(person.account.id));
  const rights = exportRights[role];
  return rights && { role, ...rights, asks };
}

export async function makeExport(
  deps: Deps,
  person: Person,
  asked: AskedExport,
  key: string | undefined,
): Promise<
  { readonly ok: true; readonly id: string; readonly rows: number; readonly cases: number } | Refusal
> {
  const scope = scopeOf(person);
  const asks = {
    names: asked.names === true,
    texts: asked.texts === true,
    delicate: asked.delicate === true,
  };
  const reason = asked.reason?.trim() ?? '';
  if (asked.purpose.trim().length < shortest) return refuse('purpose-needed', {}, '/purpose');
  // anybody may have written a name in a text
  if (Object.values(asks).includes(true) && reason.length < shortest)
    return refuse('export-reason', {}, '/reason');
  for (const at of ['from', 'to'] as const)
    if (asked[at] && !isDay(asked[at])) return refuse('not-a-day', {}, `/${at}`);
  if (asked.from && asked.to && asked.from > asked.to) return refuse('dates-turned', {}, '/from');
  const versions = await versionsOf(deps, scope, asked.definition);
  const newest = versions.at(-1);
  if (!newest) return refuse('not-found', {}, '/definition');
  const thing = thingOf(deps, scope.district, asked.definition, newest.kind);
  await catchUp(deps, scope.district);
  const cases = await casesOf(deps, scope);
  const rows = (await listAll(deps, scope, 'submissions', { where: { definition: asked.definition } }))
    // what was wrong and corrected counts for nothing
    .filter((item) => item.fields['replaced'] !== true)
    .filter((item) => {
      const kase = cases.get(titleTo(field(item, 'case'), item.id));
      const day = romeDay(field(item, 'submittedAt'));
      return (
        kase !== undefined &&
        may(person.account.value, person.account.id, kase, thing, 'v') === 'yes' &&
        viewOf(person, kase, asks) !== undefined &&
        (!asked.from || day >= asked.from) &&
        (!asked.to || day <= asked.to)
      );
    })
    .sort((a, b) => field(a, 'submittedAt').localeCompare(field(b, 'submittedAt')));
  if (rows.length === 0) return refuse('export-empty');
  if (asked.format === 'xlsx' && rows.length > most)
    return refuse('export-too-long', { rows: rows.length, most }, '/format');
  const value: KeptExport = {
    definition: asked.definition,
    title: newest.title,
    format: asked.format,
    purpose: asked.purpose.trim(),
    asks,
    ...(reason ? { reason } : {}),
    ...(asked.from ? { from: asked.from } : {}),
    ...(asked.to ? { to: asked.to } : {}),
    by: scope.actor,
    at: deps.clock.instant(),
    submissions: rows.map(({ id }) => id),
    cases: [...new Set(rows.map((item) => field(item, 'case')).filter(Boolean))],
  };
  const id = newId();
  const entry = {
    action: 'export.make',
    object: id,
    reason: [value.purpose, reason].filter(Boolean).join(' — '),
  };
  const stands =
    key === undefined ? undefined : { key: `export ${scope.actor} ${key}`, of: JSON.stringify(asked) };
  const made = await keepNew(deps, scope, entry, 'exports', () => value, stands);
  if (!made.ok) return refusal(made);
  const { submissions, cases: named } = made.value.value;
  return { ok: true, id: made.value.id, rows: submissions.length, cases: named.length };
}

export async function versionsOf(deps: Deps, scope: Scope, definition: string): Promise<readonly Version[]> {
  const items = await listAll(deps, scope, 'versions', { where: { definition } });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<Version>(scope, 'versions', id)));
  return kept.flatMap((one) => (one ? [one.value] : [])).sort((a, b) => a.number - b.number);
}

/** How far files are that are being made now, by district and export. */
const progress = new Map<string, number>();

/** What the maker of an export may know of it. */
export async function exportOf(deps: Deps, person: Person, id: string) {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptExport>(scope, 'exports', id);
  if (!kept || kept.value.by !== scope.actor) return refuse('not-found');
  const { submissions, cases } = kept.value;
  return {
    ok: true as const,
    body: {
      id,
      rows: submissions.length,
      cases: cases.length,
      done: progress.get(`${scope.district} ${id}`) ?? 0,
    },
  };
}

/** The file of an export, made while it is sent. */
export async function takeExport(deps: Deps, person: Person, id: string): Promise<Reply | Refusal> {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptExport>(scope, 'exports', id);
  if (!kept || kept.value.by !== scope.actor) return refuse('not-found');
  const made = kept.value;
  if (Date.parse(deps.clock.instant()) - Date.parse(made.at) > life) return refuse('export-gone');
  const cases = await casesOf(deps, scope);
  const versions = await versionsOf(deps, scope, made.definition);
  const frozen = versions.map((version) => ({
    number: version.number,
    outline: deps.forms.outline(version),
  }));
  // A codebook speaks of all that this person can get from any of the cases.
  const roles: readonly Role[] = [true, false].map((assigned) => workingRole(person.account.value, assigned));
  const views = roles.flatMap((role) => {
    const rights = exportRights[role];
    return rights ? [{ role, ...rights, asks: made.asks }] : [];
  });
  const columns = columnsOf(
    frozen,
    (outline) => {
      const all = views.map((view) => leaving(outline, view));
      return (node) => {
        const answers = all.map((leave) => leave(node));
        return answers.find((one) => one === 'take' || one === 'year') ?? answers[0] ?? 'role';
      };
    },
    (name) => listRows(deps, scope.district, name),
    [...common, ...withNames].map(([name]) => name),
  );
  const line = `${scope.district} ${id}`;
  async function* rows(): AsyncGenerator<Leaving> {
    let done = 0;
    try {
      for (const submission of made.submissions) {
        const row = await leavingOf(deps, scope, person, submission, made, cases, frozen);
        progress.set(line, (done += 1));
        // others have their turn
        if (done % 50 === 0) await new Promise(setImmediate);
        if (row) yield row;
      }
    } finally {
      progress.delete(line);
    }
  }
  const work: Work = {
    title: made.title,
    columns,
    names: made.asks.names,
    about: about(deps, person, made),
    rows,
  };
  await deps.store.audit(scope, {
    action: 'export.read',
    object: id,
    role: workingRole(person.account.value),
    reason: made.purpose,
    result: 'done',
  });
  const writing = formats[made.format];
  const name = `${made.definition}-${made.at.slice(0, 10)}`.replace(/[^\w.-]+/g, '-');
  return {
    ok: true,
    stream: writing.bytes(work),
    type: writing.type,
    headers: { 'Content-Disposition': `attachment; filename="${name}.${writing.ending}"` },
  };
}

async function leavingOf(
  deps: Deps,
  scope: Scope,
  person: Person,
  id: string,
  made: KeptExport,
  cases: ReadonlyMap<string, CaseLine>,
  frozen: readonly { readonly number: number; readonly outline: Leaving['outline'] }[],
): Promise<Leaving | undefined> {
  const kept = await deps.store.get<Submission>(scope, 'submissions', id);
  const kase = cases.get(titleTo(kept?.value.case ?? '', id));
  const outline = frozen.find(({ number }) => number === kept?.value.version)?.outline;
  const view = kase && viewOf(person, kase, made.asks);
  if (!kept || !kase || !outline || !view) return undefined;
  const thing = thingOf(deps, scope.district, made.definition, outline.definition.kind);
  // The title to the case may have gone since it was asked.
  if (may(person.account.value, person.account.id, kase, thing, 'v') !== 'yes') return undefined;
  const answers: Answers = project(outline, kept.value.answers, {
    leave: leaving(outline, view),
    row: rowCode(deps, scope.district),
  });
  return {
    ...codesOf(deps, scope.district, kept.id, kept.value.case ?? ''),
    comune: kase.comune,
    version: kept.value.version,
    day: romeDay(kept.value.submittedAt),
    named: made.asks.names ? [kase.number, kase.name] : undefined,
    answers,
    outline,
  };
}

/** The same for rows: who is in several forms, as a member of the household is, has one code in all of them. */
export const rowCode =
  (deps: Pick<Deps, 'secret'>, district: string) =>
  (id: string): string =>
    `R-${keyed(deps.secret, 'outside', district, 'row', id).slice(0, 12)}`;

/** What stands for a submission and its case outside: the same each time, and of no use to who has not the key. */
export const codesOf = (
  deps: Pick<Deps, 'secret'>,
  district: string,
  submission: string,
  kase: string,
): { readonly code: string; readonly case: string } => ({
  code: `C-${keyed(deps.secret, 'outside', district, 'submission', submission).slice(0, 12)}`,
  // of an access or a request that no case took up
  case: kase === '' ? '' : `P-${keyed(deps.secret, 'outside', district, 'case', kase).slice(0, 12)}`,
});

function about(deps: Deps, person: Person, made: KeptExport): string {
  const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/');
  const district = deps.catalogue.districts.get(person.district)?.name ?? person.district;
  return [
    `${made.title} — ${district}`,
    `Preparata il ${day(made.at)} da ${person.account.value.name}, ${person.account.value.profile}.`,
    `A che cosa serve: ${made.purpose}`,
    ...(made.reason ? [`Perché con nomi, testi o dati delicati: ${made.reason}`] : []),
    `Compilazioni: ${made.submissions.length}; pratiche: ${made.cases.length}.`,
    ...(made.from || made.to
      ? [
          `Inviate dal ${made.from ? day(made.from) : 'principio'} al ${made.to ? day(made.to) : 'giorno della richiesta'}.`,
        ]
      : []),
    made.asks.names
      ? 'Contiene i nomi delle persone: va custodita e distrutta quando non serve più.'
      : 'Senza nomi né recapiti: al loro posto codici, gli stessi in ogni esportazione. Chi conosce una famiglia potrebbe riconoscerla lo stesso: va custodita.',
    made.asks.texts
      ? 'Contiene testi liberi, nei quali qualcuno può avere scritto dei nomi.'
      : 'Senza testi liberi.',
    'Che cosa significa ogni colonna è scritto nel codebook. Una risposta che la persona non ha voluto o potuto dare è scritta con # davanti (#refused, #unknown, #not-collected). Gli importi sono in euro.',
    '',
  ].join('\n');
}

/** Definitions whose answers this person may take out, and what was taken: one's own, or all for who watches over it. */
export async function listExports(deps: Deps, person: Person) {
  const scope = scopeOf(person);
  const { roles } = person.account.value;
  const watches = roles.includes('dpo') || roles.includes('coordinator');
  // nothing changes an export: the newest change is the newest
  const { items } = await deps.store.list(scope, 'exports', {
    ...(watches ? {} : { where: { by: scope.actor } }),
    newestFirst: true,
    limit: 100,
  });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptExport>(scope, 'exports', id)));
  const made = kept.flatMap((one) => (one ? [one] : []));
  const nameOf = await namesOf(
    deps,
    scope,
    made.map(({ value }) => value.by),
  );
  const now = Date.parse(deps.clock.instant());
  const definitions = (await allDefinitions(deps, scope)).filter(({ value: { definition, published } }) => {
    const thing = thingOf(deps, scope.district, definition.id, definition.kind);
    const reaches = [[], [scope.actor]].some((assigned: string[]) => {
      const kase = { comune: person.account.value.comuni[0] ?? '', assigned };
      return (
        viewOf(person, kase, { names: false, texts: false, delicate: false }) !== undefined &&
        may(person.account.value, scope.actor, kase, thing, 'v') === 'yes'
      );
    });
    return published !== null && reaches;
  });
  const delicate = roles.some((role) => (exportRights[role]?.delicate.length ?? 0) > 0);
  return {
    definitions: definitions.map(({ value }) => ({
      id: value.definition.id,
      title: titleOf(value.definition),
    })),
    delicate,
    items: made.map(({ id, value }) => ({
      id,
      title: value.title,
      format: value.format,
      purpose: value.purpose,
      asks: value.asks,
      ...(value.reason ? { reason: value.reason } : {}),
      by: nameOf(value.by),
      at: value.at,
      rows: value.submissions.length,
      cases: value.cases.length,
      file: value.by === scope.actor && now - Date.parse(value.at) <= life,
    })),
  };
}
