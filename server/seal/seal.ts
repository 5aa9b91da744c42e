// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Problem } from '../../runtime/problem.ts';
import { increment, tail } from '../pdf/increment.ts';
import { pdfDate } from '../pdf/metadata.ts';
import type { Outcome } from '../storage/contract.ts';
import { verifyPdf } from '../verify/verify.ts';
import type { SealKey } from './certificate.ts';
import { signDigest } from './cms.ts';

export interface SealFacts {
  /** why, e.g. "Sigillo di integrità del documento VP-2026-00001" */
  readonly reason: string;
  readonly place: string;
  /** RFC 3339 */
  readonly time: string;
  /** of the organisation */
  readonly name: string;
}

/** Room for the CMS in bytes; ours take about 2,100 with RSA-3072. */
export const room = 4096;
const digits = 10;

function problem(code: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, at: '', params: {}, level: 'error' } };
}

function text(value: string): string {
  return PDFHexString.fromText(value).toString();
}

/**
 * Adds the district's seal to a finished file as an incremental update: an invisible PAdES baseline-B signature that
 * covers the whole file and allows no later change. The result is opened and checked before it is handed out.
 */
export async function seal(pdf: Uint8Array, signer: SealKey, facts: SealFacts): Promise<Outcome<Uint8Array>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const end = tail(pdf);
  const [page] = document.getPages();
  const rootRef = document.context.trailerInfo.Root;
  if (!end || !page || !(rootRef instanceof PDFRef)) return problem('not-our-file');
  const { catalog } = document;
  if (catalog.get(PDFName.of('AcroForm')) !== undefined) return problem('already-sealed');

  const [signature, field] = [end.size, end.size + 1];
  const annotations = page.node.Annots()?.clone(document.context) ?? PDFArray.withContext(document.context);
  annotations.push(PDFRef.of(field));
  const pageDict = PDFDict.fromMapWithContext(new Map(page.node.entries()), document.context);
  pageDict.set(PDFName.of('Annots'), annotations);
  const root = PDFDict.fromMapWithContext(new Map(catalog.entries()), document.context);
  root.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [PDFRef.of(field)], SigFlags: 3 }));
  root.set(PDFName.of('Perms'), document.context.obj({ DocMDP: PDFRef.of(signature) }));

  const blank = ' '.repeat(digits);
  const objects = new Map<number, string>([
    [rootRef.objectNumber, root.toString()],
    [page.ref.objectNumber, pageDict.toString()],
    [
      signature,
      '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached' +
        `/M${PDFString.of(pdfDate(new Date(facts.time))).toString()}/Name${text(facts.name)}/Location${text(facts.place)}/Reason${text(facts.reason)}` +
        '/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]' +
        `/ByteRange[0 ${blank} ${blank} ${blank}]/Contents<${'0'.repeat(room * 2)}>>>`,
    ],
    [
      field,
      `<</Type/Annot/Subtype/Widget/FT/Sig/T${text('sigillo')}/TU${text(facts.reason)}/V ${signature} 0 R/F 132/Rect[0 0 0 0]/P ${page.ref.toString()}>>`,
    ],
  ]);

  const bytes = new Map([...objects].map(([number, body]) => [number, Buffer.from(body, 'latin1')] as const));
  const file = increment(pdf, document, end, bytes);
  const hole = file.indexOf('/Contents<', pdf.length, 'latin1') + '/Contents'.length;
  const after = hole + 2 + room * 2;
  const range = [hole, after, file.length - after].map((one) => String(one).padStart(digits, ' ')).join(' ');
  file.write(range, file.indexOf('/ByteRange[0 ', pdf.length, 'latin1') + '/ByteRange[0 '.length, 'latin1');
  const digest = createHash('sha256').update(file.subarray(0, hole)).update(file.subarray(after)).digest();
  const cms = signDigest(digest, signer);
  if (cms.length > room) return problem('seal-too-large');
  file.write(cms.toString('hex'), hole + 1, 'latin1');

  const opened = await PDFDocument.load(file, { updateMetadata: false });
  const checked = verifyPdf(file, [signer.certificate]);
  if (opened.getPageCount() !== document.getPageCount() || checked.verdict !== 'valid')
    return problem('seal-failed');
  return { ok: true, value: file };
}
