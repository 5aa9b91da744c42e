// SPDX-License-Identifier: BSD-3-Clause
import type { Definition } from '../../schemas/types.ts';
import { answerSchema } from './answer-schema.ts';
import { readings } from './reads.ts';
import type { Engine, Finding, Outline } from './contract.ts';
import { together } from './expression.ts';
import { branchLimit, fold } from './fold.ts';
import { bands, blank, field, type PatternProblem, requiredKeys, rules } from './lint/fields.ts';
import { gives, layout, translations } from './lint/layout.ts';
import { condition } from './lint/pointers.ts';
import { limits, type Report, type Survey, survey } from './lint/survey.ts';
import { isObject } from './pointer.ts';
import { outlineOf } from './walk.ts';

/**
 * What is wrong or doubtful in a definition, whatever it is given. Errors keep it from being published.
 * The grammar itself is checked elsewhere; a document that leaves it gets what findings can be told.
 */
export function lint(definition: unknown, engine: Engine, patternProblem?: PatternProblem): Finding[] {
  const out: Finding[] = [];
  const seen = new Set<string>();
  const report: Report = (code, at, params = {}, pointer, level = 'error') => {
    const key = `${code} ${at} ${JSON.stringify(params)}`;
    if (!seen.has(key))
      out.push({ code, at, params, level, ...(pointer !== undefined && { field: pointer }) });
    seen.add(key);
  };
  try {
    examined(definition, engine, report, patternProblem);
    if (!out.some((each) => each.level === 'error')) made(definition as Definition, engine, report);
  } catch {
    // Deeper than the stack, or nothing like a definition.
    report('not-understood', '');
  }
  return out;
}

/** What can be told of any document. */
function examined(
  definition: unknown,
  engine: Engine,
  report: Report,
  patternProblem?: PatternProblem,
): void {
  if (!isObject(definition)) return report('wrong-kind', '', { wanted: 'object' });
  const size = JSON.stringify(definition).length;
  if (size > limits.bytes) return report('document-too-large', '', { limit: limits.bytes / 1024 });
  if (!isObject(definition['schema']) || !isObject(definition['schema']['properties']))
    report('missing-part', '/schema', { part: 'properties' });
  if (!engine.kinds.has(String(definition['kind'])))
    report('not-one-of', '/kind', {
      value: String(definition['kind']).slice(0, 60),
      allowed: [...engine.kinds.keys()].join(', '),
    });
  if (blank(definition['title'])) report('blank-title', '/title');
  const known = survey(definition, engine, report);
  for (const found of known.fields.values()) field(found, known, report, patternProblem);
  requiredKeys(known.schema, '/schema', report);
  rules(known.schema['x-check'], { at: '/schema/x-check', level: '' }, known, report);
  bands(known.schema['x-bands'], '/schema/x-bands', report);
  conditions(known, report);
  const ids = layout(known, report);
  outcome(known, report);
  gives(known, report);
  translations(known, ids, report);
}

/** Named conditions: those in a circle, and those that nobody uses. Their ./ pointers mean something only where they are used. */
function conditions(known: Survey, report: Report): void {
  const used = JSON.stringify(known.document);
  for (const [name, written] of Object.entries(known.named)) {
    const at = `/conditions/${name}`;
    const fromRow = readings(written, known.named).some(({ pointer }) => pointer.startsWith('.'));
    condition(written, { at, level: '' }, known, report, fromRow, [name]);
    if (!used.includes(`"named":${JSON.stringify(name)}`))
      report('unused-condition', at, { name: name.slice(0, 60) }, undefined, 'warning');
  }
}

function outcome(known: Survey, report: Report): void {
  const written = known.document['outcome'];
  const rows = isObject(written) && Array.isArray(written['rows']) ? (written['rows'] as unknown[]) : [];
  rows.forEach((row, place) => {
    if (!isObject(row)) return;
    condition(row['when'], { at: `/outcome/rows/${place}/when`, level: '' }, known, report);
    if (blank(row['reason'])) report('blank-title', `/outcome/rows/${place}/reason`);
  });
}

/** What shows only once the definition is made ready: circles, conditions too wide to fold, unbounded answers. */
function made(definition: Definition, engine: Engine, report: Report): void {
  const { outline, cycle } = outlineOf(definition, engine);
  if (cycle) {
    const title = (key: string): string => outline.byPointer.get(key)?.schema.title ?? key;
    return report(
      'cycle',
      '/schema',
      { path: cycle.map(title).join(' → '), pointers: cycle.join(' → ') },
      cycle[0],
    );
  }
  for (const node of outline.fields) wide(node, outline, report);
  unbounded(answerSchema(outline).schema, '', report);
  for (const finding of engine.kinds.get(definition.kind)?.lint?.(outline) ?? []) {
    report(finding.code, finding.at, finding.params, finding.field, finding.level);
  }
}

function wide(node: Outline['fields'][number], outline: Outline, report: Report): void {
  const { definition, byPointer } = outline;
  for (const list of [node.show, node.when, [...node.when, ...node.require]]) {
    const when = together(list, definition, byPointer);
    const { branches } = fold(when, {
      level: node.level,
      required: [['x']],
      hidden: [['x']],
      refused: false,
    });
    if (branches > branchLimit)
      return report(
        'too-many-branches',
        '/schema',
        { limit: branchLimit, question: node.schema.title ?? node.key },
        node.pointer,
      );
  }
}

/** Every text and list of the closed schema has an end. */
function unbounded(schema: unknown, pointer: string, report: Report): void {
  if (!isObject(schema)) return;
  const bounded = ['maxLength', 'enum', 'const', 'pattern', 'format'].some(
    (keyword) => schema[keyword] !== undefined,
  );
  if (
    (schema['type'] === 'string' && !bounded) ||
    (schema['type'] === 'array' && schema['maxItems'] === undefined)
  ) {
    report('unbounded', '/schema', { pointer }, pointer);
  }
  unbounded(schema['items'], `${pointer}/*`, report);
  unbounded(schema['else'], pointer, report);
  if (isObject(schema['properties'])) {
    for (const [key, inner] of Object.entries(schema['properties']))
      unbounded(inner, `${pointer}/${key}`, report);
  }
}
