// SPDX-License-Identifier: AGPL-3.0-or-later
// One journey, run over every district that is modelled on a public document, from its data alone: the desk opens a
// case under its measure, its phases are gone through with the answers of its invented family, the documents that the
// phases name are issued, the pact is signed and sealed, the state of progress counts it. Nothing here names a district.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer';
import type { District } from '../../schemas/types.ts';
import { readCatalogue, type Catalogue } from '../../server/catalogue.ts';
import { loadDataCheck } from '../../server/data-check.ts';
import {
  choose,
  click,
  find,
  openBrowser,
  openPage,
  signInAs,
  startServer,
  textOf,
  until,
  type Server,
} from './stage.ts';
import {
  compile,
  issue,
  leave,
  seatOf,
  signAndSeal,
  textOfFile,
  type CaseView,
  type Ground,
} from './walk.ts';

let server: Server;
let browser: Browser;
let catalogue: Catalogue;
let ground: Ground;

before(async () => {
  catalogue = await readCatalogue([{ folder: 'schemas', districts: true }], await loadDataCheck('schemas'));
  browser = await openBrowser();
  server = await startServer();
  ground = { browser, base: server.base, catalogue };
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function walkThrough(district: District): Promise<void> {
  const [family] = catalogue.families(district.id);
  const [request, ...rest] = family!.submissions;
  const manager = district.staff!.find(({ id }) => id === family!.assigned![0])!;

  const desk = await seatOf(ground, district, 'front-office');
  await click(desk.page, 'h1 + .cluster button.primary');
  const name = await find(desk.page, '#name');
  await name.focus();
  await desk.page.keyboard.type(family!.title);
  await choose(desk.page, '#comune', family!.comune);
  await choose(desk.page, '#measure', family!.measure);
  await click(desk.page, 'button[form="new"]');
  await find(desk.page, `[data-definition="${request!.definition}"]`);
  const place = new URL(desk.page.url()).hash;
  await compile(ground, desk, district, request!);
  await issue(desk, request!.definition);
  await leave(desk);

  const lead = await seatOf(ground, district, 'coordinator');
  await lead.page.goto(`${server.base}/desk${place}`);
  await choose(lead.page, '#assign', manager.id);
  await click(lead.page, '[data-assign]');
  await until(
    async () => (await textOf(lead.page, 'header dl')).includes(manager.name),
    `${manager.name} follows the case`,
  );

  const room = await openPage(browser, [server.base]);
  await signInAs(room.page, server.base, manager.id);
  await room.page.goto(`${server.base}/desk${place}`);
  for (const step of rest) {
    await find(room.page, `[data-definition="${step.definition}"]`);
    await compile(ground, room, district, step);
    await issue(room, step.definition);
    const { kind } = catalogue.definitions(district.id).get(step.definition)!;
    if (kind === 'pact') await signAndSeal(room);
  }
  const answered = new Set(family!.submissions.map(({ definition }) => definition));
  const wanted = district.phases
    .flatMap(({ documents = [] }) => documents)
    .filter(({ definition }) => answered.has(definition))
    .map(({ kind }) => kind);
  const view = await until(
    async () => {
      const now = await room.page.evaluate(
        async (id) => (await (await fetch(`/api/cases/${id}`)).json()) as CaseView,
        place.split('/')[2]!,
      );
      const made = new Set(now.documents.map(({ kind }) => kind));
      return wanted.every((kind) => made.has(kind)) ? now : undefined;
    },
    `${district.id}: documents of the phases: ${wanted.join(', ')}`,
  );
  assert.equal(view.case.measure, family!.measure);
  assert.equal(view.case.household.at(-1)!.members.length, (request!.answers['nucleo'] as unknown[]).length);
  for (const phase of district.phases.filter(({ occasional }) => !occasional)) {
    const seen = view.phases.find(({ id }) => id === phase.id)!;
    assert.ok(
      seen.definitions.some(({ submissions }) => submissions.length > 0),
      `${district.id} ${phase.id}`,
    );
  }
  assert.ok(view.case.route?.queue, `${district.id}: the table of routing has said where it goes`);
  const life = await until(async () => {
    const text = await textOf(room.page, 'patto-case-pact');
    return /Attivo/.test(text) ? text : undefined;
  }, `${district.id}: the pact is signed, and active after its first review`);
  assert.ok(life);
  const pact = view.documents.find(({ kind, copy }) => kind === 'pact' && copy === 'family')!;
  assert.equal(pact.state, 'sealed');
  const paper = await textOfFile(room.page, pact.id);
  const own = catalogue.measures.get(family!.measure)!;
  for (const wanted of [own.pactName!, own.name, district.letterhead.lines[0]!, manager.name])
    assert.ok(paper.includes(wanted), `${district.id}: «${wanted}» is on the pact`);
  for (const { id, name } of catalogue.measures.values())
    assert.ok(id === own.id || !paper.includes(name), `${district.id}: «${name}» is not on the pact`);
  await leave(room);

  await lead.page.goto(`${server.base}/desk#/reports`);
  await click(lead.page, '[data-kind="progress"]');
  await click(lead.page, 'form[novalidate] button.primary');
  const seen = await textOf(lead.page, '#seen');
  for (const { title } of district.milestones!) assert.ok(seen.includes(title), `${district.id}: ${title}`);
  await leave(lead);
}

test('the same journey goes through each of the districts, from its data', async (suite) => {
  const modelled = [...catalogue.districts.values()].filter(({ demonstration }) => demonstration === 'asked');
  assert.equal(modelled.length, 5);
  for (const district of modelled) await suite.test(district.name, () => walkThrough(district));
});
