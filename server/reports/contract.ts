// SPDX-License-Identifier: AGPL-3.0-or-later
// A document of the district as the server makes it: what is asked, what it says, its tables.
import type { Case } from '../../schemas/types.ts';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../problems.ts';
import type { JsonSchema } from '../routes/contract.ts';
import type { Person } from '../sessions.ts';
import type { Sheet } from '../tables/sheet.ts';
import type { Kept, Write } from '../storage/contract.ts';

/** What was gathered for one document. */
export interface Gathered<Content> {
  /** plain JSON, with true figures: what who may issue it sees on the screen */
  readonly content: Content;
  /** what it is about, in words and without a person's name */
  readonly title: string;
  /** the comuni it speaks of; empty: the whole district */
  readonly comuni: readonly string[];
  /** why it leaves the house, for the audit */
  readonly purpose?: string;
  /** what is kept beside the document, e.g. who went out with it */
  also?(document: string, number: string): readonly Write[];
  /** the date that cases are told under a key once it is issued */
  readonly marks?: { readonly key: string; readonly date: string; readonly cases: readonly string[] };
}

/** `server/reports/<kind>.ts`: one kind of document of the district. Who may is in access.ts, what it looks like in templates/. */
export interface Report<Asked = unknown, Content = unknown> {
  readonly kind: string;
  /** a closed object: what is asked beside the kind */
  readonly asks: { readonly [name: string]: JsonSchema };
  readonly needs: readonly string[];
  /** the comuni that an answer to the question would speak of */
  comuni(asked: Asked): readonly string[];
  gather(
    deps: Deps,
    person: Person,
    asked: Asked,
  ): Promise<{ readonly ok: true; readonly gathered: Gathered<Content> } | Refusal>;
  /** what goes out of the house, where that is less than what is seen inside */
  outside?(content: Content): Content;
  /** the same as tables, for CSV and XLSX */
  sheets?(content: Content): readonly Sheet[];
}

/** A document of one case that prints no submission of it. Who may is in access.ts. */
export interface CaseReport<Content = unknown> {
  readonly kind: string;
  gather(
    deps: Deps,
    person: Person,
    kase: Kept<Case>,
  ): Promise<
    { readonly ok: true; readonly gathered: Pick<Gathered<Content>, 'content' | 'title'> } | Refusal
  >;
}
