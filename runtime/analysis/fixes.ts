// SPDX-License-Identifier: BSD-3-Clause
// What lint finds, put right in one step where there is only one thing that can be meant.
import type { Finding, Fix } from '../engine/contract.ts';
import { isObject, type Json } from '../engine/pointer.ts';
import { valueAt } from './apply.ts';

/** `at`: the value at a place of the document; `edit`: one edit of it. */
interface Desk {
  at(pointer: string): unknown;
  edit(at: string, now: unknown): Fix['edits'][number];
}

type Repair = (finding: Finding, desk: Desk) => Omit<Fix, 'params'> | undefined;

const above = (at: string): string => at.slice(0, at.lastIndexOf('/'));
const last = (at: string): string => at.slice(at.lastIndexOf('/') + 1);

const remove =
  (code: string): Repair =>
  ({ at }, desk) => ({ code, edits: [desk.edit(at, undefined)] });

/** Takes one entry out of the list that it stands in. */
const unlist =
  (code: string): Repair =>
  ({ at }, desk) => {
    const list = desk.at(above(at));
    if (!Array.isArray(list)) return undefined;
    const left = (list as unknown[]).filter((_, place) => String(place) !== last(at));
    return { code, edits: [desk.edit(above(at), left)] };
  };

/** Bands in order, each ending where the next begins, the last without an end. */
const join: Repair = ({ at }, desk) => {
  const list = desk.at(at);
  if (!Array.isArray(list) || !list.every(isObject)) return undefined;
  const sorted = [...list].sort((a, b) => Number(a['from']) - Number(b['from']));
  if (new Set(sorted.map((band) => band['from'])).size < sorted.length) return undefined;
  const joined = sorted.map((band, place): Json => {
    const { to: _end, ...rest } = band;
    const next = sorted[place + 1];
    return next ? { ...rest, to: next['from'] } : rest;
  });
  return { code: 'fix-join-bands', edits: [desk.edit(at, joined)] };
};

/** One entry per code of lint that has a repair. */
const repairs: { readonly [code: string]: Repair } = {
  'bands-overlap': join,
  'bands-gap': join,
  'band-without-end': join,
  'unused-condition': remove('fix-remove'),
  'unknown-translation': remove('fix-remove'),
  'keyword-not-here': remove('fix-remove'),
  'required-unknown': unlist('fix-remove'),
  'placed-twice': ({ at }, desk) => (/\/row\/\d+$/.test(at) || /\/\d+$/.test(at) ? unlist('fix-remove')({ at } as Finding, desk) : undefined), // prettier-ignore
  'untyped-test': ({ at, params }, desk) => ({
    code: 'fix-type',
    edits: [desk.edit(`${above(at)}/type`, params['type'])],
  }),
  'bounds-crossed': ({ at }, desk) => {
    const other = last(at).replace('min', 'max').replace('Min', 'Max');
    const [low, high] = [desk.at(at), desk.at(`${above(at)}/${other}`)];
    if (typeof low !== 'number' || typeof high !== 'number') return undefined;
    return { code: 'fix-swap', edits: [desk.edit(at, high), desk.edit(`${above(at)}/${other}`, low)] };
  },
  'markup-in-text': ({ at }, desk) => {
    const text = desk.at(at);
    const plain = typeof text === 'string' ? text.replace(/<[^>]*>?/gu, '').trim() : '';
    return plain === '' ? undefined : { code: 'fix-plain-text', edits: [desk.edit(at, plain)] };
  },
};

/** The findings, those with a repair carrying it. */
export function withFixes(findings: readonly Finding[], document: unknown): readonly Finding[] {
  const desk: Desk = {
    at: (pointer) => valueAt(document, pointer),
    edit: (at, now) => {
      const was = valueAt(document, at);
      return { at, ...(was !== undefined && { was }), ...(now !== undefined && { now }) };
    },
  };
  return findings.map((finding) => {
    const fix = finding.fix ? undefined : repairs[finding.code]?.(finding, desk);
    // What is written elsewhere than the finding says cannot be put right there.
    const real = fix?.edits.every((edit) => edit.was !== undefined || edit.at.endsWith('/type'));
    return fix && real ? { ...finding, fix: { ...fix, params: {} } } : finding;
  });
}
