// SPDX-License-Identifier: AGPL-3.0-or-later
// The objects that an increment writes to put a signature into a field of a file.
import {
  dict,
  isDict,
  isList,
  isRef,
  name,
  ref,
  sayText,
  text,
  write,
  type Dict,
  type Ref,
  type Value,
} from '../pdf/objects.ts';
import type { State } from '../pdf/revisions.ts';

/** A signature field of a file. */
export interface Field {
  readonly ref: Ref;
  readonly name: string;
  readonly tooltip: string;
  readonly dict: Dict;
  /** the signature in it, if it is signed */
  readonly value: Value | undefined;
}

/** The signature fields of a file, in the order of its field tree. */
export function signatureFields(state: State): Field[] {
  const form = state.dict(state.root.entries.get('AcroForm'));
  return state.list(form?.entries.get('Fields')).flatMap((one) => {
    const found = state.dict(one);
    const type = found?.entries.get('FT');
    if (!isRef(one) || !found || !type || write(type) !== '/Sig') return [];
    const { entries } = found;
    const said = (key: string): string => sayText(state.resolve(entries.get(key)));
    return [{ ref: one, name: said('T'), tooltip: said('TU'), dict: found, value: entries.get('V') }];
  });
}

export interface Placing {
  /** an unsigned field of the file, else the name of a new, invisible one */
  readonly field: string;
  readonly tooltip: string;
  /** number of the object that will be the signature */
  readonly signature: number;
  /** first number that is free after it */
  readonly free: number;
  /** certify: 1 nothing may follow, 2 signatures may follow */
  readonly certify?: 1 | 2;
}

const withEntries = (one: Dict, more: { readonly [key: string]: Value }): Dict => ({
  is: 'dict',
  entries: new Map([...one.entries, ...Object.entries(more)]),
});

/**
 * The changed and added objects, by number; undefined when the field is signed already or the file has no page.
 * A field that the template placed is only filled: nothing of the page changes.
 */
export function placed(state: State, placing: Placing): Map<number, Value> | undefined {
  const objects = new Map<number, Value>();
  const value = ref(placing.signature);
  const rootRef = state.trailer.get('Root');
  if (!isRef(rootRef)) return undefined;
  const known = signatureFields(state).find((one) => one.name === placing.field);
  if (known?.value !== undefined) return undefined;
  let { root } = state;
  if (known) objects.set(known.ref.number, withEntries(known.dict, { V: value }));
  else {
    const page = firstPage(state);
    if (!page) return undefined;
    const [field, nothing] = [ref(placing.free), ref(placing.free + 1)];
    // Without extent it shows nothing; that it has an empty appearance contents those who ask for one everywhere.
    objects.set(nothing.number, {
      is: 'stream',
      dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 0, 0], Length: 0 }),
      data: Buffer.alloc(0),
    });
    objects.set(
      field.number,
      dict({
        Type: name('Annot'),
        Subtype: name('Widget'),
        FT: name('Sig'),
        T: text(placing.field),
        TU: text(placing.tooltip),
        V: value,
        F: 132,
        Rect: [0, 0, 0, 0],
        AP: dict({ N: nothing }),
        P: page.ref,
      }),
    );
    extend(state, objects, page.ref.number, page.dict, 'Annots', field);
    const formRef = root.entries.get('AcroForm');
    const form = state.dict(formRef) ?? dict({ Fields: [], SigFlags: 3 });
    const fields = state.list(form.entries.get('Fields'));
    const longer = withEntries(form, { Fields: [...fields, field], SigFlags: 3 });
    if (isRef(formRef)) objects.set(formRef.number, longer);
    else root = withEntries(root, { AcroForm: longer });
  }
  if (placing.certify) root = withEntries(root, { Perms: dict({ DocMDP: value }) });
  if (root !== state.root) objects.set(rootRef.number, root);
  return objects;
}

function extend(
  state: State,
  objects: Map<number, Value>,
  number: number,
  owner: Dict,
  key: string,
  one: Value,
): void {
  const held = owner.entries.get(key);
  const longer = [...state.list(held), one];
  if (isRef(held)) objects.set(held.number, longer);
  else objects.set(number, withEntries(owner, { [key]: longer }));
}

function firstPage(state: State): { readonly ref: Ref; readonly dict: Dict } | undefined {
  let at: Value | undefined = state.root.entries.get('Pages');
  for (let steps = 0; steps < 32 && isRef(at); steps += 1) {
    const node = state.dict(at);
    const kids = node?.entries.get('Kids');
    if (!isDict(node)) return undefined;
    if (kids === undefined) return { ref: at, dict: node };
    const list = state.resolve(kids);
    at = isList(list) ? list[0] : undefined;
  }
  return undefined;
}
