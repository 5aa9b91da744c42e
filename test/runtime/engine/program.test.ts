// SPDX-License-Identifier: AGPL-3.0-or-later
// What publishing writes down is what walking finds: for every definition at hand and many made at random.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Outline } from '../../../runtime/engine/contract.ts';
import { completed, programOf } from '../../../runtime/engine/precompute.ts';
import { outlineFrom, type Program } from '../../../runtime/engine/program.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import type { Definition } from '../../../schemas/types.ts';
import { engine, formOf, times } from './engine.ts';
import { randomDefinition, seeded } from './random.ts';

/** The outline of a definition that went to a page and back: as text. */
function travelled(definition: Definition): Outline {
  const outline = walk(definition, engine);
  const sent = { definition: completed(outline), program: programOf(outline) };
  const there = JSON.parse(JSON.stringify(sent)) as { definition: Definition; program: Program };
  return outlineFrom(there.program, there.definition, engine);
}

/** Without circles: who stands around and inside by name. */
const flat = ({ fields, byPointer, layout, steps, readers }: Outline) => ({
  fields: fields.map((node) => ({
    ...node,
    type: node.type.type,
    parent: node.parent?.pointer,
    children: node.children.map((child) => child.pointer),
  })),
  byPointer: [...byPointer].map(([pointer, node]) => [pointer, fields.indexOf(node)]),
  layout,
  steps: steps.map((step) => ({ ...step, node: step.node && fields.indexOf(step.node) })),
  readers,
});

function agrees(definition: Definition): void {
  const outline = walk(definition, engine);
  assert.deepEqual(flat(travelled(definition)), flat(outline), definition.id);
  // What travels is a definition like any other.
  assert.deepEqual(flat(walk(completed(outline), engine)), flat(outline));
}

const folder = 'schemas/national/adi/definitions';

test('of every national definition', () => {
  for (const file of readdirSync(folder))
    agrees(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Definition);
});

test('of the samples of every field type', async () => {
  for (const { fields } of (await loadSamples()).values())
    for (const { field } of fields) agrees(formOf({ campo: field }));
});

test('of definitions made at random', () => {
  const draw = seeded(20260302);
  for (let round = 0; round < times(300, 20_000); round++) agrees(randomDefinition(draw));
});
