// SPDX-License-Identifier: AGPL-3.0-or-later
// What is being printed, as an operator sees it: how far it is, why it failed, stop and begin again; many at once.
import { assert } from 'chai';
import type { Job, Printables } from '../../../server/pages/desk/api.ts';
import '../../../server/pages/desk/documents/job.ts';
import type { JobRow } from '../../../server/pages/desk/documents/job.ts';
import '../../../server/pages/desk/agenda/series.ts';

type Part = Job['parts'][number];
const part = (more: Partial<Part> = {}): Part => ({
  of: 'submission',
  case: 'c1',
  caseNumber: '2026/00001',
  kind: 'pact',
  title: 'Patto',
  submission: 's1',
  state: 'queued',
  ...more,
});
const job = (more: Partial<Job> = {}): Job => ({
  id: 'j1',
  state: 'running',
  batch: false,
  at: '2026-03-02T09:00:00Z',
  total: 1,
  done: 0,
  failed: 0,
  parts: [part()],
  ...more,
});
const refused = (code: string, message: string): Part =>
  part({ state: 'failed', problem: { code, message } });

let sent: { readonly path: string; readonly body: unknown }[];
/** what the server says next to a path; undefined: it is not reached */
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

async function row(given: Job): Promise<JobRow & { moved: number }> {
  const element = Object.assign(document.createElement('patto-job') as JobRow, { moved: 0 });
  element.job = given;
  element.addEventListener('patto-changed', () => (element.moved += 1));
  document.body.append(element);
  await element.updateComplete;
  return element;
}

describe('jobs at the desk', () => {
  beforeEach(() => {
    sent = [];
    says = {};
    globalThis.fetch = async (address, options) => {
      const path = String(address);
      sent.push({
        path,
        body: typeof options?.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined,
      });
      const body = says[path];
      if (!body) throw new TypeError('not reached');
      return new Response(JSON.stringify(body), { status: 200 });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    document.body.replaceChildren();
  });

  it('one document: looked at until it ends, and the reason why it failed is read aloud', async () => {
    says['/api/jobs/j1'] = job({
      state: 'failed',
      failed: 1,
      parts: [refused('disk-full', 'Il disco è pieno.')],
    });
    const shown = await row(job());
    assert.include(text(shown), 'in preparazione');
    const alert = await until(() => within(shown, '[role="alert"]'));
    assert.equal(alert.textContent, 'Il disco è pieno.');
    assert.equal(shown.moved, 1, 'the case is told');
    says['/api/jobs/j1/retry'] = job({ state: 'queued' });
    within<HTMLElement>(shown, '[data-retry]')!.click();
    await until(() => within(shown, '[data-stop]'));
    assert.isNull(within(shown, '[role="alert"]'));
  });

  it('a seal says whose it is, and what is being done', async () => {
    const sealing = part({ of: 'seal', act: 'd1', number: 'PaIS 2026/00007', state: 'running' });
    const shown = await row(job({ parts: [sealing] }));
    assert.equal(within(shown, 'h3')!.textContent, 'Sigillo: Patto PaIS 2026/00007');
    assert.include(text(shown), 'Si sta apponendo il sigillo');
  });

  it('many: how many are ready, which are not and why, the same reason once; gone on with', async () => {
    const why = 'La stampa non è riuscita.';
    const shown = await row(
      job({
        batch: true,
        state: 'failed',
        total: 4,
        done: 1,
        failed: 3,
        parts: [
          part({ state: 'done' }),
          refused('a', why),
          { ...refused('a', why), case: 'c2', caseNumber: '2026/00002' },
          { ...refused('b', 'Manca una lettera.'), case: 'c3', caseNumber: '2026/00003' },
        ],
      }),
    );
    assert.include(text(shown), '1 di 4 pronti · 3 non riusciti');
    assert.equal(within<HTMLProgressElement>(shown, 'progress')!.value, 4);
    assert.equal(shown.shadowRoot!.querySelectorAll('li').length, 2);
    const links = [...shown.shadowRoot!.querySelectorAll('li a')].map((one) => one.getAttribute('href'));
    assert.deepEqual(links, ['#/case/c1', '#/case/c2', '#/case/c3']);
    assert.equal(within(shown, 'a[target]')!.getAttribute('href'), '/api/jobs/j1/file');
    assert.include(within(shown, '[data-retry]')!.textContent, 'Prosegui');
  });

  it('a server that does not answer for a while ends nothing', async () => {
    const shown = await row(job());
    await until(() => sent.length > 0);
    await shown.updateComplete;
    assert.isNotNull(within(shown, '[data-stop]'));
    assert.equal(shown.moved, 0);
  });

  it('in series: what is ticked is asked for, and nothing else', async () => {
    const items = ['c1', 'c2', 'c3'].map((id, place) => ({
      case: id,
      number: `2026/0000${place}`,
      name: `Nucleo ${place}`,
      submission: `s${place}`,
      submittedAt: '2026-03-02T09:00:00Z',
    }));
    const shown: Printables = { kind: 'pact', kinds: [{ kind: 'pact', title: 'Patto' }], items };
    says['/api/printables?'] = shown;
    says['/api/printables?kind=pact'] = { ...shown, items: [items[1]!] };
    says['/api/jobs'] = { items: [], ...job({ batch: true }) };
    const screen = document.createElement('patto-desk-series');
    document.body.append(screen);
    const make = await until(() => within<HTMLButtonElement>(screen, '#make'));
    assert.include(make.textContent, '3 documenti');
    const [all, , second] = screen.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]');
    second!.click();
    await until(() => make.textContent.includes('2 documenti'));
    assert.isTrue(all!.indeterminate);
    make.click();
    const asked = await until(() => sent.find(({ body }) => body !== undefined));
    assert.deepEqual(asked.body, {
      items: [
        { case: 'c1', submission: 's0', kind: 'pact' },
        { case: 'c3', submission: 's2', kind: 'pact' },
      ],
    });
    // What was left out is still there, and still left out.
    await until(() => make.textContent.includes('0 documenti'));
    assert.isTrue(make.disabled);
  });
});
