// SPDX-License-Identifier: AGPL-3.0-or-later
// A district as a folder of readable files, in the layout of schemas/districts/<id>/: its own data, forms, lists, kinds
// of register and print templates. What people wrote in cases is not in it.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Definition, District, ListRow, Register } from '../schemas/types.ts';
import { checkTemplate } from '../templates/check-template.ts';
import { actFiles } from '../templates/contract.ts';
import { documentKinds } from '../templates/index.ts';
import type { Problem } from '../runtime/problem.ts';
import { wrongRow } from './actions/definitions/own-list.ts';
import { outlineProblem } from './actions/definitions/save-definition.ts';
import type { DataCheck } from './data-check.ts';
import { depths, readJson } from './guard.ts';
import { lineOf } from './json-place.ts';

/** A list with its title. */
export interface NamedRows {
  readonly title: string;
  readonly rows: readonly ListRow[];
}

export interface DistrictFolder {
  readonly district: District;
  /** by id */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** by name */
  readonly lists: ReadonlyMap<string, NamedRows>;
  /** kinds of register that only this district has, by id */
  readonly registers: ReadonlyMap<string, Register>;
  /** texts of documents, by kind */
  readonly templates: ReadonlyMap<string, string>;
}

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Path of each file → its text. */
export function filesOf(folder: DistrictFolder): ReadonlyMap<string, string> {
  const files = new Map([['district.json', written(folder.district)]]);
  for (const [id, one] of folder.definitions) files.set(`definitions/${id}.json`, written(one));
  for (const [name, one] of folder.lists) files.set(`lists/${name}.json`, written({ id: name, ...one }));
  for (const [id, one] of folder.registers) files.set(`registers/${id}.json`, written(one));
  for (const [kind, text] of folder.templates)
    files.set(`templates/${kind}.json`, written({ kind, text: text.split('\n') }));
  return files;
}

/** Writes the files; those that are of no use any more in its own subfolders go. */
export async function writeFolder(path: string, folder: DistrictFolder): Promise<number> {
  const files = filesOf(folder);
  for (const part of ['definitions', 'lists', 'registers', 'templates'])
    await rm(join(path, part), { recursive: true, force: true });
  for (const [name, text] of files) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return files.size;
}

type Read =
  | { readonly ok: true; readonly value: DistrictFolder }
  | { readonly ok: false; readonly problems: readonly Problem[] };
type Wrong = { readonly at: string; readonly detail: string } | undefined;

/** Reads a folder whole; every file that is wrong is named, with its line. Families for the demonstration are left. */
export async function readFolder(path: string, check: DataCheck): Promise<Read> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('families/'))
    .sort();
  const problems: Problem[] = [];
  const found = {
    district: undefined as District | undefined,
    definitions: new Map<string, Definition>(),
    lists: new Map<string, NamedRows>(),
    registers: new Map<string, Register>(),
    templates: new Map<string, string>(),
  };
  if (!files.includes('district.json')) problems.push(told('folder-no-district', path));
  for (const file of files) {
    const bytes = await readFile(join(path, file));
    const json = readJson(bytes, depths.definition);
    if (!json.ok) {
      problems.push(told('file-wrong', file, Number(json.problem.params['line'] ?? 1), json.problem.code));
      continue;
    }
    const wrong = place(found, file, json.value, check);
    if (wrong)
      problems.push(told('file-wrong', file, lineOf(bytes.toString('utf8'), wrong.at), wrong.detail));
  }
  const { district } = found;
  return problems.length > 0 || !district
    ? { ok: false, problems }
    : { ok: true, value: { ...found, district } };
}

const told = (code: string, file: string, line = 1, detail = ''): Problem => ({
  code,
  at: '',
  params: { file, line, detail },
  level: 'error',
});

/** Puts a file where it belongs; what is wrong with it. */
function place(
  found: {
    district: District | undefined;
    definitions: Map<string, Definition>;
    lists: Map<string, NamedRows>;
    registers: Map<string, Register>;
    templates: Map<string, string>;
  },
  file: string,
  value: unknown,
  check: DataCheck,
): Wrong {
  const [part = '', name = ''] = file.replace(/\.json$/, '').split('/');
  const parts: { readonly [part: string]: () => Wrong } = {
    district: () => {
      const wrong = check('district', value);
      if (!wrong) found.district = value as District;
      return wrong;
    },
    definitions: () => {
      const refused = outlineProblem(value);
      if (refused) return { at: refused.problem.at, detail: `${refused.problem.at} ${refused.problem.code}` };
      found.definitions.set((value as Definition).id, value as Definition);
      return (value as Definition).id === name ? undefined : { at: '/id', detail: `/id ${name}` };
    },
    lists: () => {
      const { title = '', rows } = (value ?? {}) as Partial<NamedRows>;
      if (!Array.isArray(rows)) return { at: '', detail: '/rows' };
      const refused = wrongRow(rows as ListRow[]);
      if (refused) return { at: refused.problem.at, detail: `${refused.problem.at} ${refused.problem.code}` };
      found.lists.set(name, { title: String(title), rows: rows as ListRow[] });
      return undefined;
    },
    registers: () => {
      const wrong = check('register', value);
      if (!wrong) found.registers.set((value as Register).id, value as Register);
      return wrong;
    },
    templates: () => {
      const kind = documentKinds.find((one) => one.kind === name);
      if (!kind) return { at: '/kind', detail: name };
      const { text } = (value ?? {}) as { readonly text?: unknown };
      if (!Array.isArray(text) || !text.every((line) => typeof line === 'string'))
        return { at: '/text', detail: '/text' };
      const [wrong] = checkTemplate(text.join('\n'), actFiles(kind).partials);
      if (wrong) {
        const line = Math.max(1, Number(wrong.params['line'] ?? 1));
        return { at: `/text/${line - 1}`, detail: wrong.code };
      }
      found.templates.set(name, text.join('\n'));
      return undefined;
    },
  };
  return (Object.hasOwn(parts, part) ? parts[part]?.() : undefined) ?? undefined;
}
