// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Store } from './contract.ts';
import type { LowdbOptions } from './lowdb.ts';

export interface StoreConfig extends LowdbOptions {
  /** name of an engine of index.ts; `lowdb` when absent */
  readonly engine?: string;
  /** PATTO_DATABASE_URL: refused with a sentence until there is an engine for it */
  readonly databaseUrl?: string | undefined;
}

export type Engine = (config: StoreConfig) => Promise<Store>;
