// SPDX-License-Identifier: AGPL-3.0-or-later
// Printing, sealing and checking, as the actions use them.
import { join } from 'node:path';
import type { Outline } from '../../runtime/engine/contract.ts';
import { loadEngine } from '../../runtime/engine/load.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { FieldPaper } from '../../runtime/fields/contract.ts';
import { loadPaper } from '../../runtime/fields/load.ts';
import type { Version } from '../../schemas/types.ts';
import type { DocumentInput } from '../../templates/input.ts';
import { actCopy, type DocumentKind } from '../../templates/contract.ts';
import { documentKinds } from '../../templates/index.ts';
import { caseReportKinds, reportKinds } from '../../templates/report-kinds.ts';
import type { Catalogue } from '../catalogue.ts';
import { romeDay } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Papers, PaperWork } from '../deps.ts';
import { linearPattern } from '../patterns.ts';
import { printBlank } from './blank.ts';
import { issueDocument, issueReport, sealDocument, type IssueInput } from './issue.ts';
import { readAhead } from './reading.ts';
import { fieldOf } from './signature-places.ts';
import { everyRole, readers } from './readers.ts';
import { together } from './together.ts';
import { templateDesk } from './template-desk.ts';
import type { OwnTemplate } from './template-files.ts';
import { acceptUploaded } from '../seal/uploaded.ts';
import { createPrinter } from '../printer.ts';
import { refuse } from '../problems.ts';
import { archive } from '../seal/archive.ts';
import { knownAuthorities, knownCertificates, openSeal } from '../seal/certificate.ts';
import { packed, unpacked } from '../seal/pending.ts';
import { prepare } from '../seal/prepare.ts';
import { finishSigning } from '../seal/seal.ts';
import { openWay, waysOf } from '../seal/ways.ts';
import type { Stamper } from '../seal/time-stamp.ts';
import { verifyPdf } from '../verify/verify.ts';

interface Press {
  readonly catalogue: Catalogue;
  readonly outline: (version: Version) => Outline;
  /** how each field type is written in words */
  readonly papers: ReadonlyMap<string, FieldPaper>;
}

/** `config.data`/keys holds the districts' keys: beside the records, never among them. */
export async function createPapers(
  config: Pick<Config, 'data' | 'stamps'>,
  catalogue: Catalogue,
): Promise<Papers> {
  const [engine, papers] = await Promise.all([loadEngine(linearPattern), loadPaper()]);
  const outlines = new WeakMap<Version['source'], Outline>();
  // Both copies of a document are of one version.
  const outline = ({ source }: Version): Outline => {
    const walked = outlines.get(source) ?? walk(source, engine);
    outlines.set(source, walked);
    return walked;
  };
  const press: Press = { catalogue, papers, outline };
  // Set-up finds the browser and names it here; without the name puppeteer looks for its own.
  const executablePath = process.env['PUPPETEER_EXECUTABLE_PATH'];
  const printer = createPrinter(executablePath === undefined ? {} : { executablePath });
  const keys = join(config.data, 'keys');
  const seals = (): Promise<Uint8Array[]> => knownCertificates(keys, [...catalogue.districts.keys()]);
  const stamper = async (): Promise<Stamper | undefined> =>
    config.stamps === undefined
      ? undefined
      : { address: config.stamps, anchors: await knownAuthorities(keys) };
  return {
    kinds: documentKinds.map((one) => ({
      kind: one.kind,
      words: one.words,
      prints: one.prints,
      act: actCopy(one),
      hasCopy: one.files.family !== undefined && one.files.internal !== undefined,
      versions: one.versions ?? false,
      waves: one.waves ?? false,
      inOrder: one.inOrder ?? false,
    })),
    async issue(work) {
      const kind = documentKinds.find((one) => one.kind === work.kind);
      if (!kind) return refuse('not-found', {}, '/kind');
      const input = issueInput(kind, work, press);
      const made = await issueDocument(printer, kind, input, ownOf(work));
      if (!made.ok) return made;
      const { pdf, twin, contentHash, template } = made.value;
      return { ok: true, value: { bytes: pdf, twin, contentHash, template, signers: [...input.signers] } };
    },
    async reading(work) {
      const kind = documentKinds.find((one) => one.kind === work.kind);
      if (!kind) return refuse('not-found', {}, '/kind');
      return readAhead(kind, issueInput(kind, work, press), ownOf(work));
    },
    async report(work) {
      const kind = [...reportKinds, ...caseReportKinds].find((one) => one.kind === work.kind);
      if (!kind) return refuse('not-found', {}, '/kind');
      const { number, revision, code, issuedAt, verifyAt } = work;
      const made = await issueReport(printer, kind, {
        ...work,
        language: 'it',
        verifyPage: verifyAt.split('#')[0] ?? '',
        identity: { number, revision, code, issuedAt },
      });
      if (!made.ok) return made;
      const { pdf, twin, contentHash, template } = made.value;
      return { ok: true, value: { bytes: pdf, twin, contentHash, template, signers: [] } };
    },
    async blank({ definition, at, ...work }) {
      let outline: Outline;
      try {
        outline = walk(definition, engine);
      } catch {
        // A draft may be what lint refuses.
        return refuse('not-understood');
      }
      const made = await printBlank(printer, { ...work, language: 'it', outline, papers }, at);
      return made.ok ? { ok: true, bytes: made.value.pdf } : made;
    },
    template: async (name, definition) => {
      let walked: Outline;
      try {
        walked = walk(definition, engine);
      } catch {
        // A draft may be what lint refuses: then nothing is printed of it yet.
        return undefined;
      }
      // Whoever works on a text looks at it next: the browser starts meanwhile.
      void printer.warm().catch(() => undefined);
      return templateDesk(name, walked);
    },
    async accept(ours, theirs, signer) {
      const told = acceptUploaded(ours, theirs, await knownAuthorities(keys), fieldOf(signer));
      if (!told.ok) return told;
      const { certificate, at } = told.value;
      return { ok: true, value: { name: certificate?.name ?? '', at: (at ?? new Date()).toISOString() } };
    },
    async seal({ district, document, file, at, names, events, signed, open }) {
      const opened = await openSeal(keys, district, new Date(at));
      if (!opened.ok) return opened;
      const key = opened.value;
      const lead = district.comuni.find(({ id }) => id === district.lead)?.name;
      const stamps = await stamper();
      const sealed = await sealDocument(printer, key, {
        ...(stamps ? { stamper: stamps } : {}),
        issued: file,
        ...(signed ? { signed } : {}),
        ...(open ? { open } : {}),
        document,
        names,
        ...(events ? { events } : {}),
        language: 'it',
        facts: {
          reason: `Sigillo di integrità del documento ${document.number}, versione ${document.revision}`,
          place: lead ?? district.name,
          time: at,
          name: district.name,
        },
      });
      if (!sealed.ok) return sealed;
      const { pdf, unstamped } = sealed.value;
      const certificate = key.fingerprint;
      return { ok: true, value: { bytes: pdf, certificate, ...(unstamped ? { unstamped } : {}) } };
    },
    ways: (district, account) => waysOf(keys, district, account),
    async prepare({ district, account, way, file, signer, name, reason, place, at }) {
      const opened = await openWay(keys, district, account, way, signer);
      if (!opened.ok) return opened;
      const { id, title, asks, certificate, issuers, ask } = opened.value;
      const facts = { reason, place, name, time: at.toISOString() };
      const stamped = config.stamps === undefined ? { stamped: false as const } : {};
      const signing = { field: fieldOf(signer), facts, ...stamped };
      const prepared = prepare(file, signing, certificate, issuers);
      if (!prepared.ok) return prepared;
      const asked = await ask?.();
      if (asked && !asked.ok) return asked;
      return { ok: true, value: { id, title, asks, pending: packed(prepared.value) } };
    },
    async complete({ district, account, way, file, signer, pending, secret }) {
      const opened = await openWay(keys, district, account, way, signer);
      if (!opened.ok) return opened;
      const prepared = unpacked(pending);
      if (!prepared.ok) return prepared;
      // The key may be another by now: then what waits is of no use.
      if (Buffer.compare(prepared.value.certificate, opened.value.certificate) !== 0)
        return refuse('way-unknown');
      const signature = await opened.value.sign(prepared.value.attributes, secret);
      if (!signature.ok) return signature;
      const signed = await finishSigning(prepared.value, signature.value, await stamper());
      // What came back is no signature of this key over this file.
      if (!signed.ok) return refuse('signer-refused');
      const bytes = signed.value.pdf;
      const told = acceptUploaded(file, bytes, await knownAuthorities(keys), fieldOf(signer));
      if (!told.ok) return told;
      const { certificate, at } = told.value;
      return {
        ok: true,
        value: { bytes, name: certificate?.name ?? '', at: (at ?? new Date()).toISOString() },
      };
    },
    async prove(file, at) {
      const stamps = await stamper();
      if (!stamps) return refuse('stamp-unreachable', { address: '' });
      return archive(file, { anchors: [...(await seals()), ...stamps.anchors], at, stamper: stamps });
    },
    together,
    async factsOf(file) {
      const { signatures } = verifyPdf(file, await seals(), await knownAuthorities(keys));
      return {
        // Every file of ours says in its metadata what it is.
        profile: Buffer.from(file).includes('<pdfaid:part>3') ? 'PDF/A-3a' : 'PDF/A-2a',
        stamped: signatures.some(({ kind, level }) => kind === 'time-stamp' || (level ?? 'B-B') !== 'B-B'),
      };
    },
    async verify(file) {
      return verifyPdf(file, await seals(), await knownAuthorities(keys));
    },
    anchors: async () => ({ seals: await seals(), authorities: await knownAuthorities(keys) }),
    // One document that could not be printed says nothing of the next: what counts is whether a browser still starts.
    health: async () =>
      printer.health().ok ||
      printer.warm().then(
        () => true,
        () => false,
      ),
    close: () => printer.close(),
  };
}

/** The district's own text of the family copy, and the mark of what is no document yet. */
function ownOf(work: PaperWork): OwnTemplate | undefined {
  const { template, district, kind, copy, draft, unsigned } = work;
  const css = draft || unsigned ? draftMark : '';
  if (!template || copy !== 'family') return css === '' ? undefined : { css };
  return { id: `${district.id}/${kind}@${template.number}`, source: template.text, css };
}

/** Behind the text of every page. */
const draftMark = `
body::before { content: 'BOZZA'; position: fixed; inset: 0; z-index: -1; display: grid; place-content: center;
  font: 700 110pt 'Titillium Web'; color: #e3e8ee; rotate: -35deg; }`;

/** All that is printed of a document, and who signs it. */
function issueInput(kind: DocumentKind, work: PaperWork, press: Press): IssueInput {
  const signers = work.unsigned
    ? []
    : kind.signers({
        answers: work.submission.answers,
        context: work.context,
        issuedBy: work.issuedBy,
        day: romeDay(work.issuedAt),
      });
  return {
    ...inputOf(work, press),
    copy: work.copy === 'family' ? actCopy(kind) : 'internal',
    ...carries(work),
    signers,
    verifyPage: work.verifyAt.split('#')[0] ?? '',
    identity: {
      number: work.number,
      revision: work.revision,
      code: work.code,
      issuedAt: work.issuedAt,
    },
  };
}

/** What the district wants within the files of this kind. */
function carries({ district, kind, version }: PaperWork): Pick<IssueInput, 'carries'> {
  const fields = district.archive?.[kind]?.fields;
  return fields ? { carries: { fields, version } } : {};
}

function inputOf(
  work: PaperWork,
  { catalogue, outline, papers }: Press,
): Omit<DocumentInput, 'identity' | 'verify' | 'signers'> {
  const { district } = work;
  const worker = district.staff?.find(({ name }) => name === work.issuedBy.name);
  return {
    copy: work.copy,
    language: 'it',
    version: work.version,
    outline: outline(work.version),
    papers,
    submission: { ...work.submission, context: work.context },
    case: work.case,
    measure: {
      name: work.measureName,
      pactName: work.pactName,
      texts: catalogue.measures.get(work.case.measure)?.texts ?? {},
      terms: catalogue.measures.get(work.case.measure)?.terms ?? [],
    },
    district,
    manager: {
      ...work.issuedBy,
      ...(worker?.phone ? { phone: worker.phone } : {}),
      ...(worker?.email ? { email: worker.email } : {}),
    },
    roles: work.draft ? everyRole : work.role ? [...readers, work.role] : readers,
    ...(work.waves ? { waves: work.waves } : {}),
    ...(work.before ? { before: work.before } : {}),
    ...(work.since ? { since: work.since } : {}),
    ...(work.unsigned ? { unsigned: work.unsigned } : {}),
  };
}
