// SPDX-License-Identifier: AGPL-3.0-or-later
// What commands on a data folder stand on: the store held by this process alone, and the actions' dependencies.
import { resolve } from 'node:path';
import { allSentences, assemble, readData } from '../assemble.ts';
import type { Config } from '../config.ts';
import type { Deps, Papers } from '../deps.ts';
import { createPublishing } from '../publishing.ts';
import { refuse, sentence, type Refusal } from '../problems.ts';
import { openStore } from '../storage/open.ts';
import { StoreFailure } from '../storage/failure.ts';
import type { CommandIo } from './command.ts';

const noPapers: Papers = {
  kinds: [],
  template: async () => undefined,
  issue: async () => refuse('not-built'),
  reading: async () => refuse('not-built'),
  report: async () => refuse('not-built'),
  blank: async () => refuse('not-built'),
  seal: async () => refuse('not-built'),
  accept: async () => refuse('not-built'),
  ways: async () => [],
  prepare: async () => refuse('not-built'),
  complete: async () => refuse('not-built'),
  prove: async () => refuse('not-built'),
  factsOf: async () => ({ profile: 'PDF/A-2a', stamped: false }),
  together: async () => new Uint8Array(),
  verify: async () => ({ verdict: 'unknown', reasons: [] }),
  anchors: async () => ({ seals: [], authorities: [] }),
  health: async () => true,
  close: async () => {},
};

/** Folder that a command works on: `--data`, else PATTO_DATA, else ./data. */
export const dataFolder = (io: CommandIo, given: string | undefined): string =>
  resolve(io.folder, given ?? (io.env['PATTO_DATA'] || 'data'));

/** Opens the store, runs the work and closes it again; a refusal becomes its sentence. Gives the exit code. */
export async function inOffice(
  io: CommandIo,
  data: string,
  create: boolean,
  work: (deps: Deps) => Promise<Refusal | { readonly ok: true }>,
): Promise<number> {
  const sentences = await allSentences();
  const url = io.env['PATTO_URL'] ? new URL(io.env['PATTO_URL']).origin : undefined;
  const config: Config = {
    url,
    demo: false,
    host: '127.0.0.1',
    port: Number(io.env['PORT'] || 3000),
    data,
    today: undefined,
    proxies: 0,
  };
  try {
    const store = await openStore({ folder: data, create });
    const publishing = createPublishing(`${data}/compiled`);
    try {
      const catalogue = await readData(config);
      const deps = await assemble({ config, store, catalogue, publishing, papers: noPapers });
      const done = await work(deps);
      if (done.ok) return 0;
      io.err(sentence(done.problem, sentences, io.language));
      return 1;
    } finally {
      await publishing.close();
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    const held = error.problem.code === 'store-locked';
    io.err(sentence(held ? { ...error.problem, code: 'data-held' } : error.problem, sentences, io.language));
    return 1;
  }
}
