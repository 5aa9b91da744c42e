// SPDX-License-Identifier: AGPL-3.0-or-later
// A process that is made to be killed: four writers on one store, one line on standard output per acknowledged act.
import { writeSync } from 'node:fs';
import type { Scope } from '../../../server/storage/contract.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { randomOf } from './random.ts';

/** One acknowledged act; `n` is the number that the record's value carries. */
export type Act =
  | { readonly act: 'kept'; readonly id: string; readonly rev: number; readonly n: number }
  /** said before a removal: from here on the record may be gone without an answer */
  | { readonly act: 'going'; readonly id: string }
  | { readonly act: 'gone'; readonly id: string }
  | { readonly act: 'pair'; readonly ids: readonly [string, string]; readonly n: number }
  | { readonly act: 'counted' | 'audited'; readonly n: number }
  | { readonly act: 'bytes'; readonly id: string; readonly n: number };

const [folder = '', seed = '1'] = process.argv.slice(2);
const scope: Scope = { district: 'valprova', actor: 'prova' };
const store = await createLowdbStore({ folder, create: true });
const say = (act: Act): number => writeSync(1, `${JSON.stringify(act)}\n`);
const run = `${seed}-${process.pid}`;
let n = 0;

const value = (length: number) => {
  n += 1;
  return { name: `${run}`, n, text: 'x'.repeat(length) };
};

async function write(writer: number): Promise<void> {
  const random = randomOf(Number(seed) * 31 + writer);
  const own: { id: string; rev: number }[] = [];
  const pair: [string, string] = [`${run}-${writer}-p`, `${run}-${writer}-q`];
  let pairRev = 0;
  for (let at = 0; ; at += 1) {
    const body = value(200 + random.below(8_000));
    const choice = random.below(10);
    const known = own.length > 0 ? random.pick(own) : undefined;
    if (choice < 4 || !known) {
      const id = `${run}-${writer}-${at}`;
      const done = await store.create(scope, 'settings', id, body, `key ${id}`);
      if (!done.ok) throw new Error(done.problem.code);
      own.push({ id, rev: 1 });
      say({ act: 'kept', id, rev: 1, n: body.n });
    } else if (choice < 7) {
      const done = await store.replace(scope, 'settings', known.id, body, known.rev);
      if (!done.ok) throw new Error(done.problem.code);
      known.rev = done.value.rev;
      say({ act: 'kept', id: known.id, rev: known.rev, n: body.n });
    } else if (choice < 8) {
      own.splice(own.indexOf(known), 1);
      say({ act: 'going', id: known.id });
      const done = await store.remove(scope, 'settings', known.id, known.rev);
      if (!done.ok) throw new Error(done.problem.code);
      say({ act: 'gone', id: known.id });
    } else if (choice < 9) {
      const act = pairRev === 0 ? ('create' as const) : ('replace' as const);
      const rev = pairRev === 0 ? {} : { rev: pairRev };
      const done = await store.commit(
        scope,
        pair.map((id) => ({ do: act, collection: 'registers', id, value: body, ...rev })),
      );
      if (!done.ok) throw new Error(done.problem.code);
      pairRev += 1;
      say({ act: 'pair', ids: pair, n: body.n });
    } else {
      say({ act: 'counted', n: await store.count(scope, 'pratiche/2026') });
      say({
        act: 'audited',
        n: (await store.audit(scope, { action: 'write', object: `settings/${at}` })).seq,
      });
      const id = `${run}-${writer}-${at}-f`;
      const bytes = Buffer.alloc(random.below(30_000), body.n % 251);
      if ((await store.putBytes(scope, id, bytes)).ok) say({ act: 'bytes', id, n: body.n });
    }
  }
}

writeSync(1, '"ready"\n');
await Promise.all([0, 1, 2, 3].map(write));
