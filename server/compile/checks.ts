// SPDX-License-Identifier: AGPL-3.0-or-later
// What was compiled from a version, kept beside the records so that it need not be compiled at each start.
// The folder is a cache: whatever is missing or altered is made anew from the version, whose hash is checked first.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answers, Version } from '../../schemas/types.ts';
import { linearPattern } from '../patterns.ts';
import type { Compiled } from './compile.ts';
import type { Compiler } from './compiler.ts';
import { hashOf, sha256 } from './freeze.ts';

/** The closed schema of a version as the server asks it; stops at the first error. */
export interface AnswerCheck {
  (answers: Answers): boolean;
  errors?:
    | readonly { readonly keyword: string; readonly instancePath: string; readonly params: object }[]
    | null;
}

/** Grows when the texts made from the same version change. */
const format = 1;
const names = { check: 'check.js', serverCheck: 'server-check.mjs', types: 'answers.d.ts' } as const;
export type CompiledText = keyof typeof names;
type Texts = { readonly [name in CompiledText]: string };

export interface Checks {
  /** keeps what publishing has made, so that the first submission finds it */
  keep(version: Version, texts: Texts): Promise<void>;
  text(version: Version, name: CompiledText): Promise<string>;
  check(version: Version): Promise<AnswerCheck>;
}

async function keepFile(path: string, text: string): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(fresh, text);
  await rename(fresh, path);
}

export function createChecks(compiler: Compiler, folder: string): Checks {
  const loaded = new Map<string, Promise<AnswerCheck>>();
  const found = new Map<string, Promise<Texts>>();
  const most = 200;
  const home = (version: Version): string => join(folder, `${version.hash}-${format}`);

  /** The texts as kept; undefined when one is missing or is not what was written. */
  async function read(version: Version): Promise<Texts | undefined> {
    try {
      const at = home(version);
      const sums = JSON.parse(await readFile(join(at, 'sums.json'), 'utf8')) as { [name: string]: string };
      const entries = await Promise.all(
        Object.entries(names).map(
          async ([name, file]) => [name, await readFile(join(at, file), 'utf8')] as const,
        ),
      );
      const same = entries.every(([name, text]) => sums[name] === sha256(text));
      return same ? (Object.fromEntries(entries) as unknown as Texts) : undefined;
    } catch {
      return undefined;
    }
  }

  async function keep(version: Version, texts: Texts): Promise<void> {
    const at = home(version);
    await mkdir(at, { recursive: true });
    const sums: { [name: string]: string } = {};
    for (const name of Object.keys(names) as CompiledText[]) {
      sums[name] = sha256(texts[name]);
      await keepFile(join(at, names[name]), texts[name]);
    }
    await keepFile(join(at, 'sums.json'), JSON.stringify(sums));
  }

  async function anew(version: Version): Promise<Texts> {
    if (hashOf(version.source) !== version.hash)
      throw new Error(`${version.definition}@${version.number} is damaged`);
    const result = await compiler.compile(version.source);
    if (!result.ok) {
      const codes = result.findings.map((one) => `${one.code} ${one.at}`).join(', ');
      throw new Error(`${version.definition}@${version.number} cannot be compiled any more: ${codes}`);
    }
    await keep(version, result.value satisfies Compiled);
    return result.value;
  }

  /** Keeps one promise per version; what failed is tried again. */
  function once<Value>(
    map: Map<string, Promise<Value>>,
    version: Version,
    make: () => Promise<Value>,
  ): Promise<Value> {
    const known = map.get(version.hash);
    if (known) return known;
    const fresh = make();
    if (map.size >= most) map.delete(map.keys().next().value ?? '');
    map.set(version.hash, fresh);
    fresh.catch(() => map.delete(version.hash));
    return fresh;
  }

  const texts = (version: Version): Promise<Texts> =>
    once(found, version, async () => (await read(version)) ?? anew(version));

  async function load(version: Version): Promise<AnswerCheck> {
    const { serverCheck } = await texts(version);
    // The name holds what is in it: a text made anew is another module.
    const file = join(home(version), `${sha256(serverCheck).slice(0, 16)}.mjs`);
    await keepFile(file, serverCheck);
    const module = (await import(pathToFileURL(file).href)) as {
      default(pattern: typeof linearPattern): AnswerCheck;
    };
    return module.default(linearPattern);
  }

  return {
    async keep(version, made) {
      await keep(version, made);
      found.delete(version.hash);
    },
    text: async (version, name) => (await texts(version))[name],
    check: (version) => once(loaded, version, () => load(version)),
  };
}
