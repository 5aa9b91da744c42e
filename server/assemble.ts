// SPDX-License-Identifier: AGPL-3.0-or-later
// Deps of the real application: dictionaries, words, data, secret, store.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Words } from '../runtime/problem.ts';
import { loadEngine } from '../runtime/engine/load.ts';
import { differences } from '../runtime/engine/differences.ts';
import { loadPaper, loadWords } from '../runtime/fields/load.ts';
import * as english from '../runtime/words/en.ts';
import { complete, italian } from '../runtime/words/index.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { loadDataCheck } from './data-check.ts';
import type { Deps, Forms, Papers, Publishing } from './deps.ts';
import { createForms } from './forms.ts';
import { linearPattern } from './patterns.ts';
import type { Sentences } from './problems.ts';
import { demoRates } from './rates.ts';
import type { Store } from './storage/contract.ts';
import { StoreFailure } from './storage/failure.ts';
import { words as storeWords } from './storage/words.ts';
import { projectFolder } from './version.ts';
import { joinSentences } from './words/index.ts';
import { problems as paperWords } from './pdf/words.ts';
import { reasons as verifyWords } from './verify/words.ts';
import { problems as templateWords } from '../templates/words.ts';
import { registerWords } from './words/registers.ts';
import { fileWords, publishingWords, sayDifference } from './words/publishing.ts';

/** Every sentence that a problem may need: the server's, the store's, publishing's, the form's, the field types'. */
export async function allSentences(): Promise<Sentences> {
  const form = Object.fromEntries(
    Object.entries((await complete(italian)).problems).map(([code, it]): [string, Words] => [
      code,
      { it, en: (english.problems as { readonly [code: string]: string })[code] ?? it },
    ]),
  );
  const types = [...(await loadWords()).values()].map(({ problems }) => problems);
  return joinSentences(
    storeWords,
    publishingWords,
    fileWords,
    registerWords,
    paperWords,
    verifyWords,
    templateWords,
    ...types,
    form,
  );
}

/** The engine with this side's patterns, and how answers are written. */
export async function realForms(): Promise<Forms> {
  const say: Forms['differences'] = (before, after, locale) => {
    try {
      return differences(before, after).map((one) => sayDifference(one, locale));
    } catch {
      // An unfinished draft cannot be compared; its findings say what is wrong with it.
      return [];
    }
  };
  return createForms(await loadEngine(linearPattern), await loadPaper(), say);
}

/** The shipped data (its invented districts for the demonstration only) and, over it, `schemas` of the data folder. */
export async function readData(config: Pick<Config, 'data' | 'demo'>): Promise<Catalogue> {
  const shipped = join(projectFolder, 'schemas');
  const folders = [
    { folder: shipped, districts: config.demo },
    { folder: join(config.data, 'schemas'), districts: true },
  ];
  return readCatalogue(folders, await loadDataCheck(shipped));
}

/** 32 bytes beside the records, made once, readable by the service alone. */
export async function readSecret(data: string): Promise<Uint8Array> {
  const file = join(data, 'keys', 'server.key');
  const known = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  // Half a key, or none of its bytes, would make codes and ids that anybody can work out.
  if (known && known.length !== 32)
    throw new StoreFailure({ code: 'key-damaged', at: '', params: { file }, level: 'error' });
  if (known) return known;
  await mkdir(join(data, 'keys'), { recursive: true, mode: 0o700 });
  const fresh = randomBytes(32);
  await writeFile(`${file}.new`, fresh, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return fresh;
}

export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly publishing: Publishing;
  readonly papers: Papers;
}

/** Puts the parts together. */
export async function assemble(parts: Parts): Promise<Deps> {
  return {
    ...parts,
    ...(parts.config.demo ? { rates: demoRates } : {}),
    clock: createClock(parts.config.today),
    secret: await readSecret(parts.config.data),
    sentences: await allSentences(),
    forms: await realForms(),
    log: (event, facts = {}) =>
      process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`),
  };
}
