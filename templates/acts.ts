// SPDX-License-Identifier: AGPL-3.0-or-later
// What people may do with an act that waits for them, and when it is complete. Pure.
import type { Words } from '../runtime/problem.ts';
import type { Document, Signature, Signer } from '../schemas/types.ts';

/** Read out and taken down where somebody cannot sign; a district may have its own (`declarations.impediment`). */
export const impediment: Words = {
  it: 'Davanti a {officer}, che ne ha accertato l’identità, {name} ha ascoltato la lettura del documento {document}, ha detto di essere d’accordo e ha dichiarato di non poter firmare per questo motivo: {cause}.',
  en: 'Before {officer}, who established who they are, {name} heard document {document} read out, said that they agree and declared that they cannot sign for this reason: {cause}.',
};

export type Mode = Signature['mode'];

const party: readonly Mode[] = ['paper', 'drawn', 'refused', 'impeded'];
/** Who took part or translated says so, or is simply not there: there is nothing to refuse. */
const witness: readonly Mode[] = ['paper', 'drawn'];

/** What an operator may register of this signer. */
export const modesOf = (signer: Signer): readonly Mode[] => (signer.line ? witness : party);

export interface Standing {
  /** parties of whom nothing is registered: the act waits for them */
  readonly awaited: readonly Signer[];
  /** others of whom nothing is registered: the act can do without */
  readonly optional: readonly Signer[];
  readonly refused: readonly Signer[];
  /** nobody is awaited any more */
  readonly complete: boolean;
  /** complete, and nobody whose signature it needs has refused */
  readonly agreed: boolean;
}

/** How far an act is. Who cannot sign and has declared so counts as who has signed. */
export function standing(document: Pick<Document, 'signers' | 'signatures'>): Standing {
  const modes = new Map(document.signatures.map(({ signer, mode }) => [signer, mode]));
  const left = document.signers.filter(({ id }) => !modes.has(id));
  const awaited = left.filter(({ required }) => required !== false);
  const refused = document.signers.filter(({ id }) => modes.get(id) === 'refused');
  const complete = awaited.length === 0;
  return {
    awaited,
    optional: left.filter(({ required }) => required === false),
    refused,
    complete,
    agreed: complete && refused.every(({ required }) => required === false),
  };
}

/** Has this person signed, or declared that they cannot? Who refused may still do either. */
export const isDone = (document: Pick<Document, 'signatures'>, signer: Signer): boolean =>
  document.signatures.some((one) => one.signer === signer.id && one.mode !== 'refused');

/**
 * Parties who come before this signer and of whom nothing is registered: none where an act is not signed in order. Who
 * only took part signs at any time and keeps nobody waiting.
 */
export function waitsFor(
  document: Pick<Document, 'signers' | 'signatures' | 'inOrder'>,
  { id, required }: Signer,
): readonly Signer[] {
  if (!document.inOrder || required === false) return [];
  const first = document.signers.slice(
    0,
    document.signers.findIndex((one) => one.id === id),
  );
  const { awaited } = standing(document);
  return first.filter((one) => awaited.includes(one));
}

/** A declaration with its places filled: {name}, {officer}, {document}, {cause}. */
export const declared = (text: string, said: { readonly [place: string]: string }): string =>
  text.replace(/\{(\w+)\}/g, (whole, place: string) => (Object.hasOwn(said, place) ? said[place]! : whole));

/** What the audit tells of an act, by action; what is not named here is no part of its life. */
export const lifeOf: { readonly [action: string]: Words } = {
  'document.issue': { it: 'emesso', en: 'issued' },
  'document.signed': { it: 'firma registrata', en: 'signature registered' },
  'document.refused': { it: 'rifiuto registrato', en: 'refusal registered' },
  'document.impeded': {
    it: 'dichiarazione di chi non può firmare',
    en: 'declaration of who cannot sign',
  },
  'document.scan': { it: 'scansione conservata', en: 'scan kept' },
  'document.signing': { it: 'firma elettronica iniziata', en: 'electronic signature begun' },
  'document.signing-ended': { it: 'firma elettronica annullata', en: 'electronic signature given up' },
  'document.seal': { it: 'sigillo apposto', en: 'seal applied' },
  'document.close': { it: 'chiuso', en: 'closed' },
  'document.stamp': { it: 'marca temporale aggiunta', en: 'time-stamp added' },
  'document.withdraw': { it: 'ritirato', en: 'withdrawn' },
};
