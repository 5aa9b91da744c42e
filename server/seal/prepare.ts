// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in two halves: prepare a file with a hole and what is to be signed; later fill the hole.
import type { Problem } from '../../runtime/problem.ts';
import { increment, tail } from '../pdf/increment.ts';
import { pdfDate } from '../pdf/metadata.ts';
import { isStream, text, write, type Value } from '../pdf/objects.ts';
import { Revisions, type State } from '../pdf/revisions.ts';
import type { Outcome } from '../storage/contract.ts';
import { hash, type Digest } from './algorithms.ts';
import { mannerOf, signedAttributes, signedData } from './cms.ts';
import { placed } from './signature-field.ts';

/** What a signature says of itself in the file. */
export interface SealFacts {
  /** why, e.g. "Sigillo di integrità del documento VP-2026-00001" */
  readonly reason: string;
  readonly place: string;
  /** RFC 3339 */
  readonly time: string;
  /** of the organisation or person */
  readonly name: string;
}

export interface Signing {
  /** an unsigned field that the template placed, else the name of a new, invisible one */
  readonly field: string;
  readonly facts: SealFacts;
  /** 1: nothing may follow but proofs of time; 2: signatures may follow. Only a first signature certifies */
  readonly certify?: 1 | 2;
  /** false: no token will come, no room is left for one */
  readonly stamped?: false;
}

/** A file that waits for its signature. Plain data: it can be kept and taken up again. */
export interface Prepared {
  readonly file: Uint8Array;
  /** offset of `<`, and the one behind `>` */
  readonly hole: readonly [number, number];
  /** of the file around the hole */
  readonly digest: Uint8Array;
  readonly certificate: Uint8Array;
  readonly issuers: readonly Uint8Array[];
  /** what the signer signs: the DER of the signed attributes */
  readonly attributes: Uint8Array;
}

const digits = 10;

export function problem(code: string, params: Problem['params'] = {}) {
  return { ok: false, problem: { code, at: '', params, level: 'error' } } as const;
}

function bytesOf(value: Value): Buffer {
  if (!isStream(value)) return Buffer.from(write(value), 'latin1');
  const head = Buffer.from(`${write(value.dict)}\nstream\n`, 'latin1');
  return Buffer.concat([head, value.data, Buffer.from('\nendstream', 'latin1')]);
}

/** A file whose newest increment has a hole for a message of at most `room` bytes. */
export function withHole(
  pdf: Uint8Array,
  made: (state: State, signature: number, free: number) => Map<number, Value> | undefined,
  entries: string,
  room: number,
): Outcome<Pick<Prepared, 'file' | 'hole'>> {
  const end = tail(pdf);
  let state: State;
  try {
    state = new Revisions(pdf).state();
  } catch {
    return problem('not-our-file');
  }
  if (!end) return problem('not-our-file');
  const objects = made(state, end.size, end.size + 1);
  if (!objects) return problem('field-signed');
  const blank = ' '.repeat(digits);
  const signature = `<<${entries}/ByteRange[0 ${blank} ${blank} ${blank}]/Contents<${'0'.repeat(room * 2)}>>>`;
  const bytes = new Map([...objects].map(([number, value]) => [number, bytesOf(value)] as const));
  bytes.set(end.size, Buffer.from(signature, 'latin1'));
  const file = increment(pdf, trailerIn(state), end, bytes);
  const start = file.indexOf('/Contents<', pdf.length, 'latin1') + '/Contents'.length;
  const after = start + 2 + room * 2;
  const range = [start, after, file.length - after].map((one) => String(one).padStart(digits, ' ')).join(' ');
  file.write(range, file.indexOf('/ByteRange[0 ', pdf.length, 'latin1') + '/ByteRange[0 '.length, 'latin1');
  return { ok: true, value: { file, hole: [start, after] } };
}

export function trailerIn(state: State): {
  readonly Root: string;
  readonly Info: string;
  readonly ID: string;
} {
  const said = (key: string): string => {
    const value = state.trailer.get(key);
    return value === undefined ? '' : write(value);
  };
  return { Root: said('Root'), Info: said('Info'), ID: said('ID') };
}

export function digestAround(
  digest: Digest,
  file: Uint8Array,
  [start, after]: readonly [number, number],
): Buffer {
  return hash(digest, file.subarray(0, start), file.subarray(after));
}

/** Puts a message into the hole. */
export function filled(prepared: Pick<Prepared, 'file' | 'hole'>, message: Uint8Array): Outcome<Buffer> {
  const [start, after] = prepared.hole;
  if (message.length * 2 > after - start - 2) return problem('seal-too-large');
  const file = Buffer.from(prepared.file);
  file.write(Buffer.from(message).toString('hex'), start + 1, 'latin1');
  return { ok: true, value: file };
}

/** Bytes that a time-stamp token with its authority's certificates may take. */
const tokenRoom = 8192;

/** First half: the file with its hole, and the attributes that the holder of the certificate has to sign. */
export function prepare(
  pdf: Uint8Array,
  signing: Signing,
  certificate: Uint8Array,
  issuers: readonly Uint8Array[],
): Outcome<Prepared> {
  const manner = mannerOf(certificate);
  if (!manner) return problem('key-unfit');
  const { facts, certify } = signing;
  const size = [certificate, ...issuers].reduce((sum, one) => sum + one.length, 0);
  const room = Math.ceil((size + 1024 + (signing.stamped === false ? 0 : tokenRoom)) / 512) * 512;
  const said = (words: string): string => write(text(words));
  const reference = certify
    ? `/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P ${certify}/V/1.2>>>>]`
    : '';
  const entries =
    `/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(${pdfDate(new Date(facts.time))})` +
    `/Name${said(facts.name)}/Location${said(facts.place)}/Reason${said(facts.reason)}${reference}`;
  const made = withHole(
    pdf,
    (state, signature, free) =>
      placed(state, {
        field: signing.field,
        tooltip: facts.reason,
        signature,
        free,
        ...(certify ? { certify } : {}),
      }),
    entries,
    room,
  );
  if (!made.ok) return made;
  const digest = digestAround(manner.digest, made.value.file, made.value.hole);
  const attributes = signedAttributes(digest, certificate);
  return { ok: true, value: { ...made.value, digest, certificate, issuers, attributes } };
}

/** Second half: the message made of the signature, and of a token over it where there is one. */
export function complete(prepared: Prepared, signature: Uint8Array, token?: Uint8Array): Outcome<Buffer> {
  const { certificate, issuers, digest } = prepared;
  const manner = mannerOf(certificate);
  if (!manner) return problem('key-unfit');
  return filled(
    prepared,
    signedData({ digest, manner, certificate, issuers, signature, ...(token ? { token } : {}) }),
  );
}
