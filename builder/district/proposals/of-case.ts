// SPDX-License-Identifier: AGPL-3.0-or-later
// A condition over what a form gave to the case, as a condition over that form's own answers, and back. Pure.
import type { Condition, Proposal } from '../../../schemas/types.ts';

const place = /^case:\/([^/]+)(\/.*)?$/;
type Tree = { readonly [key: string]: unknown };

/** Each pointer of a condition written anew; what a test looks into inside rows has no pointers of its own. */
function repointed(condition: Condition, anew: (pointer: string) => string): Condition {
  return Object.fromEntries(
    Object.entries(condition as Tree).map(([key, part]): [string, unknown] => {
      if (key === 'all' || key === 'any')
        return [key, (part as Condition[]).map((each) => repointed(each, anew))];
      if (key === 'not') return [key, repointed(part as Condition, anew)];
      return [key === 'named' ? key : anew(key), part];
    }),
  ) as Condition;
}

/** The forms of the case whose answers a condition reads. */
export function formsIn(condition: Condition | undefined): readonly string[] {
  const found = new Set<string>();
  if (condition)
    repointed(condition, (pointer) => {
      const form = place.exec(pointer)?.[1];
      if (form !== undefined) found.add(form);
      return pointer;
    });
  return [...found];
}

/** Over the answers of one form, or of one of its rows; undefined: it reads something else, too. */
export function overForm(condition: Condition, form: string): Condition | undefined {
  let whole = true;
  const inside = repointed(condition, (pointer) => {
    if (pointer.startsWith('.')) return pointer;
    const [, of, rest = ''] = place.exec(pointer) ?? [];
    whole &&= of === form && rest !== '';
    return rest;
  });
  return whole && !('named' in inside) ? inside : undefined;
}

/** As the case is asked. */
export const overCase = (condition: Condition, form: string): Condition =>
  repointed(condition, (pointer) => (pointer.startsWith('/') ? `case:/${form}${pointer}` : pointer));

/** The form and the list that rows of the case come from. */
export function listOf(pointer: string): { readonly form: string; readonly rows: string } | undefined {
  const [, form, rows] = place.exec(pointer) ?? [];
  return form !== undefined && rows !== undefined ? { form, rows } : undefined;
}

/** The form that a rule reads; '': none, or several. */
export function formOf({ when, each }: Pick<Proposal, 'when' | 'each'>): string {
  const found = new Set([
    ...formsIn(when as Condition | undefined),
    ...formsIn(each?.where as Condition | undefined),
  ]);
  const list = each && listOf(each.of);
  if (list) found.add(list.form);
  const [first = '', ...more] = found;
  return more.length > 0 ? (list?.form ?? '') : first;
}
