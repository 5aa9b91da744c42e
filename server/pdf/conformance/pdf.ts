// SPDX-License-Identifier: AGPL-3.0-or-later
// The one object model that every rule reads: a file parsed once, what is costly worked out at first need and kept.
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { atOnce } from '../at-once.ts';
import { readContent, type Content } from './content.ts';
import { readTags, type Tags } from './tags.ts';

type Value = PDFObject | undefined;

const names = new Map<string, PDFName>();
/** The library makes a name by decoding it, each time anew. */
function key(name: string): PDFName {
  let made = names.get(name);
  if (made === undefined) {
    made = PDFName.of(name);
    // Names of resources are many and any: those are not kept.
    if (names.size < 2000) names.set(name, made);
  }
  return made;
}

const words = new WeakMap<PDFName, string>();
/** What a name says; decoding it costs more than all else that is done with it. */
function wordOf(name: PDFName): string {
  let word = words.get(name);
  if (word === undefined) words.set(name, (word = name.decodeText()));
  return word;
}

/** An annotation with its page (from 1). */
export interface Annotation {
  readonly page: number;
  readonly ref: PDFRef | undefined;
  readonly dict: PDFDict;
  readonly subtype: string;
}

export class Pdf {
  readonly context: PDFContext;
  /** as the file stands; undefined where only its objects are there */
  readonly bytes: Uint8Array | undefined;
  readonly catalog: PDFDict;
  readonly pages: readonly PDFDict[];
  #content: Content | undefined;
  #tags: Tags | undefined;
  #annotations: readonly Annotation[] | undefined;
  #dicts: readonly (readonly [PDFDict, string])[] | undefined;
  #xmp: string | undefined;

  constructor(context: PDFContext, bytes?: Uint8Array) {
    this.context = context;
    this.bytes = bytes;
    const root = context.lookup(context.trailerInfo.Root);
    if (!(root instanceof PDFDict)) throw new Error('pdf: no catalog');
    this.catalog = root;
    this.pages = pagesOf(this, root.get(key('Pages')));
  }

  static async read(bytes: Uint8Array): Promise<Pdf> {
    const { context } = await PDFDocument.load(bytes, { ...atOnce, ignoreEncryption: true });
    return new Pdf(context, bytes);
  }

  get content(): Content {
    return (this.#content ??= readContent(this));
  }
  get tags(): Tags {
    return (this.#tags ??= readTags(this));
  }
  get annotations(): readonly Annotation[] {
    return (this.#annotations ??= this.pages.flatMap((page, index) =>
      this.list(page, 'Annots').flatMap((one): Annotation[] => {
        const dict = this.asDict(one);
        const ref = one instanceof PDFRef ? one : undefined;
        return dict ? [{ page: index + 1, ref, dict, subtype: this.name(dict, 'Subtype') }] : [];
      }),
    ));
  }
  /** Every dictionary of the file, those of streams too, with the object that holds it. */
  get dicts(): readonly (readonly [PDFDict, string])[] {
    if (this.#dicts) return this.#dicts;
    const found: [PDFDict, string][] = [];
    const visit = (value: PDFObject, owner: string): void => {
      if (value instanceof PDFRawStream) visit(value.dict, owner);
      else if (value instanceof PDFDict) {
        found.push([value, owner]);
        for (const [, one] of value.entries()) visit(one, owner);
      } else if (value instanceof PDFArray) for (const one of value.asArray()) visit(one, owner);
    };
    for (const [ref, value] of this.context.enumerateIndirectObjects()) visit(value, ref.toString());
    return (this.#dicts = found);
  }
  /** The XMP packet; empty where there is none. */
  get xmp(): string {
    const found = this.look(this.catalog, 'Metadata');
    return (this.#xmp ??= found instanceof PDFRawStream ? Buffer.from(found.contents).toString('utf8') : '');
  }
  /** What the packet says of a property, as element or as attribute. */
  said(property: string): string | undefined {
    const found =
      new RegExp(`<${property}>\\s*(?:<rdf:\\w+>\\s*<rdf:li[^>]*>)?([^<]*)`).exec(this.xmp) ??
      new RegExp(`\\s${property}="([^"]*)"`).exec(this.xmp);
    return found?.[1]?.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
  }
  get info(): PDFDict | undefined {
    return this.asDict(this.context.trailerInfo.Info);
  }

  look(dict: PDFDict | undefined, entry: string): Value {
    return dict && this.context.lookup(dict.get(key(entry)));
  }
  has(dict: PDFDict | undefined, entry: string): boolean {
    return this.look(dict, entry) !== undefined;
  }
  asDict(value: Value): PDFDict | undefined {
    const found = this.context.lookup(value);
    return found instanceof PDFRawStream ? found.dict : found instanceof PDFDict ? found : undefined;
  }
  dict(dict: PDFDict | undefined, entry: string): PDFDict | undefined {
    return this.asDict(dict?.get(key(entry)));
  }
  stream(dict: PDFDict | undefined, entry: string): PDFRawStream | undefined {
    const found = this.look(dict, entry);
    return found instanceof PDFRawStream ? found : undefined;
  }
  name(dict: PDFDict | undefined, entry: string): string {
    const found = this.look(dict, entry);
    return found instanceof PDFName ? wordOf(found) : '';
  }
  text(dict: PDFDict | undefined, entry: string): string | undefined {
    return textOf(this.look(dict, entry));
  }
  number(dict: PDFDict | undefined, entry: string): number | undefined {
    const found = this.look(dict, entry);
    return found instanceof PDFNumber ? found.asNumber() : undefined;
  }
  yes(dict: PDFDict | undefined, entry: string): boolean {
    const found = this.look(dict, entry);
    return found instanceof PDFBool && found.asBoolean();
  }
  /** Items of a list, unresolved; a lone value is a list of one. */
  list(dict: PDFDict | undefined, entry: string): readonly PDFObject[] {
    const found = this.look(dict, entry);
    if (found instanceof PDFArray) return found.asArray();
    const value = dict?.get(key(entry));
    return value && found !== undefined ? [value] : [];
  }
  numbers(dict: PDFDict | undefined, entry: string): readonly number[] {
    return this.list(dict, entry).map((one) => {
      const found = this.context.lookup(one);
      return found instanceof PDFNumber ? found.asNumber() : Number.NaN;
    });
  }
  /** "12 0 R" for what is kept on its own, else its kind. */
  refOf(value: PDFObject): string {
    return this.context.getObjectRef(value)?.toString() ?? 'direct object';
  }
}

export const textOf = (value: Value): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

function pagesOf(pdf: Pdf, from: Value): PDFDict[] {
  const found: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const visit = (value: Value): void => {
    const node = pdf.asDict(value);
    if (!node || seen.has(node)) return;
    seen.add(node);
    if (pdf.has(node, 'Kids')) for (const kid of pdf.list(node, 'Kids')) visit(kid);
    else found.push(node);
  };
  visit(from);
  return found;
}
