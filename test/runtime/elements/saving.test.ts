// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Refusal, Remote, SaveOptions, Saved } from '../../../runtime/elements/remote.ts';
import type { Draft } from '../../../schemas/types.ts';
import { broken, close, filled, next, part, press, settled, show, text, type, until } from './forms.ts';

/** A transport that answers as it is told and keeps what it is given. */
class Server implements Remote {
  readonly saved: { readonly draft: Draft; readonly options: SaveOptions }[] = [];
  // the hour is said as in Rome, wherever the machine stands
  answer: Saved | Refusal = { ok: true, at: new Date().toISOString().slice(0, 10) + 'T09:42:00Z' };
  other: Draft | undefined;
  receipts = 0;
  problems: Refusal | undefined;

  async save(draft: Draft, options: SaveOptions = {}): Promise<Saved | Refusal> {
    this.saved.push({ draft, options });
    return options.overwrite ? { ok: true } : this.answer;
  }
  async load() {
    return { ok: true as const, draft: this.other! };
  }
  async submit() {
    return this.problems ?? { ok: true as const, receipt: `2026-${++this.receipts}` };
  }
}

const state = (form: PattoForm) => text(form, '.state');

describe('a draft', () => {
  afterEach(close);

  it('is saved within a second of the last change, and says when', async () => {
    const remote = new Server();
    const form = await show({ remote });
    const events: Draft[] = [];
    form.addEventListener('patto-save', (event) => events.push(event.detail));
    await type(form, 'f/nome', 'M');
    await type(form, 'f/nome', 'Maria');
    await until(() => remote.saved.length > 0 && state(form).startsWith('Bozza salvata'));
    await settled(form);
    expect(remote.saved.map(({ draft }) => draft.answers)).to.deep.equal([{ nome: 'Maria' }]);
    expect(events).to.have.length(1);
    expect(state(form)).to.match(/^Bozza salvata alle 1[01]:42$/);
    expect(form.shadowRoot!.querySelector('.state')!.getAttribute('role')).to.equal('status');
  });

  it('goes out when the page goes away', async () => {
    const remote = new Server();
    const form = await show({ remote });
    await type(form, 'f/nome', 'Maria');
    await settled(form);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(remote.saved[0]?.options.last).to.equal(true);
    expect(remote.saved[0]?.draft.answers['nome']).to.equal('Maria');
  });

  it('changed elsewhere: says so in place, loses nothing, offers both', async () => {
    const remote = new Server();
    remote.answer = { ok: false, code: 'conflict' };
    remote.other = {
      definition: 'prova',
      version: 0,
      answers: { nome: 'Altra' },
      typed: {},
      parked: {},
      from: {},
    };
    const form = await show({ remote });
    await type(form, 'f/nome', 'Maria');
    await until(() => state(form).includes('cambiata altrove'));
    expect(part(form, 'f/nome').value).to.equal('Maria');
    expect(await broken(form)).to.deep.equal([]);
    const [open, keep] = form.shadowRoot!.querySelectorAll<HTMLElement>('.state button');
    keep!.click();
    await until(() => remote.saved.at(-1)?.options.overwrite === true && state(form).includes('salvata'));
    expect(remote.saved.at(-1)!.draft.answers['nome']).to.equal('Maria');
    await type(form, 'f/nome', 'Mario');
    await until(() => state(form).includes('cambiata altrove'));
    void open;
    form.shadowRoot!.querySelector<HTMLElement>('.state button')!.click();
    await until(() => part(form, 'f/nome').value === 'Altra');
  });

  it('of a session that has ended stays on screen, and is saved at the next try', async () => {
    const remote = new Server();
    remote.answer = { ok: false, code: 'signed-out' };
    const form = await show({ remote });
    await type(form, 'f/nome', 'Maria');
    await until(() => state(form).includes('sessione è finita'));
    expect(part(form, 'f/nome').value).to.equal('Maria');
    remote.answer = { ok: true };
    await press(form, '.state button');
    await until(() => state(form).startsWith('Bozza salvata'));
  });

  it('without a network is tried again by itself', async () => {
    const remote = new Server();
    remote.answer = { ok: false, code: 'network' };
    const form = await show({ remote });
    await type(form, 'f/nome', 'Maria');
    await until(() => state(form).includes('Collegamento assente'));
    remote.answer = { ok: true };
    window.dispatchEvent(new Event('online'));
    await until(() => state(form).startsWith('Bozza salvata'));
  });

  it('refused by the server at sending: each sentence at its field', async () => {
    const remote = new Server();
    remote.problems = {
      ok: false,
      code: 'invalid',
      problems: [
        { code: 'x', at: '/canone', params: {}, level: 'error', message: 'Il canone è troppo alto.' },
      ],
    };
    const form = await show({ remote, value: filled });
    await next(form, 'Famiglia');
    await next(form, 'Riepilogo');
    await press(form, 'button.primary');
    await until(() => text(form, '.errors').includes('Il canone è troppo alto.'));
    form.shadowRoot!.querySelector<HTMLElement>('.errors a')!.click();
    await until(() => form.shadowRoot!.activeElement?.id === 'f/canone');
    expect(part(form, 'f/canone-e').textContent).to.contain('Il canone è troppo alto.');
    remote.problems = undefined;
    await type(form, 'f/canone', '400');
    await next(form, 'Famiglia');
    await next(form, 'Riepilogo');
    await press(form, 'button.primary');
    await until(() => text(form, '[part=sent]').includes('2026-1'));
    expect(form.shadowRoot!.activeElement?.id).to.equal('heading');
  });
});
