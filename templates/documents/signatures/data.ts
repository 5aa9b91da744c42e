// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Document, Signature, Signer } from '../../../schemas/types.ts';
import type { Data, Margin } from '../../contract.ts';
import { lifeOf } from '../../acts.ts';
import { textsOf } from '../../frame.ts';
import { strokesImage } from '../../strokes.ts';
import { day, hour } from '../../writing.ts';
import { words } from './words.ts';

/** What the register of signatures of one act is made of. */
export interface SignaturesInput {
  readonly language: 'it' | 'en';
  readonly document: Pick<Document, 'number' | 'revision' | 'signers' | 'signatures'>;
  /** SHA-256 of the issued file, the one that people signed */
  readonly sha256: string;
  /** names of the accounts that registered them, by id */
  readonly names: { readonly [account: string]: string };
  /** what the audit tells of the act so far, oldest first */
  readonly events?: readonly ActEvent[];
}

/** One line of the audit, in words. */
export interface ActEvent {
  /** RFC 3339 */
  readonly at: string;
  /** as in `lifeOf` */
  readonly action: string;
  readonly by: string;
  readonly seq: number;
  /** SHA-256 that binds it to the line before */
  readonly chain: string;
}

/** Texts that the sheet adds to its act; those who neither signed nor refused are not in it. */
export function signaturesData(input: SignaturesInput): { readonly data: Data; readonly margin: Margin } {
  const { document, language } = input;
  const t = textsOf(words, language);
  const signer = (one: Signature): Signer =>
    document.signers.find(({ id }) => id === one.signer) ?? { id: one.signer, name: one.signer, role: '' };
  const lineOf = ({ line }: Signer, { mode }: Signature): string =>
    line && mode !== 'refused' && mode !== 'impeded' ? t[line] : '';
  const events = input.events ?? [];
  const data: Data = {
    t,
    number: document.number,
    revision: document.revision,
    sha256: input.sha256,
    rows: document.signatures.map((one) => ({
      name: signer(one).name,
      role: signer(one).role,
      mode: t[one.mode],
      line: lineOf(signer(one), one),
      reason: one.reason ? `${t.reason}: ${one.reason}` : '',
      original: one.original ? `${t.original}: ${one.original}` : '',
      scan: one.scan ? t.scan : '',
      when: `${day(one.at)}, ${hour(one.at)}`,
      place: one.place ?? '',
      identified: one.identified,
      identifiedBy: one.identifiedBy ? `${t.identifiedBy} ${one.identifiedBy}` : '',
      by: input.names[one.registeredBy] ?? one.registeredBy,
    })),
    declarations: document.signatures.flatMap(({ declaration }) =>
      declaration ? [{ text: declaration }] : [],
    ),
    scans: [...new Set(document.signatures.flatMap(({ scan }) => scan ?? []))].map((hash) => ({ hash })),
    events: events.map((one) => ({
      when: `${day(one.at)}, ${hour(one.at)}`,
      what: lifeOf[one.action]?.[language] ?? one.action,
      by: one.by,
      seq: one.seq,
    })),
    chain: events.at(-1)?.chain ?? '',
    drawn: document.signatures.flatMap((one) =>
      one.mode === 'drawn' && one.strokes !== undefined
        ? [
            {
              image: strokesImage(one.strokes),
              alt: `${t.strokes} ${signer(one).name}`,
              caption: signer(one).name,
            },
          ]
        : [],
    ),
  };
  const margin: Margin = {
    language,
    title: `${t.title} ${document.number}`,
    left: `${t.title} · ${t.of} ${document.number}, ${t.version} ${document.revision}`,
    right: '',
    page: [t.sheet, t.sheetOf],
  };
  return { data, margin };
}
