// SPDX-License-Identifier: AGPL-3.0-or-later
// A document's template as blocks, in a browser.
import { assert } from 'chai';
import type { Definition } from '../../schemas/types.ts';
import type { Thing } from '../../templates/blocks/things.ts';
import { family } from './family.ts';
import { until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const things: readonly Thing[] = [
  {
    key: 'fields',
    title: 'Risposte',
    inside: [
      { key: 'luogo', title: 'Dove si firma' },
      { key: 'impegni', title: 'Impegni', rows: true, inside: [{ key: 'testo', title: 'Che cosa' }] },
    ],
  },
  { key: 'title', title: 'Titolo' },
  {
    key: 't',
    title: 'Parole',
    inside: [{ key: 'intro', title: 'intro', words: 'Questo è il nostro patto.' }],
  },
];
const start = (text: string, roles?: string[]): Promise<void> =>
  opened(family as Definition, (server) => {
    server.texts.push(text);
    server.things = things;
    if (roles) server.roles = roles;
  }).then(async (made) => {
    screen = made;
    await screen.view('document');
    await screen.find('patto-builder-blocks');
  });
const lines = (): HTMLElement[] => [
  ...screen.get('patto-builder-blocks')!.querySelectorAll<HTMLElement>('.line-text'),
];
const text = (): string => localStorage.getItem('patto:template:pact') ?? '';
const bare = (): string => text().replace(/\n\s*/g, '');
const key = (on: Element, name: string, more: object = {}): void =>
  void on.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more })); // prettier-ignore
const tool = async (name: string): Promise<void> => (await screen.find(`[data-tool="${name}"]`)).click();
const at = (line: HTMLElement): void => {
  line.focus();
  const caret = document.createRange();
  caret.selectNodeContents(line);
  caret.collapse(false);
  const root = line.getRootNode() as unknown as { getSelection?(): Selection };
  const selection = root.getSelection?.() ?? getSelection()!;
  selection.removeAllRanges();
  selection.addRange(caret);
};

describe('a template as blocks', () => {
  afterEach(() => screen.close());

  it('is written, given fields, moved and taken back without a brace being typed', async () => {
    await start('<main><p>{{t.intro}}</p><p>uno</p></main>');
    await until(() => lines().length === 2);
    assert.equal(lines()[0]!.textContent!.replaceAll('\u200b', ''), 'Questo è il nostro patto.');
    at(lines()[1]!);
    document.execCommand('insertText', false, ' {{x}} ');
    await until(() => bare().includes('<p>uno &#123;&#123;x&#125;&#125;</p>'), text());
    (await screen.find<HTMLSelectElement>('#blocks-field')).value = 'fields.luogo';
    await tool('blocks-field');
    await until(() => bare().includes('{{fields.luogo}}</p>'), 'no field');
    assert.deepEqual(
      [...lines()[1]!.querySelectorAll('.chip')].map((chip) => chip.textContent),
      ['Dove si firma'],
    );
    key(lines()[1]!, 'ArrowUp', { altKey: true });
    await until(() => bare().startsWith('<main><p>uno'), 'not moved');
    await screen.said('blocco spostato. Posto 1 di 2');
    for (let step = 0; step < 3; step++) key(lines()[0]!, 'z', { ctrlKey: true });
    await until(() => localStorage.getItem('patto:template:pact') === null || bare() === '<main><p>{{t.intro}}</p><p>uno</p></main>', text()); // prettier-ignore
    assert.deepEqual(await axe(), []);
  });

  it('makes a table over the rows of a list and a condition; what is wrong stands at its block', async () => {
    await start('<main><p>{{fields.luog}}</p></main>');
    await screen.find('[data-fault="field"]');
    assert.isNotNull(screen.get('.chip.lost'));
    assert.deepEqual(await axe(), []);
    (await screen.find('[data-swap]')).click();
    await until(() => bare() === '<main><p>{{fields.luogo}}</p></main>', 'not replaced');
    for (const name of ['table', 'when']) {
      (await screen.find<HTMLSelectElement>('#blocks-new')).value = name;
      await tool('blocks-new');
    }
    await until(() => bare().includes('{{#each fields.impegni}}<tr><th scope="row">{{testo}}</th></tr>{{/each}}'), text()); // prettier-ignore
    await until(() => bare().includes('{{#if fields.luogo}}<p></p>{{/if}}'), text());
    assert.deepEqual(await axe(), []);
  });

  it('is read by who may not change it', async () => {
    await start('<main><p>uno</p><dl><dt>x</dt></dl></main>', ['coordinator']);
    await until(() => lines().length === 1);
    const blocks = screen.get('patto-builder-blocks')!;
    assert.deepEqual(
      [...blocks.querySelectorAll('button, select, input, [contenteditable], [draggable]')],
      [],
    );
    assert.deepEqual(
      [...blocks.querySelectorAll('textarea')].map((area) => area.readOnly),
      [true],
    );
    assert.deepEqual(await axe(), []);
  });
});
