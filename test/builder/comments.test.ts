// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import type { Thread } from '../../builder/api-life.ts';
import { family } from './family.ts';
import { press, type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const said = (by: string, text: string) => ({ by, at: '2026-03-02T08:10:00Z', text });
const threads: Thread[] = [
  {
    id: 't1',
    at: '/casa',
    title: 'Titolo di godimento',
    messages: [said('Anna Rossi', 'Serve anche il comodato?')],
  },
  { id: 't2', at: '/mai', title: 'Reddito', messages: [said('Anna Rossi', 'Che fine ha fatto?')] },
  {
    id: 't3',
    at: '',
    title: 'La famiglia',
    messages: [said('Luisa Ferri', '<b>Bene</b>')],
    resolved: { by: 'Anna Rossi', at: '2026-03-02T09:00:00Z' },
  },
];
const open = (roles = ['form-admin']) =>
  opened(family, (server) => {
    server.roles = roles;
    server.answers.set('comments', { items: threads });
  });

describe('comments', () => {
  afterEach(() => screen.close());

  it('are counted on the question, and open from it with its name by key', async () => {
    screen = await open();
    const badge = await screen.find('[data-talks]');
    assert.include(badge.textContent, '1 commento');
    const pick = await screen.find('[data-pick="/casa"]');
    pick.focus();
    press('F2', { shiftKey: true });
    const about = await screen.find<HTMLSelectElement>('#comment-about');
    await until(() => about.value === '/casa', 'not about the question');
    assert.lengthOf([...screen.get('.threads')!.children], 1);
    assert.deepEqual(await axe(), []);
    const made = { ...threads[0]!, id: 't9', messages: [said('Luisa Ferri', 'Anche «altro»?')] };
    type(screen.get('#comment-text'), 'Anche «altro»?');
    screen.server.answers.set('comments', made);
    screen.get('#comment-text')!.focus();
    press('Enter', { ctrlKey: true });
    await screen.find('[data-thread="t9"]');
    assert.deepEqual(screen.server.told.at(-1), [
      'comments',
      { at: '/casa', title: 'Titolo di godimento', text: 'Anche «altro»?' },
    ]);
  });

  it('of removed questions and resolved ones are kept apart; what they say is text', async () => {
    screen = await open();
    await screen.view('comments');
    (await screen.find('[data-filter="gone"]')).click();
    assert.include((await screen.find('[data-thread="t2"]')).textContent, 'Domanda tolta');
    (await screen.find('[data-filter="resolved"]')).click();
    const resolved = await screen.find('[data-thread="t3"]');
    assert.include(resolved.textContent, '<b>Bene</b>');
    assert.include(resolved.textContent, 'Risolto da Anna Rossi');
    assert.deepEqual(await axe(), []);
  });

  it('are resolved by who may only look at the form, too; a refusal is said beside', async () => {
    screen = await open(['coordinator']);
    await screen.view('comments');
    const resolve = await screen.find('[data-thread="t1"] [data-resolve]');
    screen.server.refusing = 'too-many-comments';
    resolve.click();
    await screen.find('[data-thread="t1"] [role="alert"]');
    screen.server.refusing = undefined;
    screen.server.answers.set('t1', {
      ...threads[0]!,
      resolved: { by: 'Anna Rossi', at: '2026-03-02T09:00:00Z' },
    });
    resolve.click();
    await until(() => !screen.get('[data-thread="t1"]'), 'still open');
    assert.deepEqual(screen.server.told.at(-1), ['t1', { resolved: true }]);
  });
});
