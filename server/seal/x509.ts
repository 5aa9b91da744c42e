// SPDX-License-Identifier: AGPL-3.0-or-later
// What is needed of a certificate beyond what the platform tells.
import { X509Certificate, type KeyObject } from 'node:crypto';
import { body, dotted, parts, readTime, same, yes } from './der.ts';

export interface Certificate {
  readonly der: Uint8Array;
  /** issuer and subject as they are encoded */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** serial number as it is encoded */
  readonly serial: Uint8Array;
  readonly from: Date;
  readonly until: Date;
  readonly key: KeyObject;
  /** the bits of the public key, which OCSP hashes */
  readonly keyBits: Uint8Array;
  readonly ca: boolean;
  /** how many authorities may stand below this one; undefined: any number */
  readonly below: number | undefined;
  /** undefined: not restricted */
  readonly usages: ReadonlySet<KeyUsage> | undefined;
  /** dotted identifiers; undefined: not restricted */
  readonly purposes: ReadonlySet<string> | undefined;
  /** critical extensions that nobody here understands */
  readonly strange: readonly string[];
  /** addresses of the OCSP responder and of the revocation list */
  readonly ocsp: readonly string[];
  readonly crl: readonly string[];
  readonly issuers: readonly string[];
  /** common name, else organisation */
  readonly name: string;
  readonly organisation: string;
  /** is it signed with this key? */
  signedBy(key: KeyObject): boolean;
}

const usageNames = [
  'digitalSignature',
  'contentCommitment',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;
export type KeyUsage = (typeof usageNames)[number];

const extensions = {
  basic: '2.5.29.19',
  usage: '2.5.29.15',
  purposes: '2.5.29.37',
  access: '1.3.6.1.5.5.7.1.1',
  crl: '2.5.29.31',
  policies: '2.5.29.32',
  alternative: '2.5.29.17',
  statements: '1.3.6.1.5.5.7.1.3',
};
const understood = new Set(Object.values(extensions));

const known = new WeakMap<Uint8Array, Certificate>();

/** Reads a certificate (DER); throws on what is not one. */
export function readCertificate(der: Uint8Array): Certificate {
  const before = known.get(der);
  if (before) return before;
  const [tbs] = parts(der);
  const all = parts(tbs);
  const fields = all[0]?.[0] === 0xa0 ? all.slice(1) : all;
  const [serial, , issuer, validity, subject, spki] = fields;
  if (!serial || !issuer || !subject || !spki) throw new Error('x509: incomplete');
  const [from, until] = parts(validity);
  const read = readExtensions(fields.find(([tag]) => tag === 0xa3));
  const own = new X509Certificate(der);
  const usage = read.get(extensions.usage)?.value;
  const basic = read.get(extensions.basic)?.value;
  const purposes = read.get(extensions.purposes)?.value;
  const access = read.get(extensions.access)?.value;
  const lists = read.get(extensions.crl)?.value;
  const said = (name: string): string => new RegExp(`(?:^|\\n)${name}=(.*)`).exec(own.subject)?.[1] ?? '';
  const certificate: Certificate = {
    der,
    issuer,
    subject,
    serial,
    from: readTime(from),
    until: readTime(until),
    key: own.publicKey,
    keyBits: body(parts(spki)[1], 0x03).subarray(1),
    ca: basic !== undefined && same(parts(basic)[0], yes),
    below:
      basic && parts(basic)[1]
        ? Number(Buffer.from(body(parts(basic)[1], 0x02)).readUIntBE(0, 1))
        : undefined,
    usages: usage && usagesIn(body(usage, 0x03)),
    purposes: purposes && new Set(parts(purposes).map(dotted)),
    strange: [...read].filter(([id, one]) => one.critical && !understood.has(id)).map(([id]) => id),
    ocsp: access ? addresses(access, '1.3.6.1.5.5.7.48.1') : [],
    issuers: access ? addresses(access, '1.3.6.1.5.5.7.48.2') : [],
    crl: lists ? parts(lists).flatMap(listAddresses) : [],
    name: said('CN') || said('O'),
    organisation: said('O'),
    signedBy(key) {
      try {
        return own.verify(key);
      } catch {
        return false;
      }
    },
  };
  known.set(der, certificate);
  return certificate;
}

function readExtensions(
  one: Uint8Array | undefined,
): ReadonlyMap<string, { readonly critical: boolean; readonly value: Uint8Array }> {
  const found = new Map<string, { readonly critical: boolean; readonly value: Uint8Array }>();
  if (!one) return found;
  for (const extension of parts(parts(one, 0xa3)[0])) {
    const [id, ...rest] = parts(extension);
    const name = dotted(id);
    if (found.has(name)) throw new Error('x509: extension twice');
    found.set(name, { critical: rest.length > 1 && same(rest[0], yes), value: body(rest.at(-1), 0x04) });
  }
  return found;
}

function usagesIn(bits: Uint8Array): ReadonlySet<KeyUsage> {
  return new Set(usageNames.filter((_name, at) => ((bits[1 + (at >> 3)] ?? 0) & (0x80 >> (at & 7))) !== 0));
}

/** DistributionPoint: [0] { [0] full name { [6] address … } } */
function listAddresses(point: Uint8Array): string[] {
  const place = parts(point).find(([tag]) => tag === 0xa0);
  const full = place && parts(place, 0xa0).find(([tag]) => tag === 0xa0);
  if (!full) return [];
  return parts(full, 0xa0)
    .filter(([tag]) => tag === 0x86)
    .map((one) => Buffer.from(body(one, 0x86)).toString('latin1'));
}

function addresses(access: Uint8Array, method: string): string[] {
  return parts(access)
    .map((one) => parts(one))
    .filter(([id, place]) => dotted(id) === method && place?.[0] === 0x86)
    .map(([, place]) => Buffer.from(body(place, 0x86)).toString('latin1'));
}
