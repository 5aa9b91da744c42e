// SPDX-License-Identifier: AGPL-3.0-or-later
// What the pages paint: read once, the forms within them where they are drawn.
import { PDFDict, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { decoded, operationsOf } from '../content.ts';
import { operations, type Operation } from '../content-stream.ts';
import type { Pdf } from './pdf.ts';

/** A font with the codes that texts write in it. */
export interface FontUse {
  readonly dict: PDFDict;
  readonly page: number;
  readonly codes: Set<number>;
  /** false: only text that is not drawn */
  drawn: boolean;
  /** bytes of a code */
  readonly width: 1 | 2;
}

/** A piece of marked content with a number. `stream`: the page or the form that it stands in. */
export interface Mark {
  readonly page: number;
  readonly stream: PDFDict;
  readonly mcid: number;
  readonly tag: string;
  /** codes in the order of writing, with their fonts */
  readonly runs: (readonly [FontUse, number])[];
}

export interface Content {
  readonly fonts: ReadonlyMap<PDFDict, FontUse>;
  readonly marks: readonly Mark[];
  /** operator, page: painted outside every mark */
  readonly loose: readonly { readonly page: number; readonly op: string }[];
  readonly artifactInTagged: readonly number[];
  readonly taggedInArtifact: readonly number[];
  readonly unbalanced: readonly { readonly page: number; readonly what: string }[];
  readonly operators: readonly { readonly page: number; readonly op: string }[];
  /** resource that an operator names and nobody defines */
  readonly unnamed: readonly { readonly page: number; readonly what: string }[];
  readonly unreadable: readonly { readonly page: number; readonly what: string }[];
  /** families of colour that are painted: RGB, Gray, CMYK */
  readonly colours: ReadonlyMap<string, number>;
  /** deepest nesting of q, by page */
  readonly deepest: ReadonlyMap<number, number>;
  readonly intents: ReadonlyMap<string, number>;
  /** graphics states, images and forms in use */
  readonly states: ReadonlyMap<PDFDict, number>;
  readonly xobjects: ReadonlyMap<PDFDict, number>;
  readonly patterns: ReadonlyMap<PDFDict, number>;
  /** forms with numbered marks, with how often they are drawn */
  readonly markedForms: ReadonlyMap<PDFDict, number>;
  readonly literals: readonly { readonly page: number; readonly what: string }[];
}

const paints = new Set(['Tj', 'TJ', "'", '"', 'Do', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh']);
const known = new Set(
  (
    'b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l M m MP n q Q re RG rg ri ' +
    's S sc SC scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y '
  ).split(' '),
);
const colourOf: { readonly [op: string]: string } = {
  rg: 'RGB',
  RG: 'RGB',
  g: 'Gray',
  G: 'Gray',
  k: 'CMYK',
  K: 'CMYK',
};
const category: { readonly [op: string]: string } = {
  gs: 'ExtGState',
  Tf: 'Font',
  Do: 'XObject',
  sh: 'Shading',
  scn: 'Pattern',
  SCN: 'Pattern',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
};
type Cover = 'none' | 'tagged' | 'artifact';

export function readContent(pdf: Pdf): Content {
  const fonts = new Map<PDFDict, FontUse>();
  const found = {
    fonts,
    marks: [] as Mark[],
    loose: [] as { page: number; op: string }[],
    artifactInTagged: [] as number[],
    taggedInArtifact: [] as number[],
    unbalanced: [] as { page: number; what: string }[],
    operators: [] as { page: number; op: string }[],
    unnamed: [] as { page: number; what: string }[],
    unreadable: [] as { page: number; what: string }[],
    colours: new Map<string, number>(),
    deepest: new Map<number, number>(),
    intents: new Map<string, number>(),
    states: new Map<PDFDict, number>(),
    xobjects: new Map<PDFDict, number>(),
    patterns: new Map<PDFDict, number>(),
    markedForms: new Map<PDFDict, number>(),
    literals: [] as { page: number; what: string }[],
  };
  const read = (streams: readonly PDFRawStream[], page: number): readonly Operation[] => {
    const [first] = streams;
    try {
      return streams.length === 1 && first
        ? operationsOf(first)
        : operations(streams.map(decoded).join('\n'));
    } catch (error) {
      found.unreadable.push({ page, what: error instanceof Error ? error.message : String(error) });
      return [];
    }
  };

  const run = (
    list: readonly Operation[],
    resources: PDFDict | undefined,
    owner: PDFDict,
    page: number,
    around: Cover,
    forms: readonly PDFDict[],
  ): void => {
    const covers: Cover[] = [around];
    const open: (Mark | undefined)[] = [];
    type Pen = { readonly font: FontUse | undefined; readonly hidden: boolean };
    let pen: Pen = { font: undefined, hidden: false };
    const kept: Pen[] = [];
    const resource = (op: string, name: string): PDFObject | undefined => {
      const value = pdf.look(pdf.dict(resources, category[op] ?? ''), name.slice(1));
      if (value === undefined) found.unnamed.push({ page, what: `${name} ${op}` });
      return value;
    };
    for (const { op, args } of list) {
      const cover = covers.at(-1) ?? 'none';
      const last = args.at(-1) ?? '';
      if (!known.has(op) && op !== "'" && op !== '"') found.operators.push({ page, op });
      for (const arg of args) {
        if (arg.length < 11) continue;
        if (arg.length > 32_767) found.literals.push({ page, what: `${op}: text too long` });
        if (/^[+-]?\d{11}/.test(arg)) found.literals.push({ page, what: `${op} ${arg}` });
      }
      const colour = colourOf[op];
      if (colour && !found.colours.has(colour)) found.colours.set(colour, page);
      if (op === 'BDC' || op === 'BMC') {
        const artifact = args[0] === '/Artifact';
        const mcid = /\/MCID\s*(\d+)/.exec(propertiesOf(pdf, resources, args[1]))?.[1];
        if (artifact && cover === 'tagged') found.artifactInTagged.push(page);
        let mark: Mark | undefined;
        if (mcid !== undefined) {
          if (cover === 'artifact') found.taggedInArtifact.push(page);
          mark = { page, stream: owner, mcid: Number(mcid), tag: (args[0] ?? '').slice(1), runs: [] };
          found.marks.push(mark);
        }
        open.push(mark ?? open.at(-1));
        covers.push(artifact ? 'artifact' : mcid === undefined ? cover : 'tagged');
      } else if (op === 'EMC') {
        open.pop();
        if (covers.length > 1) covers.pop();
        else found.unbalanced.push({ page, what: 'EMC without BMC' });
      } else if (op === 'q') {
        kept.push(pen);
        found.deepest.set(page, Math.max(found.deepest.get(page) ?? 0, kept.length));
      } else if (op === 'Q') {
        const before = kept.pop();
        if (before) pen = before;
        else found.unbalanced.push({ page, what: 'Q without q' });
      } else if (op === 'Tr') pen = { ...pen, hidden: last === '3' };
      else if (op === 'Tf') {
        const dict = resource(op, args[0] ?? '');
        if (dict instanceof PDFDict) {
          const use = fonts.get(dict) ?? newUse(pdf, dict, page);
          fonts.set(dict, use);
          pen = { ...pen, font: use };
        }
      } else if (op === 'ri') found.intents.set(last.slice(1), page);
      else if (op === 'gs') {
        const state = pdf.asDict(resource(op, last));
        if (state) found.states.set(state, page);
      } else if (op === 'cs' || op === 'CS') {
        const device = /^\/Device(Gray|RGB|CMYK)$/.exec(last)?.[1];
        if (device !== undefined) found.colours.set(device, page);
        else if (last !== '/Pattern') resource(op, last);
      } else if ((op === 'scn' || op === 'SCN') && last.startsWith('/')) {
        const pattern = resource(op, last);
        const dict = pdf.asDict(pattern);
        if (dict && !found.patterns.has(dict)) {
          found.patterns.set(dict, page);
          // What a pattern paints is covered by what is painted with it.
          if (pattern instanceof PDFRawStream)
            run(read([pattern], page), pdf.dict(dict, 'Resources'), dict, page, 'artifact', forms);
        }
      } else if (op === 'sh') resource(op, last);
      if (op === 'Tj' || op === 'TJ' || op === "'" || op === '"') {
        const font = pen.font;
        if (font) {
          if (!pen.hidden) font.drawn = true;
          const runs = open.at(-1)?.runs;
          for (const code of codesIn(op === 'TJ' ? (args[0] ?? '') : last, font.width)) {
            font.codes.add(code);
            runs?.push([font, code]);
          }
        }
      }
      if (op === 'Do') {
        const object = resource(op, last);
        if (object instanceof PDFRawStream) {
          const { dict } = object;
          found.xobjects.set(dict, page);
          const isForm = pdf.name(dict, 'Subtype') === 'Form';
          if (isForm && !forms.includes(dict)) {
            const inner = read([object], page);
            const before = found.marks.length;
            run(inner, pdf.dict(dict, 'Resources') ?? resources, dict, page, cover, [...forms, dict]);
            if (found.marks.slice(before).some((mark) => mark.stream === dict))
              found.markedForms.set(dict, (found.markedForms.get(dict) ?? 0) + 1);
            continue;
          }
        }
      }
      if (cover === 'none' && paints.has(op)) found.loose.push({ page, op });
    }
    if (covers.length > 1) found.unbalanced.push({ page, what: 'BMC without EMC' });
    if (kept.length > 0) found.unbalanced.push({ page, what: 'q without Q' });
  };

  pdf.pages.forEach((page, index) => {
    const streams = pdf
      .list(page, 'Contents')
      .map((one) => pdf.context.lookup(one))
      .filter((one) => one instanceof PDFRawStream);
    run(read(streams, index + 1), inherited(pdf, page, 'Resources'), page, index + 1, 'none', []);
  });
  for (const { dict, page } of pdf.annotations) {
    const shown = pdf.stream(pdf.dict(dict, 'AP'), 'N');
    if (shown)
      run(read([shown], page), pdf.dict(shown.dict, 'Resources'), shown.dict, page, 'tagged', [shown.dict]);
  }
  return found;
}

/** A page's own entry, or that of the pages above it. */
export function inherited(pdf: Pdf, page: PDFDict, key: string): PDFDict | undefined {
  for (let node: PDFDict | undefined = page, steps = 0; node && steps < 32; steps += 1) {
    const own = pdf.dict(node, key);
    if (own) return own;
    node = pdf.dict(node, 'Parent');
  }
  return undefined;
}

/** The property list of a mark: written in place, or named in the resources. */
function propertiesOf(pdf: Pdf, resources: PDFDict | undefined, arg = ''): string {
  if (!arg.startsWith('/')) return arg;
  return pdf.dict(pdf.dict(resources, 'Properties'), arg.slice(1))?.toString() ?? '';
}

const newUse = (pdf: Pdf, dict: PDFDict, page: number): FontUse => ({
  dict,
  page,
  codes: new Set<number>(),
  drawn: false,
  width: pdf.name(dict, 'Subtype') === 'Type0' ? 2 : 1,
});

/** Codes of the texts of an operand, each of so many bytes. */
function codesIn(arg: string, width: 1 | 2): number[] {
  // One letter of two bytes is what Chromium writes nearly always.
  if (width === 2 && arg.length === 6 && arg.startsWith('<')) return [Number.parseInt(arg.slice(1, 5), 16)];
  const found: number[] = [];
  for (const bytes of textsIn(arg))
    for (let at = 0; at + width <= bytes.length; at += width)
      found.push(width === 2 ? bytes.readUInt16BE(at) : (bytes[at] ?? 0));
  return found;
}

const escapes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Bytes of the texts of an operand. */
function textsIn(arg: string): Buffer[] {
  if (/^<[0-9A-Fa-f]*>$/.test(arg)) return [Buffer.from(arg.slice(1, -1), 'hex')];
  const found: Buffer[] = [];
  for (const [, hex, plain] of arg.matchAll(/<([0-9A-Fa-f]*)>|\(((?:[^\\()]|\\[^])*)\)/g)) {
    if (hex !== undefined) found.push(Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex'));
    else
      found.push(
        Buffer.from(
          (plain ?? '').replace(/\\([0-7]{1,3}|[^])/g, (_all, code: string) =>
            /^[0-7]/.test(code)
              ? String.fromCharCode(Number.parseInt(code, 8) & 255)
              : (escapes[code] ?? code),
          ),
          'latin1',
        ),
      );
  }
  return found;
}
