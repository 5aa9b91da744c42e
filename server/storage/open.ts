// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Store } from './contract.ts';
import type { StoreConfig } from './engine.ts';
import { problem, StoreFailure } from './failure.ts';
import { engines } from './index.ts';

/** Opens the store that one value of the configuration names. Throws a StoreFailure with a sentence. */
export async function openStore(config: StoreConfig): Promise<Store> {
  if (config.databaseUrl) throw new StoreFailure(problem('no-postgresql'));
  const engine = config.engine ?? 'lowdb';
  const open = Object.hasOwn(engines, engine) ? engines[engine] : undefined;
  if (!open)
    throw new StoreFailure(problem('unknown-engine', { engine, known: Object.keys(engines).join(', ') }));
  return open(config);
}
