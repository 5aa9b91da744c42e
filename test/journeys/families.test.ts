// SPDX-License-Identifier: AGPL-3.0-or-later
// Families C1 to C6 from first contact to first monitoring, in a real browser, each thing on its own day: counter,
// request, checks, routing, title to the case, summons, meeting, analysis, team, pact, signatures, seal. What each must
// come to is in families/.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import type { District } from '../../schemas/types.ts';
import type { SampleFamily } from '../../server/sample-families.ts';
import { deeds, type Scene } from './families/deeds.ts';
import { expected } from './families/expected.ts';
import { unlike, whole, type CaseSeen, type Due, type Sent } from './families/shape.ts';
import { fillAll, typedBy } from './fill.ts';
import { startMoving, type Moving } from './moving.ts';
import { choose, find, glimpse, openBrowser, openPage, signInAs, textOf, until } from './stage.ts';
import { compile, hand, issue, signAndSeal, textOfFile, type Ground, type Seat } from './walk.ts';

type Step = SampleFamily['submissions'][number];
const court = 'relazione-ag';
/** the day for which the sample figures are known */
const counted = '2026-04-30';

let moving: Moving;
let browser: Browser;
let ground: Ground;
let district: District;
const seats = new Map<string, Seat>();
/** family → place of its case */
const cases = new Map<string, string>();
/** family → place of its request */
const requests = new Map<string, string>();

before(async () => {
  browser = await openBrowser();
  moving = await startMoving('valprova', '2026-01-12');
  ground = { browser, base: moving.base, catalogue: moving.deps.catalogue };
  district = moving.deps.catalogue.districts.get('valprova')!;
});
after(async () => {
  await browser?.close();
  await moving?.stop();
});

/** Somebody of the staff at the desk, who stays there. */
async function seat(person: string): Promise<Seat> {
  const known = seats.get(person);
  if (known) return known;
  const fresh = await openPage(browser, [moving.base]);
  await signInAs(fresh.page, moving.base, person);
  seats.set(person, fresh);
  return fresh;
}
/** The screen may be drawn again between finding and pressing. */
const click = async (page: Page, selector: string): Promise<void> =>
  (await find(page, selector)).evaluate((element) => element.click());
async function go(page: Page, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${moving.base}/desk${hash}`);
}
/** Who follows a family; the first fills in its forms. */
const followers = ({ assigned }: SampleFamily): readonly string[] => assigned ?? ['morvani'];

async function fill(page: Page, answers: object): Promise<void> {
  const form = await find(page, 'patto-form');
  await until(
    () => form.evaluate((element) => Boolean(element.shadowRoot?.getElementById('heading'))),
    'the form is drawn',
  );
  await hand(form, answers);
  await fillAll({ page, form, answers: {}, ids: new Map(), typed: typedBy(new Set()) });
  await find(page, '[data-sent]');
}

/** Somebody comes to the counter; what they ask for is begun with what they have said. */
async function firstContact(family: SampleFamily, request: Step): Promise<void> {
  const { page } = await seat(family.contact?.by ?? 'lunardi');
  await go(page, '#/counter');
  await click(page, '[data-access]');
  const [applicant] = request.answers['nucleo'] as { nome: string; cognome: string }[];
  const office = district.offices.find(({ comune }) => comune === family.comune)!;
  await fill(page, {
    ufficio: office.id,
    canale: 'persona',
    chi: 'interessata',
    cognome: applicant!.cognome,
    nome: applicant!.nome,
    residente: true,
    comune: family.comune,
    bisogno: ['reddito'],
    esito: 'domanda',
    ...family.contact?.answers,
  });
  if (family.measure !== request.definition.split('-')[0])
    return openUnder(family, (await seat('lunardi')).page);
  await click(page, `[data-begin="${request.definition}"]`);
  await until(() => page.evaluate(() => location.hash.startsWith('#/draft/')), 'the request is begun');
  await fill(page, request.answers);
  await click(page, '[data-request]');
  await find(page, '[data-state]');
  requests.set(family.id, new URL(page.url()).hash);
}

/** A case of another measure is opened by hand. */
async function openUnder(family: SampleFamily, page: Page): Promise<void> {
  await go(page, '#/');
  await click(page, 'h1 + .cluster button.primary');
  const name = await find(page, '#name');
  await name.focus();
  await page.keyboard.type(family.title);
  await choose(page, '#comune', family.comune);
  await choose(page, '#measure', family.measure);
  await click(page, 'button[form="new"]');
  await find(page, 'patto-case');
  await until(() => page.evaluate(() => location.hash.startsWith('#/case/')), 'the case is open');
  cases.set(family.id, new URL(page.url()).hash);
}

/** What is looked into and uploaded, on the page of the request. */
async function atRequest(family: SampleFamily, step: Step): Promise<void> {
  const { page } = await seat('lunardi');
  await go(page, requests.get(family.id)!);
  const steps = moving.deps.catalogue.measures.get(family.measure)!.requests!.steps!;
  const { does } = steps.find(({ definition }) => definition === step.definition)!;
  await click(page, `[data-step="${does}"]`);
  await until(() => page.evaluate(() => location.hash.startsWith('#/draft/')), step.definition);
  await fill(page, step.answers);
}

/** The request becomes a case, which the coordinator gives to who will follow it. */
async function giveTitle(family: SampleFamily): Promise<void> {
  if (!cases.has(family.id)) {
    const { page: back } = await seat('lunardi');
    await go(back, requests.get(family.id)!);
    await find(back, '[data-state]');
    await click(back, (await glimpse(back, '[data-case]')) ? '[data-case]' : '[data-take]');
    await until(() => back.evaluate(() => location.hash.startsWith('#/case/')), 'the case is open');
    cases.set(family.id, new URL(back.url()).hash);
  }
  const { page } = await seat('ardenzi');
  await go(page, cases.get(family.id)!);
  for (const person of followers(family)) {
    await choose(page, '#assign', person);
    await click(page, '[data-assign]');
    const name = district.staff!.find(({ id }) => id === person)!.name;
    await until(async () => (await textOf(page, 'header dl')).includes(name), `${name} follows the case`);
  }
}

/** A form of the case, filled in by who follows it; its documents are issued, a pact is signed and sealed. */
async function work(family: SampleFamily, step: Step): Promise<void> {
  const [first] = followers(family);
  const room = await seat(first!);
  await go(room.page, cases.get(family.id)!);
  await find(room.page, `[data-definition="${step.definition}"]`);
  await compile(ground, room, district, step);
  await issue(room, step.definition);
  const { kind } = moving.deps.catalogue.definitions(district.id).get(step.definition)!;
  if (kind === 'pact') await signAndSeal(room, step.answers['luogo'] as string);
}

/** All that is written on the page, shadow roots included, in one line. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const written = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (!(node instanceof Element) || ['STYLE', 'SCRIPT', 'NOSCRIPT'].includes(node.tagName)) return '';
      const inside =
        node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
      return ` ${[...inside].map(written).join('')} `;
    };
    return written(document.body).replaceAll(/\s+/g, ' ');
  });

const sceneOf = (families: readonly SampleFamily[]): Scene => ({
  moving,
  seat,
  go,
  family: (id) => families.find((one) => one.id === id)!,
  caseOf: (id) => cases.get(id)!.split('/')[2]!,
});

/** The case of a family as somebody of the staff sees it. */
const caseSeen = ({ page }: Seat, id: string): Promise<CaseSeen> =>
  page.evaluate(async (wanted) => (await (await fetch(`/api/cases/${wanted}`)).json()) as CaseSeen, id);

function areDue(seen: CaseSeen, due: Due, about: string): void {
  for (const [term, day] of Object.entries(due))
    assert.ok(
      seen.terms.some((one) => one.id === term && one.due === day),
      `${about} ${term} ${day}: ${JSON.stringify(seen.terms)}`,
    );
}

/** The newest submission of every definition that was filled in. */
const newest = ({ page }: Seat, { phases }: CaseSeen): Promise<{ readonly [definition: string]: Sent }> =>
  page.evaluate(
    async (all) => {
      const found = all.map(async ({ id, submissions }) => {
        const [last] = submissions.toSorted((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
        const answer = await fetch(`/api/submissions/${last!.id}`);
        return [id, ((await answer.json()) as { submission: Sent }).submission] as const;
      });
      return Object.fromEntries(await Promise.all(found));
    },
    phases.flatMap(({ definitions }) => definitions).filter(({ submissions }) => submissions.length > 0),
  );

/** The coordinator sees true figures; what is issued tells none of few. */
async function stateOfProgress(): Promise<void> {
  moving.day(counted);
  const { page } = await seat('ardenzi');
  await go(page, '#/reports');
  await click(page, '[data-kind="progress"]');
  for (const [field, text] of [
    ['#from', '01/11/2025'],
    ['#to', '30/04/2026'],
  ] as const)
    await (
      await find(page, field)
    ).evaluate((input, typed) => {
      (input as HTMLInputElement).value = typed;
      for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
    }, text);
  await click(page, 'form[novalidate] button.primary');
  const seen = (await textOf(page, '#seen')).replaceAll(/\s+/g, ' ');
  for (const wanted of [
    /Nuclei 6 Persone 18 Minori 9 Minori in età di obbligo scolastico 5/,
    /Stima dei benefici al mese 2\.664,25 €/,
    /ADI, con il case manager 4 .*Indigenza[^0-9]* 1 .*Non ADI[^0-9]* 1 /,
    /E2\.[^0-9]* 2 E3\.[^0-9]* 4 /,
    /Abitanti per assistente sociale 5\.456/,
  ])
    assert.match(seen, wanted);
  const issued = await page.evaluate(async () => {
    const answer = await fetch('/api/documents?wait=20', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ kind: 'progress', from: '2025-11-01', to: '2026-04-30' }),
    });
    return (await answer.json()) as { act: { id: string } };
  });
  const paper = await textOfFile(page, issued.act.id);
  assert.match(paper, /Nuclei 6 Persone 18 Minori 9/);
  // four of six, one and one: none is told, nor could be worked out
  assert.match(paper, /ADI, con il case manager <5 .*Indigenza[^0-9<]* <5 .*Non ADI[^0-9<]* <5 /);
  assert.match(paper, /E2\.[^0-9<]* <5 E3\.[^0-9<]* <5 Totale 6/);
  assert.doesNotMatch(paper, /Vellonieri|Pianforte|Scortelli|Bendinoro|Tarvisoli|Salhoun/);
}

/** Every day on which something happens, in order, with what happens on it. */
const days = (families: readonly SampleFamily[]) =>
  [
    ...new Set([
      ...families.flatMap(({ submissions }) => submissions.map(({ day }) => day)),
      ...deeds.map(({ day }) => day).filter((day) => day !== 'end'),
    ]),
  ].sort();

test('six families, from first contact to first monitoring', { timeout: 3_600_000 }, async (suite) => {
  const families = moving.deps.catalogue.families('valprova');
  assert.equal(families.length, 6);
  const stepsOfRequest = new Set(
    [...moving.deps.catalogue.measures.values()].flatMap(
      ({ requests: asked }) => asked?.steps?.map(({ definition }) => definition) ?? [],
    ),
  );
  const scene = sceneOf(families);
  let told = false;
  for (const day of days(families)) {
    if (!told && day > counted) {
      told = true;
      await suite.test(`state of progress at ${counted}`, stateOfProgress);
    }
    moving.day(day);
    for (const family of families)
      for (const [place, step] of family.submissions.entries()) {
        if (step.day !== day) continue;
        await suite.test(`${day} ${family.id} ${step.definition}`, async () => {
          const began = cases.has(family.id) || requests.has(family.id);
          if (!began) {
            const request = family.submissions.find(({ answers }) => Array.isArray(answers['nucleo']))!;
            await firstContact(family, request);
            if (requests.has(family.id) && request === step) return;
          }
          if (stepsOfRequest.has(step.definition)) return atRequest(family, step);
          const titled = family.submissions
            .slice(0, place)
            .some(({ definition }) => !stepsOfRequest.has(definition));
          if (!cases.has(family.id) || !titled) await giveTitle(family);
          await work(family, step);
          const due = expected[family.id]?.after?.[step.definition];
          if (due)
            areDue(await caseSeen(await seat(followers(family)[0]!), scene.caseOf(family.id)), due, day);
        });
      }
    for (const deed of deeds)
      if (deed.day === day) await suite.test(`${day} ${deed.title}`, () => deed.does(scene));
  }
  for (const family of families)
    await suite.test(`${family.id}: what it came to`, async () => {
      const room = await seat(followers(family)[0]!);
      const id = cases.get(family.id)!.split('/')[2]!;
      await go(room.page, cases.get(family.id)!);
      await find(room.page, 'header dl');
      const seen = await caseSeen(room, id);
      const sent = await newest(room, seen);
      const files = new Map<string, string>();
      for (const { id: document, kind, copy } of seen.documents) {
        const before = files.get(`${kind} ${copy}`) ?? '';
        files.set(`${kind} ${copy}`, `${before} ${whole(await textOfFile(room.page, document))}`);
      }
      if (process.env['PATTO_KEEP']) {
        const all = { shown: await everything(room.page), files: Object.fromEntries(files), seen, sent };
        writeFileSync(
          join(process.env['PATTO_KEEP'], `${family.id}.json`),
          JSON.stringify(all, undefined, 1),
        );
      }
      const { queue, due, text, answers = {}, reasons = {}, documents, never } = expected[family.id]!;
      assert.equal(seen.case.route?.queue, queue);
      areDue(seen, due, family.id);
      for (const [definition, wanted] of Object.entries(answers))
        assert.deepEqual(unlike(sent[definition]?.answers, wanted), [], `${family.id} ${definition}`);
      for (const [definition, wanted] of Object.entries(reasons))
        assert.match(sent[definition]?.outcome?.reason ?? '', wanted, `${family.id} ${definition}`);
      const shown = await everything(room.page);
      for (const wanted of text) assert.ok(shown.includes(wanted), `${family.id}: ${wanted}\n${shown}`);
      for (const [name, wanted] of Object.entries(documents)) {
        const file = files.get(name);
        assert.ok(file !== undefined, `${family.id}: ${name} of ${[...files.keys()].join(', ')}`);
        for (const one of wanted) assert.match(file, one, `${family.id} ${name}`);
      }
      for (const [name, file] of files)
        for (const one of [...(never[name] ?? []), ...(never[`* ${name.split(' ')[1]}`] ?? [])])
          assert.doesNotMatch(file, one, `${family.id} ${name}`);
    });
  await suite.test('what goes to a court is not for the counter', async () => {
    const { page } = await seat('tessardi');
    const of = families.find(({ submissions }) =>
      submissions.some(({ definition }) => definition === court),
    )!;
    const id = cases.get(of.id)!.split('/')[2]!;
    const document = await page.evaluate(async (wanted) => {
      const { documents } = (await (await fetch(`/api/cases/${wanted}`)).json()) as CaseSeen;
      return documents.find(({ kind }) => kind === 'court')!.id;
    }, id);
    const { page: counter } = await seat('verzini');
    const status = (place: string): Promise<number> =>
      counter.evaluate(async (path) => (await fetch(path)).status, place);
    assert.equal(await status(`/api/documents/${document}/file`), 403);
    await go(counter, `#/case/${id}`);
    await find(counter, 'header dl');
    assert.doesNotMatch(await everything(counter), /Autorità giudiziaria|0001234|Procura/);
  });
  for (const deed of deeds) if (deed.day === 'end') await suite.test(deed.title, () => deed.does(scene));
  for (const { page } of seats.values()) await page.goto('about:blank');
  for (const one of seats.values())
    assert.deepEqual(
      one.watch.trouble.filter((line) => !/403/.test(line)),
      [],
    );
});
