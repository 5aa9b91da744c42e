// SPDX-License-Identifier: AGPL-3.0-or-later
// What became of the definitions that come with the application, kept beside its own compiled code: every new data
// folder of the demonstration begins with them. Only they are kept, and nothing is believed that is not what was written.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../version.ts';
import type { Compiled, Result } from './compile.ts';
import type { Compiler } from './compiler.ts';
import { hashOf, sha256 } from './freeze.ts';

export interface Remembered {
  /** where results are kept; it may be missing, and need not be writable */
  readonly folder: string;
  /** the definitions whose results are kept */
  readonly shipped: Iterable<unknown>;
  /** what names the code that compiles: another code takes no result of this one */
  readonly code: string;
}

const nameOf = (document: unknown): string => sha256(JSON.stringify(document) ?? '');

/** The compiler that takes what is kept of a shipped definition, and keeps what it makes of one. */
export function remembered(compiler: Compiler, { folder, shipped, code }: Remembered): Compiler {
  const names = new Set([...shipped].map(nameOf));
  const home = join(folder, code);
  return {
    ...compiler,
    async compile(document): Promise<Result<Compiled>> {
      const name = nameOf(document);
      if (!names.has(name)) return compiler.compile(document);
      const file = join(home, `${name}.json`);
      const value = await read(file, name);
      if (value) return { ok: true, value };
      const made = await compiler.compile(document);
      if (made.ok) await keep(folder, code, file, JSON.stringify({ name, value: made.value }));
      return made;
    },
  };
}

/** A result as it was written, for this very definition; undefined for anything else. */
async function read(file: string, name: string): Promise<Compiled | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const written = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== sha256(written)) return undefined;
  const { name: of, value } = JSON.parse(written) as { readonly name: string; readonly value: Compiled };
  return of === name && value.hash === hashOf(value.source) ? value : undefined;
}

/** Where nothing can be written nothing is kept. */
async function keep(folder: string, code: string, file: string, written: string): Promise<void> {
  const fresh = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(join(folder, code), { recursive: true });
    await writeFile(fresh, `${sha256(written)}\n${written}`);
    await rename(fresh, file);
    for (const other of await readdir(folder))
      if (other !== code) await rm(join(folder, other), { recursive: true, force: true });
  } catch {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

/** Parts of the built application that decide what a definition becomes; the lock file names all others. */
const parts = ['runtime', 'server/compile', 'schemas'];

/** One name for the code that compiles, from the contents of its files. */
export async function codeName(): Promise<string> {
  const dist = join(projectFolder, 'dist');
  const files = ['server/patterns.js', '../package-lock.json'];
  for (const part of parts)
    for (const entry of await readdir(join(dist, part), { recursive: true }))
      if (entry.endsWith('.js') && !entry.startsWith('elements')) files.push(`${part}/${entry}`);
  const sums = await Promise.all(
    files.toSorted().map(async (file) => `${file} ${sha256(await readFile(join(dist, file), 'utf8'))}`),
  );
  return sha256([process.version, ...sums].join('\n')).slice(0, 32);
}
