// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine as the builder runs it, loaded once.
import { loadEngine } from '../../runtime/engine/load.ts';
import type { Outline } from '../../runtime/engine/contract.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Definition } from '../../schemas/types.ts';

let loading: ReturnType<typeof loadEngine> | undefined;

/** The definition made ready; undefined while what lint refuses keeps it from being walked. */
export async function walked(definition: Definition): Promise<Outline | undefined> {
  const engine = await (loading ??= loadEngine((source) => new RegExp(source, 'u')));
  try {
    return walk(definition, engine);
  } catch {
    return undefined;
  }
}
