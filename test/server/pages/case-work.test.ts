// SPDX-License-Identifier: AGPL-3.0-or-later
// A case as a whole at the desk: its household by date, who follows it, how it is found.
import { assert } from 'chai';
import type { CaseView } from '../../../server/pages/desk/api.ts';
import '../../../server/pages/desk/case/case-finder.ts';
import '../../../server/pages/desk/case/followers.ts';
import '../../../server/pages/desk/case/household.ts';
import '../../../server/pages/desk/pact/shared.ts';
import type { Case } from '../../../schemas/types.ts';

let sent: { readonly path: string; readonly body: unknown }[];
let says: { [path: string]: object };
const real = globalThis.fetch;

const person = (id: string, nome: string) => ({ id, nome, cognome: 'Prova' });
const view = (more: Partial<Case> = {}): CaseView =>
  ({
    case: {
      number: '2026/1',
      assigned: ['segue'],
      household: [
        { from: '2026-01-10', members: [person('a', 'Anna'), person('b', 'Beppe')] },
        { from: '2026-02-20', reason: 'Separazione', members: [person('a', 'Anna'), person('c', 'Ciro')] },
      ],
      ...more,
    },
    phases: [],
    staff: [
      { id: 'segue', name: 'Chi Segue', profile: 'x' },
      { id: 'altra', name: 'Altra Persona', profile: 'x' },
    ],
    names: { segue: 'Chi Segue' },
    titles: {},
  }) as unknown as CaseView;
const session = (id: string, roles: string[]) => ({ account: { id, name: id, roles }, today: '2026-03-02' });

async function shown(tag: string, given: object): Promise<HTMLElement> {
  const element = Object.assign(document.createElement(tag), given);
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  return element;
}
async function until<Value>(found: () => Value | null | undefined | false): Promise<Value> {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 5));
  }
}
const within = <Found extends HTMLElement>(element: Element, selector: string): Found | null =>
  element.shadowRoot!.querySelector<Found>(selector);
const text = (element: Element, selector: string): string =>
  (within(element, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
function submit(element: Element, selector: string, values: { readonly [name: string]: string }): void {
  const form = within<HTMLFormElement>(element, selector)!;
  for (const [name, value] of Object.entries(values))
    (form.elements.namedItem(name) as HTMLInputElement).value = value;
  form.requestSubmit();
}

describe('a case as a whole', () => {
  beforeEach(() => {
    sent = [];
    says = {};
    globalThis.fetch = async (address, options) => {
      const path = String(address);
      const body = typeof options?.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined;
      sent.push({ path, body });
      return new Response(JSON.stringify(says[path] ?? { items: [] }), { status: 200 });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    document.body.replaceChildren();
  });

  it('the household of today, of another day, and who came and left', async () => {
    const card = await shown('patto-case-household', { view: view(), today: '2026-03-02' });
    assert.equal(text(card, '[data-members]'), 'Anna ProvaCiro Prova');
    assert.include(
      text(card, 'ol'),
      'Separazione + Ciro Prova entra nel nucleo − Beppe Prova esce dal nucleo',
    );
    within<HTMLDetailsElement>(card, 'details')!.open = true;
    submit(card, 'form', { day: '15/1/2026' });
    await until(() => text(card, '[data-members]') === 'Anna ProvaBeppe Prova');
    submit(card, 'form', { day: '31/2/2026' });
    await until(() => text(card, '#day-hint').startsWith('Non è una data'));
    assert.equal(text(card, '[data-members]'), 'Anna ProvaBeppe Prova', 'what was shown stays');
    submit(card, 'form', { day: '' });
    await until(() => text(card, '[data-members]') === 'Anna ProvaCiro Prova');
  });

  it('who leaves gives up the own place; the coordinator takes away with a reason', async () => {
    const own = await shown('patto-case-followers', {
      caseId: 'c1',
      view: view(),
      session: session('segue', ['case-manager']),
    });
    assert.isNull(within(own, '[data-assign]'));
    submit(own, '[data-act="hand"]', { to: 'altra', note: 'Da lunedì la segue lei' });
    const handed = await until(() => sent.find(({ path }) => path.endsWith('/hand-over')));
    assert.deepEqual(handed.body, { from: 'segue', to: 'altra', note: 'Da lunedì la segue lei' });

    const other = await shown('patto-case-followers', {
      caseId: 'c1',
      view: view(),
      session: session('altra', ['case-manager']),
    });
    assert.isNull(within(other, 'form'));

    const lead = await shown('patto-case-followers', {
      caseId: 'c1',
      view: view(),
      session: session('capo', ['coordinator']),
    });
    let moved = 0;
    lead.addEventListener('patto-changed', () => (moved += 1));
    within(lead, '[data-take="segue"]')!.click();
    await until(() => within(lead, '[data-act="take"]'));
    submit(lead, '[data-act="take"]', { reason: '' });
    assert.notInclude(
      sent.map(({ path }) => path),
      '/api/cases/c1/unassign',
      'not without a reason',
    );
    submit(lead, '[data-act="take"]', { reason: 'Cambia ufficio' });
    const taken = await until(() => sent.find(({ path }) => path.endsWith('/unassign')));
    assert.deepEqual(taken.body, { account: 'segue', reason: 'Cambia ufficio' });
    await until(() => moved === 1);

    const shut = await shown('patto-case-followers', {
      caseId: 'c1',
      view: view({ closed: { at: '', by: '', why: 'merged' } }),
      session: session('capo', ['coordinator']),
    });
    assert.isNull(within(shut, 'form'), 'a closed case is only read');
  });

  it('a partner is offered to the coordinator alone, and the card says that they see only their part', async () => {
    const partners = [
      { id: 'maestra', name: 'M. Maestra, IC', title: 'Scuola', given: true },
      { id: 'coop', name: 'C. Coop', title: 'Casa', given: false },
    ];
    const of = (id: string, role: string) =>
      shown('patto-case-followers', { caseId: 'c1', view: { ...view(), partners }, session: session(id, [role]) }); // prettier-ignore
    const own = await of('segue', 'case-manager');
    assert.include(text(own, '[data-partner]'), 'vede solo la sua parte del patto: Scuola');
    assert.isNull(within(own, '[data-take="maestra"]'));
    const lead = await of('capo', 'coordinator');
    assert.isNotNull(within(lead, '#assign option[value="coop"]'));
    assert.isNull(within(lead, '#to option[value="coop"]'), 'no case is handed over to them');
    submit(lead, '[data-act="give"]', { account: 'coop' });
    const given = await until(() => sent.find(({ path }) => path.endsWith('/assign')));
    assert.deepEqual(given.body, { account: 'coop' });
  });

  it('what a partner reads: rows in words with whose they are, nothing yet, nobody, a refusal that is tried again', async () => {
    const contacts = [{ name: 'Chi Segue', profile: 'x', phone: '0999' }];
    const row = (says: string, who: string) => ({ says: [{ label: 'Meta', text: says }, { label: 'Entro', text: '30/06/2026' }], people: [who] }); // prettier-ignore
    says['/api/shared'] = {
      items: [
        { number: '2026/1', people: ['Anna', 'Ciro'], begins: '2026-03-01', ends: '2027-02-28', contacts, parts: [{ title: 'Mete', rows: [row('Legge', 'Anna')] }] }, // prettier-ignore
        { number: '2026/2', people: [], contacts: [], parts: [] },
      ],
    };
    const screen = await shown('patto-desk-shared', {});
    await until(() => within(screen, '[data-shared]'));
    assert.equal(
      text(screen, '[data-shared="2026/1"]').replaceAll(/\s+/g, ' '),
      'Anna, Ciro Pratica 2026/1 Il patto vale dal 01/03/2026 al 28/02/2027 Chi chiamare Chi Segue, x, tel. 0999 Mete Legge Entro 30/06/2026 Per Anna',
    );
    assert.include(text(screen, '[data-shared="2026/2"]'), 'Adesso nel patto in vigore non c’è niente');
    says['/api/shared'] = { items: [] };
    const none = await shown('patto-desk-shared', {});
    await until(() => within(none, '[data-none]'));
    globalThis.fetch = async () =>
      new Response(JSON.stringify({ title: 'Non adesso', code: 'x' }), { status: 503 });
    const refused = await shown('patto-desk-shared', {});
    await until(() => text(refused, '[role="alert"]') === 'Non adesso');
    globalThis.fetch = async () => new Response(JSON.stringify({ items: [] }), { status: 200 });
    within(refused, 'button')!.click();
    await until(() => within(refused, '[data-none]'));
    assert.isNull(within(refused, '[role="alert"]'));
  });

  it('filters go to the server with the words; the next page goes on from the last', async () => {
    const row = { id: 'c1', number: '2026/A/1', name: 'A. B.', comune: 'a', measure: 'm', state: 'nuova' };
    const page = {
      items: [{ ...row, phase: 'p', queue: '', changedAt: '2026-03-01' }],
      total: 2,
      next: 'k1',
    };
    says['/api/cases?'] = { ...page, states: ['nuova', 'chiusa'] };
    const finder = await shown('patto-case-finder', {});
    await until(() => within(finder, 'tbody tr'));
    assert.include(text(finder, '.spread'), '2 pratiche');
    says['/api/cases?cursor=k1'] = {
      items: [{ ...page.items[0], id: 'c2' }],
      total: 2,
      states: ['nuova', 'chiusa'],
    };
    within(finder, '.spread button')!.click();
    await until(() => finder.shadowRoot!.querySelectorAll('tbody tr').length === 2);
    says['/api/cases?q=Anna+Prova&state=chiusa'] = {
      items: [],
      total: 0,
      byName: true,
      states: ['nuova', 'chiusa'],
    };
    const form = within<HTMLFormElement>(finder, 'form')!;
    (form.elements.namedItem('q') as HTMLInputElement).value = ' Anna Prova ';
    const state = form.elements.namedItem('state') as HTMLSelectElement;
    state.value = 'chiusa';
    state.dispatchEvent(new Event('change'));
    await until(() => text(finder, 'p[role="status"]').startsWith('Nessuna pratica'));
    assert.include(
      sent.map(({ path }) => path),
      '/api/cases?q=Anna+Prova&state=chiusa',
    );
  });
});
