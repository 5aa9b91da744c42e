// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Office } from '../../../schemas/types.ts';

/** One service as who is looking for help reads it. */
export interface GuideEntry {
  readonly title: string;
  readonly provider: string;
  readonly about: string;
  /** what there is to know, in order: word of the guide → text */
  readonly facts: readonly { readonly word: string; readonly text: string }[];
  /** ISO date; '' when nobody ever checked */
  readonly checked: string;
  readonly checkedBy: string;
  /** checked too long ago to be relied upon */
  readonly stale: boolean;
}

/** Where one goes to ask, and when. */
export interface GuideOffice {
  readonly name: string;
  readonly address: string;
  /** telephone and email, those there are */
  readonly reach: readonly string[];
  readonly hours: Office['hours'];
}

export interface ServiceGuide {
  readonly comuni: readonly string[];
  /** ISO date */
  readonly day: string;
  /** months after which an entry is stale */
  readonly months: number;
  readonly offices: readonly GuideOffice[];
  readonly groups: readonly { readonly title: string; readonly entries: readonly GuideEntry[] }[];
}
