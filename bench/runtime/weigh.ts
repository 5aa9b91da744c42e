// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page with a published form downloads before anybody turns to it, two idle seconds included.
import { readFile } from 'node:fs/promises';
import type { Definition } from '../../schemas/types.ts';
import type { Row } from '../row.ts';
import { fetched } from './fetched.ts';
import type { Bench } from './serve.ts';
import { sixty } from './sixty.ts';

const REAL = 'schemas/national/adi/definitions/adi-domanda.json';
const kilobytes = (bytes: number): number => Number((bytes / 1024).toFixed(1));

/** Bytes after gzip, as a browser fetches them. */
export async function weigh({ browser }: Bench): Promise<Row[]> {
  const form = await fetched(browser, await sixty());
  const real = await fetched(browser, JSON.parse(await readFile(REAL, 'utf8')) as Definition);
  const runtime = [...form.files.keys()].filter((path) => path.startsWith('/embed/runtime/')).length;
  return [
    {
      what: `page before first keystroke: runtime and a form of 60 fields and 12 conditions (${form.files.size} files)`,
      value: kilobytes(form.all),
      unit: 'KB gzip',
      must: '≤ 35',
    },
    {
      what: `page before first keystroke: the request for ADI, with rows and formulas (${real.files.size} files)`,
      value: kilobytes(real.all),
      unit: 'KB gzip',
    },
    {
      what: `runtime: Lit, engine, elements, inputs, style (${runtime} files)`,
      value: kilobytes(form.runtime),
      unit: 'KB gzip',
      must: '≤ 25',
    },
    {
      what: 'module of a form of 60 fields and 12 conditions',
      value: kilobytes(form.module),
      unit: 'KB gzip',
      must: '≤ 6',
    },
  ];
}
