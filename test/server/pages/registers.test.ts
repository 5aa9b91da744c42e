// SPDX-License-Identifier: AGPL-3.0-or-later
// A register as an operator works on it: found, filtered, a row changed while somebody else does, a table taken in.
import { assert } from 'chai';
import type { Definition } from '../../../schemas/types.ts';
import type {
  RegisterForm,
  RegisterView,
  RowView,
} from '../../../server/pages/desk/registers/register-api.ts';
import { decoded } from '../../../server/pages/desk/registers/register-import.ts';
import '../../../server/pages/desk/registers/registers.ts';
import type { Registers } from '../../../server/pages/desk/registers/registers.ts';

const form = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'riga',
  title: 'Servizio',
  schema: {
    type: 'object',
    properties: {
      title: { title: 'Nome', type: 'string', maxLength: 60 },
      ente: { title: 'Ente', type: 'string', maxLength: 60 },
      visto: { title: 'Verificato il', type: 'string', format: 'date', readOnly: true },
    },
    required: ['title', 'ente'],
  },
} as unknown as Definition;
const context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists: {},
  case: {},
  role: 'coordinator',
  locale: 'it',
};
const head = {
  name: 'servizi',
  title: 'Guida dei servizi',
  about: 'I servizi.',
  edits: true,
  adds: true,
  named: 'Nome',
  columns: ['Ente'],
  checked: true,
  months: 6,
  comuni: true,
  states: [],
};
const nido = { id: 'nido', rev: 1, title: 'Nido d’infanzia', cells: ['Comune'], marks: [] };
const mensa = { id: 'mensa', rev: 0, title: 'Mensa', cells: ['Caritas'], marks: ['stale' as const] };
const accordo = {
  id: 'fine',
  rev: 0,
  title: 'Accordo',
  cells: ['ASL'],
  marks: ['expiring' as const],
  left: 1,
};
const register = (more: Partial<RegisterView> = {}): RegisterView => ({
  ...head,
  all: 4,
  total: 3,
  marks: ['stale', 'expiring', 'closed'],
  rows: [nido, mensa, accordo],
  ...more,
});
const rowForm = (more: Partial<RegisterForm> = {}): RegisterForm => ({
  ...head,
  form,
  context,
  rows: [nido],
  ...more,
});
const rowView = (more: Partial<RowView> = {}): RowView => ({
  row: { title: 'Nido d’infanzia', ente: 'Comune', visto: '2026-01-12' },
  rev: 1,
  history: [],
  ...more,
});

interface Said {
  readonly status?: number;
  readonly body: object;
}
let sent: {
  readonly method: string;
  readonly path: string;
  readonly rev: string | null;
  readonly body: unknown;
}[];
/** what the server says next to `METHOD path` */
let says: { [asked: string]: Said };
const real = globalThis.fetch;

async function until<Value>(found: () => Value | null | undefined | false): Promise<Value> {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 5));
  }
}
/** The first that fits, through all shadow roots. */
function seek<Found extends HTMLElement>(selector: string, root: ParentNode = document): Found | undefined {
  const here = root.querySelector<Found>(selector);
  if (here) return here;
  for (const each of root.querySelectorAll('*')) {
    const inside = each.shadowRoot && seek<Found>(selector, each.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}
const find = <Found extends HTMLElement>(selector: string): Promise<Found> =>
  until(() => seek<Found>(selector));
const titles = (): (string | null)[] => {
  const table = seek('table')!;
  return [...table.querySelectorAll('tbody td:first-child')].map((cell) => cell.textContent.trim());
};

function open(...parts: string[]): void {
  const screen = document.createElement('patto-desk-registers') as Registers;
  screen.parts = parts;
  document.body.append(screen);
}
async function type(selector: string, text: string, event = 'input'): Promise<void> {
  const input = await find<HTMLInputElement>(selector);
  input.value = text;
  input.dispatchEvent(new Event(event, { bubbles: true }));
}

describe('registers at the desk', () => {
  beforeEach(() => {
    sent = [];
    says = {
      'GET /api/registers/servizi': { body: register() },
      'GET /api/registers/servizi?row=nido': { body: rowForm() },
      'GET /api/registers/servizi?row=%2B': { body: rowForm({ rows: [] }) },
      'GET /api/district': {
        body: {
          comuni: [
            { id: 'mare', name: 'Al Mare' },
            { id: 'monte', name: 'Al Monte' },
          ],
        },
      },
      'GET /api/registers/servizi/rows/nido': { body: rowView() },
    };
    globalThis.fetch = async (address, options) => {
      const path = String(address);
      const method = options?.method ?? 'GET';
      const text = options?.body;
      const rev = new Headers(options?.headers).get('If-Match');
      sent.push({
        method,
        path,
        rev,
        body: typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined,
      });
      const said = says[`${method} ${path}`];
      if (!said) throw new TypeError(`not reached: ${method} ${path}`);
      return new Response(JSON.stringify(said.body), { status: said.status ?? 200 });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    document.body.replaceChildren();
    location.hash = '';
  });

  it('rows are asked for by words, comune and how they stand, page by page', async () => {
    says['GET /api/registers/servizi'] = { body: register({ next: '50', total: 53 }) };
    says['GET /api/registers/servizi?cursor=50'] = { body: register({ rows: [{ ...mensa, id: 'm2', title: 'Altra' }], total: 53 }) }; // prettier-ignore
    open('servizi');
    await find('tr[data-row]');
    assert.deepEqual(titles(), ['Nido d’infanzia', 'Mensa', 'Accordo']);
    assert.include((await find('[data-mark="expiring"]')).textContent, 'manca un giorno');
    assert.include(seek('.card [role="status"]')!.textContent, '53');
    (await find('[data-more]')).click();
    await until(() => titles().length === 4);
    assert.deepEqual(titles().at(-1), 'Altra', 'after those that stand there');
    assert.isUndefined(seek('[data-more]'));
    says['GET /api/registers/servizi?q=CITTA'] = { body: register({ rows: [mensa], total: 1 }) };
    await type('#q', 'CITTA');
    await until(() => titles().length === 1);
    says['GET /api/registers/servizi?q=CITTA&comune=monte'] = { body: register({ rows: [], total: 0 }) };
    await type('#comune', 'monte', 'change');
    await until(() => seek('table') === undefined);
    assert.include(seek('.card')!.textContent, 'Nessuna');
    assert.isDefined(seek('#q'), 'what was asked stays');
    says['GET /api/registers/servizi?q=CITTA&comune=monte&show=closed'] = { body: register({ rows: [nido], total: 1 }) }; // prettier-ignore
    await type('#show', 'closed', 'change');
    await until(() => seek('table'));
    assert.deepEqual([...seek<HTMLSelectElement>('#show')!.options].map(({ value }) => value), ['', 'stale', 'expiring', 'closed', 'all']); // prettier-ignore
  });

  it('who may only read has no way to change; an empty register says what to do', async () => {
    says['GET /api/registers/servizi'] = { body: register({ edits: false, adds: false }) };
    says['GET /api/registers/servizi?row=nido'] = { body: rowForm({ edits: false, adds: false }) };
    open('servizi');
    await find('tr[data-row]');
    assert.isUndefined(seek('[data-import]'));
    assert.isUndefined(seek('a[href$="/+"]'));
    document.body.replaceChildren();
    open('servizi', 'nido');
    await until(() => seek('patto-form')?.shadowRoot?.querySelector('dl, dt'));
    assert.isUndefined(seek('[data-save]'));
    document.body.replaceChildren();
    says['GET /api/registers/servizi'] = { body: register({ rows: [], all: 0, total: 0, marks: [] }) };
    open('servizi');
    await until(() => document.body.firstElementChild && seek('.card')?.textContent.includes('è vuoto'));
  });

  it('a row that somebody else has saved meanwhile: told by whom and what, and nothing of mine is lost', async () => {
    open('servizi', 'nido');
    const field = await find<HTMLInputElement>('patto-field input');
    field.focus();
    await type('patto-field input', 'Nido comunale');
    field.blur();
    const theirs = {
      at: '2026-03-02T09:00:00Z',
      by: 'P. Lunardi',
      what: 'changed',
      changes: [{ column: 'Ente', was: 'Comune', now: 'Coop' }],
    };
    says['PUT /api/registers/servizi/rows/nido'] = {
      status: 412,
      body: { code: 'conflict', title: 'Cambiata', status: 412, params: { rev: 2 } },
    };
    says['GET /api/registers/servizi/rows/nido'] = { body: rowView({ rev: 2, history: [theirs] }) };
    (await find('[data-save]')).click();
    const told = await find('[data-conflict]');
    const text = told.textContent.replace(/\s+/g, ' ');
    assert.include(text, 'P. Lunardi ha salvato questa riga');
    assert.include(text, 'Comune → Coop');
    assert.equal(seek<HTMLInputElement>('patto-field input')!.value, 'Nido comunale');
    says['PUT /api/registers/servizi/rows/nido'] = { body: { id: 'nido', rev: 3, row: {} } };
    told.querySelectorAll('button')[1]!.click();
    await find('[data-told]');
    const put = sent.findLast(({ method }) => method === 'PUT');
    assert.equal(put!.rev, '"2"', 'over the row that was told');
    assert.deepInclude((put!.body as { row: object }).row, { title: 'Nido comunale', visto: '2026-01-12' });
  });

  it('what is missing keeps the row from being sent, and the keyboard stands there', async () => {
    open('servizi', '+');
    const field = await find<HTMLInputElement>('patto-field input');
    field.focus();
    await type('patto-field input', 'Sala');
    field.blur();
    (await find('[data-save]')).click();
    await until(() => seek('.notice.bad[role="alert"]'));
    assert.isFalse(sent.some(({ method }) => method === 'POST'));
    const stands = await until(() => seek('patto-form')?.shadowRoot?.activeElement);
    assert.notEqual(stands, field);
    assert.equal(field.value, 'Sala');
  });

  it('a table is only taken in after it was looked at, and not with a wrong row', async () => {
    const looked = (wrong: number) => ({
      rows: [
        {
          line: 2,
          id: 'mensa',
          title: 'Mensa',
          what: 'changed',
          changes: [{ column: 'Ente', was: 'Caritas', now: 'Comune' }],
          problems: [],
        },
        ...(wrong
          ? [
              {
                line: 3,
                id: 'x',
                title: 'X',
                what: 'wrong',
                changes: [],
                problems: [{ column: 'Ente', message: 'Rispondi a «Ente».' }],
              },
            ]
          : []),
      ],
      counts: { new: 0, changed: 1, same: 4, wrong },
      ignored: ['Colore'],
      seen: 'abc',
    });
    says['POST /api/registers/servizi/table'] = { body: looked(1) };
    open('servizi');
    (await find('[data-import]')).click();
    await type('#text', 'Nome;Ente;Colore\nMensa;Comune;rosso\nX;;\n');
    (await find<HTMLButtonElement>('[data-look]')).click();
    const line = await find('[data-line="3"]');
    assert.include(line.textContent, 'Rispondi a «Ente».');
    assert.include((await find('.notice.warn')).textContent, 'Colore');
    assert.isUndefined(seek('[data-take]'));
    says['POST /api/registers/servizi/table'] = { body: looked(0) };
    says['PUT /api/registers/servizi/table'] = { body: { counts: looked(0).counts } };
    (await find<HTMLButtonElement>('[data-look]')).click();
    (await find('[data-take]')).click();
    await until(() => seek('.notice.good')?.textContent.includes('Importate 1 righe.'));
    const put = sent.find(({ method }) => method === 'PUT');
    assert.deepInclude(put?.body as object, { seen: 'abc' });
  });

  it('a file is read in whichever of the usual ways it was written', () => {
    const text = 'Nome;Perché\n';
    assert.deepEqual(decoded(new TextEncoder().encode(text)), { text, encoding: 'UTF-8' });
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    assert.deepEqual(decoded(latin), { text, encoding: 'Windows-1252' });
    const wide = new Uint8Array([0xff, 0xfe, ...Array.from(text, (s) => [s.charCodeAt(0), 0]).flat()]);
    assert.deepEqual(decoded(wide), { text, encoding: 'UTF-16' });
  });
});
