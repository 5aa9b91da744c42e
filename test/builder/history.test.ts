// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import type { ToldMoment } from '../../builder/api-life.ts';
import { family } from './family.ts';
import { type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const moments: ToldMoment[] = [
  { rev: 4, at: '2026-03-02T08:10:00Z', by: 'Anna Rossi', steps: [] },
  {
    rev: 3,
    at: '2026-03-02T08:05:00Z',
    by: 'Luisa Ferri',
    steps: [
      { code: 'renamed', params: { from: 'x', title: 'Com’era' } },
      { code: 'added', params: { title: 'Reddito' }, back: true },
    ],
  },
  { rev: 2, at: '2026-03-01T23:30:00Z', by: 'Luisa Ferri', steps: [], published: 1 },
];

describe('history', () => {
  afterEach(() => screen.close());

  it('names who did what and when, shows a moment beside now, and brings it back in a step that undo takes back', async () => {
    screen = await opened(family, (server) => {
      server.answers.set('moments', { items: moments, total: 3 });
      server.answers.set('3', { definition: { ...family, title: 'Com’era' } });
    });
    await screen.view('history');
    const one = await screen.find('[data-rev="3"]');
    for (const text of [
      '09:05',
      'Luisa Ferri',
      'Cambiato il testo «Com’era»',
      'Annullato: Aggiunta la domanda «Reddito»',
    ])
      assert.include(one.textContent, text);
    assert.include((await screen.find('[data-rev="2"]')).textContent, 'Pubblicata la versione 1');
    // Half past eleven in Greenwich is the day after in Rome.
    assert.lengthOf([...(await screen.find('patto-builder-history')).querySelectorAll('h3')], 1);
    assert.deepEqual(await axe(), []);
    (await screen.find('[data-look="3"]')).click();
    const row = await screen.find('tr[data-how="changed"]');
    assert.include(row.textContent, family.title);
    (await screen.find('[data-restore="3"]')).click();
    await screen.said('Riportato a com’era il 02/03/2026, 09:05');
    await until(() => screen.server.definition(family.id).title === 'Com’era');
    (await screen.find('[data-travel="undo"]')).click();
    await until(() => screen.server.definition(family.id).title === family.title);
  });

  it('tells the server what was done with each save: letters of one title are one step', async () => {
    screen = await opened(family);
    const title = await screen.find<HTMLInputElement>('#form-title');
    for (const text of ['A', 'Ab', 'Abc']) type(title, text);
    await until(
      () => screen.get('[data-save="clean"]') && screen.server.definition(family.id).title === 'Abc',
    );
    assert.deepEqual(
      screen.server.steps.map((step) => (step as { code: string; params: { title?: string } }).params.title),
      ['Abc'],
    );
  });

  it('reads on in pages, and says when the server refuses', async () => {
    screen = await opened(family, (server) => {
      server.answers.set('moments', { items: moments.slice(0, 1), total: 3, next: 'x' });
    });
    await screen.view('history');
    const more = await screen.find('[data-more]');
    screen.server.answers.set('moments', { items: moments.slice(1), total: 3 });
    more.click();
    await screen.find('[data-rev="2"]');
    assert.isNull(screen.get('[data-more]'));
  });
});
