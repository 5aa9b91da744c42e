// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Papers } from './deps.ts';
import { refuse } from './problems.ts';

/** Papers of a service without a browser: nothing is printed. */
export const noPapers: Papers = {
  kinds: [],
  issue: async () => refuse('not-built'),
  seal: async () => refuse('not-built'),
  verify: async () => ({ verdict: 'unknown', reasons: [] }),
  health: async () => true,
  close: async () => {},
};

/** Printing and sealing for a configuration. */
export async function createPapers(_config: unknown, _catalogue: unknown): Promise<Papers> {
  return noPapers;
}
