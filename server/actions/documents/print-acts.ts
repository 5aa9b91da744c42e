// SPDX-License-Identifier: AGPL-3.0-or-later
// What issuing any document has in common: its identity before it is printed, its file and record after.
import type { Document } from '../../../schemas/types.ts';
import { baseOf } from '../../base.ts';
import { digest } from '../../clock.ts';
import type { Deps, Paper } from '../../deps.ts';
import { refusal } from '../../keep.ts';
import type { Refusal } from '../../problems.ts';
import type { Person } from '../../sessions.ts';
import type { Outcome, Scope } from '../../storage/contract.ts';

/** What a document is called before it is made, so that made again it is the same one. */
export interface Marks {
  readonly act: string;
  readonly code: string;
  /** RFC 3339 */
  readonly issuedAt: string;
  /** the number that was counted for it, if it was begun before */
  readonly known?: string;
  /** told a newly counted number before anything is printed with it */
  number(counted: string): Promise<void>;
  /** asked once everything is printed: false, and nothing is kept */
  mayKeep(): boolean;
}

/** Id of the bytes of a document as it was issued. */
export const blobId = (document: string): string => `${document}.issued.pdf`;

/** Id of the same as a page for the screen; documents of older issues have none. */
export const twinId = (document: string): string => `${document}.twin.html`;

type Identity = Pick<Document, 'kind' | 'number' | 'revision' | 'code' | 'issuedAt'>;

/** What a document says of itself, with the address to check it at and who issues it. */
export function identify(deps: Deps, person: Person, marks: Identity) {
  const { name, profile } = person.account.value;
  return {
    ...marks,
    verifyAt: `${baseOf(deps)}/verify#${marks.code}`,
    issuedBy: { name, profile },
  };
}

type Given = Omit<
  Document,
  'template' | 'contentHash' | 'state' | 'signatures' | 'files' | 'signers' | 'issuedBy'
>;

/** A printed paper put on disk, and the record that says so, yet to be written. */
export async function keepPaper(
  deps: Deps,
  scope: Scope,
  paper: Paper,
  id: string,
  given: Given,
): Promise<{ readonly ok: true; readonly value: Document } | Refusal> {
  const put = await putAnew(deps, scope, blobId(id), paper.bytes);
  if (!put.ok) return refusal(put);
  if (paper.twin !== undefined) {
    const twin = await putAnew(deps, scope, twinId(id), Buffer.from(paper.twin));
    if (!twin.ok) return refusal(twin);
  }
  const { template, contentHash, signers } = paper;
  const file = {
    blob: blobId(id),
    sha256: digest(paper.bytes),
    bytes: paper.bytes.length,
    at: given.issuedAt,
    is: 'issued' as const,
  };
  return {
    ok: true,
    value: {
      ...given,
      issuedBy: scope.actor,
      template,
      contentHash,
      state: 'issued',
      // Nobody signs a copy for the file.
      signers: given.copy === 'family' ? signers : [],
      signatures: [],
      files: [file],
    },
  };
}

/** Bytes under a name that no record says yet: what an attempt left that was broken off makes room. */
export async function putAnew(
  deps: Deps,
  scope: Scope,
  id: string,
  bytes: Uint8Array,
): Promise<Outcome<void>> {
  const put = await deps.store.putBytes(scope, id, bytes);
  if (put.ok || put.problem.code !== 'exists') return put;
  const gone = await deps.store.removeBytes(scope, id);
  return gone.ok ? deps.store.putBytes(scope, id, bytes) : gone;
}
