// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents of a district rather than of a case: lists, reports, the guide to services.
import type { District } from '../schemas/types.ts';
import type { Words } from '../runtime/problem.ts';
import type { Data, Margin, TemplateFiles } from './contract.ts';
import type { DocumentInput } from './input.ts';

/** All that such a document is made of. Plain values, as of every document. */
export interface ReportInput {
  readonly language: 'it' | 'en';
  readonly district: Pick<District, 'name' | 'notice' | 'letterhead' | 'offices' | 'comuni' | 'lead'>;
  /** what it says, as the server gathered it; its shape is the kind's own */
  readonly content: unknown;
  readonly issuedBy: { readonly name: string; readonly profile: string };
  readonly identity: DocumentInput['identity'];
  readonly verify: DocumentInput['verify'];
}

/** `templates/reports/<kind>/facts.ts`: one kind of document of a district. */
export interface ReportKind {
  readonly kind: string;
  readonly words: Words;
  readonly files: TemplateFiles;
  view(input: ReportInput): { readonly data: Data; readonly margin: Margin };
}
