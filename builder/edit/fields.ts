// SPDX-License-Identifier: AGPL-3.0-or-later
// Finding and changing one field by its pointer, through $ref, without touching the old document.
import type { Definition, FieldSchema, RootSchema } from '../../schemas/types.ts';

type Keyed = { readonly [key: string]: unknown };
/** Deeper than any publishable definition; stops a $ref that goes round. */
const DEEPEST = 24;

const own = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, key)
    ? (object as Keyed)[key]
    : undefined;

/** The schema a `$ref` names, its own keywords laid over it. */
export function inlined(definition: Definition, field: FieldSchema): FieldSchema {
  let whole = field;
  for (let depth = 0; whole.$ref !== undefined && depth < DEEPEST; depth++) {
    const { $ref, ...rest } = whole;
    const named = own(definition.schema.$defs, $ref.slice('#/$defs/'.length)) as FieldSchema | undefined;
    whole = { ...named, ...rest };
  }
  return whole;
}

/** Keys from the document's root to a field's schema, or undefined where there is no such field. */
export function pathOf(definition: Definition, pointer: string): readonly string[] | undefined {
  let path: string[] = ['schema'];
  let here: unknown = definition.schema;
  for (const segment of pointer.split('/').slice(1)) {
    const step = segment === '*' ? ['items'] : ['properties', segment];
    for (let depth = 0; own(here, step[0]!) === undefined && depth < DEEPEST; depth++) {
      const ref = own(here, '$ref');
      if (typeof ref !== 'string') return undefined;
      path = ['schema', '$defs', ref.slice('#/$defs/'.length)];
      here = own(definition.schema.$defs, path[2]!);
    }
    for (const key of step) here = own(here, key);
    if (typeof here !== 'object' || here === null) return undefined;
    path.push(...step);
  }
  return path;
}

function at(document: unknown, path: readonly string[]): unknown {
  return path.reduce(own, document);
}

/** `document` with the value at `path` replaced; undefined takes the key away. */
function replaced<Document>(document: Document, path: readonly string[], value: unknown): Document {
  const [key, ...rest] = path;
  if (key === undefined) return value as Document;
  const old = own(document, key);
  const next = rest.length > 0 ? replaced(old, rest, value) : value;
  // An existing key keeps its place: property order is field order.
  if (old !== undefined && next !== undefined) return { ...document, [key]: next };
  const { [key]: _old, ...others } = (document ?? {}) as Keyed;
  return (next === undefined ? others : { ...others, [key]: next }) as Document;
}

/** The field as written, its `$ref` not followed; of a scope, `/nucleo/*`, what its rows are. */
export function fieldAt(definition: Definition, pointer: string): FieldSchema | undefined {
  const known = indexed(definition).get(pointer);
  if (known || !pointer.endsWith('/*')) return known;
  const path = pathOf(definition, pointer);
  return path && (at(definition, path) as FieldSchema);
}

/** The field with its `$ref` inlined. */
export function wholeField(definition: Definition, pointer: string): FieldSchema | undefined {
  const field = fieldAt(definition, pointer);
  return field && inlined(definition, field);
}

export function withField(
  definition: Definition,
  pointer: string,
  change: (field: FieldSchema) => FieldSchema,
): Definition {
  const path = pathOf(definition, pointer);
  if (!path) return definition;
  const field = at(definition, path) as FieldSchema;
  const next = change(field);
  return next === field ? definition : replaced(definition, path, next);
}

/** One part of the document, by its keys from the root. */
export function withPart<Part>(
  definition: Definition,
  path: readonly string[],
  change: (part: Part) => Part,
): Definition {
  const part = at(definition, path) as Part;
  const next = change(part);
  return next === part ? definition : replaced(definition, path, next);
}

/** One keyword of a field; undefined or empty text takes it away. */
export function withKeyword<Name extends keyof FieldSchema>(
  definition: Definition,
  pointer: string,
  name: Name,
  value: FieldSchema[Name] | undefined,
): Definition {
  return withField(definition, pointer, (field) => {
    const { [name]: old, ...rest } = field;
    if (value === undefined || value === '') return old === undefined ? field : rest;
    return old === value ? field : { ...field, [name]: value };
  });
}

// '/nucleo/*/eta' → ['/nucleo/*', 'eta'] : the scope that holds a field, and its key there.
export function split(pointer: string): readonly [scope: string, key: string] {
  const cut = pointer.lastIndexOf('/');
  return [pointer.slice(0, cut), pointer.slice(cut + 1)];
}

type Holder = Pick<RootSchema, 'properties' | 'required'>;

/** The object schema whose `properties` are the fields of a scope ('' is the root, '/nucleo/*' the rows). */
export function holderAt(definition: Definition, scope: string): Holder | undefined {
  if (scope === '') return definition.schema;
  const whole = wholeField(definition, scope);
  return whole?.properties ? (whole as Holder) : undefined;
}

/** Keys from the document's root to where the fields of a scope are written: in a shared part, if `$ref` leads to one. */
export function holderPath(definition: Definition, scope: string): readonly string[] | undefined {
  let path: readonly string[] | undefined = scope === '' ? ['schema'] : pathOf(definition, scope);
  for (let depth = 0; path && depth < DEEPEST; depth++) {
    const ref = own(at(definition, path), '$ref');
    if (typeof ref !== 'string' || own(at(definition, path), 'properties') !== undefined) break;
    path = ['schema', '$defs', ref.slice('#/$defs/'.length)];
  }
  return path;
}

/** Changes `properties` and `required` of a scope; through $ref it changes the shared part itself. */
export function withHolder(
  definition: Definition,
  scope: string,
  change: (holder: Holder) => Holder,
): Definition {
  const path = holderPath(definition, scope);
  if (!path) return definition;
  const holder = (at(definition, path) ?? {}) as Holder;
  const { required, ...changed } = change({ ...holder, properties: holder.properties ?? {} });
  const next = required && required.length > 0 ? { ...changed, required } : changed;
  return replaced(definition, path, next);
}

/** Does a field hold fields of its own: rows of a repeat, or a group? Told by shape, not by name. */
export function nesting(definition: Definition, field: FieldSchema): 'rows' | 'group' | undefined {
  const defs = definition.schema.$defs;
  const known = nests.get(field);
  if (known && known.defs === defs) return known.as;
  const as = nestingOf(definition, field);
  nests.set(field, { defs, as });
  return as;
}

/** Told once for a field and the shared parts beside it. */
const nests = new WeakMap<
  FieldSchema,
  { readonly defs: unknown; readonly as: 'rows' | 'group' | undefined }
>();

function nestingOf(definition: Definition, field: FieldSchema): 'rows' | 'group' | undefined {
  // A signature or an address is an object too, but holds no questions.
  const holds = (part: FieldSchema): boolean =>
    part.properties !== undefined || (part.type === 'object' && part['x-type'] === undefined);
  const whole = inlined(definition, field);
  if (holds(whole)) return 'group';
  return whole.items && holds(inlined(definition, whole.items)) ? 'rows' : undefined;
}

/** The scope inside a repeat or group: '/nucleo' → '/nucleo/*', '/residenza' → '/residenza'. */
export function innerScope(definition: Definition, pointer: string): string | undefined {
  const field = fieldAt(definition, pointer);
  const nests = field && nesting(definition, field);
  return nests && (nests === 'rows' ? `${pointer}/*` : pointer);
}

export interface FieldAt {
  readonly pointer: string;
  /** as written, its `$ref` not followed */
  readonly field: FieldSchema;
  readonly level: string;
}

/** A definition never changes, so its fields are listed once. */
const lists = new WeakMap<Definition, readonly FieldAt[]>();
const indexes = new WeakMap<Definition, ReadonlyMap<string, FieldSchema>>();
/** Most fields stay from one edit to the next: where each was found last, with its pointer. */
const places = new WeakMap<FieldSchema, FieldAt & { readonly key: string; readonly scope: string }>();

function placeOf(field: FieldSchema, key: string, scope: string, level: string): FieldAt {
  const known = places.get(field);
  if (known && known.key === key && known.scope === scope && known.level === level) return known;
  const made = { pointer: `${scope}/${key}`, field, level, key, scope };
  places.set(field, made);
  return made;
}

/** Every field, parents before children. `level` is the scope that ./ means: the nearest row, '' at the root. */
export function everyField(definition: Definition): readonly FieldAt[] {
  const known = lists.get(definition);
  if (known) return known;
  const found: FieldAt[] = [];
  const visit = (holder: Holder, scope: string, level: string, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const [key, field] of Object.entries(holder.properties ?? {})) {
      const place = placeOf(field, key, scope, level);
      found.push(place);
      const nests = nesting(definition, field);
      if (nests === undefined) continue;
      const { pointer } = place;
      const whole = inlined(definition, field);
      if (nests === 'group') visit(whole as Holder, pointer, level, depth + 1);
      else visit(inlined(definition, whole.items!) as Holder, `${pointer}/*`, `${pointer}/*`, depth + 1);
    }
  };
  visit(definition.schema, '', '', 0);
  lists.set(definition, found);
  return found;
}

/** A field under all its names: lists that share their questions through `$ref` hold the same one. */
export function sameAs(definition: Definition, pointer: string): readonly string[] {
  const path = pathOf(definition, pointer);
  if (!path?.includes('$defs')) return [pointer];
  const place = path.join('/');
  const [, key] = split(pointer);
  return everyField(definition)
    .map((field) => field.pointer)
    .filter((at) => split(at)[1] === key && pathOf(definition, at)?.join('/') === place);
}

function indexed(definition: Definition): ReadonlyMap<string, FieldSchema> {
  const known = indexes.get(definition);
  if (known) return known;
  const made = new Map(everyField(definition).map(({ pointer, field }) => [pointer, field]));
  indexes.set(definition, made);
  return made;
}
