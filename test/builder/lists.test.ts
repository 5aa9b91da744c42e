// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import { family } from './family.ts';
import { type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const rows = [
  { id: 'a', title: 'Affitto', peso: 2 },
  { id: 'b', title: 'Comodato', valid_to: '2026-12-31' },
];
const open = (roles = ['form-admin']) =>
  opened(family, (server) => {
    server.roles = roles;
    server.lists.set('alloggi', { title: 'Alloggi', rev: 0, rows });
  });
const cell = (row: number, column: string) =>
  screen.find<HTMLInputElement>(`tr[data-row="${row}"] [data-cell="${column}"]`);
const set = async (row: number, column: string, text: string): Promise<void> => {
  const field = await cell(row, column);
  type(field, text);
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('lists', () => {
  afterEach(() => screen.close());

  it('are put in order, dated and added to by keys, and kept as one', async () => {
    screen = await open();
    await screen.view('lists');
    assert.equal((await cell(1, 'valid_to')).value, '31/12/2026');
    assert.deepEqual(await axe(), []);
    (await screen.find('tr[data-row="1"] [data-move="-1"]')).click();
    await screen.said('«Comodato»: posizione 1 di 2');
    await set(1, 'valid_from', '1/4/2026');
    (await screen.find('[data-add-row]')).click();
    await set(2, 'title', 'Proprietà');
    (await screen.find('[data-save-list]')).click();
    await screen.said('Elenco salvato');
    assert.deepEqual(screen.server.lists.get('alloggi')?.rows, [
      { id: 'b', title: 'Comodato', valid_to: '2026-12-31' },
      { id: 'a', title: 'Affitto', peso: 2, valid_from: '2026-04-01' },
      { id: 'voce', title: 'Proprietà' },
    ]);
  });

  it('take what is pasted from a sheet, and drop it again before it is kept', async () => {
    screen = await open();
    await screen.view('lists');
    type(await screen.find('#list-paste'), 'Comodato\nOspite');
    (await screen.find('[data-paste]')).click();
    await until(() => screen.get<HTMLInputElement>('tr[data-row="1"] [data-cell="id"]')?.value === 'ospite');
    (await screen.find('[data-undo-list]')).click();
    await until(() => screen.get<HTMLInputElement>('tr[data-row="0"] [data-cell="id"]')?.value === 'a');
    assert.isTrue((await screen.find<HTMLButtonElement>('[data-save-list]')).disabled);
  });

  it('keep what was changed and not saved, until it is saved or dropped', async () => {
    screen = await open();
    await screen.view('lists');
    (await screen.find('tr[data-row="1"] [data-move="-1"]')).click();
    await screen.said('posizione 1 di 2');
    await screen.view('rules');
    await screen.view('lists');
    await screen.said('Ritrovate le modifiche');
    assert.equal((await cell(0, 'id')).value, 'b');
    (await screen.find('[data-undo-list]')).click();
    await until(() => screen.get<HTMLInputElement>('tr[data-row="0"] [data-cell="id"]')?.value === 'a');
    assert.isNull(localStorage.getItem('patto:list:alloggi'));
  });

  it('say what the server refuses, and are only to look at for who may only look', async () => {
    screen = await open();
    await screen.view('lists');
    await set(0, 'title', '');
    screen.server.refusing = 'list-title';
    (await screen.find('[data-save-list]')).click();
    assert.include((await screen.find('patto-builder-lists [role="alert"]')).textContent, 'list-title');
    screen.close();
    screen = await open(['coordinator']);
    await screen.view('lists');
    assert.isTrue((await cell(0, 'title')).readOnly);
    assert.isNull(screen.get('[data-save-list]'));
  });
});
