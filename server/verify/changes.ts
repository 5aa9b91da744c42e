// SPDX-License-Identifier: AGPL-3.0-or-later
// What an increment changed in a file: compared as readers see it, object by object from the catalog down.
import {
  isDict,
  isList,
  isName,
  isRef,
  isStream,
  isText,
  write,
  type Dict,
  type Value,
} from '../pdf/objects.ts';
import type { State } from '../pdf/revisions.ts';

export interface Changes {
  /** fields that were signed, by object number */
  readonly signed: readonly number[];
  readonly evidence: boolean;
  readonly certified: boolean;
}

/** `what`: where the first change stands that no signature makes. */
export type Compared =
  | { readonly ok: true; readonly changes: Changes }
  | { readonly ok: false; readonly what: string };

class Strange extends Error {}

/** Entries of a field that signing it may write. */
const written = new Set(['V', 'AP', 'M', 'DA', 'MK', 'Lock']);

/**
 * Compares two states of a file. Allowed are: a signature in a field that was empty, a new invisible signature
 * field, the certification that comes with it, and proofs kept for later (DSS). Anything else is strange.
 */
export function compare(before: State, after: State): Compared {
  const deny = (what: string): never => {
    throw new Strange(what);
  };
  /** pages and fields: compared by themselves, wherever they are met */
  const apart = new Set<number>();
  const equalPairs = new Set<string>();
  const waiting: (readonly [Value, Value, string])[] = [];

  const equal = (a: Value | undefined, b: Value | undefined, what: string): void => {
    if (isRef(a) && isRef(b)) {
      if (a.number === b.number && apart.has(a.number)) return;
      const pair = `${a.number} ${b.number}`;
      if (equalPairs.has(pair)) return;
      equalPairs.add(pair);
      // Later, and not from here: chains of objects are longer than a stack is deep.
      waiting.push([a, b, what]);
      return;
    }
    same(before.resolve(a), after.resolve(b), what);
  };
  const same = (x: Value, y: Value, what: string): void => {
    if (isDict(x) && isDict(y)) equalDicts(x, y, what);
    else if (isStream(x) && isStream(y)) {
      equalDicts(x.dict, y.dict, what);
      if (!x.data.equals(y.data)) deny(what);
    } else if (isList(x) && isList(y)) {
      if (x.length !== y.length) deny(what);
      x.forEach((one, at) => equal(one, y[at], what));
    } else if (isText(x) && isText(y)) {
      if (!x.bytes.equals(y.bytes)) deny(what);
    } else if (isName(x) && isName(y)) {
      if (x.name !== y.name) deny(what);
    } else if (x !== y || typeof x === 'object') {
      if (x !== null || y !== null) deny(what);
    }
  };
  const equalDicts = (x: Dict, y: Dict, what: string, but: ReadonlySet<string> = new Set()): void => {
    for (const key of new Set([...x.entries.keys(), ...y.entries.keys()]))
      if (!but.has(key)) equal(x.entries.get(key), y.entries.get(key), `${what}/${key}`);
  };

  try {
    const [old, now] = [before.root, after.root];
    if (write(before.trailer.get('Root') ?? null) !== write(after.trailer.get('Root') ?? null)) deny('Root');
    const pages = pagesOf(before);
    const nowPages = pagesOf(after);
    if (pages.join() !== nowPages.join()) deny('Pages');
    const fields = fieldsOf(before, old);
    const nowFields = fieldsOf(after, now);
    if (fields.some((one, at) => nowFields[at] !== one)) deny('AcroForm/Fields');
    const added = nowFields.slice(fields.length);
    for (const one of [...pages, ...nowFields]) apart.add(one);

    const signed: number[] = [];
    for (const number of fields) {
      const [x, y] = [before.dict({ is: 'ref', number }), after.dict({ is: 'ref', number })];
      if (!x || !y) return deny('AcroForm/Fields');
      const signs = x.entries.get('V') === undefined && y.entries.get('V') !== undefined;
      if (signs && isSignature(x)) signed.push(number);
      equalDicts(x, y, 'field', signs && isSignature(x) ? written : undefined);
    }
    for (const number of added) {
      const field = after.dict({ is: 'ref', number });
      if (!field || !isSignature(field) || !isInvisible(after, field) || field.entries.get('V') === undefined)
        deny('AcroForm/Fields');
      signed.push(number);
    }
    for (const number of pages) {
      const [x, y] = [before.dict({ is: 'ref', number }), after.dict({ is: 'ref', number })];
      if (!x || !y) return deny('Pages');
      equalDicts(x, y, 'page', new Set(['Annots']));
      const [marks, nowMarks] = [before.list(x.entries.get('Annots')), after.list(y.entries.get('Annots'))];
      marks.forEach((one, at) => equal(one, nowMarks[at], 'page/Annots'));
      for (const one of nowMarks.slice(marks.length))
        if (!isRef(one) || !added.includes(one.number)) deny('page/Annots');
    }
    const form = before.dict(old.entries.get('AcroForm')) ?? { is: 'dict', entries: new Map() };
    const nowForm = after.dict(now.entries.get('AcroForm')) ?? { is: 'dict', entries: new Map() };
    equalDicts(form, nowForm, 'AcroForm', new Set(['Fields', 'SigFlags', 'DA', 'DR']));
    const certified = !old.entries.has('Perms') && now.entries.has('Perms');
    const but = ['AcroForm', 'DSS', 'Extensions', ...(certified ? ['Perms'] : [])];
    equalDicts(old, now, 'catalog', new Set(but));
    equal(before.trailer.get('Info'), after.trailer.get('Info'), 'Info');
    for (let next = waiting.pop(); next; next = waiting.pop())
      same(before.resolve(next[0]), after.resolve(next[1]), next[2]);
    const evidence = write(old.entries.get('DSS') ?? null) !== write(now.entries.get('DSS') ?? null);
    return { ok: true, changes: { signed, certified, evidence } };
  } catch (error) {
    return { ok: false, what: error instanceof Strange ? error.message : 'structure' };
  }
}

function isSignature(field: Dict): boolean {
  const type = field.entries.get('FT');
  return isName(type) && type.name === 'Sig';
}

/** Without extent, and without anything to do when touched. */
function isInvisible(state: State, field: Dict): boolean {
  const [x, y, right, top] = state.list(field.entries.get('Rect'));
  const idle = !['A', 'AA', 'Kids', 'Parent'].some((key) => field.entries.has(key));
  return idle && x !== undefined && x === right && y !== undefined && y === top;
}

/** Object numbers of the pages, in order. */
export function pagesOf(state: State): number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  const visit = (value: Value | undefined): void => {
    if (!isRef(value) || seen.has(value.number)) throw new Strange('Pages');
    seen.add(value.number);
    const node = state.dict(value);
    if (!node) throw new Strange('Pages');
    const kids = node.entries.get('Kids');
    if (kids === undefined) found.push(value.number);
    else for (const kid of state.list(kids)) visit(kid);
  };
  visit(state.root.entries.get('Pages'));
  return found;
}

/** Object numbers of the fields, in order. Ours have no fields below fields. */
function fieldsOf(state: State, root: Dict): number[] {
  const form = state.dict(root.entries.get('AcroForm'));
  return state.list(form?.entries.get('Fields')).map((one) => {
    if (!isRef(one)) throw new Strange('AcroForm/Fields');
    return one.number;
  });
}
