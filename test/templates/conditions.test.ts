// SPDX-License-Identifier: AGPL-3.0-or-later
// What a template asks of yes and no and of named conditions: true, and never about what its copy may not show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEngine } from '../../runtime/engine/load.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Definition } from '../../schemas/types.ts';
import { templateDesk } from '../../server/pdf/template-desk.ts';
import { questions } from '../../builder/views/document/blocks/asking.ts';
import { readBlocks } from '../../templates/blocks/read.ts';
import { writeBlocks } from '../../templates/blocks/write.ts';
import type { Copy, Data } from '../../templates/contract.ts';
import { fieldTexts } from '../../templates/fields.ts';
import { conditionFlags } from '../../templates/named-conditions.ts';
import { renamedPaths } from '../../templates/rename-paths.ts';
import { render } from '../../templates/render.ts';

const shown = { 'x-print': 'family' } as const;
const definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'pact',
  id: 'accordo',
  title: 'Accordo',
  schema: {
    type: 'object',
    properties: {
      affitto: { title: 'Vive in affitto', type: 'boolean', ...shown },
      cura: { title: 'È in cura', type: 'boolean', 'x-sensitivity': 'health', ...shown },
      riservato: { title: 'Per gli uffici', type: 'boolean', 'x-print': 'internal' },
      figli: {
        title: 'Figli',
        type: 'array',
        ...shown,
        items: {
          type: 'object',
          properties: {
            nome: { title: 'Nome', type: 'string', ...shown },
            scuola: { title: 'Va a scuola', type: 'boolean', ...shown },
            diagnosi: { title: 'Diagnosi', type: 'string', 'x-sensitivity': 'health', ...shown },
          },
        },
      },
      quanti: {
        title: 'Quanti',
        type: 'integer',
        'x-value': { count: '/figli' },
        'x-drawn': false,
        ...shown,
      },
      malati: {
        title: 'Malati',
        type: 'integer',
        'x-value': { count: '/figli', where: { './diagnosi': { answered: true } } },
        'x-drawn': false,
        ...shown,
      },
    },
  },
  conditions: {
    in_affitto: { '/affitto': { const: true, type: 'boolean' } },
    ha_figli: { '/quanti': { type: 'integer', minimum: 1 } },
    due_volte: { all: [{ named: 'in_affitto' }, { named: 'ha_figli' }] },
    in_cura: { '/cura': { const: true, type: 'boolean' } },
    nascosta: { any: [{ named: 'riservata' }, { named: 'in_affitto' }] },
    riservata: { '/riservato': { answered: false } },
    con_diagnosi: { '/figli': { type: 'array', contains: { required: ['diagnosi'] } } },
    con_malati: { '/malati': { type: 'integer', minimum: 1 } },
    del_caso: { 'case:/altro/cura': { answered: true } },
    di_riga: { './scuola': { const: true, type: 'boolean' } },
    girotondo: { named: 'in_tondo' },
    in_tondo: { named: 'girotondo' },
  },
} as unknown as Definition;

const engine = await loadEngine((source) => new RegExp(source, 'u'));
const outline = walk(definition, engine);
const answered = {
  affitto: true,
  cura: true,
  riservato: true,
  figli: [
    { id: 'aaaaaaaaaaa', nome: 'Ada', scuola: true, diagnosi: 'x' },
    { id: 'bbbbbbbbbbb', nome: 'Bice', scuola: false },
    { id: 'ccccccccccc', nome: 'Ciro' },
  ],
  quanti: 3,
  malati: 1,
};
const dataOf = (answers: object, copy: Copy = 'family'): { readonly [key: string]: Data } => {
  const given = { answers } as Parameters<typeof conditionFlags>[0]['submission'];
  return {
    fields: fieldTexts(outline, answers as never, (_field, value) => String(value ?? ''), copy, []),
    holds: conditionFlags({ outline, submission: given, copy }),
  };
};
const margin = { language: 'it', title: 'x', left: '', right: '', page: ['', ''] as const };
const body = (source: string, answers: object): string =>
  /<body>(.*)<\/body>/s.exec(render({ source, partials: {}, css: '' }, dataOf(answers), margin))![1]!;

test('an answer is yes, or no, or neither: at the root, in a row, where the definition has it no more', () => {
  const asks = '{{#if fields.isYes.affitto}}A{{else}}-{{/if}}{{#if fields.isNo.affitto}}B{{else}}-{{/if}}';
  assert.equal(body(asks, { affitto: true }), 'A-');
  assert.equal(body(asks, { affitto: false }), '-B');
  assert.equal(body(asks, {}), '--');
  assert.equal(body(asks, { affitto: { declined: 'refused' } }), '--');
  const rows =
    '{{#each fields.figli}}{{nome}}{{#if isYes.scuola}}+{{/if}}{{#if isNo.scuola}}-{{/if}} {{/each}}';
  assert.equal(body(rows, answered), 'Ada+ Bice- Ciro ');
  assert.equal(body('{{#unless fields.isYes.mai}}m{{/unless}}{{#unless holds.mai}}h{{/unless}}', {}), 'mh');
});

test('a named condition holds of what the copy shows, and of nothing else is anything said', () => {
  assert.deepEqual(dataOf(answered)['holds'], { in_affitto: true, ha_figli: true, due_volte: true });
  assert.deepEqual(dataOf({ affitto: false, quanti: 0 })['holds'], { in_affitto: false, ha_figli: false, due_volte: false }); // prettier-ignore
  assert.ok(!('cura' in (dataOf(answered)['fields'] as { isYes: object }).isYes));
  const internal = dataOf(answered, 'internal')['holds'] as { readonly [name: string]: boolean };
  assert.deepEqual([internal['in_cura'], internal['con_malati'], internal['riservata']], [true, true, false]);
  // Not one answer that the family's copy keeps to itself changes what it says.
  const { cura: _, riservato: __, malati: ___, ...open } = answered;
  assert.deepEqual(dataOf(open), dataOf(answered));
});

test('the checks know them, the builder offers them, and names that change are followed', async () => {
  const desk = (await templateDesk('pact', outline))!;
  const codes = (text: string) => desk.check(text).map(({ code, params }) => [code, params['nearest']]);
  assert.deepEqual(codes('{{#if holds.ha_figli}}{{#each fields.figli}}{{#if isNo.scuola}}x{{/if}}{{/each}}{{/if}}'), []); // prettier-ignore
  assert.deepEqual(codes('{{#if holds.ha_figl}}x{{/if}}'), [['template-field', 'holds.ha_figli']]);
  assert.deepEqual(codes('{{#if holds.con_malati}}x{{/if}}').length, 1);
  assert.deepEqual(codes('{{#if fields.isYes.cura}}x{{/if}}').length, 1);
  const asked = questions([desk.things('it')]);
  const about = (path: string) => asked.filter((one) => one.path === path).flatMap(({ title, ways }) => [title, ...ways.map(({ says }) => says)]); // prettier-ignore
  assert.deepEqual(about('fields.affitto'), ['Vive in affitto', 'yes', 'no', 'yes-not', 'no-not', 'answered', 'answered-not']); // prettier-ignore
  assert.deepEqual(about('holds.ha_figli'), ['ha figli', 'holds', 'holds-not']);
  assert.deepEqual(asked.filter(({ path }) => /isYes|isNo|malati|cura/.test(path)), []); // prettier-ignore
  const text = '{{#if fields.isYes.affitto}}<p>a</p>{{/if}}{{#each fields.figli}}<p>{{#unless isNo.scuola}}b{{/unless}}</p>{{/each}}'; // prettier-ignore
  assert.equal(writeBlocks(readBlocks(text)).replace(/\n\s*/g, ''), text);
  const names = [{ path: ['affitto'], to: 'casa' }, { path: ['figli', 'scuola'], to: 'classe' }]; // prettier-ignore
  assert.deepEqual(renamedPaths(text, names).text, text.replace('affitto', 'casa').replace('scuola', 'classe')); // prettier-ignore
});
