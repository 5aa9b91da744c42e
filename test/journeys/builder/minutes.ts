// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows of the script, from the list of forms to a form that a family fills in.
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer';
import { violationsOf } from '../axe.ts';
import { click, find, glimpse, type Journey, look, saved, says, step, textOf, until } from './script.ts';

/** As a table of a text document is copied. */
const homes = [
  '1. Proprietà',
  '2. Affitto',
  '3. Comodato',
  '4. Usufrutto',
  '5. Casa popolare',
  '6. Ospitalità presso parenti',
  '7. Struttura di accoglienza',
  '8. Alloggio di fortuna',
  '9. Senza dimora',
].join('\n');

const home = 'Dove vive la famiglia, a che titolo';
const rent = 'Canone mensile di affitto';
const line = /^Aggiungi una domanda.*Primo incontro/;
const starts = (text: string): RegExp => new RegExp(`^${text}`);
/** asked from the second version on */
const later = 'Da quanti anni vive in questa casa?';

/** 0:00 and 0:20: the list, and a form to begin with. */
async function begin(journey: Journey): Promise<void> {
  const { person, base } = journey;
  const { page } = person;
  await step(journey, '0:00 the list of forms', async () => {
    await page.goto(`${base}/builder`);
    await find(page, 'button[data-person]');
    await person.push(/^D\. Modulari/);
    await find(page, '[data-card="model"]');
    for (const [card, title] of [
      ['[data-card="model"]', 'Parti dal modello nazionale'],
      ['[data-card="copy"]', 'Copia un modulo'],
      ['[data-new]', 'Modulo vuoto'],
    ]) {
      assert.ok((await textOf(page, card!)).includes(title!), title);
      // One line says what it is.
      assert.ok((await textOf(page, `${card} .hint`)).trim().length > 20, title);
    }
    // Nobody is led around.
    assert.equal(await glimpse(page, 'dialog[open]'), undefined);
  });
  await look(journey, '0-00-list');

  await step(journey, '0:20 a form to begin with', async () => {
    await person.push('Scegli il modello');
    for (const model of [/^Analisi preliminare/, /^Quadro di analisi/, /^Patto per l’inclusione/])
      await person.see(model, 'tick');
    await person.tick(/^Analisi preliminare/);
    await person.write('Titolo del nuovo modulo', 'Analisi della casa', -1);
    await person.press('Enter');
    await find(page, 'patto-builder-canvas .things');
    assert.match(await textOf(page, '.draft'), /bozza/);
  });
  await look(journey, '0-20-editor');
}

/** 0:40 to 2:00: questions, their type, their options. */
async function ask(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '0:40 a question is typed', async () => {
    await person.write(line, home);
    await person.press('Enter');
    await says(journey, home);
    // Beside it, at once, as people will see it.
    await until(
      async () => (await textOf(page, 'patto-builder-preview patto-form')).includes(home),
      'in the preview',
    );
    await saved(journey, () => person.press('Control+z').then(() => person.press('Control+y')));
    await person.press('Control+z');
    await says(journey, `Annullato: Aggiunta la domanda «${home}»`);
    await person.press('Control+y');
    await says(journey, starts('Ripetuto'));
  });
  await step(journey, '0:40 and another', async () => {
    await person.write(line, rent);
    await person.press('Enter');
    await says(journey, /Tipo: Importo/);
  });

  await step(journey, '1:30 its type is changed', async () => {
    await person.push(starts(home));
    await person.push(/^Tipo di risposta/);
    const plain = await (
      await find(page, '.types')
    ).evaluate((list) =>
      [...list.querySelectorAll('li')]
        .filter((item) => !item.querySelector('.box, .option'))
        .map((item) => item.querySelector('button')?.dataset['type']),
    );
    assert.deepEqual(plain, [], 'every type is drawn');
    await person.push(/^Una scelta/);
    await until(async () => (await textOf(page, '#type-now')).includes('Una scelta'), 'another type');
  });
  await step(journey, '2:00 nine lines are pasted', async () => {
    await person.pasteInto('Opzioni, una per riga', homes);
    await person.tick(/^Aggiungi «Altro, specificare»/);
    await person.tick(/«Preferisco non rispondere»/);
    await until(async () => /10 opzioni/.test(await textOf(page, '.hint.count')), 'ten options');
  });
  await look(journey, '2-00-options');

  await step(journey, '2:30 what a change would lose is named before', async () => {
    await person.push(/^Tipo di risposta/);
    await person.push(/^Sì o no/);
    const dialog = await until(async () => {
      const found = await glimpse(page, 'patto-builder-type-menu patto-dialog');
      const text = (await found?.evaluate((element) => element.textContent)) ?? '';
      return text.includes('le opzioni') ? text : undefined;
    }, 'the loss is named');
    assert.match(dialog, /le opzioni \(10\)/);
  });
  await look(journey, '2-30-loss');
  await step(journey, '2:30 and nothing is done', async () => {
    await person.push('Non fare niente');
    await until(async () => !(await glimpse(page, 'patto-dialog dialog[open]')), 'closed');
    await person.press('Escape');
  });
}

/** 3:00 and 4:00: a rule, tried at once; a question is moved. */
async function rule(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '3:00 on the option «Affitto»: then show', async () => {
    await person.push(starts(home));
    await find(page, 'patto-builder-leads');
    // Open already where an option leads somewhere.
    const leads = /^Se risponde «Affitto», poi mostra/;
    if ((await person.named(leads, 'pick')).length === 0) await person.push('Secondo la risposta');
    await person.pick(leads, rent);
    await until(async () => {
      const when = await glimpse(page, '[data-thing="/canone_mensile_di_affitto"] .when');
      return /Affitto/.test((await when?.evaluate((element) => element.textContent)) ?? '');
    }, 'the rule stands on the question');
    // Where the others go is written, too.
    const road = await until(async () => {
      const said = await textOf(page, '.road');
      return said.includes('altrimenti passa a «') ? said : undefined;
    }, 'the whole sentence');
    for (const part of [`Se «${home}» è «Affitto»`, `mostra «${rent}»`]) assert.ok(road.includes(part), road);
    await person.push('Prova con «Affitto»');
    await until(async () => (await textOf(page, '.because')).includes('si vede, perché'), 'tried');
  });
  await look(journey, '3-00-tried');
  await step(journey, '3:30 the default is written', async () => {
    await person.push('Modifica');
    await person.push(starts(rent));
    await until(async () => /altrimenti/.test(await textOf(page, 'patto-builder-condition')), 'otherwise…');
  });

  await step(journey, '4:00 a question is moved', async () => {
    if (person.way === 'keyboard') {
      await person.press('Escape');
      await person.press('Alt+ArrowUp');
    } else await person.push(`Sposta su: ${rent}`);
    assert.match(await says(journey, /posizione \d+ di \d+/), /posizione/);
    await person.press('Control+z');
    await says(journey, starts('Annullato: Spostata'));
  });
  await step(journey, '4:00 a move that would break a rule is one message', async () => {
    await person.push(starts(home));
    // From its settings back to the question, whose buttons follow.
    if (person.way === 'keyboard') await person.press('Escape');
    await person.push(`Sposta in…: ${home}`);
    await person.push(/«Persona per persona»/);
    const clash = await find(page, '[data-clash]');
    assert.match(
      await clash.evaluate((element) => element.parentElement?.textContent ?? ''),
      new RegExp(rent),
    );
  });
  await look(journey, '4-00-clash');
  await step(journey, '4:00 and is taken back', async () => {
    await person.push('Annulla lo spostamento');
    await until(async () => !(await glimpse(page, 'patto-builder-clash dialog[open]')), 'closed');
  });
}

const needs = ['Casa', 'Reddito', 'Lavoro', 'Salute', 'Scuola dei figli', 'Relazioni'].join('\n');
const levels = ['Nessun bisogno = 0', 'Lieve = 1', 'Medio = 2', 'Grave = 4'].join('\n');

/** 5:00: a grid with points, and its bands. */
async function grid(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '5:00 a grid of six rows and four levels', async () => {
    if (person.way === 'keyboard') await person.press('Alt+i');
    else await person.push('+ Inserisci…');
    await person.push(/^Griglia con punti/);
    await person.write('Titolo della griglia', 'Bisogni per area');
    await person.pasteInto('Voci, una per riga', needs);
    await person.pasteInto('Risposte, una per riga', levels);
    await until(async () => (await textOf(page, '[data-most]')).includes('24'), 'points in all');
    await person.push('Inserisci la griglia');
    await says(journey, /Bisogni per area/);
  });
  await look(journey, '5-00-grid');
  await step(journey, '5:30 bands without gaps', async () => {
    await person.push('Punti ed esiti');
    await find(page, 'patto-builder-ruler');
    if ((await person.named('Punteggio di', 'pick')).length > 0)
      await person.pick('Punteggio di', 'Bisogni per area');
    await person.push('Crea le fasce');
    await person.write('Da quanti punti comincia «Alto»', '12');
    await person.press('Enter');
    await until(async () => /meno di 12/.test(await textOf(page, 'patto-builder-ruler')), 'the bands meet');
    await until(async () => (await textOf(page, '[data-sample]')).includes('Perché?'), 'a sample result');
  });
  await look(journey, '5-30-bands');
  await step(journey, '5:30 back to the questions', () => person.push('Modifica'));
}

/** 6:30: the form is tried. */
async function trial(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '6:30 the form is tried with a family', async () => {
    await person.push('Prova');
    await person.push('Controlla le risposte');
    // What is missing is listed above the form, each line a way to it.
    await until(
      async () => (await textOf(page, '.screen patto-form')).split('Rispondi a «Data del primo incontro».').length === 3, // prettier-ignore
      'the list of what is missing',
    );
    await person.push('Riempi con una famiglia di esempio');
    await until(async () => (await textOf(page, '.try-stage .told')).includes('Riempito con'), 'filled');
    await person.push('Telefono');
    await find(page, '.screen.phone patto-form');
  });
  await look(journey, '6-30-phone');
  await step(journey, '6:30 on paper, and with other eyes', async () => {
    await person.push('Foglio da compilare');
    await find(page, '.screen.blank patto-form');
    await person.push('Foglio compilato');
    await find(page, '.screen.printed patto-form');
    await person.pick('Con gli occhi di', 'Educatore');
    await person.push('Computer');
    await find(page, '.screen.desktop patto-form');
  });
  await step(journey, '6:30 errors and result, with why', async () => {
    await person.push('Controlla le risposte');
    await until(
      async () =>
        !(await textOf(page, '.screen patto-form')).includes('Rispondi a «Data del primo incontro»'),
      'nothing of that is missing any more',
    );
    await until(async () => (await textOf(page, 'patto-builder-try-result')).includes('Perché'), 'a result');
  });
  await look(journey, '6-30-result');
  await step(journey, '6:30 a test family is kept', async () => {
    await person.push('Salva come famiglia di prova…');
    await person.write('Nome della famiglia di prova', 'Famiglia in affitto');
    await person.press('Enter');
    await until(
      async () => (await textOf(page, '.try-tools')).includes('«Famiglia in affitto» salvata'),
      'kept',
    );
  });
}

/** 8:30 to 9:00: checked and published. */
async function publish(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '8:30 the form is checked', async () => {
    await person.push('Modifica');
    await person.push(/problem/);
    // The form is looked at in a worker: its findings come when they are ready.
    await find(page, 'patto-builder-problems .findings li[data-code]');
    const found = await page.evaluate(() => {
      const screen = document.querySelector('patto-builder')?.shadowRoot;
      const lines = [...(screen?.querySelectorAll('patto-builder-problems .findings li[data-code]') ?? [])];
      return {
        errors: screen?.querySelectorAll('patto-builder-problems .badge.bad').length,
        lines: lines.length,
        // Of the form as a whole there is nowhere to go.
        still: lines.filter((line) => !line.querySelector('[data-jump], [data-fix]')).map((line) => line.textContent?.trim().slice(0, 80)), // prettier-ignore
      };
    });
    assert.equal(found.errors, 0);
    assert.ok(found.lines > 0, 'something doubtful is found');
    assert.deepEqual(
      found.still.filter((text) => !text?.startsWith('Tutto il modulo')),
      [],
    );
  });
  await look(journey, '8:30-problems'.replace(':', '-'));
  await step(journey, '9:00 it is published', async () => {
    await person.push('Pubblica');
    await person.see('Pubblica adesso');
    await person.write(/^Nota per i colleghi/, 'Prima versione');
    await person.push('Pubblica adesso');
    await until(
      async () => (await textOf(page, 'patto-builder-publish')).includes('Pubblicata la versione 1'),
      'published',
    );
  });
  await look(journey, '9-00-published');
  await step(journey, '9:00 link, lines to paste and code to point at', async () => {
    const said = await textOf(page, 'patto-builder-publish');
    assert.match(said, /Dove si compila/);
    assert.ok(await glimpse(page, 'img.qr'));
    const lines = await (await find(page, '#publish-snippet')).evaluate((area) => (area as HTMLTextAreaElement).value); // prettier-ignore
    assert.match(lines, /^<script type="module" src="http[^"]+"><\/script>\n<patto-form form="valprova\/analisi-della-casa">/); // prettier-ignore
    const link = await find(page, '.reach a');
    journey.address = await link.evaluate((element) => (element as HTMLAnchorElement).href);
    await person.push('Torna al modulo');
  });
}

/** 9:30: a second version, with what is different in words; whoever is at work stays on the first. */
export async function again(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '9:30 one more question', async () => {
    await person.write(line, later);
    await person.press('Enter');
    await says(journey, later);
    assert.match(await textOf(page, '.draft'), /operatori usano ancora la versione 1/);
  });
  await step(journey, '9:30 published with what is different', async () => {
    await person.push('Pubblica');
    await person.see('Pubblica adesso');
    const changes = await textOf(page, 'patto-builder-publish .changes');
    assert.ok(changes.includes(later), changes);
    await person.push('Pubblica adesso');
    await until(
      async () => (await textOf(page, 'patto-builder-publish')).includes('Pubblicata la versione 2'),
      'published again',
    );
  });
}

/** The form on a phone, once it is drawn. */
async function phoned(page: Page, address: string): Promise<string> {
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  await page.goto(address);
  await find(page, 'input[type="text"], input:not([type])');
  return textOf(page, 'patto-form');
}

/** 9:40: the link on a phone: something is written, and kept. */
export async function onPhone(page: Page, address: string): Promise<void> {
  assert.ok((await phoned(page, address)).includes(home));
  await (await find(page, 'input[type="text"], input:not([type])')).focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await until(
    () => page.evaluate(() => localStorage.getItem('patto:valprova/analisi-della-casa') === '1'),
    'kept on the device',
  );
  assert.deepEqual(await violationsOf(page), []);
}

/** What was written before the second version goes on with the questions of the first; who begins now has those of the second. */
export async function laterOnPhone(old: Page, fresh: Page, address: string): Promise<void> {
  await phoned(old, address);
  await until(
    async () => (await textOf(old, 'patto-form')).includes('Su questo dispositivo c’è una bozza non inviata'),
    'to go on with what was written',
  );
  await click(old, '[part="resume"] button.primary');
  await until(async () => !(await glimpse(old, '[part="resume"] button.primary')), 'gone on with');
  const place = await find(old, 'input[type="text"], input:not([type])');
  await until(async () => (await place.evaluate((input) => (input as HTMLInputElement).value)) === '12', 'as it was left'); // prettier-ignore
  const asked = await textOf(old, 'patto-form');
  assert.ok(asked.includes(home) && !asked.includes(later), 'the questions of version 1');
  assert.ok((await phoned(fresh, address)).includes(later), 'the questions of version 2');
}

/** 7:30: the document of a pact. */
async function paper(journey: Journey): Promise<void> {
  const { person } = journey;
  const { page } = person;
  await step(journey, '7:30 the document of the pact', async () => {
    await person.push(/^← Tutti i moduli/);
    await person.push(/^Patto per l’inclusione/);
    await find(page, 'patto-builder-canvas .things');
    await person.push('Documento');
    await find(page, 'iframe[data-preview]');
  });
  await look(journey, '7-30-document');
  await step(journey, '7:30 a field is put in from the list', async () => {
    const before = await page.evaluate(() => performance.now());
    const shown = await preview(journey);
    await person.focus('Paragrafo', 'write', -1);
    await person.pick('Inserisci un campo', 'Dove si firma');
    await person.push('Inserisci qui');
    await until(async () => (await chips(journey)).includes('Dove si firma'), 'put in');
    await until(async () => (await preview(journey)) !== shown, 'another page');
    const took = (await page.evaluate(() => performance.now())) - before;
    if (process.env['PATTO_KEYS']) console.log(`# preview after ${Math.round(took)} ms`);
  });
  await look(journey, '7-30-blocks');
  await step(journey, '7:30 a field that is not there is underlined', async () => {
    await person.push('Testo (per esperti)');
    await person.pick('Inserisci un campo', 'Dove si firma');
    await person.push('Inserisci qui');
    // The caret stands after what was put in: two signs back, and one letter goes.
    await person.press('ArrowLeft', 2);
    await person.press('Backspace');
    await until(async () => (await textOf(page, '.mirror u')) === 'fields.luog', 'underlined');
    await person.push('Blocchi');
    await until(async () => (await textOf(page, '.chip.lost')) === 'fields.luog', 'underlined');
  });
  await look(journey, '7-30-underlined');
  await step(journey, '7:30 the nearest is taken', async () => {
    await person.push('Metti «Dove si firma»');
    await until(async () => !(await glimpse(page, '.chip.lost')), 'right again');
    await person.push('Lascia le modifiche');
  });
  await step(journey, '8:00 back to the new form', async () => {
    await person.push(/^← Tutti i moduli/);
    await person.push(/^Analisi della casa/);
    await find(page, 'patto-builder-canvas .things');
  });
}

/** What stands in the lines of the blocks besides words. */
const chips = async ({ person }: Journey): Promise<string[]> =>
  (await find(person.page, 'patto-builder-blocks')).evaluate((blocks) =>
    [...blocks.querySelectorAll('.chip')].map((chip) => chip.textContent),
  );
const preview = async ({ person }: Journey): Promise<string> =>
  (await find(person.page, 'iframe[data-preview]')).evaluate((frame) => frame.dataset['preview'] ?? '');

/** The whole script. */
export async function tenMinutes(journey: Journey): Promise<void> {
  await begin(journey);
  await ask(journey);
  await rule(journey);
  await grid(journey);
  await trial(journey);
  await paper(journey);
  await publish(journey);
}
