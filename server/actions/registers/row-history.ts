// SPDX-License-Identifier: AGPL-3.0-or-later
// A row with what was done to it, in words: who, when, what stood there before.
import type { ListRow, Register } from '../../../schemas/types.ts';
import { may } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import type { Locale } from '../../problems.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import type { Case } from '../../../schemas/types.ts';
import { namesOf } from '../../names.ts';
import { answersOf, outlineOf, rowContext } from './judge-row.ts';
import { questionTitle, type KnownRow } from './registers.ts';

export async function rowHistory(
  deps: Deps,
  person: Person,
  register: Register,
  { row, kept }: KnownRow,
  locale: Locale,
) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const history = kept?.history ?? [];
  const context = await rowContext(deps, person, register, locale, [row, history]);
  const outline = outlineOf(deps, register);
  const words = (column: string, value: unknown): string =>
    value === undefined || !outline.byPointer.has(`/${column}`)
      ? String(value ?? '')
      : deps.forms.text(outline, `/${column}`, answersOf(register, { [column]: value } as ListRow), context);
  const nameOf = await namesOf(
    deps,
    scope,
    history.map((one) => one.by),
  );
  const kase = kept?.case && (await deps.store.get<Case>(scope, 'cases', kept.case));
  // A link to the case only for who may open it.
  const opens =
    kase && may(person.account.value, person.account.id, kase.value, 'case', 'v') !== 'hidden' && kept.case;
  return {
    row: row ? answersOf(register, row) : {},
    ...(opens ? { case: opens } : {}),
    history: history.toReversed().map(({ at, by, what, cells = {} }) => ({
      at,
      by: nameOf(by),
      what,
      changes: Object.entries(cells)
        .filter(([column]) => outline.byPointer.has(`/${column}`))
        .map(([column, { was, now }]) => ({
          column: questionTitle(register, column, locale),
          was: words(column, was),
          now: words(column, now),
        })),
    })),
  };
}
