// SPDX-License-Identifier: AGPL-3.0-or-later
import { element } from '../seal/der.ts';
import { isDict, isList, isName, isRef, isText, sayText, type Value } from '../pdf/objects.ts';
import type { Revisions } from '../pdf/revisions.ts';
import { signatureFields } from '../seal/signature-field.ts';

/** A signature as it stands in a file; what it says is not yet believed. */
export interface SignatureInFile {
  readonly field: string;
  /** which revision it closes, from 0 */
  readonly revision: number;
  readonly dictionary: ReadonlyMap<string, Value>;
  /** the message without its padding, and the file around the hole */
  readonly message: Uint8Array;
  readonly around: readonly [Uint8Array, Uint8Array];
  /** is the padding nothing but zeros, the message written in one case? */
  readonly padding: boolean;
  /** is the message written in small letters, as ours are? */
  readonly small: boolean;
  /** 1 or 2 when it certifies */
  readonly certifies: number | undefined;
  /** what it says of its time; undefined when it says none */
  readonly at: Date | undefined;
}

export type Found =
  | { readonly ok: true; readonly signatures: readonly SignatureInFile[] }
  | { readonly ok: false; readonly code: string };

const broken = (code: string): Found => ({ ok: false, code });

/**
 * The signatures of a file, oldest first. Each must lie whole in one revision and cover the file from its first
 * byte to the end of that revision, with one hole that holds nothing but its message.
 */
export function readSignatures(file: Revisions): Found {
  const state = file.state();
  const found: SignatureInFile[] = [];
  for (const { name, value } of signatureFields(state)) {
    if (value === undefined) continue;
    const dictionary = state.dict(value)?.entries;
    if (!isRef(value) || !dictionary) return broken('seal-damaged');
    const homes = file.list.flatMap(({ entries }, index) => {
      const place = entries.get(value.number);
      return place === undefined ? [] : [{ place, index }];
    });
    const [home] = homes;
    if (homes.length !== 1 || !home || home.place === 'free' || !('at' in home.place))
      return broken('seal-damaged');
    const range = dictionary.get('ByteRange');
    if (!isList(range) || range.length !== 4 || range[0] !== 0) return broken('seal-range');
    const [, hole, after, rest] = range as readonly unknown[];
    if (typeof hole !== 'number' || typeof after !== 'number' || typeof rest !== 'number')
      return broken('seal-range');
    const { start, end } = file.list[home.index] as { readonly start: number; readonly end: number };
    // A revision ends behind its last line; a signer may not have counted the end of that line.
    const tail = file.bytes.toString('latin1', after + rest, end);
    if (hole < start || hole < home.place.at || after <= hole || after + rest > end)
      return broken('seal-range');
    if (!/^[\r\n]{0,2}$/.test(tail)) return broken('seal-range');
    const contents = dictionary.get('Contents');
    const written = file.bytes.toString('latin1', hole, after);
    if (
      !isText(contents) ||
      !/\/Contents\s*$/.test(file.bytes.toString('latin1', Math.max(home.place.at, hole - 16), hole))
    )
      return broken('seal-range');
    if (
      !/^<[0-9a-fA-F]*>$/.test(written) ||
      written.slice(1, -1).toLowerCase() !== contents.bytes.toString('hex')
    )
      return broken('seal-damaged');
    let length: number;
    try {
      length = element(contents.bytes, 0).end;
    } catch {
      return broken('seal-damaged');
    }
    found.push({
      field: name,
      revision: home.index,
      dictionary,
      message: contents.bytes.subarray(0, length),
      around: [file.bytes.subarray(0, hole), file.bytes.subarray(after, after + rest)],
      padding: contents.bytes.subarray(length).every((byte) => byte === 0) && isOneCase(written),
      small: !/[A-F]/.test(written),
      certifies: certification(dictionary),
      at: timeOf(dictionary),
    });
  }
  const ordered = found.toSorted((a, b) => a.revision - b.revision);
  const twice = ordered.some((one, at) => at > 0 && ordered[at - 1]?.revision === one.revision);
  return twice ? broken('seal-repeated') : { ok: true, signatures: ordered };
}

/** Other programs write capitals; a mixture is nobody's. */
const isOneCase = (hex: string): boolean => !/[a-f]/.test(hex) || !/[A-F]/.test(hex);

export function subFilter(dictionary: ReadonlyMap<string, Value>): string {
  const value = dictionary.get('SubFilter');
  return isName(value) ? value.name : '';
}

function certification(dictionary: ReadonlyMap<string, Value>): number | undefined {
  const references = dictionary.get('Reference');
  for (const one of isList(references) ? references : []) {
    const method = isDict(one) ? one.entries.get('TransformMethod') : undefined;
    if (!isDict(one) || !isName(method) || method.name !== 'DocMDP') continue;
    const given = one.entries.get('TransformParams');
    const level = isDict(given) ? given.entries.get('P') : undefined;
    return typeof level === 'number' ? level : 2;
  }
  return undefined;
}

/** D:YYYYMMDDHHmmSS with Z, nothing, or the distance from UTC. */
function timeOf(dictionary: ReadonlyMap<string, Value>): Date | undefined {
  const said = sayText(dictionary.get('M'));
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'?00'?)?|([+-])(\d\d)'?(\d\d)'?)?$/.exec(
    said,
  );
  if (!found) return undefined;
  const [
    ,
    y = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second = '',
    sign,
    hours = '',
    minutes = '',
  ] = found;
  const at = new Date(
    `${y}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${hours}:${minutes}` : 'Z'}`,
  );
  return Number.isNaN(at.valueOf()) ? undefined : at;
}
