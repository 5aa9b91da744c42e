// SPDX-License-Identifier: AGPL-3.0-or-later
// What an operator registers of a person, and an electronic signature in its two steps, as the screen asks for them.
import { assert } from 'chai';
import type { KeptDocument } from '../../../server/pages/desk/api.ts';
import '../../../server/pages/desk/documents/electronic.ts';
import '../../../server/pages/desk/documents/sign-form.ts';
import type { SignForm } from '../../../server/pages/desk/documents/sign-form.ts';

const document_ = (more: object = {}): KeptDocument =>
  ({
    id: 'd1',
    number: 'P-1',
    state: 'issued',
    copy: 'family',
    signers: [
      { id: 'marta', name: 'Marta Rossi', role: 'per la famiglia', required: true },
      { id: 'luca', name: 'Luca', role: 'ha partecipato', required: false, line: 'participation' },
    ],
    signatures: [],
    files: [{ blob: 'b', sha256: '0', bytes: 1, at: '', is: 'issued' }],
    ...more,
  }) as unknown as KeptDocument;

interface Sent {
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
}
let sent: Sent[];
/** what the server says next to a path; else {} */
let says: { [path: string]: { readonly status: number; readonly body: object } };
const real = globalThis.fetch;

async function shown<Shown extends HTMLElement>(name: string, document: KeptDocument): Promise<Shown> {
  const element = globalThis.document.createElement(name) as Shown & {
    document: KeptDocument;
    updateComplete: Promise<unknown>;
  };
  element.document = document;
  globalThis.document.body.append(element);
  await element.updateComplete;
  return element;
}
const within = <Found extends HTMLElement>(element: HTMLElement, selector: string): Found | null =>
  element.shadowRoot!.querySelector<Found>(selector);
async function until<Value>(found: () => Value | null | undefined | false): Promise<Value> {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 5));
  }
}
const modesIn = (form: HTMLElement): string[] =>
  [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('input[name="mode"]')].map(({ value }) => value);
const type = (form: HTMLElement, selector: string, text: string): void => {
  const input = within<HTMLInputElement>(form, selector)!;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('acts at the desk', () => {
  beforeEach(() => {
    sent = [];
    // the district asks for the names of its measures on its own account
    says = { '/api/measures': { status: 200, body: { items: [] } } };
    globalThis.fetch = async (address, options) => {
      const path = String(address);
      const said = typeof options?.body === 'string' ? (JSON.parse(options.body) as unknown) : undefined;
      sent.push({ path, method: options?.method ?? 'GET', body: said });
      const { status, body } = says[path] ?? { status: 200, body: {} };
      return new Response(JSON.stringify(body), { status });
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    document.body.replaceChildren();
  });

  it('who cannot sign hears the declaration with the cause in it; who took part has nothing to refuse', async () => {
    const form = await shown<SignForm>('patto-sign-form', document_());
    assert.deepEqual(modesIn(form), ['paper', 'drawn', 'refused', 'impeded']);
    within<HTMLInputElement>(form, 'input[value="impeded"]')!.click();
    await until(() => within(form, '#cause'));
    type(form, '#cause', 'non vede');
    type(form, '#officer', 'C. Ardenzi');
    const text = await until(() => {
      const read = within(form, 'blockquote')?.textContent ?? '';
      return read.includes('non vede') && read;
    });
    assert.match(text, /^Davanti a C\. Ardenzi.*Marta Rossi.*P-1.*motivo: non vede\.$/);
    within<HTMLInputElement>(form, '#day')!.value = '02/03/2026';
    await form.submit();
    const { path, body } = sent.at(-1)!;
    assert.equal(path, '/api/documents/d1/signatures');
    const given = body as { readonly [name: string]: string };
    assert.deepEqual(
      [given['signer'], given['mode'], given['reason'], given['identifiedBy']],
      ['marta', 'impeded', 'non vede', 'C. Ardenzi'],
    );
    const select = within<HTMLSelectElement>(form, '#signer')!;
    select.value = 'luca';
    select.dispatchEvent(new Event('change'));
    await until(() => modesIn(form).join() === 'paper,drawn');
  });

  it('once the file is signed, only who does not sign is registered by hand', async () => {
    const files = [{ is: 'issued' }, { is: 'signed' }];
    const form = await shown<SignForm>('patto-sign-form', document_({ files }));
    assert.deepEqual(modesIn(form), ['refused', 'impeded']);
    const names = [...form.shadowRoot!.querySelectorAll('#signer option')].map(
      ({ textContent }) => textContent,
    );
    assert.deepEqual(names, ['Marta Rossi · per la famiglia']);
  });

  it('an electronic signature: prepared, refused by the key, tried again', async () => {
    const ways = [{ id: 'remota', title: 'Firma remota', asks: ['otp'], signers: ['marta'] }];
    says['/api/documents/d1/signing'] = { status: 200, body: { ways, sealing: 'last' } };
    const box = await shown('patto-electronic', document_());
    const begin = await until(() => within(box, '[data-begin]'));
    assert.ok(within(box, 'input[value="remota"]'));
    const signing = {
      signer: 'marta',
      way: 'remota',
      title: 'Firma remota',
      asks: ['otp'],
      blob: 'x',
      at: '2026-03-02T09:00:00Z',
      by: 'a',
    };
    says['/api/documents/d1/signing'] = { status: 201, body: document_({ signing }) };
    begin.click();
    await until(() => within(box, '#otp'));
    assert.deepEqual(sent.at(-1)?.body, { signer: 'marta', way: 'remota' });
    const path = '/api/documents/d1/signing/complete';
    says[path] = { status: 422, body: { code: 'signer-refused', title: 'Il servizio ha rifiutato.' } };
    type(box, '#otp', '000000');
    within(box, '[data-complete]')!.click();
    const alert = await until(() => within(box, '[role="alert"]'));
    assert.equal(alert.textContent, 'Il servizio ha rifiutato.');
    let told = false;
    box.addEventListener('patto-registered', () => (told = true));
    says[path] = { status: 200, body: document_() };
    type(box, '#otp', '123456');
    within(box, '[data-complete]')!.click();
    await until(() => told);
    assert.deepEqual(sent.at(-1)?.body, { otp: '123456' });
  });
});
