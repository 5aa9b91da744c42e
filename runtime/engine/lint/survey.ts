// SPDX-License-Identifier: BSD-3-Clause
// The fields of a document that may be anything: what can be seen of them, and where each is written.
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldType } from '../../fields/contract.ts';
import type { Engine, Finding } from '../contract.ts';
import { typeOf } from '../field.ts';
import { isObject, type Json, own, rowOf } from '../pointer.ts';

export const limits = {
  bytes: 256 * 1024,
  fieldsOnOneLevel: 1000,
  fields: 2000,
  depth: 12,
  choices: 50,
} as const;

export const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** A field as found: inlined schema, pointer with *, and the place in the document where it is written. */
export interface Found {
  readonly pointer: string;
  readonly key: string;
  readonly at: string;
  readonly schema: FieldSchema;
  readonly level: string;
  readonly parent: Found | undefined;
  readonly type: FieldType | undefined;
  readonly nests: 'rows' | 'group' | undefined;
  /** of a repeat: where its row is written */
  readonly rowAt: string;
}

export interface Survey {
  readonly document: Json;
  readonly schema: Json;
  readonly engine: Engine;
  readonly fields: ReadonlyMap<string, Found>;
  readonly named: { readonly [name: string]: unknown };
}

export interface Report {
  (code: string, at: string, params?: Finding['params'], field?: string, level?: Finding['level']): void;
}

/** Follows `$ref` from a written field: the schema as one, and where its inside is written. */
function followed(
  written: Json,
  at: string,
  defs: Json,
  report: Report,
): { schema: Json; inside: string } | undefined {
  let schema = written;
  let inside = at;
  const seen = new Set<string>();
  while (schema['$ref'] !== undefined) {
    const ref = String(schema['$ref']);
    const name = ref.slice('#/$defs/'.length);
    const target = ref.startsWith('#/$defs/') ? own(defs, name) : undefined;
    if (!isObject(target)) {
      report(ref.startsWith('#') ? 'ref-nowhere' : 'ref-outside', `${at}/$ref`, { ref: ref.slice(0, 120) });
      return undefined;
    }
    if (seen.has(name)) {
      report('ref-cycle', `${at}/$ref`, { ref });
      return undefined;
    }
    seen.add(name);
    const rest = Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== '$ref'));
    if (rest['properties'] === undefined && rest['items'] === undefined)
      inside = `/schema/$defs/${escapeKey(name)}`;
    schema = { ...target, ...rest };
  }
  return { schema, inside };
}

/** Looks at every field, within the limits: what goes beyond is reported and left. */
export function survey(document: unknown, engine: Engine, report: Report): Survey {
  const whole = isObject(document) ? document : {};
  const schema = isObject(whole['schema']) ? whole['schema'] : {};
  const defs = isObject(schema['$defs']) ? schema['$defs'] : {};
  const fields = new Map<string, Found>();
  let full = false;

  const typed = (field: Json): FieldType | undefined => {
    try {
      return typeOf(field as FieldSchema, engine);
    } catch {
      return undefined;
    }
  };

  const walk = (
    holder: Json,
    at: string,
    base: string,
    level: string,
    parent: Found | undefined,
    depth: number,
    open: readonly unknown[],
  ): void => {
    const properties = holder['properties'];
    if (!isObject(properties)) return;
    const entries = Object.entries(properties);
    if (entries.length > limits.fieldsOnOneLevel) {
      report('too-many-fields-here', `${at}/properties`, {
        limit: limits.fieldsOnOneLevel,
        count: entries.length,
      });
    }
    if (depth > limits.depth) {
      if (!full) report('too-many-levels', at, { limit: limits.depth, count: depth });
      full = true;
    }
    for (const [key, written] of entries) {
      if (full) return;
      if (fields.size >= limits.fields) {
        full = true;
        report('too-many-fields', '/schema', { limit: limits.fields, count: limits.fields + 1 });
        return;
      }
      const here = `${at}/properties/${escapeKey(key)}`;
      const pointer = `${base}/${key}`;
      if (!isObject(written)) {
        report('wrong-kind', here, { wanted: 'object' }, pointer);
        continue;
      }
      const field = followed(written, here, defs, report);
      if (!field) continue;
      const items = isObject(field.schema['items'])
        ? followed(field.schema['items'], `${field.inside}/items`, defs, report)
        : undefined;
      const complete = items ? { ...field.schema, items: items.schema } : field.schema;
      const type = typed(complete);
      const found: Found = {
        pointer, key, at: here, schema: complete as FieldSchema, level, parent, type, nests: type?.nests, rowAt: items?.inside ?? `${here}/items`,
      }; // prettier-ignore
      fields.set(pointer, found);
      // The same written object inside itself: a $ref in a circle.
      const inner =
        type?.nests === 'rows'
          ? items?.schema['properties']
          : type?.nests === 'group'
            ? complete['properties']
            : undefined;
      if (inner === undefined) continue;
      if (open.includes(inner)) {
        report(
          'ref-cycle',
          here,
          { ref: String(written['$ref'] ?? own(written['items'], '$ref') ?? '') },
          pointer,
        );
        full = true;
      } else if (type?.nests === 'rows') {
        walk(items!.schema, items!.inside, rowOf(pointer), pointer, found, depth + 1, [...open, inner]);
      } else walk(complete, field.inside, pointer, level, found, depth + 1, [...open, inner]);
    }
  };
  walk(schema, '/schema', '', '', undefined, 1, []);
  return {
    document: whole,
    schema,
    engine,
    fields,
    named: isObject(whole['conditions']) ? whole['conditions'] : {},
  };
}
