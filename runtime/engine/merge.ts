// SPDX-License-Identifier: BSD-3-Clause
// Two people on one draft: what each changed since they last agreed is put together field by field, rows by id.
import type { Answers, Draft } from '../../schemas/types.ts';
import type { FieldNode, Outline } from './contract.ts';
import { copy, isObject, type Json, own, put, same } from './pointer.ts';
import { withParked } from './whole.ts';

/** Unfinished answers, hidden ones in their places; `typed` and `from` by pointer, rows by id. */
export interface Sheet {
  readonly answers: Answers;
  readonly typed: Draft['typed'];
  readonly from: Draft['from'];
}

/** What stands at one place: a value, or a text that is none yet; neither: nothing. */
export interface Cell {
  readonly value?: unknown;
  readonly text?: string;
}

/** Both changed one field, differently. `at`: rows by id. */
export interface Clash {
  readonly at: string;
  readonly mine: Cell;
  readonly theirs: Cell;
}

export interface Merged {
  /** with theirs where the two clash */
  readonly sheet: Sheet;
  readonly clashes: readonly Clash[];
  /** places where something of theirs was taken */
  readonly taken: readonly string[];
  /** rows that one removed and the other changed: they stay */
  readonly rescued: readonly string[];
}

export const sheetOf = (draft: Pick<Draft, 'answers' | 'typed' | 'parked' | 'from'>): Sheet => ({
  answers: withParked(draft),
  typed: draft.typed,
  from: draft.from,
});

/** `known`: places whose state in `theirs` is one that I gave earlier, so that mine goes before it. */
export function merge(
  outline: Outline,
  base: Sheet,
  mine: Sheet,
  theirs: Sheet,
  known: (at: string) => boolean = () => false,
): Merged {
  const merger = new Merger(base, mine, theirs, known);
  const roots = outline.fields.filter((node) => !node.parent);
  const answers = merger.object(roots, base.answers, mine.answers, theirs.answers, '');
  const { typed, from, clashes, taken, rescued } = merger;
  return { sheet: { answers, typed, from }, clashes, taken, rescued };
}

/** Places that differ between two states of a draft. */
export const changedPlaces = (outline: Outline, before: Sheet, after: Sheet): readonly string[] =>
  merge(outline, before, before, after).taken;

class Merger {
  readonly base: Sheet;
  readonly mine: Sheet;
  readonly theirs: Sheet;
  readonly known: (at: string) => boolean;
  readonly typed: { [pointer: string]: string } = {};
  readonly from: Draft['from'] = {};
  readonly clashes: Clash[] = [];
  readonly taken: string[] = [];
  readonly rescued: string[] = [];

  constructor(base: Sheet, mine: Sheet, theirs: Sheet, known: (at: string) => boolean) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    this.known = known;
  }

  object(nodes: readonly FieldNode[], base: unknown, mine: unknown, theirs: unknown, at: string): Json {
    const out: Json = {};
    for (const node of nodes) {
      const path = `${at}/${node.key}`;
      const three = [base, mine, theirs].map((holder) => own(holder, node.key));
      const value = this.#field(node, three as [unknown, unknown, unknown], path);
      if (value !== undefined) put(out, node.key, value);
    }
    return out;
  }

  #field(node: FieldNode, [base, mine, theirs]: readonly [unknown, unknown, unknown], path: string): unknown {
    // Worked out anew from what is merged.
    if (node.value !== undefined) return mine ?? theirs;
    if (!node.type.nests) return this.#leaf(base, mine, theirs, path);
    const there = (mine !== undefined) === (base !== undefined) ? theirs : mine;
    this.#origin(path, same(base, mine) ? this.theirs : this.mine);
    if (node.type.nests === 'rows') {
      const rows = this.#rows(node, list(base), list(mine), list(theirs), path);
      return rows.length > 0 || there !== undefined ? rows : undefined;
    }
    const group = this.object(node.children, base, mine, theirs, path);
    return Object.keys(group).length > 0 || there !== undefined ? group : undefined;
  }

  #leaf(base: unknown, mine: unknown, theirs: unknown, path: string): unknown {
    const [before, here, there] = [
      cell(base, this.base.typed[path]),
      cell(mine, this.mine.typed[path]),
      cell(theirs, this.theirs.typed[path]),
    ];
    if (same(here, there) || same(before, there)) return this.#take(here, this.mine, path);
    if (same(before, here)) this.taken.push(path);
    else if (this.known(path)) return this.#take(here, this.mine, path);
    else this.clashes.push({ at: path, mine: here, theirs: there });
    return this.#take(there, this.theirs, path);
  }

  #take({ value, text }: Cell, side: Sheet, path: string): unknown {
    if (text !== undefined) this.typed[path] = text;
    this.#origin(path, side);
    return copy(value);
  }

  #origin(path: string, side: Sheet): void {
    const origin = side.from[path];
    if (origin) this.from[path] = origin;
  }

  #rows(node: FieldNode, base: readonly Row[], mine: readonly Row[], theirs: readonly Row[], path: string) {
    const byId = (rows: readonly Row[]): Rows => new Map(rows.map((row) => [row.id, row]));
    const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
    const stays = (id: string): boolean => {
      if (here.has(id) && there.has(id)) return true;
      const at = `${path}/${id}`;
      const left = here.get(id) ?? there.get(id)!;
      if (this.known(at)) return here.has(id);
      if (!before.has(id)) {
        if (there.has(id)) this.taken.push(at);
        return true;
      }
      const side = here.has(id) ? this.mine : this.theirs;
      const changed = !same(left, before.get(id)) || !same(under(side.typed, at), under(this.base.typed, at));
      if (changed) this.rescued.push(at);
      else if (here.has(id)) this.taken.push(at);
      return changed;
    };
    const moved = !same(common(mine, before), common(base, here));
    const [lead, other] = moved ? [mine, theirs] : [theirs, mine];
    if (!moved && !same(common(theirs, before), common(base, there))) this.taken.push(path);
    const order = lead.map(({ id }) => id);
    for (const [place, { id }] of other.entries())
      if (!order.includes(id)) order.splice(order.indexOf(other[place - 1]?.id ?? '') + 1, 0, id);
    return order.filter(stays).map((id) => {
      const only = here.has(id) !== there.has(id) ? (here.get(id) ?? there.get(id)) : undefined;
      const at = `${path}/${id}`;
      const inside = only
        ? this.#alone(node, only, here.has(id) ? this.mine : this.theirs, at)
        : this.object(node.children, before.get(id), here.get(id), there.get(id), at);
      return { id, ...inside };
    });
  }

  /** A row that only one side has, as it is. */
  #alone(node: FieldNode, row: Row, side: Sheet, at: string): Json {
    for (const [pointer, text] of Object.entries(under(side.typed, at))) this.typed[pointer] = text;
    for (const [pointer, origin] of Object.entries(under(side.from, at))) this.from[pointer] = origin;
    const known = new Set(node.children.map(({ key }) => key));
    return copy(Object.fromEntries(Object.entries(row).filter(([key]) => known.has(key))));
  }
}

type Row = Json & { readonly id: string };
type Rows = ReadonlyMap<string, Row>;

const list = (value: unknown): readonly Row[] =>
  Array.isArray(value)
    ? value.filter((row): row is Row => isObject(row) && typeof row['id'] === 'string')
    : [];

const cell = (value: unknown, text: string | undefined): Cell => ({
  ...(value === undefined ? {} : { value }),
  ...(text === undefined ? {} : { text }),
});

/** Ids in their order, of rows that the other side knows too. */
const common = (rows: readonly Row[], other: Rows): readonly string[] =>
  rows.filter(({ id }) => other.has(id)).map(({ id }) => id);

/** What stands by pointer below a place. */
const under = <Value>(all: { readonly [pointer: string]: Value }, at: string): { [pointer: string]: Value } =>
  Object.fromEntries(Object.entries(all).filter(([pointer]) => pointer.startsWith(`${at}/`)));
