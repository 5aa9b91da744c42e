// SPDX-License-Identifier: AGPL-3.0-or-later
// The structure tree, read once.
import { PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Pdf } from './pdf.ts';

/** Content that an element holds. `stream`: the page or the form where the number counts. */
export interface Held {
  readonly stream: PDFDict | undefined;
  readonly mcid: number;
}

export interface Tag {
  readonly dict: PDFDict;
  /** as written */
  readonly type: string;
  /** the standard type that it stands for; empty where there is none */
  readonly role: string;
  readonly parent: Tag | undefined;
  readonly kids: readonly Tag[];
  readonly held: readonly Held[];
  readonly objects: readonly PDFObject[];
  /** from 1, of the first content within; undefined where there is none */
  readonly page: number | undefined;
}

export interface Tags {
  readonly root: PDFDict | undefined;
  readonly top: readonly Tag[];
  /** in reading order */
  readonly all: readonly Tag[];
  readonly roles: ReadonlyMap<string, string>;
  /** what the parent tree says for a number */
  readonly parents: ReadonlyMap<number, PDFObject>;
}

/** Structure types of ISO 32000-1, 14.8.4. */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** The standard type behind a type; empty where the map leads nowhere or in a circle. */
function roleOf(type: string, roles: ReadonlyMap<string, string>): string {
  let at = type;
  for (let steps = 0; steps <= roles.size; steps += 1) {
    if (standardTypes.has(at)) return at;
    at = roles.get(at) ?? '';
  }
  return '';
}

export function readTags(pdf: Pdf): Tags {
  const root = pdf.dict(pdf.catalog, 'StructTreeRoot');
  const roles = new Map<string, string>();
  for (const [key, value] of pdf.dict(root, 'RoleMap')?.entries() ?? [])
    if (value instanceof PDFName) roles.set(key.decodeText(), value.decodeText());
  const pageOf = new Map(pdf.pages.map((page, index) => [page, index + 1]));
  const all: Tag[] = [];
  const seen = new Set<PDFDict>();
  const visit = (value: PDFObject, parent: Tag | undefined, above: PDFDict | undefined): Tag | undefined => {
    const dict = pdf.asDict(value);
    if (!dict || seen.has(dict)) return undefined;
    seen.add(dict);
    const type = pdf.name(dict, 'S');
    const kids: Tag[] = [];
    const held: Held[] = [];
    const objects: PDFObject[] = [];
    const page = pdf.dict(dict, 'Pg') ?? above;
    const tag = { dict, type, role: roleOf(type, roles), parent, kids, held, objects, page: undefined };
    const mine: Tag & { page: number | undefined } = tag;
    all.push(mine);
    for (const one of pdf.list(dict, 'K')) {
      const kid = pdf.context.lookup(one);
      if (kid instanceof PDFNumber) held.push({ stream: page, mcid: kid.asNumber() });
      else if (kid instanceof PDFDict) {
        const is = pdf.name(kid, 'Type');
        if (is === 'MCR')
          held.push({
            stream: pdf.dict(kid, 'Stm') ?? pdf.dict(kid, 'Pg') ?? page,
            mcid: pdf.number(kid, 'MCID') ?? -1,
          });
        else if (is === 'OBJR') objects.push(kid.get(PDFName.of('Obj')) ?? kid);
        else {
          const inner = visit(one, mine, page);
          if (inner) kids.push(inner);
        }
      }
    }
    mine.page =
      (held.length > 0 || objects.length > 0 ? pageOf.get(page as PDFDict) : undefined) ??
      kids.find((kid) => kid.page !== undefined)?.page ??
      (page && pageOf.get(page));
    return mine;
  };
  const top = pdf.list(root, 'K').flatMap((one) => visit(one, undefined, undefined) ?? []);
  return { root, top, all, roles, parents: numberTree(pdf, pdf.dict(root, 'ParentTree')) };
}

function numberTree(pdf: Pdf, from: PDFDict | undefined): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const seen = new Set<PDFDict>();
  const visit = (node: PDFDict | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    for (const kid of pdf.list(node, 'Kids')) visit(pdf.asDict(kid));
    const list = pdf.list(node, 'Nums');
    for (let at = 0; at + 1 < list.length; at += 2) {
      const number = list[at];
      if (number instanceof PDFNumber) found.set(number.asNumber(), list[at + 1] as PDFObject);
    }
  };
  visit(from);
  return found;
}

/** The elements that count as children: those that only group are looked through. */
export function childrenOf(tag: Tag): readonly Tag[] {
  return tag.kids.flatMap((kid) => (kid.role === 'NonStruct' ? childrenOf(kid) : [kid]));
}

/** The element around, those that only group looked through. */
export function parentOf(tag: Tag): Tag | undefined {
  let at = tag.parent;
  while (at?.role === 'NonStruct') at = at.parent;
  return at;
}

/** Attribute objects of an element. */
export function attributesOf(pdf: Pdf, tag: Tag): readonly PDFDict[] {
  return pdf.list(tag.dict, 'A').flatMap((one) => pdf.asDict(one) ?? []);
}

/** An attribute's value, whatever its owner. */
export function attribute(pdf: Pdf, tag: Tag, key: string): PDFObject | undefined {
  for (const one of attributesOf(pdf, tag)) {
    const found = pdf.look(one, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Has the element content of its own, or an element with content? */
export function holds(tag: Tag): boolean {
  return tag.held.length > 0 || tag.objects.length > 0 || tag.kids.some(holds);
}
