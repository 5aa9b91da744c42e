// SPDX-License-Identifier: AGPL-3.0-or-later
import { deflateSync, inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { markArtifacts } from './artifacts.ts';
import { operations, remember, remembered, written, type Operation } from './content-stream.ts';

/** Which resources an operator names, and with which letter they are called. */
const named: { readonly [op: string]: readonly [string, string] } = {
  gs: ['ExtGState', 'G'],
  Tf: ['Font', 'F'],
  Do: ['XObject', 'X'],
  sh: ['Shading', 'S'],
  cs: ['ColorSpace', 'C'],
  CS: ['ColorSpace', 'C'],
  scn: ['Pattern', 'P'],
  SCN: ['Pattern', 'P'],
};
const device = /^\/(Device(Gray|RGB|CMYK)|Pattern)$/;

/** Bytes of a stream, decoded. */
export function decodedBytes(stream: PDFRawStream): Uint8Array {
  const plain = stream.dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  return plain && stream.dict.get(PDFName.of('DecodeParms')) === undefined
    ? inflateSync(stream.contents)
    : decodePDFRawStream(stream).decode();
}

/** The same, one character each. */
export function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodedBytes(stream)).toString('latin1');
}

/** What a content stream does; throws where it cannot be read. */
export function operationsOf(stream: PDFRawStream): readonly Operation[] {
  const known = remembered(stream.contents);
  if (known) return known;
  const list = operations(decoded(stream));
  remember(stream.contents, list);
  return list;
}

/**
 * Chromium names resources by object number, which differs from launch to launch.
 * Here they are called in order of first use, and what is not used is left out.
 */
function rename(
  document: PDFDocument,
  list: readonly Operation[],
  resources: PDFDict,
): { readonly list: Operation[]; readonly resources: PDFDict } {
  const fresh = document.context.obj({});
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const renamed = list.map((one): Operation => {
    const kind = named[one.op];
    const index = one.op === 'Tf' ? 0 : one.args.length - 1;
    const old = one.args[index];
    if (!kind || old === undefined || !old.startsWith('/') || device.test(old)) return one;
    const [category, letter] = kind;
    const key = `${category}${old}`;
    let name = names.get(key);
    if (name === undefined) {
      const value = resources.lookupMaybe(PDFName.of(category), PDFDict)?.get(PDFName.of(old.slice(1)));
      if (value === undefined) return one;
      const count = (counts.get(letter) ?? 0) + 1;
      counts.set(letter, count);
      name = `${letter}${count}`;
      names.set(key, name);
      let group = fresh.lookupMaybe(PDFName.of(category), PDFDict);
      if (!group) {
        group = document.context.obj({});
        fresh.set(PDFName.of(category), group);
      }
      group.set(PDFName.of(name), value);
    }
    return { op: one.op, args: one.args.map((arg, at) => (at === index ? `/${name}` : arg)) };
  });
  return { list: renamed, resources: fresh };
}

function packed(document: PDFDocument, list: readonly Operation[], dict: PDFDict): PDFRawStream {
  const data = deflateSync(Buffer.from(written(list), 'latin1'), { level: 5 });
  remember(data, list);
  dict.set(PDFName.of('Length'), document.context.obj(data.length));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(dict, data);
}

/** Rewrites every page and every form inside it: artifacts marked, resources named in order of use. */
export function rewriteContent(document: PDFDocument): void {
  const { context } = document;
  const forms = new Map<PDFRef, boolean>();
  /** true when the form at the reference carries marked content */
  const form = (ref: PDFRef, stream: PDFRawStream): boolean => {
    const known = forms.get(ref);
    if (known !== undefined) return known;
    forms.set(ref, false);
    const resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? context.obj({});
    const inner = operations(decoded(stream));
    const marks = inner.some((one) => one.op === 'BDC') || nested(inner, resources);
    const next = rename(document, inner, resources);
    const dict = stream.dict.clone(context);
    dict.set(PDFName.of('Resources'), next.resources);
    context.assign(ref, packed(document, next.list, dict));
    forms.set(ref, marks);
    return marks;
  };
  const marked = (resources: PDFDict, name: string): boolean => {
    const ref = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name.slice(1)));
    const stream = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return false;
    return stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form') && form(ref, stream);
  };
  const nested = (list: readonly Operation[], resources: PDFDict): boolean =>
    list
      .filter((one) => one.op === 'Do')
      .map((one) => marked(resources, one.args[0] ?? ''))
      .includes(true);

  for (const page of document.getPages()) {
    const resources = page.node.Resources() ?? context.obj({});
    const contents = page.node.Contents();
    const parts = contents instanceof PDFArray ? contents.asArray() : [page.node.get(PDFName.of('Contents'))];
    const text = parts
      .map((part) => context.lookup(part))
      .map((part) => (part instanceof PDFRawStream ? decoded(part) : ''))
      .join('\n');
    const list = operations(text);
    nested(list, resources);
    const next = rename(
      document,
      markArtifacts(list, (name) => marked(resources, name)),
      resources,
    );
    page.node.set(PDFName.of('Resources'), next.resources);
    page.node.set(PDFName.of('Contents'), context.register(packed(document, next.list, context.obj({}))));
  }
}
