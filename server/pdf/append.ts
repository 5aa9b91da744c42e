// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Outcome } from '../storage/contract.ts';
import { atOnce } from './at-once.ts';
import { bytesOf, increment, tail, trailerOf } from './increment.ts';

const key = (name: string): PDFName => PDFName.of(name);

/**
 * Adds the pages of a second finished file after those of the first, as an incremental update: the first file stays,
 * byte for byte, the beginning of the result. Pages, structure and cell names of the second join those of the first.
 */
export async function appendPages(pdf: Uint8Array, sheet: Uint8Array): Promise<Outcome<Uint8Array>> {
  const end = tail(pdf);
  const [base, added] = await Promise.all([PDFDocument.load(pdf, atOnce), PDFDocument.load(sheet, atOnce)]);
  const structure = base.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict);
  const whole = structure?.lookupMaybe(key('K'), PDFDict);
  const theirs = added.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict);
  const theirWhole = theirs?.lookupMaybe(key('K'), PDFDict);
  if (!end || !structure || !whole || !theirs || !theirWhole) {
    return { ok: false, problem: { code: 'not-our-file', at: '', params: {}, level: 'error' } };
  }
  const changed = new Set<PDFObject>();
  const offset = structure.lookupMaybe(key('ParentTreeNextKey'), PDFNumber)?.asNumber() ?? 0;

  // What both files have once is not copied: it is the first file's.
  const shared = new Map<PDFObject, PDFRef>();
  const share = (mine: PDFObject | undefined, ref: PDFRef | undefined): void => {
    if (mine && ref) shared.set(mine, ref);
  };
  const pagesRef = base.catalog.get(key('Pages'));
  share(added.catalog.lookup(key('Pages')), pagesRef instanceof PDFRef ? pagesRef : undefined);
  share(theirWhole, base.context.getObjectRef(whole));

  const objects = new Map<number, Buffer>();
  const refs = new Map<PDFRef, PDFRef>();
  let next = end.size;
  const bring = (value: PDFObject): PDFObject => {
    if (value instanceof PDFRef) {
      const target = added.context.lookup(value);
      const known = (target && shared.get(target)) ?? refs.get(value);
      if (known) return known;
      const ref = PDFRef.of(next++);
      refs.set(value, ref);
      if (target) objects.set(ref.objectNumber, bytesOf(bring(target)));
      return ref;
    }
    if (value instanceof PDFArray) {
      const list = PDFArray.withContext(base.context);
      for (const one of value.asArray()) list.push(bring(one));
      return list;
    }
    if (value instanceof PDFRawStream) return PDFRawStream.of(bringDict(value.dict), value.contents);
    return value instanceof PDFDict ? bringDict(value) : value.clone(base.context);
  };
  const bringDict = (value: PDFDict): PDFDict => {
    const dict = base.context.obj({});
    for (const [name, one] of value.entries()) dict.set(name, bring(one));
    return dict;
  };

  prefixNames(added, theirs, theirWhole);
  const kids = base.context.lookup(pagesRef, PDFDict);
  const kidList = kids.lookup(key('Kids'), PDFArray);
  for (const page of added.getPages()) {
    const keyed = page.node.lookupMaybe(key('StructParents'), PDFNumber)?.asNumber();
    if (keyed !== undefined) page.node.set(key('StructParents'), PDFNumber.of(keyed + offset));
    kidList.push(bring(page.ref));
  }
  kids.set(key('Count'), PDFNumber.of(base.getPageCount() + added.getPageCount()));

  appendTo(base, whole, 'K', listOf(added, theirWhole.get(key('K'))).map(bring), changed);
  const numbers = numbersOf(added, theirs).flatMap(([number, value]) => [
    PDFNumber.of(number + offset),
    bring(value),
  ]);
  const parents = structure.lookup(key('ParentTree'), PDFDict);
  appendTo(base, parents, 'Nums', numbers, changed);
  const nextKey = theirs.lookupMaybe(key('ParentTreeNextKey'), PDFNumber)?.asNumber() ?? 0;
  structure.set(key('ParentTreeNextKey'), PDFNumber.of(offset + nextKey));
  mergeNames(base, structure, namesOf(added, theirs).map(bring), changed);
  const roles = structure.lookupMaybe(key('RoleMap'), PDFDict) ?? base.context.obj({});
  for (const [name, value] of theirs.lookupMaybe(key('RoleMap'), PDFDict)?.entries() ?? [])
    roles.set(name, value);
  structure.set(key('RoleMap'), roles);

  for (const one of [kids, whole, structure, parents, ...changed]) {
    const ref = base.context.getObjectRef(one);
    if (ref) objects.set(ref.objectNumber, bytesOf(one));
  }
  for (const list of [kidList, roles]) {
    const ref = base.context.getObjectRef(list);
    if (ref) objects.set(ref.objectNumber, bytesOf(list));
  }
  return { ok: true, value: increment(pdf, trailerOf(base), end, objects) };
}

function listOf(document: PDFDocument, value: PDFObject | undefined): PDFObject[] {
  const found = document.context.lookup(value);
  return found instanceof PDFArray ? found.asArray() : value ? [value] : [];
}

/** Appends to a list of a dictionary, wherever that list is kept. */
function appendTo(
  document: PDFDocument,
  dict: PDFDict,
  name: string,
  values: readonly PDFObject[],
  changed: Set<PDFObject>,
): void {
  const list = document.context.lookup(dict.get(key(name)));
  if (list instanceof PDFArray) {
    for (const value of values) list.push(value);
    changed.add(list);
  } else {
    const fresh = PDFArray.withContext(document.context);
    for (const value of [...listOf(document, dict.get(key(name))), ...values]) fresh.push(value);
    dict.set(key(name), fresh);
  }
}

/** Entries of the parent tree; Chromium writes it flat. */
function numbersOf(document: PDFDocument, root: PDFDict): [number, PDFObject][] {
  const list = listOf(document, root.lookupMaybe(key('ParentTree'), PDFDict)?.get(key('Nums')));
  const found: [number, PDFObject][] = [];
  for (let at = 0; at + 1 < list.length; at += 2) {
    const number = list[at];
    if (number instanceof PDFNumber) found.push([number.asNumber(), list[at + 1] as PDFObject]);
  }
  return found;
}

/** The one leaf of the tree of cell names, as finishing writes it. */
function leafOf(root: PDFDict): PDFDict | undefined {
  return root.lookupMaybe(key('IDTree'), PDFDict)?.lookupMaybe(key('Kids'), PDFArray)?.lookup(0, PDFDict);
}

function namesOf(document: PDFDocument, root: PDFDict): PDFObject[] {
  return listOf(document, leafOf(root)?.get(key('Names')));
}

function mergeNames(
  document: PDFDocument,
  root: PDFDict,
  names: readonly PDFObject[],
  changed: Set<PDFObject>,
): void {
  const last = names[names.length - 2];
  if (!last) return;
  const leaf = leafOf(root);
  if (!leaf) {
    const list = PDFArray.withContext(document.context);
    for (const one of names) list.push(one);
    const only = document.context.obj({ Names: list, Limits: [names[0] as PDFObject, last] });
    root.set(key('IDTree'), document.context.obj({ Kids: [only] }));
    return;
  }
  appendTo(document, leaf, 'Names', names, changed);
  leaf.set(key('Limits'), document.context.obj([namesOf(document, root)[0] as PDFObject, last]));
  changed.add(leaf);
}

/** Cell names of the second file get a letter that sorts after those of the first. */
function prefixNames(document: PDFDocument, root: PDFDict, whole: PDFDict): void {
  const { context } = document;
  const renamed = (value: PDFObject | undefined): PDFString | undefined =>
    value instanceof PDFString || value instanceof PDFHexString
      ? PDFString.of(`s${value.decodeText()}`)
      : undefined;
  const visit = (value: PDFObject | undefined): void => {
    const node = context.lookup(value);
    if (node instanceof PDFArray) for (const one of node.asArray()) visit(one);
    if (!(node instanceof PDFDict) || node.get(key('S')) === undefined) return;
    const id = renamed(node.lookup(key('ID')));
    if (id) node.set(key('ID'), id);
    for (const one of listOf(document, node.get(key('A')))) {
      const attributes = context.lookup(one);
      const headers = attributes instanceof PDFDict ? attributes.lookup(key('Headers')) : undefined;
      if (!(headers instanceof PDFArray)) continue;
      headers.asArray().forEach((header, index) => headers.set(index, renamed(header) ?? header));
    }
    visit(node.get(key('K')));
  };
  visit(whole);
  const names = context.lookup(leafOf(root)?.get(key('Names')));
  if (names instanceof PDFArray) {
    names.asArray().forEach((one, index) => names.set(index, renamed(one) ?? one));
  }
}
