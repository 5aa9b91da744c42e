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
      { key: 'affitto', title: 'Vive in affitto' },
      { key: 'isYes', title: '', inside: [{ key: 'affitto', title: 'Vive in affitto', flag: 'yes' }] },
      { key: 'isNo', title: '', inside: [{ key: 'affitto', title: 'Vive in affitto', flag: 'no' }] },
      { key: 'impegni', title: 'Impegni', rows: true, inside: [{ key: 'testo', title: 'Che cosa' }] },
    ],
  },
  { key: 'holds', title: 'Condizioni', inside: [{ key: 'ha_minori', title: 'ha minori', flag: 'holds' }] },
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

  it('asks yes and no and named conditions in sentences, inside a line too', async () => {
    await start('<main><p>uno{{#if fields.luogo}} due{{else}} tre{{/if}}</p>{{#if fields.affitto}}<p>x</p>{{/if}}</main>'); // prettier-ignore
    await until(() => lines().length === 2);
    const choose = async (place: string, which: number, value: string): Promise<void> => {
      await screen.find(`${place} .sentence select`);
      const select = screen.get('patto-builder-blocks')!.querySelectorAll<HTMLSelectElement>(`${place} .sentence select`)[which]!; // prettier-ignore
      assert.include([...select.options].map((option) => option.value), value); // prettier-ignore
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    assert.isNull(screen.get('[data-inline]'));
    await choose('[data-kind="when"]', 1, 'no');
    await until(() => bare().includes('{{#if fields.isNo.affitto}}<p>x</p>{{/if}}'), text());
    await choose('[data-kind="when"]', 1, 'yes-not');
    await until(() => bare().includes('{{#unless fields.isYes.affitto}}<p>x</p>{{/unless}}'), text());
    assert.match(screen.get('[data-kind="when"] .sentence')!.textContent!, /Mostra se la risposta a/);
    at(lines()[0]!);
    await choose('[data-inline]', 0, 'holds.ha_minori');
    await until(() => bare().includes('uno{{#if holds.ha_minori}} due{{else}} tre{{/if}}</p>'), text());
    await until(() => lines()[0]!.querySelector('.chip')?.textContent === 'se vale «ha minori»: due', lines()[0]!.textContent!); // prettier-ignore
    await choose('[data-inline]', 1, 'holds-not');
    await until(() => bare().includes('uno{{#unless holds.ha_minori}} due{{else}} tre{{/unless}}'), text());
    assert.isNull(screen.get('.chip.lost, [data-fault]'));
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
