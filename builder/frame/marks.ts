// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Definition } from '../../schemas/types.ts';
import type { SaidFinding } from '../api.ts';
import type { Handle } from '../edit/contract.ts';
import { handleOf } from '../edit/locate.ts';

type Levels = ReadonlyMap<Handle, SaidFinding['level']>;

/** What is found in each thing, the worst of it; the same map as before where nothing is different. */
export class Marks {
  private levels: Levels = new Map();
  private definition: Definition | undefined;
  private findings: readonly SaidFinding[] | undefined;

  of(definition: Definition, findings: readonly SaidFinding[]): Levels {
    if (this.definition === definition && this.findings === findings) return this.levels;
    this.definition = definition;
    this.findings = findings;
    const levels = new Map<Handle, SaidFinding['level']>();
    for (const finding of findings) {
      const handle = handleOf(definition, finding);
      if (handle !== '' && levels.get(handle) !== 'error') levels.set(handle, finding.level);
    }
    const before = this.levels;
    const alike =
      levels.size === before.size && [...levels].every(([handle, level]) => before.get(handle) === level);
    if (!alike) this.levels = levels;
    return this.levels;
  }
}
