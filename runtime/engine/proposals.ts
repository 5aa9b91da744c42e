// SPDX-License-Identifier: BSD-3-Clause
// What is proposed for a list: rows that a district's rules make of what the case knows. Whoever fills the form decides.
import type { Answers, Condition, Context, Formula, Proposal, ProposedRow } from '../../schemas/types.ts';
import type { Outline } from './contract.ts';
import { holds } from './condition.ts';
import { evaluate } from './formula.ts';
import { at as valueAt, isObject, own } from './pointer.ts';
import { View } from './scope.ts';

/** A proposal for this case, and, where its rule is about persons, for one of them. */
export interface Proposed {
  /** of the rule, and of the person */
  readonly id: string;
  readonly need: string;
  /** in the order in which they are put in; each with the name that later ones call it by */
  readonly rows: readonly { readonly to: string; readonly as?: string; readonly row: Answers }[];
  /** its first row stands in its list already */
  readonly taken: boolean;
}

type Row = { readonly [key: string]: unknown };

/** What is proposed where the first row of a proposal goes into the list at a pointer. */
export function proposedFor(
  list: string,
  outline: Outline,
  answers: Answers,
  context: Context,
): readonly Proposed[] {
  const root = new View({ outline, context }, [{ value: answers, at: '', star: '' }]);
  return (context.proposals ?? [])
    .filter(({ adds }) => adds[0]?.to === list)
    .flatMap((proposal) => {
      const { each, when } = proposal;
      if (when && !holds(when as Condition, root)) return [];
      const stands = each
        ? root.rows(each.of).filter((row) => !each.where || holds(each.where as Condition, row))
        : [root];
      return stands.flatMap((stand) => made(proposal, stand, outline, answers, context));
    });
}

function made(
  proposal: Proposal,
  stand: View,
  outline: Outline,
  answers: Answers,
  context: Context,
): Proposed[] {
  const who = proposal.each ? String(stand.raw('./id') ?? '') : '';
  const member: Row = context.case.nucleo?.find(({ id }) => id === who) ?? {};
  const said = (text: string): string =>
    text.replace(/\{([a-z_]+)\}/g, (_, key: string) => String(own(member, key) ?? ''));
  const need = said(proposal.need);
  const names = new Set<string>();
  const rows = proposal.adds.flatMap((add) => {
    const row = rowOf(add, { stand, who, said, names }, outline, context);
    if (!row) return [];
    if (add.as) names.add(add.as);
    return [{ to: add.to, ...(add.as ? { as: add.as } : {}), row: add.need ? { ...row, [add.need]: need } : row }]; // prettier-ignore
  });
  const [first] = proposal.adds;
  // Without the row that stands for it there is nothing to propose.
  if (rows[0]?.to !== first?.to) return [];
  return [{ id: `${proposal.id} ${who}`.trim(), need, rows, taken: isTaken(first, need, answers) }];
}

/** A row of the list remembers this need. */
function isTaken(first: ProposedRow | undefined, need: string, answers: Answers): boolean {
  const rows = first && valueAt(answers, first.to);
  return Array.isArray(rows) && rows.some((row) => own(row, first?.need ?? '') === need);
}

interface Stand {
  readonly stand: View;
  readonly who: string;
  readonly said: (text: string) => string;
  readonly names: ReadonlySet<string>;
}

/** Where a row names another one that is made with it, until that has an id. */
const mark = (name: string): string => `#${name}`;

/** The answers of one row; undefined where it asks for what the district does not have. */
function rowOf(add: ProposedRow, at: Stand, outline: Outline, context: Context): Answers | undefined {
  const out: Answers = {};
  for (const [key, given] of Object.entries(add.row)) {
    const offered = (value: unknown) => isOffered(`${add.to}/*/${key}`, value, outline, context);
    const several = own(given, 'offered');
    // Of several the first one that the district has.
    const value = Array.isArray(several) ? several.find(offered) : valueOf(given, at, out);
    if (value === undefined ? Array.isArray(several) : !offered(value)) return undefined;
    if (value !== undefined) out[key] = value;
  }
  return out;
}

/** `row`: what is known of the row so far, where its formulas stand. */
function valueOf(given: unknown, at: Stand, row: Answers): unknown {
  if (typeof given === 'string') return at.said(given);
  if (Array.isArray(given)) {
    const values = given.map((one) => valueOf(one, at, row)).filter((one) => one !== undefined);
    return values.length > 0 ? values : undefined;
  }
  if (!isObject(given)) return given;
  const name = Object.keys(given).length === 1 ? given['of'] : undefined;
  if (typeof name !== 'string') return evaluate(given as Formula, rowIn(at.stand, row));
  if (name === 'who') return at.who === '' ? undefined : at.who;
  return at.names.has(name) ? mark(name) : undefined;
}

const rowIn = ({ ground, frames }: View, row: Answers): View =>
  new View(ground, [...frames.slice(0, 1), { value: row, at: '', star: '' }]);

/** A choice of a list that has no such row cannot be made. */
function isOffered(pointer: string, value: unknown, outline: Outline, context: Context): boolean {
  const schema = outline.byPointer.get(pointer)?.schema;
  const from = (schema?.['x-choices'] ?? schema?.items?.['x-choices'])?.from;
  const name = from?.replace(/^\w+:/, '') ?? '';
  const rows = context.lists[name];
  if (!rows || context.partial?.includes(name)) return true;
  return [value].flat().every((one) => rows.some(({ id }) => id === one));
}

/** The rows of a proposal with ids of their own, linked among themselves. */
export function linkedRows(
  { rows }: Pick<Proposed, 'rows'>,
  newId: () => string,
): readonly { readonly to: string; readonly row: Answers & { readonly id: string } }[] {
  const ids = new Map(rows.flatMap(({ as }) => (as ? [[mark(as), newId()] as const] : [])));
  const linked = (value: unknown): unknown =>
    typeof value === 'string' ? (ids.get(value) ?? value) : Array.isArray(value) ? value.map(linked) : value;
  return rows.map(({ to, as, row }) => ({
    to,
    row: {
      ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, linked(value)])),
      id: (as && ids.get(mark(as))) || newId(),
    },
  }));
}
