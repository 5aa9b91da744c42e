// SPDX-License-Identifier: AGPL-3.0-or-later
// What a font of a file says of its letters, and what its font file says.
import { PDFArray, PDFDict, PDFNumber, type PDFRawStream } from '@cantoo/pdf-lib';
import { decodedBytes } from '../content.ts';
import type { Pdf } from './pdf.ts';

/** The font with the widths and the file: the descendant of a composite one. */
export function innerOf(pdf: Pdf, font: PDFDict): PDFDict {
  return pdf.asDict(pdf.list(font, 'DescendantFonts')[0]) ?? font;
}

export const descriptorOf = (pdf: Pdf, font: PDFDict): PDFDict | undefined =>
  pdf.dict(innerOf(pdf, font), 'FontDescriptor');

export const fontName = (pdf: Pdf, font: PDFDict): string =>
  (
    pdf.name(font, 'BaseFont') ||
    pdf.name(descriptorOf(pdf, font), 'FontName') ||
    pdf.name(font, 'Subtype')
  ).replace(/^[A-Z]{6}\+/, '');

export function fontFile(pdf: Pdf, font: PDFDict): PDFRawStream | undefined {
  const descriptor = descriptorOf(pdf, font);
  return ['FontFile', 'FontFile2', 'FontFile3'].map((key) => pdf.stream(descriptor, key)).find(Boolean);
}

const meanings = new WeakMap<PDFRawStream, ReadonlyMap<number, string>>();

/** Code → text, from /ToUnicode; undefined where there is none. */
export function unicodeOf(pdf: Pdf, font: PDFDict): ReadonlyMap<number, string> | undefined {
  const stream = pdf.stream(font, 'ToUnicode');
  if (!stream) return undefined;
  const before = meanings.get(stream);
  if (before) return before;
  const text = Buffer.from(decodedBytes(stream)).toString('latin1');
  const found = new Map<number, string>();
  meanings.set(stream, found);
  const said = (hex: string): string => {
    const bytes = Buffer.from(hex.length % 4 ? hex.padStart(4, '0') : hex, 'hex');
    return bytes.swap16().toString('utf16le');
  };
  const next = (value: string, by: number): string =>
    value.slice(0, -1) + String.fromCharCode(value.charCodeAt(value.length - 1) + by);
  for (const [, block = ''] of text.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code = '', value = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g))
      if (value !== '') found.set(Number.parseInt(code, 16), said(value));
  for (const [, block = ''] of text.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', value, list] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])/g,
    )) {
      const first = Number.parseInt(from, 16);
      const last = Math.min(Number.parseInt(to, 16), first + 65_535);
      const each = [...(list ?? '').matchAll(/<([0-9A-Fa-f]*)>/g)].map(([, one = '']) => said(one));
      for (let code = first; code <= last; code += 1) {
        const text = value === undefined ? each[code - first] : next(said(value), code - first);
        if (text !== undefined) found.set(code, text);
      }
    }
  }
  return found;
}

const widths = new WeakMap<PDFDict, Map<number, number>>();

/** Width of a code of a composite font, in thousandths. */
export function widthOf(pdf: Pdf, font: PDFDict, code: number): number {
  const inner = innerOf(pdf, font);
  let known = widths.get(inner);
  if (!known) {
    known = new Map();
    const list = pdf.list(inner, 'W').map((one) => pdf.context.lookup(one));
    for (let at = 0; at < list.length;) {
      const [first, second, third] = list.slice(at, at + 3);
      const from = first instanceof PDFNumber ? first.asNumber() : 0;
      if (second instanceof PDFArray) {
        second.asArray().forEach((one, index) => known?.set(from + index, Number(one.toString())));
        at += 2;
      } else {
        const to = second instanceof PDFNumber ? second.asNumber() : from;
        for (let one = from; one <= Math.min(to, from + 65_535); one += 1)
          known.set(one, Number(String(third)));
        at += 3;
      }
    }
    widths.set(inner, known);
  }
  return known.get(code) ?? pdf.number(inner, 'DW') ?? 1000;
}

export interface TrueType {
  /** how many glyphs the file holds */
  readonly glyphs: number;
  glyphOf(code: number): number;
  /** of a glyph, in thousandths; undefined where the file does not tell */
  width(glyph: number): number | undefined;
}
const files = new WeakMap<PDFDict, TrueType | null>();

/** The TrueType file of a composite font; undefined for other kinds. */
export function trueType(pdf: Pdf, font: PDFDict): TrueType | undefined {
  const before = files.get(font);
  if (before !== undefined) return before ?? undefined;
  const made = readTrueType(pdf, font);
  files.set(font, made ?? null);
  return made;
}

function readTrueType(pdf: Pdf, font: PDFDict): TrueType | undefined {
  const stream = pdf.stream(descriptorOf(pdf, font), 'FontFile2');
  if (!stream) return undefined;
  const bytes = Buffer.from(decodedBytes(stream));
  const tables = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((table) => tables.get(table));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined;
  const unit = bytes.readUInt16BE(head + 18);
  const metrics = bytes.readUInt16BE(hhea + 34);
  const map = pdf.stream(innerOf(pdf, font), 'CIDToGIDMap');
  const glyphs = map && Buffer.from(decodedBytes(map));
  return {
    glyphs: bytes.readUInt16BE(maxp + 4),
    glyphOf: (code) => (glyphs ? (code * 2 + 1 < glyphs.length ? glyphs.readUInt16BE(code * 2) : 0) : code),
    width: (glyph) => {
      const at = hmtx + Math.min(glyph, metrics - 1) * 4;
      return at + 2 <= bytes.length ? (bytes.readUInt16BE(at) * 1000) / unit : undefined;
    },
  };
}
