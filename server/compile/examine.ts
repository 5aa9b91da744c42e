// SPDX-License-Identifier: AGPL-3.0-or-later
// Everything that is asked of a document before it may be published. Each step trusts what the one before has shown.
import type { Engine, Finding } from '../../runtime/engine/contract.ts';
import { analyze } from '../../runtime/analysis/analyze.ts';
import { withFixes } from '../../runtime/analysis/fixes.ts';
import { lint } from '../../runtime/engine/lint.ts';
import { migrate } from '../../runtime/engine/migrate.ts';
import type { Definition } from '../../schemas/types.ts';
import { grammarProblem } from './grammar.ts';
import { documentProblem } from './limits.ts';
import { namedConditionProblems } from './named-conditions.ts';
import { patternFindings } from './pattern-findings.ts';

export type Examined =
  | { readonly ok: true; readonly definition: Definition; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const errors = (findings: readonly Finding[]): boolean => findings.some((one) => one.level === 'error');

/** The definition, brought to today's grammar, with its warnings; or why it cannot be published. Never throws. */
export function examine(document: unknown, engine: Engine): Examined {
  const unfit = documentProblem(document);
  if (unfit) return { ok: false, findings: withFixes([unfit], document) };
  const migrated = migrateOr(document);
  const ungrammatical = grammarProblem(migrated);
  if (ungrammatical) return { ok: false, findings: [ungrammatical] };
  const definition = migrated as Definition;
  const grown = namedConditionProblems(definition);
  if (errors(grown)) return { ok: false, findings: grown };
  const findings = [...patternFindings(definition), ...lint(definition, engine)];
  if (errors(findings)) return { ok: false, findings: withFixes(findings, definition) };
  const all = withFixes([...findings, ...analyze(definition, engine, findings)], definition);
  return errors(all) ? { ok: false, findings: all } : { ok: true, definition, findings: all };
}

/** A document of an unknown grammar is left as it is: the grammar says so. */
function migrateOr(document: unknown): unknown {
  try {
    return migrate(document);
  } catch {
    return document;
  }
}
