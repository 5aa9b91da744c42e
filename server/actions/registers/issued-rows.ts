// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers of acts of cases: a document that is issued writes its row, one that is withdrawn changes it.
import { at as valueAt } from '../../../runtime/engine/pointer.ts';
import type { Answers, Case, ListRow, Register } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { recordOf } from '../../registers.ts';
import type { KeptRow } from '../../records.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { listAll } from '../../storage/list-all.ts';

type Issued = NonNullable<Register['issued']>;

const registersOf = (deps: Pick<Deps, 'catalogue'>, district: string, kind: string) =>
  [...deps.catalogue.registers(district).values()].flatMap((register) =>
    register.issued?.document === kind ? [{ register, issued: register.issued }] : [],
  );

/** What is written beside a document of this kind when it is issued: one row for each register that it belongs to. */
export function rowsIssued(
  deps: Pick<Deps, 'catalogue' | 'clock'>,
  scope: Scope,
  document: { readonly id: string; readonly kind: string; readonly number: string },
  kase: Kept<Case>,
  answers: Answers,
): readonly Write[] {
  return registersOf(deps, scope.district, document.kind).map(({ register, issued }) => {
    const given = Object.entries(issued.values).flatMap(([key, pointer]) => {
      const value = valueAt(answers, pointer);
      return value === undefined ? [] : [[key, value]];
    });
    const row: ListRow = {
      id: document.id,
      title: document.number,
      [issued.number]: kase.value.number,
      [issued.case]: kase.id,
      [issued.comune]: kase.value.comune,
      ...Object.fromEntries(given),
      ...issued.begins,
    };
    const value: KeptRow = {
      register: register.id,
      row,
      case: kase.id,
      comune: kase.value.comune,
      history: [{ at: deps.clock.instant(), by: scope.actor, what: 'issued' }],
    };
    return { do: 'create', collection: 'rows', id: recordOf(register.id, document.id), value };
  });
}

/** What is written when such a document is withdrawn. */
export async function rowsWithdrawn(
  deps: Pick<Deps, 'catalogue' | 'clock' | 'store'>,
  scope: Scope,
  document: { readonly id: string; readonly kind: string },
): Promise<readonly Write[]> {
  const writes: Write[] = [];
  for (const { register, issued } of registersOf(deps, scope.district, document.kind)) {
    const id = recordOf(register.id, document.id);
    const kept = await deps.store.get<KeptRow>(scope, 'rows', id);
    if (!kept || !issued.withdrawn) continue;
    const { row, history } = kept.value;
    const cells = Object.fromEntries(
      Object.entries(issued.withdrawn).map(([key, now]) => [
        key,
        { ...(row[key] === undefined ? {} : { was: row[key] }), now },
      ]),
    );
    const change = { at: deps.clock.instant(), by: scope.actor, what: 'changed', cells } as const;
    const value: KeptRow = {
      ...kept.value,
      row: { ...row, ...issued.withdrawn },
      history: [...history, change],
    };
    writes.push({ do: 'replace', collection: 'rows', id, value, rev: kept.rev });
  }
  return writes;
}

/** One act as reports and funds count it. Cents. */
export interface CountedAct {
  readonly case: string;
  readonly comune: string;
  readonly day: string;
  readonly state: string;
  /** false: it was taken back */
  readonly counts: boolean;
  /** what was really used of it is known */
  readonly used: boolean;
  /** what it is worth, or what was used of it */
  readonly value: number;
  readonly fund?: string;
}

/** Every act of a register, from the index alone. */
export async function issuedRows(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  register: Register,
  where: { readonly [field: string]: readonly string[] } = {},
): Promise<readonly CountedAct[]> {
  const { issued } = register;
  if (!issued?.counts) return [];
  const items = await listAll(deps, scope, 'rows', { where: { register: register.id, ...where } });
  return items.map(({ fields }) =>
    countedAct(issued, JSON.parse(String(fields['cells'])) as ListRow, {
      case: String(fields['case']),
      comune: String(fields['comune']),
    }),
  );
}

function countedAct(
  { counts }: Issued,
  row: ListRow,
  of: { readonly case: string; readonly comune: string },
): CountedAct {
  const number = (column: string | undefined): number | undefined => {
    const value = column === undefined ? undefined : row[column];
    return typeof value === 'number' ? value : undefined;
  };
  const text = (column: string | undefined): string => String((column && row[column]) ?? '');
  const state = text(counts?.state);
  const fund = text(counts?.fund);
  const used = counts?.used !== undefined && state === counts.used;
  return {
    ...of,
    day: text(counts?.day),
    state,
    counts: counts?.none === undefined || state !== counts.none,
    used,
    value: (used ? number(counts?.spent) : undefined) ?? number(counts?.value) ?? 0,
    ...(fund === '' ? {} : { fund }),
  };
}
