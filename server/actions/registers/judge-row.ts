// SPDX-License-Identifier: AGPL-3.0-or-later
// A row as answers to the form of its register: settled and checked by the same engine as any form.
import { createHash } from 'node:crypto';
import { star } from '../../../runtime/engine/pointer.ts';
import type { Outline } from '../../../runtime/engine/contract.ts';
import type { Problem } from '../../../runtime/problem.ts';
import type { Answers, Context, FieldSchema, ListRow, Register } from '../../../schemas/types.ts';
import { roleIn } from '../../authorize.ts';
import { buildContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { withWholeLists } from '../../lists.ts';
import type { Locale } from '../../problems.ts';
import type { Person } from '../../sessions.ts';

const hashes = new WeakMap<Register, string>();

/** The form of a register made ready; kept for as long as its text is the same. */
export function outlineOf(deps: Pick<Deps, 'forms'>, register: Register): Outline {
  let hash = hashes.get(register);
  if (hash === undefined) {
    hash = `register ${createHash('sha256').update(JSON.stringify(register.form)).digest('hex')}`;
    hashes.set(register, hash);
  }
  return deps.forms.outline({ hash, source: register.form });
}

/** What its form reads, with all rows of its lists. `read`: rows that are shown. */
export async function rowContext(
  deps: Deps,
  person: Person,
  register: Register,
  locale: Locale,
  read?: unknown,
): Promise<Context> {
  const context = await buildContext(deps, {
    scope: { district: person.district, actor: person.account.id },
    version: { source: register.form },
    role: roleIn(person),
    locale,
    answers: read,
  });
  return withWholeLists(deps, person.district, context);
}

/** A row as its form shows it: only what is asked, a list where a list is asked. */
export function answersOf(register: Register, row: ListRow): Answers {
  const answers: Answers = {};
  for (const [key, schema] of Object.entries(register.form.schema.properties)) {
    const value = fitted(row[key], schema);
    if (value !== undefined) answers[key] = value;
  }
  return answers;
}

/** A list may be written as one text, `tutti` for no choice: older rows are. */
function fitted(value: unknown, schema: FieldSchema): unknown {
  if (schema.type !== 'array' || typeof value !== 'string') return value;
  const parts = value.split(/[\s,;]+/).filter((part) => part !== '' && part !== 'tutti');
  return parts.length > 0 ? parts : undefined;
}

export interface Judged {
  readonly row: ListRow;
  readonly problems: readonly Problem[];
}

/** `before`: the row that is changed; what the form does not ask stays with it. `locked`: read-only answers must be as they were. */
export function judgeRow(
  deps: Pick<Deps, 'forms'>,
  register: Register,
  context: Context,
  id: string,
  sent: Answers,
  before: ListRow | undefined,
  locked: boolean,
): Judged {
  const outline = outlineOf(deps, register);
  const settled = deps.forms.settle(outline, sent, context);
  const found = deps.forms.check(
    outline,
    settled,
    context,
    locked ? (before ? answersOf(register, before) : {}) : undefined,
  );
  const problems = found
    .filter(({ level }) => level === 'error')
    .map((one) => ({
      ...one,
      params: {
        title: outline.byPointer.get(star(one.at))?.schema.title ?? one.at.slice(1),
        ...one.params,
      },
    }));
  const asked = new Set(Object.keys(register.form.schema.properties));
  const rest = Object.entries(before ?? {}).filter(([key]) => !asked.has(key));
  const { title, ...answers } = settled.answers;
  const row: ListRow = { ...Object.fromEntries(rest), id, title: String(title ?? ''), ...answers };
  const [from, to] = [row['valid_from'], row['valid_to']];
  if (problems.length === 0 && typeof from === 'string' && typeof to === 'string' && to < from)
    return { row, problems: [{ code: 'row-days', at: '/valid_to', params: {}, level: 'error' }] };
  return { row, problems };
}
