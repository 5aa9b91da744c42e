// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import { type PutAnswer, type SaveState, Saving, keptOf } from '../../builder/saving.ts';
import type { Definition } from '../../schemas/types.ts';
import { empty, until } from './fake.ts';

const titled = (title: string): Definition => empty('prova', title);
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const refused = (status: number): PutAnswer => ({ ok: false, problem: { code: 'x', title: 'x', status } });

/** A server that takes a while, or as long as it is told to, and remembers what it was sent. */
function slow(milliseconds: number, told?: Promise<unknown>) {
  const store = { rev: 1, sent: [] as string[], busy: 0, most: 0, fail: undefined as number | undefined };
  const states: SaveState['is'][] = [];
  const saving = new Saving('prova', 1, {
    async put(definition, rev) {
      store.busy++;
      store.most = Math.max(store.most, store.busy);
      await (told ?? wait(milliseconds));
      store.busy--;
      if (store.fail !== undefined) return refused(store.fail);
      if (rev !== store.rev) return refused(412);
      store.sent.push(definition.title);
      store.rev++;
      return { ok: true, rev: store.rev };
    },
    changed: (state) => states.push(state.is),
    saved: () => undefined,
    keep: localStorage,
  });
  return { store, states, saving };
}

describe('saving', () => {
  beforeEach(() => localStorage.clear());

  it('sends within a second of the first change even while somebody types on', async () => {
    const { store, saving } = slow(1);
    const begun = performance.now();
    // somebody who never pauses for as long as a save waits
    for (let letter = 0; store.sent.length === 0; letter++) {
      saving.change(titled(`titolo ${letter}`));
      await wait(100);
    }
    saving.change(titled('ultimo'));
    await saving.flush();
    assert.equal(store.sent.at(-1), 'ultimo');
    const seconds = (performance.now() - begun) / 1000;
    assert.isAtMost(store.sent.length, 2 * seconds + 2, 'not at each letter');
  });

  it('has one request under way at most, and the last state wins', async () => {
    const { store, saving } = slow(120);
    saving.change(titled('uno'));
    const first = saving.flush();
    saving.change(titled('due'));
    saving.change(titled('tre'));
    await first;
    assert.isTrue(await saving.flush().then(() => saving.done));
    assert.equal(store.most, 1);
    assert.deepEqual(store.sent, ['uno', 'tre']);
    assert.isUndefined(keptOf(localStorage, 'prova'));
  });

  it('stops at a conflict, keeps what was not saved, and sends nothing more until it is settled', async () => {
    const { store, states, saving } = slow(1);
    store.rev = 5;
    saving.change(titled('mia'));
    assert.isFalse((await saving.flush()) || saving.done);
    saving.change(titled('mia ancora'));
    await wait(1100);
    assert.deepEqual(store.sent, []);
    assert.equal(states.at(-1), 'conflict');
    assert.equal(keptOf(localStorage, 'prova')?.definition.title, 'mia ancora');
    saving.settle(5);
    saving.change(titled('dopo'));
    await saving.flush();
    assert.deepEqual(store.sent, ['dopo']);
  });

  it('keeps on this computer what the server has not confirmed within a second, nothing else', async () => {
    const quick = slow(1);
    quick.saving.change(titled('in fretta'));
    assert.isUndefined(keptOf(localStorage, 'prova'), 'writing a long form down at each key takes too long');
    await until(() => quick.saving.done);
    await wait(1000);
    assert.isUndefined(keptOf(localStorage, 'prova'));

    let answer: (value?: unknown) => void = () => {};
    const { store, saving } = slow(0, new Promise((done) => (answer = done)));
    saving.change(titled('con calma'));
    await until(() => keptOf(localStorage, 'prova')?.definition.title === 'con calma');
    assert.deepEqual(store.sent, [], 'not yet there');
    answer();
    await saving.flush();
    assert.isUndefined(keptOf(localStorage, 'prova'));
  });

  it('keeps it at once when the page may go, and anew after a save that came too late for it', async () => {
    const { saving } = slow(50);
    saving.change(titled('via'));
    const gone = saving.flush(true);
    assert.equal(keptOf(localStorage, 'prova')?.definition.title, 'via');
    saving.change(titled('ancora qui'));
    await until(() => saving.rev === 2);
    await until(() => saving.done || keptOf(localStorage, 'prova')?.rev === 2);
    assert.notEqual(keptOf(localStorage, 'prova')?.definition.title, 'via');
    await gone;
  });

  it('tries again by itself while the server is away', async () => {
    const { store, states, saving } = slow(1);
    store.fail = 503;
    saving.change(titled('tenace'));
    await saving.flush();
    assert.equal(states.at(-1), 'offline');
    store.fail = undefined;
    await until(() => states.at(-1) === 'clean');
    assert.deepEqual(store.sent, ['tenace']);
    saving.stop();
  });
});
