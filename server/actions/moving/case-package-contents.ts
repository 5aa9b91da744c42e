// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands in the file of a case that goes to another district.
import type { Answers, Case } from '../../../schemas/types.ts';
import type { Thing } from '../../access.ts';
import { allowed, mayRead } from '../../authorize.ts';
import { digest } from '../../clock.ts';
import type { Person } from '../../sessions.ts';

export interface PackedSubmission {
  readonly definition: string;
  readonly title: string;
  readonly version: number;
  readonly submittedAt: string;
  readonly by: string;
  readonly receipt: string;
  /** what the answers count as: who may read them */
  readonly thing: Thing;
  /** why it was wrong, if another one took its place */
  readonly replaced?: string;
  /** questions and answers in words, as on paper */
  readonly rows: readonly { readonly title: string; readonly text: string }[];
  readonly answers: Answers;
}
export interface PackedDocument {
  readonly kind: string;
  /** the kind in words */
  readonly title: string;
  /** what it is a file of: the act, its copy for the office, a draft printed for the family */
  readonly copy: 'family' | 'internal' | 'draft';
  readonly number: string;
  readonly revision: number;
  readonly state: string;
  readonly issuedAt: string;
  readonly thing: Thing;
  readonly sha256: string;
  /** PDF, base64 */
  readonly file: string;
}
/** A note of the diary, or a file: attached, asked for by a form, or a document that was signed on paper. */
export interface PackedNote {
  readonly title: string;
  /** RFC 3339, or the ISO date that a paper bears */
  readonly at: string;
  readonly by: string;
  readonly thing: Thing;
  readonly text: string;
}
export interface PackedFile extends PackedNote {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  /** base64; '' where it would have made the package heavier than another district can take */
  readonly file: string;
}
/** What a case was in one district. */
export interface PackedCase {
  readonly district: string;
  readonly number: string;
  readonly measure: string;
  readonly comune: string;
  readonly name: string;
  readonly at: string;
  readonly reason: string;
  readonly household: Case['household'];
  readonly dates: Case['dates'];
  readonly timeline: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly note?: string;
  }[];
  readonly submissions: readonly PackedSubmission[];
  readonly documents: readonly PackedDocument[];
  readonly notes: readonly PackedNote[];
  readonly attachments: readonly PackedFile[];
}
export interface CasePackage extends PackedCase {
  readonly format: 'urn:patto:case-package:1';
  /** the place of these people must not be shown */
  readonly protected?: true;
  /** what it was before, in the districts that it came through, the latest first */
  readonly before?: readonly PackedCase[];
  /** SHA-256 of all the rest as JSON, hexadecimal: tells damage, not forgery */
  readonly sha256: string;
}

const opens = (person: Person, kase: Case, thing: Thing): boolean => allowed(person, kase, thing, 'v');

/** SHA-256 of a package without its own. */
export function packageDigest({ sha256: _own, ...rest }: CasePackage): string {
  return digest(JSON.stringify(rest));
}

/** The same without what the person may not read in the case that it belongs to; `reason`: what opens more than a title. */
export function readable<Packed extends PackedCase>(
  person: Person,
  kase: Case,
  packed: Packed,
  reason: string | undefined,
): Packed {
  const mine = <One extends { readonly thing: Thing }>(all: readonly One[]) =>
    all.filter(({ thing }) => (reason ? mayRead : opens)(person, kase, thing));
  return {
    ...packed,
    submissions: mine(packed.submissions),
    documents: mine(packed.documents),
    notes: mine(packed.notes),
    attachments: mine(packed.attachments),
  };
}
