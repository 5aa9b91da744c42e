// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers as data: their forms are good definitions, what they name is there, and the rows of the sample districts
// answer to them.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readData } from '../../server/assemble.ts';
import { realForms } from '../../server/assemble.ts';
import type { Catalogue } from '../../server/catalogue.ts';
import type { Deps } from '../../server/deps.ts';
import { answersOf, judgeRow } from '../../server/actions/registers/judge-row.ts';
import { listRows } from '../../server/lists.ts';
import { mentions } from '../../server/context.ts';
import { loadEngine } from '../../runtime/engine/load.ts';
import { lint } from '../../runtime/engine/lint.ts';
import { linearPattern } from '../../server/patterns.ts';
import type { Context, Register, Role } from '../../schemas/types.ts';
import { matrix } from '../../server/access.ts';

let catalogue: Catalogue;
before(async () => {
  catalogue = await readData({ data: '/nowhere', demo: true });
});
const everyRegister = (): [string, Register][] =>
  [...catalogue.districts.keys()].flatMap((id) =>
    [...catalogue.registers(id).values()].map((one): [string, Register] => [id, one]),
  );

test('the form of each register is a good definition; columns, roles and lists that it names are there', async () => {
  const engine = await loadEngine(linearPattern);
  assert.deepEqual(catalogue.broken, []);
  for (const [district, register] of everyRegister()) {
    const at = `${district} ${register.id}`;
    const findings = lint(register.form, engine).filter(({ level }) => level === 'error');
    assert.deepEqual(
      findings.map(({ code, at: where }) => `${code} ${where}`),
      [],
      at,
    );
    const keys = new Set(Object.keys(register.form.schema.properties));
    const { columns, comuni, state, checked, expires, issued, spend } = register;
    const named = [
      ...columns,
      comuni,
      state,
      checked?.day,
      checked?.by,
      expires?.day,
      ...Object.keys(expires?.while ?? {}),
      issued?.number,
      issued?.comune,
      ...Object.keys({ ...issued?.values, ...issued?.begins, ...issued?.withdrawn }),
      spend?.budget,
    ];
    for (const key of named) assert.ok(key === undefined || keys.has(key), `${at}: ${key}`);
    for (const role of [...register.edits, ...(register.reads ?? [])])
      assert.ok(Object.hasOwn(matrix, role as Role), `${at}: ${role}`);
    for (const list of mentions(register.form).lists)
      assert.ok(listRows({ catalogue }, district, list), `${at}: ${list}`);
  }
});

test('rows of the sample districts answer to the forms: right choices, right dates, right amounts', async () => {
  const deps = { catalogue, forms: await realForms() } as Deps;
  for (const [district, register] of everyRegister()) {
    if (register.issued) continue;
    const lists = Object.fromEntries(
      [...mentions(register.form).lists].map((name) => [name, [...(listRows(deps, district, name) ?? [])]]),
    );
    const context: Context = {
      today: '2026-03-02',
      referenceDate: '2026-03-02',
      parameters: {},
      lists,
      case: {},
      role: 'coordinator',
      locale: 'it',
    };
    // Rows that are taken from the district's own data have more in them, which is kept there.
    const asked = new Set(['id', ...Object.keys(register.form.schema.properties)]);
    for (const row of listRows(deps, district, register.id) ?? []) {
      const unasked = register.from ? [] : Object.keys(row).filter((key) => !asked.has(key));
      assert.deepEqual(
        unasked,
        [],
        `${district} ${register.id} ${row.id}: what no question asks would be lost`,
      );
      const { problems } = judgeRow(deps, register, context, row.id, answersOf(register, row), row, false);
      // What nobody has said yet may be missing in a district made from a public paper.
      const wrong = problems.filter(({ code }) => code !== 'required');
      assert.deepEqual(
        wrong.map(({ code, at }) => `${code} ${at}`),
        [],
        `${district} ${register.id} ${row.id}`,
      );
    }
  }
});
