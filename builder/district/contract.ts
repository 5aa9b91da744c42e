// SPDX-License-Identifier: AGPL-3.0-or-later
// A part of a district's data as a form: which questions, and where each answer stands in the data.
import type { Definition, District, FieldSchema } from '../../schemas/types.ts';
import type { Language } from '../words.ts';

/** Picks the words of the language in which the form is asked. */
export type Tell = (italian: string, english: string) => string;

/** How a value of the data is asked, where it is not asked as it is (codecs.ts). */
export type Codec = 'rows' | 'days' | 'lines' | 'pairs' | 'exits' | 'starts' | 'states';

export type Inside = { readonly [key: string]: Codec };

export interface Entry {
  /** key of the question */
  readonly key: string;
  readonly field: FieldSchema;
  /** where its answer stands in the district */
  readonly at: readonly [keyof District, ...string[]];
  readonly as?: Codec;
  /** of rows: how their own values are asked, by key */
  readonly inside?: Inside;
  readonly required?: true;
}

export interface DistrictPart {
  readonly name: string;
  title(tell: Tell): string;
  /** what is good to know before one changes it */
  hint?(tell: Tell): string;
  entries(tell: Tell): readonly Entry[];
  /** where its questions stand; absent: one under the other */
  readonly layout?: Definition['layout'];
  /** it is no form but is drawn in its own way */
  readonly drawn?: true;
}

export const telling =
  (language: Language): Tell =>
  (italian, english) =>
    language === 'en' ? english : italian;
