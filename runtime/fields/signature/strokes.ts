// SPDX-License-Identifier: BSD-3-Clause
// A drawn signature: lines of whole points in a box of 1000 by 300. Only the line is kept, no pressure and no timing.

export type Point = readonly number[];
export type Strokes = readonly (readonly Point[])[];

/** most lines, and most points of one line */
export const STROKES = 40;
export const POINTS = 400;
export const BOX = { width: 1000, height: 300 } as const;

/** The lines as an SVG path; a dot is a line of no length, which round ends make visible. */
export const strokesPath = (strokes: Strokes): string =>
  strokes
    .map(([first, ...rest]) =>
      first === undefined
        ? ''
        : `M${first[0]} ${first[1]}${rest.length > 0 ? rest.map(([x, y]) => `L${x} ${y}`).join('') : 'l0 0'}`,
    )
    .join('');
