// SPDX-License-Identifier: AGPL-3.0-or-later
// A JSON Schema flattened: references followed, allOf merged, each keyword with the place where it stands.
import type { Ledger } from '../ledger.ts';
import { type Json, isObject, own, step } from '../json.ts';

/** A schema and where it stands; `path`: the references that led here, so that circles are seen. */
export interface Part {
  readonly schema: unknown;
  readonly at: string;
  readonly path: readonly string[];
}

export interface Word {
  readonly value: unknown;
  readonly at: string;
}

/** What an `if` of some level says. */
export interface Branches {
  readonly test: Part;
  readonly holds: Part | undefined;
  readonly otherwise: Part | undefined;
}

export interface View {
  readonly words: Map<string, Word>;
  readonly properties: Map<string, Part[]>;
  /** names, each with the place of its list */
  readonly required: { readonly names: readonly string[]; readonly at: string }[];
  readonly branches: Branches[];
  readonly dependencies: { readonly name: string; readonly part: Part }[];
  readonly path: readonly string[];
}

/** References that branch again and again grow without end. */
const MOST = 20_000;

const silent = new Set(['$schema', '$id', 'id', '$anchor', '$vocabulary', '$dynamicAnchor']);
const containers = new Set(['definitions', '$defs']);

/** Of two bounds the narrower one. */
const narrower: { readonly [word: string]: (a: number, b: number) => number } = {
  minimum: Math.max, exclusiveMinimum: Math.max, minLength: Math.max, minItems: Math.max,
  maximum: Math.min, exclusiveMaximum: Math.min, maxLength: Math.min, maxItems: Math.min,
}; // prettier-ignore

export class Views {
  private readonly root: unknown;
  private readonly rootAt: string;
  private readonly ledger: Ledger;
  private looked = 0;

  constructor(root: unknown, ledger: Ledger, rootAt = '#') {
    this.root = root;
    this.rootAt = rootAt;
    this.ledger = ledger;
  }

  /** `#/definitions/x` → the part there; undefined when it leads out of the document or nowhere. */
  private target(ref: string, path: readonly string[]): Part | undefined {
    if (ref !== '#' && !ref.startsWith('#/')) return undefined;
    let schema: unknown = this.root;
    let at = this.rootAt;
    for (const raw of ref.split('/').slice(1)) {
      let key = raw;
      try {
        key = decodeURIComponent(raw);
      } catch {
        // A percent sign of its own.
      }
      key = key.replaceAll('~1', '/').replaceAll('~0', '~');
      schema = Array.isArray(schema) ? (schema as unknown[])[Number(key)] : own(schema, key);
      at += `/${step(key)}`;
    }
    return schema === undefined ? undefined : { schema, at, path: [...path, at] };
  }

  /** Several schemas that all hold, as one view; undefined where one goes in a circle or leads nowhere. */
  of(parts: readonly Part[]): View | undefined {
    const view: View = {
      words: new Map(),
      properties: new Map(),
      required: [],
      branches: [],
      dependencies: [],
      path: [...new Set(parts.flatMap((part) => part.path))],
    };
    return parts.every((part) => this.absorb(part, view)) ? view : undefined;
  }

  private absorb(part: Part, view: View): boolean {
    const { schema, at, path } = part;
    const { ledger } = this;
    if (++this.looked > MOST) {
      ledger.leave(at, 'too-many-questions');
      return false;
    }
    if (!isObject(schema)) {
      ledger.leave(at, schema === true ? 'any-value' : schema === false ? 'no-value' : 'not-a-schema');
      return false;
    }
    if (Object.keys(schema).length === 0) ledger.take(at);
    for (const [key, value] of Object.entries(schema)) {
      const here = `${at}/${step(key)}`;
      if (key === '$ref' || key === '$dynamicRef') {
        const target = typeof value === 'string' ? this.target(value, path) : undefined;
        const why = !target
          ? 'remote-ref'
          : path.includes(target.at) || target.at === this.rootAt
            ? 'recursive'
            : undefined;
        if (!target || why) {
          ledger.leave(here, why ?? 'remote-ref');
          return false;
        }
        ledger.take(here);
        if (!this.absorb(target, view)) return false;
      } else if (key === 'allOf' && Array.isArray(value)) {
        if (value.length === 0) ledger.take(here);
        for (const [number, inner] of (value as unknown[]).entries())
          if (!this.absorb({ schema: inner, at: `${here}/${number}`, path }, view)) return false;
      } else this.word(key, value, here, part, view);
    }
    return true;
  }

  private word(key: string, value: unknown, here: string, { schema, at, path }: Part, view: View): void {
    const { ledger } = this;
    const part = (name: string): Part | undefined =>
      own(schema, name) === undefined ? undefined : { schema: own(schema, name), at: `${at}/${name}`, path };
    if (silent.has(key) && typeof value === 'string') ledger.take(here);
    else if (containers.has(key)) return;
    else if (key === 'properties' && isObject(value)) {
      if (Object.keys(value).length === 0) ledger.take(here);
      for (const [name, inner] of Object.entries(value)) {
        const known = view.properties.get(name) ?? [];
        view.properties.set(name, [...known, { schema: inner, at: `${here}/${step(name)}`, path }]);
        // Until draft 3 a question itself said that it must be answered, and some still write it so.
        if (own(inner, 'required') === true)
          view.required.push({ names: [name], at: `${here}/${step(name)}/required` });
      }
    } else if (key === 'required' && typeof value === 'boolean' && /\/properties\/[^/]+$/.test(at)) {
      if (!value) ledger.take(here);
    } else if (key === 'required' && Array.isArray(value))
      view.required.push({ names: value.filter((name) => typeof name === 'string'), at: here });
    else if (key === 'if')
      view.branches.push({ test: part('if')!, holds: part('then'), otherwise: part('else') });
    else if ((key === 'then' || key === 'else') && own(schema, 'if') !== undefined) return;
    else if (['dependencies', 'dependentRequired', 'dependentSchemas'].includes(key) && isObject(value))
      for (const [name, inner] of Object.entries(value))
        view.dependencies.push({ name, part: { schema: inner, at: `${here}/${step(name)}`, path } });
    else this.merge(key, value, here, view);
  }

  private merge(key: string, value: unknown, here: string, view: View): void {
    const before = view.words.get(key);
    const better = Object.hasOwn(narrower, key) ? narrower[key] : undefined;
    if (!before) view.words.set(key, { value, at: here });
    else if (JSON.stringify(before.value) === JSON.stringify(value)) this.ledger.take(here);
    else if (better && typeof before.value === 'number' && typeof value === 'number') {
      const [kept, dropped] =
        better(before.value, value) === value ? [{ value, at: here }, before] : [before, { value, at: here }];
      view.words.set(key, kept);
      // The wider bound says nothing more.
      this.ledger.leave(dropped.at, 'said-twice');
    } else if (key === 'title' || key === 'description') {
      // What is said at the question itself counts more than what stands where it leads.
      if (here.length < before.at.length) view.words.set(key, { value, at: here });
      this.ledger.leave(here.length < before.at.length ? before.at : here, 'said-twice');
    } else this.ledger.leave(here, 'contradicts');
  }
}

export const asJson = (value: unknown): Json => (isObject(value) ? value : {});
