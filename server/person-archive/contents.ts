// SPDX-License-Identifier: AGPL-3.0-or-later

/** What stands in dati.json of the archive of a person, and what its page is made of. */
export interface PersonArchive {
  readonly person: string;
  readonly district: string;
  /** ISO date */
  readonly made: string;
  readonly purpose: string;
  readonly cases: readonly CasePart[];
}
export interface CasePart {
  readonly number: string;
  readonly measure: string;
  readonly comune: string;
  /** ISO date */
  readonly opened: string;
  /** first day in the household, and the one from which no more; ISO dates */
  readonly member: { readonly from: string; readonly to?: string };
  /** the case came from there: what it was before is asked of them */
  readonly origin?: { readonly district: string; readonly number: string };
  readonly submissions: readonly {
    readonly title: string;
    readonly version: number;
    /** RFC 3339 */
    readonly at: string;
    readonly lines: readonly { readonly title: string; readonly text: string; readonly of: string }[];
    readonly answers: { readonly [key: string]: unknown };
    /** that the answers name */
    readonly files: readonly { readonly name: string; readonly file: string; readonly sha256: string }[];
  }[];
  readonly documents: readonly {
    readonly title: string;
    readonly number: string;
    readonly revision: number;
    readonly at: string;
    readonly state: string;
    readonly file: string;
  }[];
  readonly notes: readonly {
    readonly kind: string;
    readonly at: string;
    readonly by: string;
    readonly text: string;
  }[];
  readonly attachments: readonly {
    readonly kind: string;
    readonly date: string;
    readonly about: string;
    readonly file: string;
    readonly sha256: string;
  }[];
  readonly appointments: readonly {
    /** ISO date, HH:MM */
    readonly day: string;
    readonly time: string;
    readonly place: string;
    /** in words; '' when nobody has said */
    readonly delivered: string;
    readonly outcome: string;
  }[];
  /** lists that left the house with the person on them */
  readonly sendings: readonly { readonly number: string; readonly day: string }[];
  /** who had access, by profile and day; not by name */
  readonly accesses: readonly {
    readonly day: string;
    readonly profile: string;
    readonly what: readonly string[];
  }[];
}
