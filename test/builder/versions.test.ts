// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import type { Life } from '../../builder/api-life.ts';
import { family } from './family.ts';
import { until, type } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const older = { ...family, title: 'Com’era' };
const life: Partial<Life> = {
  versions: [{ number: 1, hash: 'a', at: '2026-03-01T10:00:00Z', by: 'Anna Rossi', drafts: 2 }],
  workers: ['Carla Bianchi'],
  writers: ['Luisa Ferri'],
  reviewers: [{ id: 'capo', name: 'Anna Rossi', profile: 'Coordinatrice' }],
};
const open = (more: Partial<Life> = {}, roles = ['form-admin']) =>
  opened(family, (server) => {
    server.roles = roles;
    server.kept.get(family.id)!.published = 1;
    server.versions.set(1, older);
    server.more = { ...life, ...more };
  });

describe('versions', () => {
  afterEach(() => screen.close());

  it('shows the draft beside the version, and makes an older version the draft in one step', async () => {
    screen = await open();
    await screen.view('versions');
    const row = await screen.find('tr[data-how="changed"][data-at=""]');
    assert.include(row.textContent, 'Com’era');
    assert.include(row.textContent, family.title);
    assert.include((await screen.find('[data-at="publish"]')).textContent, '2 compilazioni iniziate');
    assert.deepEqual(await axe(), []);
    (await screen.find('[data-restore]')).click();
    await screen.said('Riportata in bozza la versione 1');
    await until(() => screen.server.definition(family.id).title === 'Com’era', 'not saved');
    assert.deepEqual(screen.server.steps, [{ code: 'version-restored', params: { number: 1 } }]);
    (await screen.find('[data-travel="undo"]')).click();
    await until(() => screen.server.definition(family.id).title === family.title, 'not taken back');
    assert.deepEqual(screen.server.steps.at(-1), {
      code: 'version-restored',
      params: { number: 1 },
      back: true,
    });
  });

  it('asks a second person; who is asked approves or sends back with words', async () => {
    screen = await open();
    await screen.view('versions');
    (await screen.find<HTMLSelectElement>('#reviewer')).value = 'capo';
    type(await screen.find('#review-note'), 'I redditi');
    (await screen.find('[data-ask-review]')).click();
    await screen.said('Revisione chiesta');
    assert.deepEqual(screen.server.told.at(-1), ['review', { reviewer: 'capo', note: 'I redditi' }]);
    assert.isNull(screen.get('[data-approve]'), 'who asked cannot approve');
    screen.close();
    const review = {
      state: 'asked',
      askedAt: '2026-03-01T10:00:00Z',
      askedBy: 'Luisa Ferri',
      overtaken: false,
    } as const;
    screen = await open({ own: false, review }, ['coordinator']);
    await screen.view('versions');
    assert.isNull(screen.get('[data-publish-now]'), 'who may only look does not publish');
    type(await screen.find('#review-answer'), 'Manca la data');
    (await screen.find('[data-return]')).click();
    await screen.said('rimandata indietro');
    assert.deepEqual(screen.server.told.at(-1), ['decision', { approve: false, note: 'Manca la data' }]);
  });

  it('plans a day as people write it, and says what the server refuses where it was asked', async () => {
    screen = await open();
    await screen.view('versions');
    const plan = await screen.find('[data-plan]');
    type(screen.get('#plan-day'), '31/02/2026');
    plan.click();
    const wrong = await screen.find('[data-at="publish"] [role="alert"]');
    assert.include(wrong.textContent, '15/04/2026');
    type(screen.get('#plan-day'), '1/4/2026');
    plan.click();
    await screen.said('programmata');
    assert.deepEqual(screen.server.told.at(-1), ['schedule', { on: '2026-04-01' }]);
    screen.server.refusing = 'day-not-to-come';
    (await screen.find('[data-plan]')).click();
    await until(() =>
      screen.get('[data-at="publish"] [role="alert"]')?.textContent?.includes('day-not-to-come'),
    );
  });

  it('withdraws, and says what goes on', async () => {
    screen = await open();
    await screen.view('versions');
    const part = await screen.find('[data-at="withdraw"]');
    assert.include(part.textContent, 'continuano con la versione');
    (await screen.find('[data-withdraw]')).click();
    await screen.said('Modulo ritirato');
    assert.deepEqual(screen.server.told.at(-1), ['withdrawal', { out: true }]);
  });

  it('does not publish what nobody has approved, and shows the way there', async () => {
    screen = await open({ reviewNeeded: true });
    (await screen.find('[data-publish]')).click();
    (await screen.find('[data-go-review]')).click();
    await screen.find('[data-open-view="versions"] #life-title');
    assert.isNull(screen.get('[data-confirm-publish]'));
  });
});
