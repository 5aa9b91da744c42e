// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command } from '../../../server/cli/verify-audit.ts';
import { genesis, lineOf, nextEntry, walkChain } from '../../../server/storage/audit.ts';
import { realDisk } from '../../../server/storage/disk.ts';
import { defaultSpace, Guard } from '../../../server/storage/guard.ts';
import { Journal, verifyJournal } from '../../../server/storage/journal.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { scope, temporaryFolder } from './folders.ts';
import { full, randomOf, seed } from './random.ts';

function chainOf(length: number) {
  let head = genesis('valprova');
  const lines: string[] = [];
  for (let at = 1; at <= length; at += 1) {
    const entry = nextEntry(head, `2026-03-02T08:00:${String(at % 60).padStart(2, '0')}.000Z`, `a${at % 3}`, {
      action: at % 2 === 0 ? 'read' : 'write',
      object: `cases/c${at % 7}`,
      ...(at % 5 === 0 ? { reason: 'sostituzione della collega' } : {}),
    });
    lines.push(lineOf(entry).trimEnd());
    head = entry;
  }
  return { lines, head: { seq: head.seq, chain: head.chain } };
}

test('every tampering is found, and the first bad entry is named', async () => {
  const random = randomOf(seed);
  const { lines, head } = chainOf(60);
  assert.deepEqual(await walkChain('valprova', lines, head), { ok: true, entries: 60, head: head.chain });
  const other = chainOf(61).lines;
  // each answers the place of the first entry that is not what it was
  const harms: { readonly [kind: string]: (now: string[], at: number) => number } = {
    edited(now, at) {
      const entry = JSON.parse(now[at]!) as { [key: string]: unknown };
      const key = random.pick(Object.keys(entry));
      entry[key] = typeof entry[key] === 'number' ? (entry[key] as number) + 1 : `${String(entry[key])}x`;
      now[at] = JSON.stringify(entry);
      return at;
    },
    'edited and chained again': (now, at) => {
      const entry = JSON.parse(now[at]!) as {
        chain: string;
        seq: number;
        at: string;
        actor: string;
        action: string;
      };
      const before =
        at === 0 ? genesis('valprova') : (JSON.parse(now[at - 1]!) as { seq: number; chain: string });
      const { chain: _chain, seq: _seq, ...rest } = entry;
      now[at] = lineOf(nextEntry(before, rest.at, 'altra', { ...rest, object: 'cases/altro' })).trimEnd();
      // the last one is given away by the head alone, any other by the entry after it
      return at === now.length - 1 ? at : at + 1;
    },
    'written differently': (now, at) => {
      now[at] = now[at]!.replace('":', '": ');
      return at;
    },
    deleted(now, at) {
      now.splice(at, 1);
      return at;
    },
    swapped(now, at) {
      const from = Math.min(at, now.length - 2);
      [now[from], now[from + 1]] = [now[from + 1]!, now[from]!];
      return from;
    },
    inserted(now, at) {
      now.splice(at, 0, random.pick(other));
      return at;
    },
    'tail cut': (now, at) => {
      now.length = at;
      return at;
    },
  };
  const tried = new Map<string, number>();
  for (let run = 0; run < (full ? 1_000 : 200); run += 1) {
    const kind = random.pick(Object.keys(harms));
    const now = [...lines];
    // the last entry has only the head to guard it
    const at = random.below(5) === 0 ? now.length - 1 : random.below(now.length);
    const first = harms[kind]!(now, at);
    const verdict = await walkChain('valprova', now, head);
    // an entry put in its own place is the same chain with one entry twice
    const bad = kind === 'inserted' && now[at] === lines[at] ? first + 1 : first;
    assert.deepEqual([verdict.ok, verdict.firstBad], [false, bad + 1], `${kind} at ${at + 1}, seed ${seed}`);
    tried.set(kind, (tried.get(kind) ?? 0) + 1);
  }
  assert.equal(tried.size, Object.keys(harms).length);
  assert.equal((await walkChain('altrove', lines, head)).firstBad, 1);
});

test('a torn last line is cut off and the chain goes on; a cut tail stays visible for ever', async (context) => {
  const folder = temporaryFolder(context);
  const audit = join(folder, 'districts', 'valprova', 'audit');
  const journal = join(audit, '000001.jsonl');
  const entry = { action: 'read', object: 'cases/c1' };
  let store = await createLowdbStore({ folder, create: true });
  for (let at = 0; at < 10; at += 1) await store.audit(scope, entry);
  await store.close();

  appendFileSync(journal, '{"action":"read","act');
  assert.equal((await verifyJournal(audit, 'valprova')).ok, true);
  store = await createLowdbStore({ folder });
  assert.deepEqual(store.opening.tornAudits, ['valprova']);
  assert.equal((await store.audit(scope, entry)).seq, 11);
  assert.deepEqual(await store.verifyAudit('valprova').then(({ ok, entries }) => [ok, entries]), [true, 11]);
  await store.close();

  const lines = readFileSync(journal, 'utf8').split('\n');
  writeFileSync(journal, `${lines.slice(0, 8).join('\n')}\n`);
  assert.deepEqual(await verifyJournal(audit, 'valprova').then(({ ok, firstBad }) => [ok, firstBad]), [
    false,
    9,
  ]);
  store = await createLowdbStore({ folder });
  assert.deepEqual(store.opening.cutAudits, ['valprova']);
  assert.equal((await store.health()).ok, false);
  assert.equal((await store.audit(scope, entry)).seq, 12);
  assert.equal((await store.verifyAudit('valprova')).firstBad, 9);
  await store.close();
});

test('a long audit goes on in further files, and one of them cannot be taken away', async (context) => {
  const folder = temporaryFolder(context);
  const guard = new Guard(realDisk, folder, defaultSpace);
  const open = (): Journal => new Journal(folder, 'valprova', realDisk, guard, () => new Date(), 1_000);
  for (let round = 0; round < 3; round += 1) {
    const journal = open();
    for (let at = 0; at < 10; at += 1) await journal.append('a1', { action: 'read', object: `cases/${at}` });
    assert.equal((await journal.entries({ object: 'cases/3' })).length, round + 1);
    await journal.close();
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  assert.ok(files.length > 3);
  assert.deepEqual(await verifyJournal(folder, 'valprova').then(({ ok, entries }) => [ok, entries]), [
    true,
    30,
  ]);
  rmSync(join(folder, files[1]!));
  assert.equal((await verifyJournal(folder, 'valprova')).ok, false);
});

test('what is read about an object is what the files say: a line that was changed is not believed', async (context) => {
  const folder = temporaryFolder(context);
  const guard = new Guard(realDisk, folder, defaultSpace);
  const journal = new Journal(folder, 'valprova', realDisk, guard, () => new Date(), 1_000);
  for (let at = 0; at < 20; at += 1)
    await journal.append('a1', { action: 'read', object: `cases/${at % 4}` });
  const about = async () => (await journal.entries({ object: 'cases/3' })).map(({ seq }) => seq);
  assert.deepEqual(await about(), [4, 8, 12, 16, 20]);
  const path = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.jsonl'))!,
  );
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace('"action":"read"', '"action":"not a word of it"'));
  assert.deepEqual(await about(), [4, 8, 12, 16, 20], 'longer by some bytes, read all the same');
  writeFileSync(path, before.replace('cases/3', 'cases/2'));
  assert.deepEqual(await about(), [8, 12, 16, 20]);
  await journal.close();
});

test('verify-audit answers 0 only when every chain is whole', async (context) => {
  const folder = temporaryFolder(context);
  const said: string[] = [];
  const io = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    language: 'it' as const,
    folder,
    env: {},
  };
  const run = (...args: string[]): Promise<number> => command.run(args, io);
  assert.equal(await run('--data', folder), 2);
  assert.equal(await run(), 2);
  assert.equal(await run('--data', folder, '--nonsense'), 2);
  const store = await createLowdbStore({ folder, create: true });
  for (let at = 0; at < 5; at += 1) await store.audit(scope, { action: 'read', object: `cases/${at}` });
  await store.create({ ...scope, district: 'altrove' }, 'settings', 'a', {});
  // beside a running server
  assert.equal(await run('--data', folder), 0);
  await store.close();
  assert.equal(await run('--data', folder, '--district', 'nessuno'), 1);
  assert.equal(await run('--data', folder, '--district', '../x'), 2);
  const journal = join(folder, 'districts', 'valprova', 'audit', '000001.jsonl');
  const content = readFileSync(journal, 'utf8');
  writeFileSync(journal, content.replace('cases/2', 'cases/9'));
  assert.equal(await run('--data', folder), 1);
  assert.match(said.at(-1)!, /non torna è la 3 /);
  rmSync(journal);
  mkdirSync(join(folder, 'x'), { recursive: true });
  assert.equal(await run('--data', folder, '--district', 'valprova'), 1, 'the head outlives its entries');
});
