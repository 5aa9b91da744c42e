// SPDX-License-Identifier: AGPL-3.0-or-later
// Figures of the structure: those that only frame others, and where on its page each stands.
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { operationsOf } from './content.ts';
import type { Operation } from './content-stream.ts';
import { elements } from './structure.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** left, bottom, right, top, in points */
type Box = [number, number, number, number];
type Matrix = readonly [number, number, number, number, number, number];
const still: Matrix = [1, 0, 0, 1, 0, 0];
const draws = new Set(['m', 'l', 'c', 'v', 'y']);
const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh']);

function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function widen(
  box: Box | undefined,
  [a, b, c, d, e, f]: Matrix,
  points: readonly (readonly [number, number])[],
): Box {
  const found: Box = box ?? [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    const [px, py] = [a * x + c * y + e, b * x + d * y + f];
    found[0] = Math.min(found[0], px);
    found[1] = Math.min(found[1], py);
    found[2] = Math.max(found[2], px);
    found[3] = Math.max(found[3], py);
  }
  return found;
}

/** Number of marked content → the box that its paths, images and first letters fill. */
function extents(list: readonly Operation[]): Map<number, Box> {
  const found = new Map<number, Box>();
  const marks: (number | undefined)[] = [];
  const kept: Matrix[] = [];
  let matrix = still;
  let line = still;
  let path: [number, number][] = [];
  for (const { op, args } of list) {
    const add = (at: Matrix, points: readonly (readonly [number, number])[]): void => {
      const mark = marks.findLast((one) => one !== undefined);
      if (mark !== undefined) found.set(mark, widen(found.get(mark), at, points));
    };
    if (op === 'BDC' || op === 'BMC') {
      const said = /\/MCID\s*(\d+)/.exec(args[1] ?? '')?.[1];
      marks.push(said === undefined ? undefined : Number(said));
    } else if (op === 'EMC') marks.pop();
    else if (op === 'q') kept.push(matrix);
    else if (op === 'Q') matrix = kept.pop() ?? still;
    else if (op === 'cm') matrix = times(args.map(Number) as unknown as Matrix, matrix);
    else if (op === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = args.map(Number);
      path.push([x, y], [x + width, y], [x, y + height], [x + width, y + height]);
    } else if (draws.has(op)) {
      const numbers = args.map(Number);
      for (let at = 0; at + 1 < numbers.length; at += 2) path.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
    } else if (op === 'n') path = [];
    else if (paints.has(op)) {
      add(matrix, path);
      path = [];
    } else if (op === 'Do')
      add(matrix, [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ]);
    else if (op === 'Tm') line = args.map(Number) as unknown as Matrix;
    else if (op === 'Tj' || op === 'TJ') add(times(line, matrix), [[0, 0]]);
  }
  return found;
}

/** Marks of an element itself, on its page. */
function held(element: PDFDict): number[] {
  const kids = element.lookup(key('K'));
  return (kids instanceof PDFArray ? kids.asArray() : [kids]).flatMap((one) =>
    one instanceof PDFNumber ? [one.asNumber()] : [],
  );
}

/** A figure around a picture and its caption is only a frame: what has a description is the picture. */
export function openFrames(document: PDFDocument): void {
  for (const element of elements(document)) {
    if (element.get(key('S')) !== key('Figure') || element.get(key('Alt')) !== undefined) continue;
    const kids = element.lookup(key('K'));
    const list = (kids instanceof PDFArray ? kids.asArray() : [kids]).map((one) =>
      document.context.lookup(one),
    );
    const isFrame = list.some((one) => one instanceof PDFDict && one.get(key('S')) !== undefined);
    if (isFrame && held(element).length === 0) element.set(key('S'), key('Div'));
  }
}

/** Says of each figure where on its page it stands. */
export function placeFigures(document: PDFDocument): void {
  const known = new Map<PDFDict, Map<number, Box>>();
  for (const element of elements(document)) {
    if (element.get(key('S')) !== key('Figure') || element.lookup(key('K')) === undefined) continue;
    const page = element.lookupMaybe(key('Pg'), PDFDict);
    if (!page) continue;
    const contents = page.lookup(key('Contents'));
    const boxes = known.get(page) ?? extents(contents instanceof PDFRawStream ? operationsOf(contents) : []);
    known.set(page, boxes);
    const sheet =
      page
        .lookupMaybe(key('MediaBox'), PDFArray)
        ?.asArray()
        .map((one) => Number(one.toString())) ?? [];
    const [left = 0, bottom = 0, right = 595, top = 842] = sheet;
    const all = held(element).flatMap((mark) => boxes.get(mark) ?? []);
    const sides = (at: number): number[] => all.filter((_one, index) => index % 4 === at);
    const box =
      all.length === 0
        ? [left, bottom, right, top]
        : [
            Math.max(left, Math.min(...sides(0))),
            Math.max(bottom, Math.min(...sides(1))),
            Math.min(right, Math.max(...sides(2))),
            Math.min(top, Math.max(...sides(3))),
          ];
    const layout = document.context.obj({ O: 'Layout', BBox: box.map((one) => Math.round(one * 100) / 100) });
    const before = element.lookup(key('A'));
    const attributes =
      before instanceof PDFArray ? before.asArray() : before ? [element.get(key('A')) as PDFDict] : [];
    element.set(key('A'), attributes.length > 0 ? document.context.obj([...attributes, layout]) : layout);
  }
}
