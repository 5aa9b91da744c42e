// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import { Device } from '../../../runtime/elements/device.ts';
import {
  erase,
  eraseDevice,
  records as recordsIn,
  setShared,
} from '../../../runtime/elements/device-records.ts';
import { adopt } from '../../../runtime/elements/recalling.ts';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Combined, Memo, Refusal, Remote, Saved, Sent } from '../../../runtime/elements/remote.ts';
import type { Answers, Draft } from '../../../schemas/types.ts';
import { broken, close, filled, next, part, press, show, text, type, until } from './forms.ts';

const place = 'patto:prova/prova';
const away: Refusal = { ok: false, code: 'network' };

/** A transport that can be away, and whose draft others may change. */
class Far implements Remote {
  readonly place = place;
  memo: Memo | undefined;
  up = true;
  combined: Combined | undefined;
  /** what the first try to send is answered */
  first: Refusal | undefined;
  readonly keys: string[] = [];
  sent: Answers | undefined;

  async save(): Promise<Saved | Refusal> {
    if (!this.up) return away;
    if (this.combined) return { ok: false, code: 'conflict' };
    this.memo = { rev: 1 };
    return { ok: true };
  }
  async merge(): Promise<Combined | Refusal> {
    const { combined } = this;
    this.combined = undefined;
    return combined ?? away;
  }
  async submit(answers: Answers, _draft: Draft, key: string): Promise<Sent | Refusal> {
    this.keys.push(key);
    const { first } = this;
    this.first = undefined;
    if (first) return first;
    if (!this.up) return away;
    this.sent = answers;
    return { ok: true, receipt: '2026-00007' };
  }
}

/** Every byte that this page's origin keeps. */
async function kept(): Promise<string> {
  const base = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open('patto', 1);
    request.onsuccess = () => done(request.result);
  });
  const rows = await new Promise<{ data?: ArrayBuffer }[]>((done) => {
    const request = base.transaction('drafts').objectStore('drafts').getAll();
    request.onsuccess = () => done(request.result as { data?: ArrayBuffer }[]);
  });
  base.close();
  const bytes = rows.map(
    ({ data, ...rest }) => JSON.stringify(rest) + new TextDecoder('latin1').decode(data),
  );
  return bytes.join() + JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
}
const records = async () =>
  (await recordsIn<{ draft: Draft }>((await Device.open())!, place)).map(({ value }) => value.draft);
async function eventually(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((done) => setTimeout(done, 30));
}
const screen = (form: PattoForm) => text(form, '.patto');

describe('drafts on the device', () => {
  beforeEach(() => eraseDevice());
  afterEach(async () => {
    close();
    await setShared(false);
  });

  it('are encrypted under a key that no script can take away, and gone for good once erased', async () => {
    const device = (await Device.open())!;
    expect(await device.put('uno', place, { nome: 'Vellonieri' })).to.equal(true);
    expect(await kept()).not.to.contain('Vellonieri');
    expect((await recordsIn(device, place)).map(({ value }) => value)).to.deep.equal([
      { nome: 'Vellonieri' },
    ]);
    const base = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('patto', 1);
      request.onsuccess = () => done(request.result);
    });
    const { key } = await new Promise<{ key: CryptoKey }>((done) => {
      const request = base.transaction('keys').objectStore('keys').get('key');
      request.onsuccess = () => done(request.result as { key: CryptoKey });
    });
    base.close();
    expect(key.extractable).to.equal(false);
    expect(
      await crypto.subtle
        .exportKey('raw', key)
        .then(() => 'out')
        .catch(() => 'kept'),
    ).to.equal('kept');
    await erase(device, 'uno');
    expect(await device.put('uno', place, { nome: 'tardi' }), 'a late word of another window').to.equal(
      false,
    );
    await eraseDevice();
    expect(await device.put('due', place, {}), 'after sign-out').to.equal(false);
    expect(await records()).to.deep.equal([]);
  });

  it('come back after the page died, what is not yet valid too, and are erased when sent', async () => {
    const remote = new Far();
    remote.up = false;
    const form = await show({ remote, value: filled });
    await type(form, 'f/nome', 'Vellonieri');
    await type(form, 'f/nascita', '45');
    await eventually(async () => (await records())[0]?.typed['/nascita'] !== undefined);
    await until(() => screen(form).includes('resta su questo dispositivo'));
    expect(await kept()).not.to.contain('Vellonieri');
    close();
    const again = new Far();
    const other = await show({ remote: again });
    await until(() => part(other, 'f/nome').value === 'Vellonieri');
    expect(part(other, 'f/nascita').value).to.equal('45');
    await type(other, 'f/nascita', '');
    await next(other, 'Famiglia');
    await next(other, 'Riepilogo');
    await press(other, 'button.primary');
    await until(() => screen(other).includes('2026-00007'));
    expect(await records()).to.deep.equal([]);
  });

  it('are kept though nothing that comes late ever came, and what nobody could read yet becomes an answer', async () => {
    const remote = new Far();
    const form = await show({ remote });
    form.keeping = () => Promise.reject(new Error('no network'));
    await type(form, 'f/nome', 'Vellonieri');
    await eventually(async () => (await records())[0]?.answers['nome'] === 'Vellonieri');
    expect(form.saving).to.equal(undefined);
    expect(await kept()).not.to.contain('Vellonieri');
    close();
    const [draft] = await records();
    // as it was kept before the reader of texts was here
    const unread = { ...draft!, answers: {}, typed: { '/nome': 'Vellonieri', '/nascita': '45' } };
    const other = await show({ draft: unread });
    expect(other.value['nome']).to.equal('Vellonieri');
    expect(other.currentDraft.typed).to.deep.equal({ '/nascita': '45' });
  });

  it('wait to be sent under one key, say so, and are sent once', async () => {
    const remote = new Far();
    const form = await show({ remote, value: filled });
    await next(form, 'Famiglia');
    await next(form, 'Riepilogo');
    remote.up = false;
    await press(form, 'button.primary');
    await until(() => screen(form).includes('Da inviare: 1'));
    await until(() => screen(form).includes('È al sicuro su questo dispositivo'));
    expect(await broken(form)).to.deep.equal([]);
    remote.up = true;
    await press(form, '[part=queued] button');
    await until(() => screen(form).includes('2026-00007'));
    expect(screen(form)).to.match(/Inviata alle \d\d:\d\d/);
    expect(new Set(remote.keys).size).to.equal(1);
    expect(await records()).to.deep.equal([]);
  });

  it('are not kept on a shared device', async () => {
    const remote = new Far();
    const form = await show({ remote });
    await type(form, 'f/nome', 'Vellonieri');
    await eventually(async () => (await records()).length === 1);
    form.shadowRoot!.querySelector<HTMLInputElement>('.device input')!.click();
    await until(() => screen(form).includes('non resta niente'));
    await type(form, 'f/nome', 'Marta');
    await until(() => screen(form).includes('Bozza salvata'));
    expect(await kept()).not.to.contain('"place":"patto:prova/prova"');
    expect(localStorage.getItem(place)).to.equal(null);
  });

  it('in conflict show both values with whose and when; the person picks; the rest is merged', async () => {
    const remote = new Far();
    const form = await show({ remote });
    await type(form, 'f/nome', 'Maria');
    remote.combined = {
      ok: true,
      draft: { ...form.currentDraft, answers: { ...form.value, nome: 'Marta', casa: 'proprieta' } },
      conflicts: [
        { at: '/nome', theirs: { value: 'Marta' }, by: 'Giulia Neri', when: '2026-03-02T09:42:00Z' },
      ],
      taken: ['/casa'],
      rescued: [],
      by: 'Giulia Neri',
    };
    await until(() => screen(form).includes('cambiata altrove'));
    await until(() => screen(form).includes('Giulia Neri ha cambiato: Casa'));
    expect(text(form, '.sides')).to.match(/La tua risposta\s*Maria[^]*Giulia Neri, alle 10:42[^]*Marta/);
    expect(part(form, 'f/nome').value, 'nothing changes under the pen').to.equal('Maria');
    expect(form.value['casa']).to.equal('proprieta');
    expect(await broken(form)).to.deep.equal([]);
    form.shadowRoot!.querySelectorAll<HTMLElement>('.sides button')[1]!.click();
    await until(() => part(form, 'f/nome').value === 'Marta');
    await until(() => !screen(form).includes('cambiata altrove'));
  });

  it('of two windows that begin together are one draft of the server', async () => {
    const [one, two] = [new Far(), new Far()];
    one.up = false;
    const form = await show({ remote: one });
    await type(form, 'f/nome', 'Maria');
    await until(() => screen(form).includes('resta su questo dispositivo'));
    const other = await show({ remote: two });
    const saving = await other.keeping();
    const found = await saving.keeping.found();
    expect(found.map(({ open }) => open)).to.deep.equal([true]);
    await adopt(other, saving, found);
    expect(saving.kept().begun?.answers, 'what both have had').to.deep.equal({ nome: 'Maria' });
    await until(() => screen(other).includes('Bozza salvata'));
    one.up = true;
    one.combined = { ok: true, draft: form.currentDraft, conflicts: [], taken: [], rescued: [] };
    form.saving!.retry();
    await until(() => one.memo !== undefined);
    // Joined: what would be made anew is answered with a conflict here, and brings no memo.
    expect(one.memo).to.deep.equal({ rev: 1 });
  });

  it('that somebody saved while they were being sent go again by themselves, or say that something is other', async () => {
    const remote = new Far();
    const form = await show({ remote, value: filled });
    await type(form, 'f/nome', 'Maria');
    await until(() => screen(form).includes('Bozza salvata'));
    await next(form, 'Famiglia');
    await next(form, 'Riepilogo');
    const combined = (nome: string): Combined => ({
      ok: true,
      draft: { ...form.currentDraft, answers: { ...form.value, nome } },
      conflicts: [],
      taken: [],
      rescued: [],
    });
    remote.first = { ok: false, code: 'conflict' };
    remote.combined = combined('Marta');
    await press(form, 'button.primary');
    await until(() => screen(form).includes('la bozza è stata cambiata da altri'));
    expect(remote.sent).to.equal(undefined);
    remote.first = { ok: false, code: 'conflict' };
    remote.combined = combined('Marta');
    await press(form, 'button.primary');
    await until(() => screen(form).includes('2026-00007'));
    expect(remote.sent!['nome']).to.equal('Marta');
    expect(remote.keys.length).to.equal(3);
  });
});
