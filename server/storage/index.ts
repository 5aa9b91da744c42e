// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Engine } from './engine.ts';
import { createLowdbStore } from './lowdb.ts';
import { createMemoryStore } from './memory.ts';

/** Where records can be kept, by the name in the configuration: one line each. */
export const engines: { readonly [engine: string]: Engine } = {
  lowdb: (config) => createLowdbStore(config),
  memory: async (config) => createMemoryStore(config),
};
