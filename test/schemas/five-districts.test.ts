// SPDX-License-Identifier: AGPL-3.0-or-later
// The districts modelled on public documents, from their data alone: their definitions are sound, their family goes
// through them without a fault, what they name is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../runtime/engine/check.ts';
import { lint } from '../../runtime/engine/lint.ts';
import { settle } from '../../runtime/engine/settle.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Context, District } from '../../schemas/types.ts';
import { readCatalogue } from '../../server/catalogue.ts';
import { mentions } from '../../server/context.ts';
import { loadDataCheck } from '../../server/data-check.ts';
import { listRows } from '../../server/lists.ts';
import { engine } from '../fixtures/national.ts';

const catalogue = await readCatalogue(
  [{ folder: 'schemas', districts: true }],
  await loadDataCheck('schemas'),
);
const modelled = [...catalogue.districts.values()].filter(({ demonstration }) => demonstration === 'asked');

function contextOf({ id, measures }: District, source: unknown, day: string, kase: Context['case']): Context {
  const named = mentions(source);
  const rows = measures.flatMap((measure) => catalogue.measures.get(measure)?.parameters ?? []);
  return {
    today: day,
    referenceDate: day,
    parameters: Object.fromEntries(
      [...named.parameters].flatMap((key) => {
        const row = rows.findLast((one) => one.key === key && one.from <= day);
        return row ? [[key, { value: row.value, source: row.source, from: row.from }]] : [];
      }),
    ),
    lists: Object.fromEntries(
      [...named.lists].map((name) => [name, [...(listRows({ catalogue }, id, name) ?? [])]]),
    ),
    case: kase,
    role: 'case-manager',
    locale: 'it',
  };
}

test('there are five of them, each after its document, each filled only when somebody enters', () => {
  assert.equal(catalogue.broken.length, 0);
  assert.equal(modelled.length, 5);
  for (const { id, notice, staff = [] } of modelled) {
    assert.match(
      notice ?? '',
      /modellato su un documento pubblico, non è una configurazione ufficiale/iu,
      id,
    );
    for (const { name, phone, email } of staff) assert.ok(!phone && !email, `${id}: ${name}`);
  }
  // those that are filled at start stand first: the demonstration's own page is one of theirs
  const order = [...catalogue.districts.values()].map(({ demonstration }) => demonstration === 'asked');
  assert.deepEqual(order, order.toSorted());
});

test('their definitions pass lint; phases, documents and lists name what is there', () => {
  for (const { id, phases, measures } of modelled) {
    const definitions = catalogue.definitions(id);
    for (const definition of definitions.values()) {
      assert.deepEqual(lint(definition, engine), [], `${id} ${definition.id}`);
      const { lists, parameters } = mentions(definition);
      for (const name of lists)
        assert.ok(listRows({ catalogue }, id, name)?.length, `${id} ${definition.id} ${name}`);
      const keys = new Set(
        measures.flatMap((one) => catalogue.measures.get(one)!.parameters.map(({ key }) => key)),
      );
      const own = [...parameters].filter((key) => key.startsWith('misura.'));
      assert.deepEqual(
        own.filter((key) => !keys.has(key)),
        [],
        `${id} ${definition.id}`,
      );
    }
    for (const phase of phases)
      for (const name of [
        ...phase.definitions,
        ...(phase.documents ?? []).map(({ definition }) => definition),
      ])
        assert.ok(definitions.has(name), `${id} ${phase.id} ${name}`);
  }
});

test('services have a fund, funds a kind; each phase of the way has answers of the family', () => {
  const kinds = new Set(catalogue.lists.get('tipi-fondo')!.map(({ id }) => id));
  for (const { id, registers = {}, phases } of modelled) {
    const funds = new Map(registers['fondi']!.map((row) => [row.id, row]));
    for (const row of registers['servizi']!) assert.ok(funds.has(String(row['fondo'])), `${id} ${row.id}`);
    for (const [fund, row] of funds) assert.ok(kinds.has(String(row['tipo'])), `${id} ${fund}`);
    const [family] = catalogue.families(id);
    const answered = new Set(family!.submissions.map(({ definition }) => definition));
    for (const phase of phases.filter(({ occasional }) => !occasional))
      assert.ok(
        phase.definitions.some((one) => answered.has(one)),
        `${id} ${phase.id}`,
      );
  }
});

test('the invented family of each goes through its forms without a fault', () => {
  for (const district of modelled) {
    const [family] = catalogue.families(district.id);
    let kase: Context['case'] = { pratica: { misura: family!.measure, comune: family!.comune } };
    assert.ok(district.measures.includes(family!.measure), district.id);
    for (const { definition: id, answers: given, day } of family!.submissions) {
      const source = catalogue.definitions(district.id).get(id)!;
      const outline = walk(source, engine);
      const context = contextOf(district, source, day, kase);
      const settled = settle(outline, given, context);
      const faults = check(outline, settled, context).filter(({ level }) => level === 'error');
      assert.deepEqual(faults, [], `${district.id} ${id}`);
      const people = settled.answers['nucleo'] as NonNullable<Context['case']['nucleo']> | undefined;
      kase = { ...kase, ...(people ? { nucleo: people } : {}), [id]: settled.answers };
    }
    for (const row of kase.nucleo ?? [])
      assert.match(String(row['codice_fiscale']), /(X00\d|Z000)[A-Z]$/u, 'nobody’s tax code');
  }
});

test('a form that several measures share has the words of each', () => {
  const titles = new Map(modelled.map(({ id }) => [id, catalogue.definitions(id).get('pais')!.title]));
  assert.equal(titles.get('castelli'), 'Progetto personalizzato');
  assert.equal(titles.get('grosseto'), 'Patto per l’inclusione sociale');
  assert.equal(
    titles.get('distretto7'),
    'Progetto sociale personalizzato',
    'its own stands over the national one',
  );
  assert.equal(catalogue.measureOf('livorno', 'domanda-inclusione'), 'rei');
  assert.equal(catalogue.measureOf('grosseto', 'domanda-inclusione'), 'rdc');
  assert.equal(catalogue.measureOf('adisud', 'relazione-ag'), 'sociale');
});

test('figures and dates of the documents stand where they are counted and printed', () => {
  const of = (id: string): District => catalogue.districts.get(id)!;
  const fund = of('livorno').registers!['fondi']!.find(({ id }) => id === 'pon-inclusione')!;
  assert.deepEqual([fund['dotazione'], fund['dal'], fund['al']], [60_973_400, '2017-01-01', '2019-12-31']);
  const agreement = of('livorno').registers!['accordi']!.find(({ id }) => id === 'accordo-cpi')!;
  assert.equal(agreement['firmato_il'], '2017-07-04');
  assert.deepEqual(
    of('distretto7')
      .phases.filter(({ occasional }) => !occasional)
      .map(({ id }) => id),
    ['preassessment', 'assessment', 'sottoscrizione', 'attivazione', 'monitoraggio'],
  );
  assert.equal(of('adisud').registers!['fondi']!.length, 8, 'seven funds, and none');
  const letters = of('grosseto').registers!['servizi']!.map((row) => row['articolo']);
  for (const letter of 'cdefgh') assert.ok(letters.includes(`7.1.${letter}`), letter);
  for (const { id, workforce } of modelled) assert.equal(workforce?.standard, 5000, id);
  assert.ok(
    of('castelli').offices.every(({ hours }) => hours === undefined),
    'hours are still to be defined',
  );
});

test('what each document names, row by row, stands in its district', () => {
  const of = (id: string): District => catalogue.districts.get(id)!;
  const rows = (id: string, name: string) => of(id).registers![name]!;
  const field = (row: object, name: string): unknown => (row as { [key: string]: unknown })[name];
  // A: an office in each comune; agreements with firms, agencies, training; a voucher of its own; the service is free.
  assert.deepEqual(
    of('castelli').comuni.filter(({ id }) => !of('castelli').offices.some(({ comune }) => comune === id)),
    [],
  );
  const parties = rows('castelli', 'accordi').flatMap((row) => row['parti'] as string[]);
  assert.deepEqual(parties.toSorted(), ['agenzie-lavoro', 'cpi', 'enti-formazione', 'imprese']);
  assert.ok(rows('castelli', 'servizi').every((row) => row['costo'] === 'Gratuito'));
  // B: who is in the team, of two employers; results with their columns; three themes; everybody in the network.
  const team = of('distretto7').staff!.filter(({ fund }) => fund !== undefined);
  assert.deepEqual(team.map(({ roles: [role] }) => role).toSorted(), [
    'case-manager',
    'case-manager',
    'coordinator',
    'educator',
  ]);
  assert.equal(new Set(team.map(({ employer }) => employer)).size, 2);
  const pact = catalogue.definitions('distretto7').get('pais')!.schema.properties['risultati']!;
  for (const column of ['strumenti', 'risorsa', 'entro', 'verifica'])
    assert.ok(field(pact.items!.properties!, column), column);
  const acts = catalogue.definitions('distretto7').get('attivazione')!.schema.properties['interventi']!;
  assert.equal(acts.items!.properties!['tema']!.oneOf!.length, 3);
  assert.deepEqual(
    rows('distretto7', 'rete')
      .map(({ id }) => id)
      .toSorted(),
    ['accreditati', 'afol', 'associazioni', 'consultori', 'cpi', 'cpia', 'cps', 'csiol-h', 'csiol-svantaggio', 'npi', 'oratori', 'scuole', 'sert', 'texere'], // prettier-ignore
  );
  assert.equal(of('distretto7').comuni.length, 4);
  assert.match(of('distretto7').milestones![0]!.title, /^159 domande .* quattro comuni$/u);
  // C: one year, from whom, to whom; only for the measure; the social worker of each zone.
  const share = rows('grosseto', 'fondi')[0]!;
  assert.deepEqual(
    ['dal', 'al', 'beneficiario', 'misura'].map((name) => share[name]),
    ['2021-01-01', '2021-12-31', 'COeSO Società della Salute', 'rdc'],
  );
  // D: training for nothing, by voucher; the agreement that ended the planning; a milestone about to begin.
  const training = rows('livorno', 'servizi').find(({ id }) => id === 'formazione-voucher')!;
  assert.deepEqual([training['erogazione'], training['costo']], ['voucher', 'Gratuito']);
  const planned = rows('livorno', 'accordi').find((row) => row['tipo'] === 'coprogettazione')!;
  assert.equal(planned['firmato_il'], '2017-12-19');
  assert.deepEqual(
    ['done', 'running', 'planned'].map(
      (state) => of('livorno').milestones!.filter((one) => one.state === state).length,
    ),
    [3, 1, 1],
  );
  // E: experts until a day; public bodies, second level and advocacy; each fund spends on something; eight categories.
  const outside = of('adisud').staff!.filter(({ employer }) => employer === 'Esperto esterno');
  assert.ok(outside.length === 3 && outside.every(({ until }) => until !== undefined));
  const levels = new Set(rows('adisud', 'rete').map((row) => row['livello']));
  for (const level of ['ente pubblico', 'ETS', 'secondo livello', 'advocacy'])
    assert.ok(levels.has(level), level);
  const offered = rows('adisud', 'servizi');
  for (const { id } of rows('adisud', 'fondi'))
    assert.ok(
      offered.some((row) => row['fondo'] === id),
      id,
    );
  assert.equal(offered.filter((row) => row['fondo'] === 'nessuno').length, 5);
  const kinds = offered.map((row) => row['categorie'] as string[]);
  assert.deepEqual([...new Set(kinds.flat())].toSorted(), catalogue.lists.get('categorie-sostegno')!.map(({ id }) => id)); // prettier-ignore
  assert.ok(kinds.some(({ length }) => length > 1));
  assert.equal(rows('adisud', 'obiettivi-strategici').length, 3);
  const factors = catalogue.lists.get('fattori-poverta')!.map(({ id }) => id);
  for (const one of ['competenze', 'scolarita', 'genitorialita', 'casa'])
    assert.ok(factors.includes(one), one);
});

test('the kind of household follows from who is in it', () => {
  const source = catalogue.definitions('castelli').get('domanda-inclusione')!;
  const outline = walk(source, engine);
  const context = contextOf(catalogue.districts.get('castelli')!, source, '2026-03-02', {});
  const person = (place: number, nascita: string, more: object = {}) => ({
    id: `persona000${place}`,
    nascita,
    relazione: place === 1 ? 'richiedente' : 'figlio',
    ...more,
  });
  const kinds = [
    ['monogenitoriale', [person(1, '1985-01-01'), person(2, '2015-01-01')]],
    ['minori', [person(1, '1985-01-01'), person(2, '2015-01-01'), person(3, '1984-01-01')]],
    ['disabilita', [person(1, '1985-01-01', { disabile: true })]],
    ['sola-55', [person(1, '1971-03-02', { condizione: 'disoccupato' })]],
    ['altro', [person(1, '1971-03-03', { condizione: 'disoccupato' })]],
  ] as const;
  for (const [kind, nucleo] of kinds)
    assert.equal(
      settle(outline, { nucleo: nucleo.map((one) => ({ ...one })) }, context).answers['tipologia'],
      kind,
    );
});
