// SPDX-License-Identifier: AGPL-3.0-or-later
// A district out into a folder and in again: what comes in takes the place of all that the district had, at once.
import { access, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { District, ListRow } from '../../../schemas/types.ts';
import { documentKinds } from '../../../templates/index.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import type { DistrictFolder, NamedRows } from '../../district-folder.ts';
import { keep, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { ownLists } from '../../own-lists.ts';
import type { Refusal } from '../../problems.ts';
import type { KeptDefinition, KeptDistrict, KeptList, KeptRow, KeptTemplateText } from '../../records.ts';
import { keptRows } from '../../registers.ts';
import type { Scope, Write } from '../../storage/contract.ts';
import { withMoment } from './moments.ts';
import { stillUsed, unknownForm, wrongDistrict } from './save-district.ts';
import { listAll } from '../../storage/list-all.ts';
import { templateInUse } from './templates.ts';

/** All that a district has of its own, as it is now; undefined: no such district. */
export async function gatherDistrict(deps: Deps, scope: Scope): Promise<DistrictFolder | undefined> {
  const { district: id } = scope;
  const district = deps.catalogue.districts.get(id);
  if (!district) return undefined;
  const definitions = new Map(deps.catalogue.definitions(id));
  for (const { id: name } of await listAll(deps, scope, 'definitions', {})) {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', name);
    if (kept) definitions.set(name, kept.value.definition);
  }
  const lists = new Map<string, NamedRows>();
  for (const name of ownLists(deps.catalogue, id).keys()) {
    const kept = await deps.store.get<KeptList>(scope, 'lists', name);
    if (kept) lists.set(name, { title: kept.value.title, rows: kept.value.rows });
  }
  const shared = deps.catalogue.registers('');
  const registers = new Map(
    [...deps.catalogue.registers(id)].filter(([name, one]) => shared.get(name) !== one),
  );
  const templates = new Map<string, string>();
  const texts = await listAll(deps, scope, 'templates', {});
  for (const kind of new Set(texts.map(({ fields }) => String(fields['kind'])))) {
    const used = await templateInUse(deps, scope, kind);
    if (used) templates.set(kind, used.text);
  }
  return {
    district: { ...district, registers: rowsOf(deps, district) },
    definitions: sorted(definitions),
    lists: sorted(lists),
    registers: sorted(registers),
    templates: sorted(templates),
  };
}

const sorted = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
  new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Rows of each register, kept ones in their place; acts of cases are not configuration. */
function rowsOf(deps: Deps, { id, registers = {} }: District): { [name: string]: ListRow[] } {
  const own = ownLists(deps.catalogue, id);
  const known = [...deps.catalogue.registers(id).keys()].filter(
    (name) => !Object.hasOwn(registers, name) && keptRows(deps.catalogue, id, name).size > 0,
  );
  return Object.fromEntries(
    [...Object.keys(registers), ...known].flatMap((name) => {
      const rows = own.has(name) ? registers[name] : listRows(deps, id, name);
      return rows ? [[name, [...rows]]] : [];
    }),
  );
}

/**
 * Takes a district in: its data becomes files of the data folder, its forms, lists and texts records. Forms that are not
 * in the folder stay as they are: cases may have been filled in with them. `data`: the data folder.
 */
export async function takeDistrict(
  deps: Deps,
  data: string,
  { district, definitions, lists, registers, templates }: DistrictFolder,
): Promise<{ readonly ok: true } | Refusal> {
  const scope: Scope = { district: district.id, actor: 'system' };
  const wrong =
    wrongDistrict(
      deps,
      district,
      documentKinds.map(({ kind }) => kind),
    ) ??
    unknownForm(
      district,
      new Set([...definitions.keys(), ...deps.catalogue.definitions(district.id).keys()]),
    ) ??
    (await stillUsed(deps, scope, district));
  if (wrong) return wrong;
  const writes: Write[] = [];
  for (const [id, definition] of definitions)
    writes.push(...(await definitionWrites(deps, scope, id, definition)));
  for (const { id } of await listAll(deps, scope, 'lists', {})) {
    const kept = await deps.store.get<KeptList>(scope, 'lists', id);
    if (kept && !lists.has(id)) writes.push({ do: 'remove', collection: 'lists', id, rev: kept.rev });
  }
  for (const [name, one] of lists) {
    const kept = await deps.store.get<KeptList>(scope, 'lists', name);
    const value: KeptList = { name, ...one, by: scope.actor };
    writes.push(
      kept
        ? { do: 'replace', collection: 'lists', id: name, value, rev: kept.rev }
        : { do: 'create', collection: 'lists', id: name, value },
    );
  }
  writes.push(...(await templateWrites(deps, scope, templates)));
  // What was changed by hand stands in the folder already.
  const changes = await deps.store.get<KeptDistrict>(scope, 'districts', district.id);
  if (changes) writes.push({ do: 'remove', collection: 'districts', id: district.id, rev: changes.rev });
  for (const { id } of await listAll(deps, scope, 'rows', { where: { case: null } })) {
    const kept = await deps.store.get<KeptRow>(scope, 'rows', id);
    if (kept) writes.push({ do: 'remove', collection: 'rows', id, rev: kept.rev });
  }
  return withFiles(join(data, 'schemas', 'districts', district.id), { district, registers }, async () => {
    if (writes.length === 0) return { ok: true };
    const done = await keep(deps, scope, { action: 'district.import', object: district.id }, writes);
    return done.ok ? { ok: true } : refusal(done);
  });
}

async function definitionWrites(
  deps: Deps,
  scope: Scope,
  id: string,
  definition: KeptDefinition['definition'],
): Promise<readonly Write[]> {
  const { actor } = scope;
  const before = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!before) {
    const value: KeptDefinition = { definition, published: null, hash: null, by: actor, writers: [actor] };
    return [{ do: 'create', collection: 'definitions', id, value }];
  }
  if (canonical(before.value.definition) === canonical(definition)) return [];
  const facts = { at: deps.clock.instant(), by: actor };
  const { value, writes } = withMoment(before, { ...before.value, definition, by: actor }, facts);
  return [...writes, { do: 'replace', collection: 'definitions', id, value, rev: before.rev }];
}

/** A new text where it differs from the one in use; from then on ours where the folder has none. */
async function templateWrites(
  deps: Deps,
  scope: Scope,
  templates: ReadonlyMap<string, string>,
): Promise<readonly Write[]> {
  const all = await listAll(deps, scope, 'templates', {});
  const kinds = new Set([...templates.keys(), ...all.map(({ fields }) => String(fields['kind']))]);
  const writes: Write[] = [];
  for (const kind of kinds) {
    const text = templates.get(kind);
    if ((await templateInUse(deps, scope, kind))?.text === text) continue;
    const numbers = all.flatMap(({ fields }) => (fields['kind'] === kind ? [Number(fields['number'])] : []));
    const number = Math.max(0, ...numbers) + 1;
    const value: KeptTemplateText = {
      kind,
      number,
      by: scope.actor,
      ...(text === undefined ? {} : { text }),
    };
    writes.push({ do: 'create', collection: 'templates', id: `${kind}@${number}`, value });
  }
  return writes;
}

/** Puts the district's files in place around the work; those that were there come back when it is refused. */
async function withFiles(
  folder: string,
  { district, registers }: Pick<DistrictFolder, 'district' | 'registers'>,
  work: () => Promise<{ readonly ok: true } | Refusal>,
): Promise<{ readonly ok: true } | Refusal> {
  const fresh = `${folder}.new`;
  const before = `${folder}.before`;
  const put = async (path: string, value: unknown): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
  };
  // One that was stopped between its two steps left the folder aside.
  await access(folder).catch(() => rename(before, folder).catch(() => undefined));
  await rm(fresh, { recursive: true, force: true });
  await rm(before, { recursive: true, force: true });
  // What else stands there, families say, stays.
  await cp(folder, fresh, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rm(join(fresh, 'registers'), { recursive: true, force: true });
  await put(join(fresh, 'district.json'), district);
  for (const [id, one] of registers) await put(join(fresh, 'registers', `${id}.json`), one);
  const had = await rename(folder, before).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  await rename(fresh, folder);
  const back = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    if (had) await rename(before, folder);
  };
  try {
    const done = await work();
    if (!done.ok) await back();
    else await rm(before, { recursive: true, force: true });
    return done;
  } catch (error) {
    await back();
    throw error;
  }
}
