// SPDX-License-Identifier: AGPL-3.0-or-later
import { TemplateLimit } from '../../templates/bounds.ts';
import type { DocumentInput } from '../../templates/input.ts';
import {
  actFiles,
  type Copy,
  type Data,
  type DocumentKind,
  type Margin,
  type TemplateFiles,
  type TemplateText,
} from '../../templates/contract.ts';
import type { ReportInput, ReportKind } from '../../templates/report.ts';
import { render, signaturePlace } from '../../templates/render.ts';
import { twin } from '../../templates/twin.ts';
import { signatures } from '../../templates/documents/signatures/facts.ts';
import { signaturesData, type SignaturesInput } from '../../templates/documents/signatures/data.ts';
import type { Printer } from '../printer.ts';
import type { SealFacts } from '../seal/prepare.ts';
import { seal } from '../seal/seal.ts';
import type { Signer } from '../seal/signer.ts';
import type { Stamper } from '../seal/time-stamp.ts';
import type { Outcome } from '../storage/contract.ts';
import { appendPages } from './append.ts';
import type { Attachment } from './attach.ts';
import { carriedFiles, type Carried } from './carried.ts';
import { declared } from './conformance/check.ts';
import { Pdf } from './conformance/pdf.ts';
import { contentHash } from './content-hash.ts';
import { finish } from './finish.ts';
import { fontRules } from './fonts.ts';
import { gate } from './gate.ts';
import type { Meta } from './metadata.ts';
import { qrImage } from './qr.ts';
import { type OwnTemplate, readTemplate, sha256 } from './template-files.ts';

/** A file of the register: what `Document.files` keeps of it. */
export interface Produced {
  readonly pdf: Uint8Array;
  /** hexadecimal */
  readonly sha256: string;
  readonly pages: number;
}

/** HTML → finished file. `meta.issuedAt` is the only time in it: the same input gives the same bytes. */
export async function produce(printer: Printer, html: string, meta: Meta): Promise<Outcome<Produced>> {
  const printed = await printer.print(html);
  if (!printed.ok) return printed;
  const finished = await finish(printed.value, meta);
  if (!finished.ok) return finished;
  const { pdf, pages } = finished.value;
  return { ok: true, value: { pdf, sha256: sha256(pdf), pages } };
}

/** The whole HTML page of a template, with the fonts that its letters need. */
export async function page(
  text: TemplateText,
  view: { readonly data: Data; readonly margin: Margin },
): Promise<string> {
  const fonts = await fontRules(JSON.stringify([view.data, view.margin]));
  return render({ ...text, css: `${fonts}\n${text.css}` }, view.data, view.margin);
}

/** All that a document says, but for what is made here: its content hash, its QR code. */
export type IssueInput = Omit<DocumentInput, 'identity' | 'verify'> & {
  readonly identity: Omit<DocumentInput['identity'], 'contentHash'>;
  /** public address of the check, without code: https://patto.example/verify */
  readonly verifyPage: string;
  /** where the district wants data within the family's copy (PDF/A-3a): which, and their schema */
  readonly carries?: Pick<Carried, 'fields' | 'version'>;
};

export interface Issued extends Produced {
  /** the same as a page for the screen */
  readonly twin: string;
  readonly contentHash: string;
  readonly template: { readonly id: string; readonly hash: string };
}

/** One copy of a document, issued: printed, finished, hashed. */
export async function issueDocument(
  printer: Printer,
  kind: DocumentKind,
  input: IssueInput,
  own?: OwnTemplate,
): Promise<Outcome<Issued>> {
  const { outline, carries, submission, version } = input;
  return issuePaper(printer, input, {
    kind: kind.kind,
    copy: input.copy,
    files: kind.files[input.copy] ?? actFiles(kind),
    ...(own ? { own } : {}),
    hash: (template) => contentHash(submission.answers, template, version.hash),
    view: (made) => kind.view({ ...input, ...made }),
    ...(carries && input.copy === 'family'
      ? { attachments: carriedFiles({ ...carries, outline, answers: submission.answers }) }
      : {}),
  });
}

/** What a document of the district is made of, but for what is made here. */
export type ReportIssue = Omit<ReportInput, 'identity' | 'verify'> &
  Pick<IssueInput, 'identity' | 'verifyPage'>;

/** A document of the district, issued. */
export function issueReport(
  printer: Printer,
  kind: ReportKind,
  input: ReportIssue,
): Promise<Outcome<Issued>> {
  return issuePaper(printer, input, {
    kind: kind.kind,
    copy: 'family',
    files: kind.files,
    hash: (template) => contentHash(input.content, template, kind.kind),
    view: (made) => kind.view({ ...input, ...made }),
  });
}

interface Sheet {
  readonly kind: string;
  readonly copy: Copy;
  readonly files: TemplateFiles;
  readonly own?: OwnTemplate;
  readonly attachments?: readonly Attachment[];
  /** SHA-256 of what it says, given that of its template */
  hash(template: string): string;
  view(made: Pick<DocumentInput, 'identity' | 'verify'>): { readonly data: Data; readonly margin: Margin };
}

/** Has somebody two places to sign? */
function signedTwice(html: string): boolean {
  const places = html
    .split(`href="${signaturePlace}`)
    .slice(1)
    .map((rest) => rest.split(/["?]/, 1)[0]);
  return new Set(places).size < places.length;
}

/** Template → page → finished file, with the hash of what it says and the code to check it by. */
async function issuePaper(
  printer: Printer,
  input: Pick<IssueInput, 'identity' | 'verifyPage' | 'language'>,
  sheet: Sheet,
): Promise<Outcome<Issued>> {
  const read = await readTemplate(sheet.files, sheet.own);
  if (!read.ok) return read;
  const template = read.value;
  const hash = sheet.hash(template.hash);
  const identity = { ...input.identity, contentHash: hash };
  const qr = qrImage(`${input.verifyPage}#${identity.code}`);
  const view = sheet.view({ identity, verify: { page: input.verifyPage, qr } });
  let html: string;
  try {
    html = await page(template.text, view);
  } catch (error) {
    if (error instanceof TemplateLimit)
      return { ok: false, problem: { code: error.code, at: '', params: {}, level: 'error' } };
    // A district's own template may ask, outside its condition, for what these answers do not have.
    if (sheet.own?.source === undefined) throw error;
    const what = error instanceof Error ? error.message.split('\n', 1)[0]! : '';
    return { ok: false, problem: { code: 'template-failed', at: '', params: { what }, level: 'error' } };
  }
  if (sheet.own && signedTwice(html))
    return { ok: false, problem: { code: 'template-signed-twice', at: '', params: {}, level: 'error' } };
  const made = await produce(printer, html, {
    ...(sheet.attachments ? { attachments: sheet.attachments } : {}),
    title: view.margin.title,
    language: input.language,
    code: identity.code,
    issuedAt: identity.issuedAt,
    seed: [sheet.kind, sheet.copy, identity.number, identity.revision, hash, identity.issuedAt].join(' '),
  });
  if (!made.ok) return made;
  return {
    ok: true,
    value: {
      ...made.value,
      twin: twin(html, view.margin, made.value.sha256),
      contentHash: hash,
      template: { id: template.id, hash: template.hash },
    },
  };
}

export interface SealInput {
  /** the issued file: it stays, byte for byte, the beginning of the sealed one */
  readonly issued: Uint8Array;
  readonly document: SignaturesInput['document'] & { readonly code: string };
  readonly names: SignaturesInput['names'];
  readonly events?: SignaturesInput['events'];
  readonly language: 'it' | 'en';
  readonly facts: SealFacts;
  /** people have signed in the file: a sheet after their signatures would be a change of what they signed */
  readonly signed?: boolean;
  /** the seal comes first: no sheet, and people may sign after it */
  readonly open?: boolean;
  /** where it is given, the seal carries a proof of its time */
  readonly stamper?: Stamper;
}

/** The file with the register of signatures at its end. */
async function withRegister(printer: Printer, input: SealInput): Promise<Outcome<Uint8Array>> {
  const { document, language, facts } = input;
  const hash = sha256(input.issued);
  const template = await readTemplate(signatures);
  if (!template.ok) return template;
  const { names, events = [] } = input;
  const view = signaturesData({ language, document, sha256: hash, names, events });
  const sheet = await produce(printer, await page(template.value.text, view), {
    title: view.margin.title,
    language,
    code: document.code,
    issuedAt: facts.time,
    seed: `signatures ${hash} ${facts.time}`,
  });
  return sheet.ok ? appendPages(input.issued, sheet.value.pdf) : sheet;
}

/** A file that keeps what it claims. */
async function gated(file: Outcome<Uint8Array>): Promise<Outcome<Uint8Array>> {
  if (!file.ok) return file;
  const pdf = await Pdf.read(file.value);
  const [problem] = gate(pdf, declared(pdf));
  return problem ? { ok: false, problem } : file;
}

/** The register of signatures appended, then the seal over the whole. */
export async function sealDocument(
  printer: Printer,
  signer: Signer,
  input: SealInput,
): Promise<Outcome<{ readonly pdf: Uint8Array; readonly sha256: string; readonly unstamped?: string }>> {
  const whole: Outcome<Uint8Array> =
    input.signed || input.open
      ? { ok: true, value: input.issued }
      : await gated(await withRegister(printer, input));
  if (!whole.ok) return whole;
  const sealed = await seal(whole.value, signer, input.facts, {
    ...(input.stamper ? { stamper: input.stamper } : {}),
    ...(input.open ? { open: true } : {}),
  });
  if (!sealed.ok) return sealed;
  return { ok: true, value: { ...sealed.value, sha256: sha256(sealed.value.pdf) } };
}
