// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answers, Case, District, Measure, Signer, Submission, Version } from '../schemas/types.ts';
import type { FieldPaper } from '../runtime/fields/contract.ts';
import type { Copy } from './contract.ts';
import type { Fields } from './printable.ts';

/** Answers to one definition, as they were given once. */
export interface Wave {
  readonly answers: Answers;
  /** ISO date */
  readonly day: string;
  /** name of who gave them */
  readonly by: string;
}

/** All that a document is made of. Plain values: nothing here asks for the time or for a record. */
export interface DocumentInput {
  readonly copy: Copy;
  readonly language: 'it' | 'en';
  readonly version: Pick<Version, 'source' | 'number' | 'hash' | 'title'>;
  readonly outline: Fields;
  readonly papers: ReadonlyMap<string, FieldPaper>;
  readonly submission: Pick<Submission, 'answers' | 'context' | 'from'> &
    Partial<Pick<Submission, 'receipt' | 'submittedAt'>>;
  readonly case: Pick<Case, 'number' | 'comune' | 'office' | 'name'>;
  readonly measure: Pick<Measure, 'name' | 'pactName' | 'texts'> & Partial<Pick<Measure, 'terms'>>;
  readonly district: Pick<
    District,
    'name' | 'notice' | 'letterhead' | 'offices' | 'comuni' | 'texts' | 'words'
  >;
  /** the reference worker; team: others, in words */
  readonly manager?: {
    readonly name: string;
    readonly profile: string;
    readonly phone?: string;
    readonly email?: string;
  };
  readonly team?: readonly { readonly name: string; readonly profile: string; readonly employer?: string }[];
  readonly signers: readonly Signer[];
  readonly identity: {
    readonly number: string;
    readonly revision: number;
    readonly code: string;
    /** SHA-256 over canonical answers, template and version, hexadecimal */
    readonly contentHash: string;
    /** RFC 3339 */
    readonly issuedAt: string;
  };
  /** address of the public check, e.g. https://patto.example/verify, and its QR code as a data: image */
  readonly verify: { readonly page: string; readonly qr: string };
  /** for a kind with `waves`: the answers of this case to this definition, oldest first, those of `submission` last */
  readonly waves?: readonly Wave[];
  /** for a kind with `versions`: what the version before said */
  readonly before?: Pick<Submission, 'answers' | 'context'> & {
    readonly revision: number;
    /** RFC 3339 */
    readonly issuedAt: string;
  };
  /** for a draft: what the first one that the family was given said */
  readonly since?: Pick<Submission, 'answers' | 'context'> & {
    readonly number: number;
    /** RFC 3339 */
    readonly at: string;
  };
  /** a draft for the family, and no act: nobody signs it, nothing proves it */
  readonly unsigned?: true;
  /** roles of the reader of an internal copy */
  readonly roles?: readonly string[];
  /** synthesis of the assessment for an internal copy */
  readonly assessment?: readonly { readonly title: string; readonly text: string }[];
}
