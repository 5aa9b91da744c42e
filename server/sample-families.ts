// SPDX-License-Identifier: AGPL-3.0-or-later
// Invented families of a district, for its demonstration and for trying definitions: a folder each,
// `districts/<district>/families/<id>/`, with `family.json` and one file, of any name, for each submission.
import type { Answers, FamilyHead, SampleSubmission } from '../schemas/types.ts';

/** `submissions`: in the order of their days; the same definition may be answered again. */
export interface SampleFamily extends FamilyHead {
  readonly submissions: readonly SampleSubmission[];
}

/** The newest answers to each definition, by its id, in the order in which they were first given. */
export function answersOf({ submissions }: SampleFamily): { readonly [definition: string]: Answers } {
  return Object.fromEntries(submissions.map(({ definition, answers }) => [definition, answers]));
}

/** Collects the files of families one by one, in any order, over those of an earlier folder. */
export function collectFamilies() {
  const heads = new Map<string, Map<string, FamilyHead>>();
  const submissions = new Map<string, Map<string, SampleSubmission>>();
  const within = <Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> => {
    const found = map.get(key) ?? new Map<string, Value>();
    map.set(key, found);
    return found;
  };
  return {
    /** `path`: `[<family>, <file>.json]` */
    add(district: string, path: readonly string[], value: unknown): void {
      const [family = '', file = ''] = path;
      if (file === 'family.json') within(heads, district).set(family, value as FamilyHead);
      else within(submissions, `${district}/${family}`).set(file, value as SampleSubmission);
    },
    /** Families of a district in the order of their ids. */
    of(district: string): readonly SampleFamily[] {
      return [...(heads.get(district) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, head]) => ({
          ...head,
          submissions: [...(submissions.get(`${district}/${id}`)?.values() ?? [])].sort((a, b) =>
            a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
          ),
        }));
    },
  };
}
