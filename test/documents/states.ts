// SPDX-License-Identifier: AGPL-3.0-or-later
// The states of one document: issued, signed by one, two, three people of a test authority, sealed; and, where people
// sign on paper, with the register of signatures and the seal.
import type { Document } from '../../schemas/types.ts';
import type { Papers } from '../../server/deps.ts';
import { fieldOf } from '../../server/pdf/signature-places.ts';
import { sign } from '../../server/seal/seal.ts';
import type { Signer } from '../../server/seal/signer.ts';
import type { Outcome } from '../../server/storage/contract.ts';
import type { Wanted } from './made.ts';

export type Profile = '2a' | '3a';

export interface Made {
  /** <family>-<kind>-<definition>-<n>-<profile>-<state> */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly profile: Profile;
  /** how many signatures are in it, with the seal */
  readonly signatures: number;
  readonly sealed: boolean;
}

function value<Value>(
  outcome:
    | { readonly ok: true; readonly value: Value }
    | Outcome<Value>
    | { readonly ok: false; readonly problem: object },
): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** The district that lets answers into its files, or none. */
const inProfile = ({ district }: Wanted, profile: Profile) => {
  const { archive: _, ...bare } = district;
  return profile === '3a' ? { ...bare, archive: {} } : bare;
};

/** Every state of a document in one profile. `people`: who signs, in order. */
export async function* statesOf(
  papers: Papers,
  wanted: Wanted,
  profile: Profile,
  people: readonly Signer[],
): AsyncGenerator<Made> {
  const { family, kind, definition, head } = wanted;
  const district = inProfile(wanted, profile);
  const paper = value(await wanted.print(papers, district));
  const name = [family, kind, definition, head.number.slice(-2), profile].join('-');
  const made = (state: string, bytes: Uint8Array, signatures: number, sealed = false): Made => ({
    name: `${name}-${state}`,
    bytes,
    profile,
    signatures,
    sealed,
  });
  yield made('0-issued', paper.bytes, 0);
  if (wanted.blank) return;
  const time = new Date().toISOString();
  let file = paper.bytes;
  for (const [at, person] of people.entries()) {
    const place = paper.signers[at];
    // Who has no place of their own on this paper signs without one.
    const field = place ? fieldOf(place.id) : `firma-prova-${at + 1}`;
    const facts = { reason: 'Prova', place: 'Prova', time, name: place?.name ?? `Prova ${at + 1}` };
    file = value(await sign(file, person, { field, facts })).pdf;
    yield made(`${at + 1}-signed`, file, at + 1);
  }
  const document = {
    number: head.number,
    revision: head.revision,
    code: head.code,
    signers: paper.signers,
    signatures: paper.signers.map(({ id }, at) => ({
      signer: id,
      mode: (['paper', 'drawn', 'impeded', 'refused'] as const)[at % 4],
      at: head.issuedAt,
      registeredBy: 'a1',
      identified: 'carta d’identità',
      identifiedBy: head.issuedBy.name,
      sha256: '0'.repeat(64),
      ...(at % 4 === 1 ? { strokes: 'M100 200 C200 50 300 50 350 180 L800 200' } : {}),
      ...(at % 4 === 2 ? { declaration: 'Ha dichiarato di non poter firmare.', reason: 'non vede' } : {}),
      ...(at % 4 === 3 ? { reason: 'vuole pensarci' } : {}),
    })),
  } as unknown as Document;
  const facts = { district, document, at: time, names: { a1: head.issuedBy.name } };
  const closed = value(await papers.seal({ ...facts, file, signed: true }));
  yield made('4-sealed', closed.bytes, people.length + 1, true);
  const onPaper = value(await papers.seal({ ...facts, file: paper.bytes }));
  yield made('5-on-paper', onPaper.bytes, 1, true);
}
