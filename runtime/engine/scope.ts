// SPDX-License-Identifier: BSD-3-Clause
import type { Answers, Context, FieldSchema } from '../../schemas/types.ts';
import type { Engine, Outline, Scope, Settled } from './contract.ts';
import { isDeclined, isObject, own, split } from './pointer.ts';

/** A row on the way from the root to where one stands; the first frame is the root. */
export interface Frame {
  readonly value: unknown;
  /** with row numbers: '', /nucleo/0 */
  readonly at: string;
  /** with stars: '', /nucleo/*, or `case:` for a row of the case */
  readonly star: string;
}

/** What scopes look at. */
export interface Ground {
  readonly outline: Outline;
  readonly context: Context;
  /** pointers of what is shown; undefined: not settled, everything counts as shown */
  readonly shown?: ReadonlySet<string>;
  readonly outcome?: Settled['outcome'];
}

/** The answers as seen from one row. */
export class View implements Scope {
  readonly ground: Ground;
  readonly frames: readonly Frame[];
  constructor(ground: Ground, frames: readonly Frame[]) {
    this.ground = ground;
    this.frames = frames;
  }
  get context(): Context {
    return this.ground.context;
  }
  get engine(): Engine {
    return this.ground.outline.engine;
  }
  get named(): Scope['named'] {
    return this.ground.outline.definition.conditions ?? {};
  }
  /** how many frames a pointer starts from, and the keys from there */
  #from(pointer: string): readonly [number, string[]] {
    if (pointer.startsWith('/')) return [1, split(pointer)];
    let ups = 0;
    let rest = pointer.startsWith('./') ? pointer.slice(2) : pointer;
    for (; rest.startsWith('../'); rest = rest.slice(3)) ups++;
    return [this.frames.length - ups, rest.split('/')];
  }
  raw(pointer: string): unknown {
    if (pointer.startsWith('case:'))
      return split(pointer.slice(5)).reduce(own as (a: unknown, b: string) => unknown, this.context.case);
    const [count, path] = this.#from(pointer);
    let value = this.frames[count - 1]?.value;
    for (const key of path) value = own(value, key);
    return value;
  }
  get(pointer: string): unknown {
    const value = this.raw(pointer);
    return isDeclined(value) ? undefined : value;
  }
  rows(pointer: string): readonly View[] {
    const list = this.raw(pointer);
    if (!Array.isArray(list)) return [];
    const ofCase = pointer.startsWith('case:');
    const [count, path] = ofCase ? [1, []] : this.#from(pointer);
    const frames = this.frames.slice(0, count);
    const base = frames.at(-1)!;
    return list.map((value: unknown, index) => {
      const here = [base.at, ...path].join('/');
      const frame = ofCase
        ? { value, at: `${pointer}/${index}`, star: 'case:' }
        : { value, at: `${here}/${index}`, star: `${[base.star, ...path].join('/')}/*` };
      return new View(this.ground, [...frames, frame]);
    });
  }
  #pointer(pointer: string, kind: 'star' | 'at'): string {
    const [count, path] = this.#from(pointer);
    return [this.frames[count - 1]?.[kind] ?? 'case:', ...path].join('/');
  }
  field(pointer: string): FieldSchema | undefined {
    return this.ground.outline.byPointer.get(this.#pointer(pointer, 'star'))?.schema;
  }
  outcome(): Settled['outcome'] {
    return this.ground.outcome;
  }
  shown(pointer: string): boolean {
    return this.ground.shown?.has(this.at(pointer)) ?? true;
  }
  at(pointer: string): string {
    return this.#pointer(pointer, 'at');
  }
  /** the view from a level around this one */
  level(depth: number): View {
    return depth + 1 === this.frames.length ? this : new View(this.ground, this.frames.slice(0, depth + 1));
  }
}

/** An object that holds answers: the root, a row, a group. */
export interface Place {
  readonly at: string;
  readonly holder: Answers;
  readonly frames: readonly Frame[];
}

/** Every object that a pointer with stars names (`''`: the root). `fixed`: leading row numbers to keep to. */
export function places(root: unknown, container: string, fixed: readonly number[] = []): Place[] {
  const out: Place[] = [];
  const segments = split(container);
  const walk = (value: unknown, step: number, at: string, frames: readonly Frame[]): void => {
    const segment = segments[step];
    if (segment === undefined) {
      if (isObject(value)) out.push({ at, holder: value, frames });
    } else if (segment !== '*') {
      walk(own(value, segment), step + 1, `${at}/${segment}`, frames);
    } else if (Array.isArray(value)) {
      const only = fixed[frames.length - 1];
      const star = '/' + segments.slice(0, step + 1).join('/');
      for (let row = only ?? 0; row < (only === undefined ? value.length : only + 1); row++) {
        const here = `${at}/${row}`;
        walk(value[row], step + 1, here, [...frames, { value: value[row], at: here, star }]);
      }
    }
  };
  walk(root, 0, '', [{ value: root, at: '', star: '' }]);
  return out;
}

/** The pointer without its last key: the object that holds the answer. */
export const holderOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
