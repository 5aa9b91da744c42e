// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from './deps.ts';

/** Public base URL without a trailing slash: in links, QR codes and snippets. */
export const baseOf = (deps: Pick<Deps, 'config'>): string =>
  deps.config.url ?? `http://127.0.0.1:${deps.config.port}`;
