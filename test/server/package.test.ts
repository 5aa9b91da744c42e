// SPDX-License-Identifier: AGPL-3.0-or-later
// What is handed to an archive, and the page for the screen that goes with it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { District, Document } from '../../schemas/types.ts';
import { metadataOf } from '../../server/archive/metadata.ts';
import { xmlOf } from '../../server/archive/xml.ts';
import { digest } from '../../server/clock.ts';
import { commonHeaders, readPolicy } from '../../server/headers.ts';
import { issueDocument } from '../../server/pdf/issue.ts';
import { inputOf, kindOf } from '../fixtures/documents/letters.ts';
import { violationsOf } from '../journeys/axe.ts';
import { openBrowser } from '../journeys/stage.ts';
import { issue, newPrinter, run, fileOf, value, without } from './pdf/sample.ts';
import { caseOf, createWorld, paperless, type World } from './world.ts';

let world: World;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const printer = newPrinter();
before(async () => {
  [world, browser] = await Promise.all([createWorld(), openBrowser()]);
});
after(() => Promise.all([world.close(), printer.close(), browser.close()]));

test('a package: the file as it is, metadata twice, the page for the screen, and hashes that fit', async () => {
  const css = 'p { color: red }';
  const twin = `<!doctype html><style>${css}</style><p>Insieme & <b>bene</b></p><script>0</script>`;
  const issueWithTwin: typeof paperless.issue = async (work) => {
    const made = await paperless.issue(work);
    return made.ok ? { ok: true, value: { ...made.value, twin } } : made;
  };
  Object.assign(world.deps, { papers: { ...paperless, issue: issueWithTwin } });
  const kase = await caseOf(world, 'alfa', 'Marta & figli');
  const cookie = await world.signIn('segue');
  const post = (path: string, body: object) => world.ask('POST', path, { cookie, body });
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const made = await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });
  const { act } = made.json;
  const path = `${world.base}/api/documents/${act.id}/package`;
  const fetched = async () =>
    new Uint8Array(await (await fetch(path, { headers: { Cookie: cookie } })).arrayBuffer());
  const bytes = await fetched();
  assert.deepEqual(bytes, await fetched(), 'the same document, the same package');
  const files = unzipSync(bytes);
  const names = Object.keys(files).sort();
  assert.deepEqual(
    names.map((name) => name.replace(/^.*\.(pdf|html)$/, '$1')),
    ['pdf', 'html', 'impronte.sha256', 'metadati.json', 'metadati.xml'].sort(
      (a, b) => names.findIndex((name) => name.endsWith(a)) - names.findIndex((name) => name.endsWith(b)),
    ),
  );
  const file = names.find((name) => name.endsWith('.pdf')) ?? '';
  assert.equal(digest(files[file]!), act.files[0].sha256);
  for (const line of strFromU8(files['impronte.sha256']!).trim().split('\n')) {
    const [hash, name = ''] = line.split('  ');
    assert.equal(digest(files[name]!), hash, name);
  }
  const told = JSON.parse(strFromU8(files['metadati.json']!));
  assert.equal(
    Buffer.from(told.IdDoc.ImprontaCrittograficaDelDocumento.Impronta, 'base64').toString('hex'),
    act.files[0].sha256,
  );
  assert.deepEqual(
    [
      told.IdDoc.Identificativo,
      told.Verifica.SigillatoElettronicamente,
      told.Riservato,
      told.Soggetti.length,
    ],
    [act.code, false, true, 2 + act.signers.length],
  );
  const xml = strFromU8(files['metadati.xml']!);
  const said = [...xml.matchAll(/>([^<>\n]+)</g)].map(([, text]) => text);
  const leaves = (one: unknown): unknown[] =>
    typeof one === 'object' && one !== null ? Object.values(one).flatMap(leaves) : [one];
  const unescaped = said.map((text) => text?.replace('&amp;', '&'));
  assert.deepEqual(unescaped, leaves(told).map(String), 'the XML says what the JSON says');
  const shown = await fetch(`${world.base}/api/documents/${act.id}/html`, { headers: { Cookie: cookie } });
  assert.equal(await shown.text(), twin);
  assert.match(shown.headers.get('content-type') ?? '', /^text\/html; charset=utf-8/);
  const hash = createHash('sha256').update(css).digest('base64');
  assert.equal(
    shown.headers.get('content-security-policy'),
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  );
  const stranger = await world.signIn('edu');
  for (const what of ['package', 'html']) {
    const none = await world.ask('GET', `/api/documents/${act.id}/${what}`, { cookie: stranger });
    assert.equal(none.status, 403, what);
  }
});

test('a document of the district has a package too, and no time-stamp is claimed that is not in the file', async (t) => {
  Object.assign(world.deps, { papers: paperless });
  const cookie = await world.signIn('segue');
  const { json } = await world.ask('POST', '/api/documents', { cookie, body: { kind: 'service-guide' } });
  const metadata = async () => {
    const path = `${world.base}/api/documents/${json.act.id}/package`;
    const answer = await fetch(path, { headers: { Cookie: cookie } });
    assert.equal(answer.status, 200);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    return JSON.parse(strFromU8(files['metadati.json']!));
  };
  const issued = await metadata();
  assert.match(issued.ChiaveDescrittiva.Oggetto, /^Guida dei servizi .+, versione 1, Tutto l’ambito/);
  assert.deepEqual([issued.Agg, issued.ProdottoDa.Modello], [undefined, 'service-guide']);
  const seal = async () => {
    await world.ask('POST', `/api/documents/${json.act.id}/seal`, { cookie, body: {} });
    const { SigillatoElettronicamente, MarcaturaTemporale } = (await metadata()).Verifica;
    return [SigillatoElettronicamente, MarcaturaTemporale];
  };
  t.after(() => Object.assign(world.deps, { papers: paperless }));
  assert.deepEqual(await seal(), [true, false]);
  Object.assign(world.deps, {
    papers: { ...paperless, factsOf: async () => ({ profile: 'PDF/A-2a', stamped: true }) },
  });
  assert.deepEqual(await seal(), [true, true]);
});

/** What annex 5 asks of a document, element by element. */
const annex5 = [
  'IdDoc/ImprontaCrittograficaDelDocumento/Impronta',
  'IdDoc/ImprontaCrittograficaDelDocumento/Algoritmo',
  'IdDoc/Identificativo',
  'TipologiaDocumentale',
  'DatiDiRegistrazione/TipologiaDiFlusso',
  'DatiDiRegistrazione/TipoRegistro',
  'DatiDiRegistrazione/DataRegistrazione',
  'DatiDiRegistrazione/NumeroRegistrazione',
  'Soggetti/Ruolo',
  'ChiaveDescrittiva/Oggetto',
  'Allegati/IndiceAllegati/IdDoc/ImprontaCrittograficaDelDocumento/Impronta',
  'Classificazione/IndiceDiClassificazione',
  'Classificazione/Descrizione',
  'Riservato',
  'IdentificativoDelFormato/Formato',
  'Verifica/FirmatoDigitalmente',
  'Verifica/SigillatoElettronicamente',
  'Verifica/MarcaturaTemporale',
  'Agg/IdAggregazione',
  'VersioneDelDocumento',
  'TempoDiConservazione',
];

/** Runs in the page: what a reader of XML finds wrong, and which of the elements are not there, or empty. */
function lacking(xml: string, wanted: readonly string[]): string[] {
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  const wrong = [...read.querySelectorAll('parsererror')].map(({ textContent }) => textContent);
  const path = (one: Element): string =>
    one.parentElement && one.parentElement !== read.documentElement
      ? `${path(one.parentElement)}/${one.tagName}`
      : one.tagName;
  const there = new Set(
    [...read.querySelectorAll('*')].filter((one) => one.textContent.trim() !== '').map(path),
  );
  return [...wrong, ...wanted.filter((one) => !there.has(one))];
}

/** A page as the application sends it, until the work with it is done. */
async function served<Told>(html: string, work: (address: string) => Promise<Told>): Promise<Told> {
  const server = createServer((_request, response) => {
    const policy = {
      'Content-Security-Policy': readPolicy(html),
      'Content-Type': 'text/html; charset=utf-8',
    };
    response.writeHead(200, { ...commonHeaders(false), ...policy }).end(html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Runs in the page: its style is let in, and its pictures. */
function dressed(): { readonly width: string; readonly pictures: number } {
  const pictures = [...document.images].filter(({ naturalWidth }) => naturalWidth > 0);
  return { width: getComputedStyle(document.body).maxWidth, pictures: pictures.length };
}

/** Runs in the page: what a page read aloud must have and this one has not. */
function unheard(): string[] {
  const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName[1]));
  const bare = [...document.querySelectorAll('table')].filter((one) => !one.querySelector('th[scope=col]'));
  const cells = [...document.querySelectorAll('.beside tbody tr')];
  const outside = [...document.querySelectorAll('[src],link,iframe,object,form,script')].filter(
    (one) => !one.getAttribute('src')?.startsWith('data:image/'),
  );
  return [
    ...(document.documentElement.lang === 'it' ? [] : ['language']),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['one title']),
    ...(levels.every((level, at) => level - (levels[at - 1] ?? 0) <= 1) ? [] : [`headings ${levels}`]),
    ...(cells.length > 10 ? [] : ['the other language']),
    ...(cells.every((one) => one.querySelector('td[lang=ar][dir=rtl]')) ? [] : ['direction']),
    ...bare.map((one) => `table ${one.textContent.slice(0, 40)}`),
    ...outside.map((one) => one.outerHTML.slice(0, 80)),
  ];
}

test('a pact in Arabic beside Italian, as a page: heard in order, in both languages; metadata of annex 5, well-formed', async () => {
  const asked = inputOf({ kind: 'pact', definition: 'pais', family: 'c6' });
  const { twin, sha256 } = value(
    await issueDocument(printer, kindOf('pact'), { ...asked, verifyPage: 'https://patto.example/verify' }),
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 800 });
  await page.setContent(twin);
  assert.deepEqual(await violationsOf(page), []);
  assert.deepEqual(await page.evaluate(unheard), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  assert.match(twin, new RegExp(`Fa fede il file PDF.*${sha256}`), 'of which file it is a reading');

  const { number, revision, code, issuedAt } = asked.identity;
  const act: Document = {
    kind: 'pact',
    copy: 'family',
    number,
    revision,
    code,
    issuedAt,
    issuedBy: 'a1',
    contentHash: 'c'.repeat(64),
    state: 'issued',
    template: { id: 'pact', hash: 'd'.repeat(64) },
    case: 'k1',
    submission: 's1',
    signers: [{ id: 's', name: 'Ada & <Bruno> "Ü"', role: 'per la famiglia\u0001', required: true }],
    signatures: [],
    files: [{ blob: 'b', sha256, bytes: 1, at: issuedAt, is: 'issued' }],
  };
  const district = JSON.parse(readFileSync('schemas/districts/valprova/district.json', 'utf8')) as District;
  const metadata = metadataOf({
    district,
    case: { number: '2026/POG/00001', measure: 'adi' },
    document: act,
    title: 'Patto',
    definition: { id: 'pais', title: 'Patto', number: 1 },
    names: { a1: 'L. Morvani' },
    version: '1',
    profile: 'PDF/A-2a',
    stamped: false,
    attachments: [{ path: 'allegati/1.pdf', sha256 }],
  });
  const xml = xmlOf('DocumentoInformatico', metadata);
  assert.deepEqual(await page.evaluate(lacking, xml, annex5), []);
});

test('the page for the screen: one file without script, what the paper says, good to read aloud and on a telephone', async () => {
  const { twin, pdf } = value(await issue(printer));
  assert.doesNotMatch(twin, /<script|https?:\/\/(?!patto\.valprova)|@font-face/);
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 800 });
  await page.setContent(twin);
  assert.deepEqual(await violationsOf(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  const { width, pictures } = await served(`${twin}<script>document.body.remove()</script>`, async (at) => {
    await page.goto(at);
    return page.evaluate(dressed);
  });
  assert.match(width, /^\d/, 'its own policy lets its style in, and no script');
  assert.ok(pictures > 0, 'and the code to check it by');
  await page.setContent(twin);
  if (without('pdftotext')) return;
  const words = (text: string): string[] => text.normalize('NFKC').match(/\p{L}{4,}/gu) ?? [];
  const shown = new Set(words(await page.evaluate(() => document.body.innerText)));
  const printed = words(run('pdftotext', fileOf(pdf), '-').replace(/-\n/g, ''));
  const missing = [...new Set(printed)].filter((word) => !shown.has(word));
  assert.ok(missing.length <= printed.length / 100, `on paper only: ${missing.join(' ')}`);
});
