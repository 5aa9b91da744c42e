// SPDX-License-Identifier: AGPL-3.0-or-later
// What is needed to check a file when its authorities are gone (B-LT): certificates and answers on revocation,
// kept in the file itself (DSS), as one increment.
import { increment, tail } from '../pdf/increment.ts';
import { dict, isStream, ref, write, type Value } from '../pdf/objects.ts';
import { Revisions, type State } from '../pdf/revisions.ts';
import type { Outcome } from '../storage/contract.ts';
import { issued, pathTo } from './chain.ts';
import { readCertificate, type Certificate } from './x509.ts';
import { problem, trailerIn } from './prepare.ts';
import { reach, type Reach } from './reach.ts';
import { crlSays, derOf, ocspRequest, ocspSays, type Standing } from './revocation.ts';

export interface Evidence {
  readonly certificates: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

const keys = { certificates: 'Certs', ocsps: 'OCSPs', crls: 'CRLs' } as const;
type Kind = keyof typeof keys;
const kinds = Object.keys(keys) as Kind[];

/** The evidence that a file carries. */
export function evidenceIn(state: State): Evidence {
  const held = state.dict(state.root.entries.get('DSS'));
  const read = (kind: Kind): Uint8Array[] =>
    state.list(held?.entries.get(keys[kind])).flatMap((one) => {
      const stream = state.resolve(one);
      return isStream(stream) && !stream.dict.entries.has('Filter') ? [stream.data] : [];
    });
  // What is no certificate leads nowhere: it is left out here, and seen where every byte counts.
  const certificates = read('certificates').filter((one) => {
    try {
      return readCertificate(one) !== undefined;
    } catch {
      return false;
    }
  });
  return { certificates, ocsps: read('ocsps'), crls: read('crls') };
}

/** What the evidence says of a certificate of this issuer at a time. */
export function standing(evidence: Evidence, one: Certificate, issuer: Certificate, at: Date): Standing {
  const said = [
    ...evidence.ocsps.map((answer) => () => ocspSays(answer, one, issuer, at)),
    ...evidence.crls.map((list) => () => crlSays(list, one, issuer, at)),
  ].map((ask): Standing => {
    try {
      return ask();
    } catch {
      return 'unknown';
    }
  });
  return said.includes('revoked') ? 'revoked' : said.includes('good') ? 'good' : 'unknown';
}

/** Does each piece of evidence prove something? What nobody has signed yet must be somebody's word, byte for byte. */
export function isSound(evidence: Evidence, anchors: readonly Uint8Array[]): boolean {
  try {
    const all = evidence.certificates.map(readCertificate);
    const stands = ({ der, from }: Certificate): boolean =>
      pathTo(der, evidence.certificates, anchors, from, 'any').ok;
    if (!all.every(stands)) return false;
    const pairs = all.flatMap((one) =>
      all.filter((issuer) => issued(issuer, one)).map((issuer) => [one, issuer] as const),
    );
    const speaks = (only: Partial<Evidence>): boolean =>
      pairs.some(
        ([one, issuer]) =>
          standing({ certificates: [], ocsps: [], crls: [], ...only }, one, issuer, one.from) !== 'unknown',
      );
    return (
      evidence.ocsps.every((answer) => speaks({ ocsps: [answer] })) &&
      evidence.crls.every((list) => speaks({ crls: [list] }))
    );
  } catch {
    return false;
  }
}

/** Asks the authorities of each path (certificate, issuers, anchor) for their word; an anchor answers for itself. */
export async function gather(
  paths: readonly (readonly Certificate[])[],
  at: Date,
  ask: Reach = reach,
): Promise<Outcome<Evidence>> {
  const found = new Map<string, { readonly kind: Kind; readonly bytes: Uint8Array }>();
  const keep = (kind: Kind, bytes: Uint8Array): void =>
    void found.set(`${kind} ${Buffer.from(bytes).toString('base64')}`, { kind, bytes });
  for (const path of paths)
    for (const [index, one] of path.entries()) {
      keep('certificates', one.der);
      const issuer = path[index + 1];
      if (!issuer) continue;
      const known = standing(evidenceOf(found), one, issuer, at);
      const word = known === 'good' ? undefined : await wordOf(one, issuer, at, ask);
      if (known === 'revoked' || word === 'revoked')
        return problem('certificate-revoked', { name: one.name });
      if (word === 'unknown') return problem('evidence-unreachable', { name: one.name });
      if (word) keep(word.kind, word.bytes);
    }
  return { ok: true, value: evidenceOf(found) };
}

function evidenceOf(
  found: ReadonlyMap<string, { readonly kind: Kind; readonly bytes: Uint8Array }>,
): Evidence {
  const of = (kind: Kind): Uint8Array[] =>
    [...found.values()].filter((one) => one.kind === kind).map(({ bytes }) => bytes);
  return { certificates: of('certificates'), ocsps: of('ocsps'), crls: of('crls') };
}

async function wordOf(one: Certificate, issuer: Certificate, at: Date, ask: Reach) {
  const tries: readonly { readonly kind: 'ocsps' | 'crls'; readonly address: string }[] = [
    ...one.ocsp.map((address) => ({ kind: 'ocsps', address }) as const),
    ...one.crl.map((address) => ({ kind: 'crls', address }) as const),
  ];
  for (const { kind, address } of tries) {
    const answer =
      kind === 'ocsps'
        ? await ask(address, 'application/ocsp-request', ocspRequest(one, issuer))
        : await ask(address);
    if (!answer.ok) continue;
    const bytes = derOf(answer.value);
    try {
      const said = (kind === 'ocsps' ? ocspSays : crlSays)(bytes, one, issuer, at);
      if (said === 'revoked') return 'revoked';
      if (said === 'good') return { kind, bytes };
    } catch {
      // An answer that cannot be read is none.
    }
  }
  return 'unknown';
}

/** The file with the evidence added to what it carries already; every byte follows from file and evidence. */
export function withEvidence(pdf: Uint8Array, evidence: Evidence): Outcome<Buffer> {
  const end = tail(pdf);
  if (!end) return problem('not-our-file');
  const state = new Revisions(pdf).state();
  const rootRef = state.trailer.get('Root');
  const held = state.dict(state.root.entries.get('DSS'));
  const before = evidenceIn(state);
  const objects = new Map<number, Buffer>();
  const lists: { [key: string]: Value } = {};
  let next = end.size + 1;
  for (const kind of kinds) {
    const known = new Set(before[kind].map((one) => Buffer.from(one).toString('base64')));
    const refs: Value[] = [...state.list(held?.entries.get(keys[kind]))];
    for (const bytes of evidence[kind]) {
      if (known.has(Buffer.from(bytes).toString('base64'))) continue;
      refs.push(ref(next));
      objects.set(next, stream(bytes));
      next += 1;
    }
    if (refs.length > 0) lists[keys[kind]] = refs;
  }
  objects.set(end.size, Buffer.from(write(dict(lists)), 'latin1'));
  const root = new Map([...state.root.entries, ['DSS', ref(end.size)] as const]);
  if (rootRef === null || typeof rootRef !== 'object' || !('number' in rootRef))
    return problem('not-our-file');
  objects.set(rootRef.number, Buffer.from(write({ is: 'dict', entries: root }), 'latin1'));
  return { ok: true, value: increment(pdf, trailerIn(state), end, objects) };
}

function stream(bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}
