// SPDX-License-Identifier: AGPL-3.0-or-later
// The sample answers that results are shown with: of a definition always the same.
import type { Outline, Settled } from '../../runtime/engine/contract.ts';
import { settle } from '../../runtime/engine/settle.ts';
import { loadSamples } from '../../runtime/fields/load.ts';
import type { Context, Definition } from '../../schemas/types.ts';
import { walked } from './engine.ts';
import { filled } from './fill.ts';

export interface Sampled {
  readonly outline: Outline;
  readonly settled: Settled;
}

/** A definition with every question answered; undefined while it cannot be walked. */
export async function sampled(definition: Definition, context: Context): Promise<Sampled | undefined> {
  const outline = await walked(definition);
  if (!outline) return undefined;
  const answers = filled({ outline, context, samples: await loadSamples() }, {});
  return { outline, settled: settle(outline, answers, context) };
}
