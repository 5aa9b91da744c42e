// SPDX-License-Identifier: AGPL-3.0-or-later
// Terms and appointments as an operator meets them: what is red, deciding with a reason, registering how it went.
import { assert } from 'chai';
import type { Session } from '../../../runtime/elements/kit/session.ts';
import type { AppointmentsView } from '../../../server/pages/desk/agenda/agenda-api.ts';
import type { CaseView, TermRow } from '../../../server/pages/desk/api.ts';
import '../../../server/pages/desk/agenda/case-appointments.ts';
import '../../../server/pages/desk/agenda/case-terms.ts';
import '../../../server/pages/desk/agenda/deadlines.ts';

let sent: { readonly path: string; readonly body: unknown }[];
let says: { [path: string]: object | undefined };
const real = globalThis.fetch;

async function until<Value>(found: () => Value | null | undefined | false): Promise<Value> {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 5));
  }
}
const within = <Found extends HTMLElement>(element: Element, selector: string): Found | null =>
  element.shadowRoot!.querySelector<Found>(selector);
const text = (element: Element): string => element.shadowRoot!.textContent.replace(/\s+/g, ' ');

const session = (...roles: string[]) =>
  ({ account: { id: 'io', roles, comuni: [] }, today: '2026-03-02' }) as unknown as Session;
const term = (more: Partial<TermRow> = {}): TermRow => ({
  id: 'T4',
  title: 'Primo incontro',
  from: '2026-01-20',
  due: '2026-05-20',
  level: 'limit',
  state: 'open',
  red: false,
  source: 'legge',
  ...more,
});
const view = (terms: readonly TermRow[], more: object = {}) =>
  ({
    terms,
    changesTerms: true,
    staff: [{ id: 'io', name: 'L. Morvani', profile: '' }],
    case: { ...more },
  }) as unknown as CaseView;

async function shown<Wanted extends HTMLElement>(tag: string, properties: object): Promise<Wanted> {
  const element = Object.assign(document.createElement(tag), properties) as Wanted;
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  return element;
}

describe('terms and appointments at the desk', () => {
  beforeEach(() => {
    sent = [];
    says = {};
    globalThis.fetch = async (address, options) => {
      const path = String(address);
      const body = typeof options?.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined;
      sent.push({ path, body });
      const answer = says[path];
      if (!answer) throw new TypeError('not reached');
      return new Response(JSON.stringify(answer), { status: 200 });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    document.body.replaceChildren();
  });

  it('a case: what runs is in sight, what is over is folded; the law’s date stands beside a decision', async () => {
    const moved = term({ id: 'T5', due: '2026-04-20', law: '2026-04-12', open: '2026-04-21', red: true });
    const kase = view([term({ met: '2026-02-11', state: 'met' }), moved], {
      termChanges: [
        { id: 'c', term: 'T5', start: '2026-01-20', what: 'moved', date: '2026-04-20', at: '2026-03-01T09:00:00Z', by: 'io', reason: 'Ricovero' },
      ],
    }); // prettier-ignore
    const element = await shown('patto-case-terms', {
      view: kase,
      session: session('case-manager'),
      caseId: 'k',
    });
    const row = within(element, '[data-term="T5"]')!;
    assert.match(
      row.textContent.replace(/\s+/g, ' '),
      /20\/04\/2026 ?49 giorni .*per legge 12\/04\/2026 .*vale il 21\/04\/2026 .*Spostato al 20\/04\/2026 · Ricovero \(L. Morvani/,
    );
    assert.isNotNull(row.querySelector('.badge.bad'));
    assert.isNotNull(within(element, 'details [data-term="T4"]'));
    const reader = await shown('patto-case-terms', { view: { ...kase, changesTerms: false } });
    assert.isNull(within(reader, '[data-term="T5"] button'));
  });

  it('a decision wants a date as people write it, and a reason; what is refused is read aloud', async () => {
    const element = await shown('patto-case-terms', {
      view: view([term()]),
      session: session('case-manager'),
      caseId: 'k',
    });
    let changed = 0;
    element.addEventListener('patto-changed', () => (changed += 1));
    within(element, '[data-term] button')!.click();
    const form = within<HTMLFormElement>(element, 'form')!;
    const date = form.querySelector<HTMLInputElement>('#date')!;
    const reason = form.querySelector<HTMLTextAreaElement>('#reason')!;
    reason.value = 'Malattia';
    date.value = '31/02/2026';
    form.requestSubmit();
    await until(() => within(element, '[role="alert"]'));
    assert.deepEqual(sent, []);
    date.value = '1/6/2026';
    says['/api/cases/k/terms'] = { ok: true };
    form.requestSubmit();
    await until(() => changed > 0);
    assert.deepEqual(sent[0]?.body, {
      term: 'T4',
      start: '2026-01-20',
      what: 'moved',
      date: '2026-06-01',
      reason: 'Malattia',
    });
  });

  it('all terms: counts choose, rows lead to their case, late ones are marked', async () => {
    const counts = { all: 2, red: 1, late: 1, week: 0, month: 0, suspended: 0 };
    const late = {
      case: 'k',
      number: '2026/1',
      name: 'Rossi',
      comune: 'c',
      measure: 'm',
      assigned: [],
      term: term({ state: 'late', red: true, due: '2026-02-20' }),
    };
    says['/api/district'] = { comuni: [{ id: 'c', name: 'Poggio' }], measures: [] };
    says['/api/deadlines?span=all'] = {
      items: [late, { ...late, case: 'l', term: term() }],
      total: 2,
      counts,
      terms: [{ id: 'T4', title: 'Primo incontro' }],
    };
    says['/api/deadlines?span=late'] = { items: [late], total: 1, counts, terms: [] };
    const element = await shown('patto-desk-deadlines', { session: session('case-manager') });
    await until(() => element.shadowRoot!.querySelectorAll('tbody tr').length === 2);
    assert.equal(within(element, 'tr.red a')?.getAttribute('href'), '#/case/k');
    assert.match(text(element), /scaduto da 10 giorni/);
    within(element, '[data-span="late"]')!.click();
    await until(() => element.shadowRoot!.querySelectorAll('tbody tr').length === 1);
    assert.equal(within(element, '[data-span="late"]')?.getAttribute('aria-pressed'), 'true');
  });

  it('an appointment: registered with the reason that its outcome wants; before its day only what can be', async () => {
    const one = {
      id: 'a',
      rev: 1,
      definition: 'd',
      day: '2026-02-11',
      time: '09:30',
      minutes: 60,
      place: 'Sede',
      people: 'Marta',
      with: 'io',
      overlaps: true,
      met: false,
      message: { text: 'Ciao', length: 161 },
    };
    const all: AppointmentsView = {
      items: [one, { ...one, id: 'b', day: '2026-03-20', overlaps: false }],
      definitions: [{ id: 'd', title: 'Convocazione' }],
      outcomes: [
        { id: 'svolto', title: 'Svolto', past: true, badge: 'good' },
        {
          id: 'scusato',
          title: 'Assente, giustificato',
          past: true,
          reasons: [{ id: 'malattia', title: 'Malattia' }],
        },
        { id: 'rinviato', title: 'Rinviato' },
      ],
      deliveries: [],
      writes: true,
    };
    says['/api/cases/k/appointments'] = all;
    const element = await shown('patto-case-appointments', {
      caseId: 'k',
      session: session('case-manager'),
      kase: view([]),
    });
    await until(() => within(element, '[data-appointment="a"]'));
    assert.match(text(element), /11\/02\/2026, ore 9.30 esito da registrare si sovrappone/);
    assert.match(text(element), /161 caratteri su 160 · troppo lungo/);
    within(element, '[data-appointment="b"] [data-outcome]')!.click();
    await until(() => element.shadowRoot!.querySelectorAll('input[name="code"]').length === 1);
    within(element, '[data-appointment="a"] [data-outcome]')!.click();
    await until(() => element.shadowRoot!.querySelectorAll('input[name="code"]').length === 3);
    element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[name="code"]')[1]!.click();
    const reason = await until(() => within<HTMLSelectElement>(element, '#reason'));
    const form = within<HTMLFormElement>(element, 'form')!;
    assert.isFalse(form.checkValidity(), 'the reason is wanted');
    reason.value = 'malattia';
    says['/api/cases/k/appointments/a'] = { ok: true };
    form.requestSubmit();
    const asked = await until(() => sent.find(({ path }) => path.endsWith('/a')));
    assert.deepEqual(asked.body, { outcome: { code: 'scusato', reason: 'malattia' } });
  });
});
