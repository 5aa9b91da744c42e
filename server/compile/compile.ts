// SPDX-License-Identifier: AGPL-3.0-or-later
// From a document to everything that depends on it. Runs in a thread of its own (worker.ts).
import { answerSchema } from '../../runtime/engine/answer-schema.ts';
import type { Engine, Finding } from '../../runtime/engine/contract.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { ClosedSchema } from '../../runtime/fields/contract.ts';
import type { Definition, LayoutNode } from '../../schemas/types.ts';
import { examine } from './examine.ts';
import { hashOf } from './freeze.ts';
import { typesOf } from './types.ts';
import type { CheckModules } from './bundle.ts';
import { type CheckCode, checkCode } from './validator.ts';

/** What the compiling thread makes of a document. */
export interface Generated {
  /** as frozen: migrated, its layout complete */
  readonly source: Definition;
  readonly hash: string;
  readonly schema: ClosedSchema;
  readonly engineOnly: readonly string[];
  readonly code: CheckCode;
  /** TypeScript declarations of the answers */
  readonly types: string;
  readonly warnings: readonly Finding[];
}

/** The same with its check modules. */
export type Compiled = Omit<Generated, 'code'> & CheckModules;

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * The definition with its layout written out. Canonical JSON forgets the order of keys, and without a layout
 * that order is the order of the questions: two forms that look different must not have one hash.
 */
export function freeze(definition: Definition, engine: Engine): Definition {
  const layout = structuredClone(walk(definition, engine).layout) as LayoutNode[];
  return { ...definition, layout };
}

/** `linted` is called when the document has turned out to be publishable. */
export async function compile(
  document: unknown,
  engine: Engine,
  linted: () => void = () => {},
): Promise<Result<Generated>> {
  const examined = examine(document, engine);
  if (!examined.ok) return examined;
  const source = freeze(examined.definition, engine);
  const hash = hashOf(source);
  const { schema, engineOnly } = answerSchema(walk(source, engine));
  linted();
  const code = checkCode(schema);
  const types = await typesOf(source.id, hash, schema);
  return { ok: true, value: { source, hash, schema, engineOnly, code, types, warnings: examined.findings } };
}
