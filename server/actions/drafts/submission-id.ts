// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyed } from '../../clock.ts';
import type { Deps } from '../../deps.ts';

/** A draft is submitted once: the id of its submission follows from its own. */
export const submissionOf = (deps: Pick<Deps, 'secret'>, draft: string): string =>
  keyed(deps.secret, 'submission', draft).slice(0, 22);
