// SPDX-License-Identifier: AGPL-3.0-or-later
// What a program with a key reads: definitions, and submissions of those that it was given.
import type { Submission, Version } from '../../../schemas/types.ts';
import { thingOf } from '../../authorize.ts';
import { newId, romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { codebookJson } from '../../exports/codebook.ts';
import { columnsOf } from '../../exports/columns.ts';
import { project } from '../../exports/project.ts';
import { leaving, type View } from '../../exports/view.ts';
import { actorOf, type Integrator } from '../../integrators.ts';
import { keepNew, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptExport } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';
import { codesOf, rowCode, versionsOf } from '../file/exports.ts';
import { allDefinitions, newestVersion, titleOf } from '../definitions/definitions.ts';

const pageSize = 100;
const scopeOf = ({ district, key }: Integrator): Scope => ({ district, actor: actorOf(key.id) });

/** Nobody's eyes: what only some roles see, and what is delicate, no program gets. */
const viewOf = ({ key }: Integrator): View => ({
  role: undefined,
  plain: ['common', 'economic', 'minor'],
  delicate: [],
  asks: { ...key.value.asks, delicate: false },
});

/** Published definitions, with what is needed to fetch their schemas. */
export async function definitionsFor(deps: Deps, by: Integrator) {
  const scope = scopeOf(by);
  const all = (await allDefinitions(deps, scope)).filter(
    ({ value: { definition, published } }) =>
      published !== null && thingOf(deps, by.district, definition.id, definition.kind) !== 'reserved',
  );
  return all.map(({ value: { definition, published, hash } }) => ({
    id: definition.id,
    title: titleOf(definition),
    kind: definition.kind,
    version: published ?? 0,
    hash: hash ?? '',
  }));
}

/** The closed JSON Schema of a version, as text; the newest where no number is asked. */
export async function schemaFor(
  deps: Deps,
  by: Integrator,
  definition: string,
  number: number | undefined,
): Promise<{ readonly ok: true; readonly text: string } | Refusal> {
  const known = (await definitionsFor(deps, by)).some(({ id }) => id === definition);
  const versions = known ? await versionsOf(deps, scopeOf(by), definition) : [];
  const version: Version | undefined = number
    ? versions.find((one) => one.number === number)
    : versions.at(-1);
  const text = version && (await deps.publishing.file(by.district, version, '.schema.json'));
  return text === undefined ? refuse('not-found') : { ok: true, text };
}

/** May this key read submissions of that definition? Others are as if they were not there. */
async function granted(deps: Deps, by: Integrator, definition: string): Promise<boolean> {
  if (!by.key.value.submissions.includes(definition)) return false;
  const newest = await newestVersion(deps, scopeOf(by), definition);
  return newest !== undefined && thingOf(deps, by.district, definition, newest.kind) !== 'reserved';
}

export async function codebookFor(
  deps: Deps,
  by: Integrator,
  definition: string,
): Promise<{ readonly ok: true; readonly text: string } | Refusal> {
  if (!(await granted(deps, by, definition))) return refuse('not-found');
  const versions = await versionsOf(deps, scopeOf(by), definition);
  const columns = columnsOf(
    versions.map((version) => ({ number: version.number, outline: deps.forms.outline(version) })),
    (outline) => leaving(outline, viewOf(by)),
    (name) => listRows(deps, by.district, name),
  );
  return { ok: true, text: codebookJson(columns, by.key.value.asks.names) };
}

/** A page of submissions, oldest change first. `since`: ISO date from which they were sent. */
export async function submissionsFor(
  deps: Deps,
  by: Integrator,
  definition: string,
  cursor: string | undefined,
  since: string | undefined,
) {
  if (!(await granted(deps, by, definition))) return refuse('not-found');
  const scope = scopeOf(by);
  const page = await deps.store.list(scope, 'submissions', {
    where: { definition, replaced: false },
    limit: pageSize,
    ...(cursor ? { cursor } : {}),
  });
  const versions = await versionsOf(deps, scope, definition);
  const outlines = new Map(versions.map((version) => [version.number, deps.forms.outline(version)]));
  const { comuni, asks } = by.key.value;
  const items: { readonly [name: string]: unknown }[] = [];
  const told: { submission: string; case: string }[] = [];
  for (const { id, fields } of page.items) {
    if (since && romeDay(String(fields['submittedAt'])) < since) continue;
    const kept = await deps.store.get<Submission>(scope, 'submissions', id);
    const of = kept?.value.case;
    const kase = of === undefined ? undefined : await caseLine(deps, scope, of);
    const outline = outlines.get(kept?.value.version ?? 0);
    if (!kept || of === undefined || !kase || !outline) continue;
    if (comuni.length > 0 && !comuni.includes(kase.comune)) continue;
    const codes = codesOf(deps, by.district, id, of);
    items.push({
      id: codes.code,
      case: codes.case,
      comune: kase.comune,
      version: kept.value.version,
      submittedOn: romeDay(kept.value.submittedAt),
      ...(asks.names ? { number: kase.number, name: kase.name } : {}),
      answers: project(outline, kept.value.answers, {
        leave: leaving(outline, viewOf(by)),
        row: rowCode(deps, by.district),
      }),
    });
    told.push({ submission: id, case: of });
  }
  const noted = await note(deps, by, definition, told, versions.at(-1)?.title ?? definition);
  if (!noted.ok) return noted;
  return { ok: true as const, items, next: page.next };
}

async function caseLine(deps: Deps, scope: Scope, id: string) {
  const kept = await deps.store.get<{ number: string; name: string; comune: string }>(scope, 'cases', id);
  return kept?.value;
}

/** That it was read, and which cases were in it, is written before anything leaves. */
async function note(
  deps: Deps,
  by: Integrator,
  definition: string,
  told: readonly { readonly submission: string; readonly case: string }[],
  title: string,
): Promise<{ readonly ok: true } | Refusal> {
  const scope = scopeOf(by);
  const { purpose, asks } = by.key.value;
  if (told.length === 0) {
    await deps.store.audit(scope, { action: 'integrator.submissions', object: by.key.id, result: 'done' });
    return { ok: true };
  }
  const value: KeptExport = {
    definition,
    title,
    format: 'ndjson',
    purpose,
    asks: { ...asks, delicate: false },
    by: scope.actor,
    at: deps.clock.instant(),
    submissions: told.map(({ submission }) => submission),
    cases: [...new Set(told.map((one) => one.case))],
  };
  const entry = { action: 'integrator.submissions', object: newId(), reason: purpose };
  const made = await keepNew(deps, scope, entry, 'exports', () => value, undefined);
  return made.ok ? { ok: true } : refusal(made);
}
