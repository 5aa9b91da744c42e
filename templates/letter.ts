// SPDX-License-Identifier: AGPL-3.0-or-later
// Letters: what notices, receipts, vouchers, reports and certificates have in common. A kind adds its own words and text.
import type { Words } from '../runtime/problem.ts';
import type { Signer } from '../schemas/types.ts';
import type { Copy, Data, DocumentKind, SignersInput, TemplateFiles } from './contract.ts';
import { fieldTexts, type Shape } from './fields.ts';
import { head, margin, officeOf, proof, textsOf } from './frame.ts';
import { letterWords } from './letter-words.ts';
import type { DocumentInput } from './input.ts';
import { conditionFlags } from './named-conditions.ts';
import { fullName, person, text } from './people.ts';
import { printable, type PrintedField, sayable } from './printable.ts';
import { clock, longDay, say, writing, type Row } from './writing.ts';

/**
 * Where the answers keep what the frame of a letter says: the only place that knows these keys. What a definition does
 * not have is not printed; all its answers are in `fields` besides.
 */
const keys = {
  /** who it is about: id of a row of the household */
  person: 'persona',
  /** who it goes to, if not that person: id of a row of the household, of a register, or a text */
  addressee: 'destinatario',
  /** where it goes, in lines */
  address: 'indirizzo',
  postcode: 'cap',
  town: 'citta',
  delivery: 'consegna',
  /** the service that hands it over */
  at: 'presso',
  protocol: 'protocollo',
  reference: 'vostro_riferimento',
  subject: 'oggetto',
  date: 'data_lettera',
  /** group: nome, profilo, telefono, email */
  worker: 'riferimento',
} as const;

export interface Letter {
  /** also the folder of its template */
  readonly kind: string;
  readonly words: Words;
  /** kind of the definitions that it prints; form where it is absent */
  readonly prints?: DocumentKind['prints'];
  /** its own texts, `t.<key>` in its template; they stand before those of every letter */
  readonly own: { readonly [key: string]: Words };
  /** blocks of text of the district or the measure that it prints: `texts.<key>`, '' where there is none */
  readonly texts?: readonly string[];
  /** partials beyond those of every letter */
  readonly partials?: readonly string[];
  /** family: the act alone; internal: the act is for offices; both: an act and a copy for the file */
  readonly copies?: readonly Copy[];
  /** absent: who issues it, or the worker that the answers name */
  readonly signers?: (input: SignersInput) => Signer[];
  /** says neither case nor addressee nor reason: for whoever must not know what the case is about */
  readonly anonymous?: true;
  /** what it says beyond its answers */
  readonly more?: (input: DocumentInput, answers: Row) => { readonly [key: string]: Data };
}

/** A kind of document from its letter: `<kind>/<kind>.hbs`, for an internal copy `<kind>/internal.hbs`. */
export function letter(spec: Letter): DocumentKind {
  const { kind, words, copies = ['family'] } = spec;
  const partials = ['letterhead', 'letter-top', 'letter-end', 'verify', ...(spec.partials ?? [])];
  const file = (copy: Copy): TemplateFiles => ({
    folder: kind,
    file: copy === 'internal' && copies.length > 1 ? 'internal.hbs' : `${kind}.hbs`,
    partials,
  });
  return {
    kind,
    words,
    prints: spec.prints ?? 'form',
    files: Object.fromEntries(copies.map((copy) => [copy, file(copy)])),
    says: shapeOfLetter(spec),
    view: (input) => letterView(spec, input),
    signers: spec.signers ?? workerSigns,
  };
}

const names = (...keys: readonly string[]): Shape => Object.fromEntries(keys.map((key) => [key, {}]));
const one = names('name', 'birth', 'taxCode');
/** What every letter holds, whether its own template names it or not. */
const held: Shape = {
  ...names(
    'title',
    'number',
    'revision',
    'case',
    'measure',
    'protocol',
    'reference',
    'date',
    'place',
    'subject',
  ),
  ...names('internal', 'responsible', 'privacy'),
  head: names('lines', 'office'),
  addressee: names('lines', 'delivery'),
  person: one,
  people: one,
  worker: names('name', 'profile', 'phone', 'email'),
  signers: names('id', 'name', 'role', 'place'),
  verify: names('page', 'qr', 'code', 'hash'),
};
const shapeOfLetter = ({ own, texts = [] }: Letter): Shape => ({
  ...held,
  t: names(...Object.keys({ ...letterWords, ...own })),
  texts: names(...texts),
});

/** Who follows the case signs alone. */
export function workerSigns({ answers, issuedBy }: SignersInput): Signer[] {
  const named = (answers[keys.worker] ?? {}) as Row;
  const name = text(named['nome']) || issuedBy.name;
  const role = text(named['nome']) ? text(named['profilo']) : issuedBy.profile;
  return [{ id: 'worker', name, role, required: true }];
}

function letterView(spec: Letter, input: DocumentInput): ReturnType<DocumentKind['view']> {
  const { identity, district, measure, language } = input;
  const context = sayable(input.submission.context, input.copy);
  const t = textsOf<keyof typeof letterWords | string>({ ...letterWords, ...spec.own }, language);
  const words = textsOf(letterWords, language);
  const answers: Row = printable(input.outline, input.submission.answers, input.copy, input.roles ?? []);
  const household: readonly Row[] = context.case.nucleo ?? [];
  const member = (id: unknown) => household.find((row) => row['id'] === id);
  const sides = writing(
    input.version.source,
    context,
    (pointer, id) => (pointer.startsWith('case:') ? fullName(member(id) ?? {}) : id),
    language,
  );
  const at = (key: string): PrintedField | undefined => input.outline.byPointer.get(`/${key}`);
  const write = (field: PrintedField | undefined, value: unknown): string =>
    inWords(field, value, language) ?? say(field, value, input.papers, sides);
  const cell = (key: string): string => write(at(key), answers[key]);
  const about = member(answers[keys.person]) ?? {};
  const title = spec.words[language];
  const name = cell(keys.addressee) || fullName(about) || fullName(answers);
  const town = [cell(keys.postcode), cell(keys.town)].filter(Boolean).join(' ');
  const addressee = [name, ...lines(cell(keys.address)), town];
  const data: Data = {
    t,
    title,
    internal: input.copy === 'internal',
    head: head(input, words),
    number: identity.number,
    revision: identity.revision,
    case: spec.anonymous ? '' : input.case.number,
    measure: measure.name,
    protocol: cell(keys.protocol),
    reference: cell(keys.reference),
    date: longDay(text(answers[keys.date]) || identity.issuedAt, language, false),
    place: placeOf(input),
    subject: cell(keys.subject) || title,
    addressee: {
      lines: spec.anonymous ? [] : addressee.filter(Boolean),
      delivery: [cell(keys.delivery), cell(keys.at)].filter(Boolean).join(': '),
    },
    person: person(about),
    people: household.map(person),
    worker: worker(input, answers, words.phone),
    responsible: officeOf(input)?.responsible ?? input.manager?.name ?? '',
    texts: Object.fromEntries((spec.texts ?? []).map((key) => [key, blockOf(input, key)?.text ?? ''])),
    fields: fieldTexts(input.outline, answers, write, input.copy, input.roles ?? []),
    holds: conditionFlags(input),
    // Whom the letter is shown to must not learn from this line either.
    privacy: spec.anonymous
      ? (blockOf(input, 'privacy_attestazione')?.text ?? '')
      : (district.letterhead.privacy ?? ''),
    signers: input.signers.map(({ id, name, role }) => ({
      id,
      name,
      role,
      place: `${words.signatureOf} ${name}`,
    })),
    verify: proof(input),
    ...spec.more?.(input, answers),
  };
  const foot = margin(input, words, title, words.number);
  // An act that is for offices is no copy of another.
  const isCopy = input.copy === 'internal' && (spec.copies ?? []).length > 1;
  return { data, margin: isCopy ? foot : { ...foot, right: '' } };
}

/** A block of text of the district, else of the measure, with its source. */
export const blockOf = ({ district, measure }: DocumentInput, key: string) =>
  district.texts?.[key] ?? measure.texts?.[key];

/** Days and hours as letters say them: "mercoledì 11 febbraio 2026", "9.30"; those of rows stay short. */
function inWords(field: PrintedField | undefined, value: unknown, language: 'it' | 'en'): string | undefined {
  if (!field || typeof value !== 'string' || field.pointer.includes('*')) return undefined;
  return ({ date: longDay, time: clock } as { readonly [type: string]: typeof clock })[field.type.type]?.(
    value,
    language,
  );
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());

/** The comune of the office, where the letter is written. */
function placeOf(input: DocumentInput): string {
  const id = officeOf(input)?.comune ?? input.case.comune;
  return input.district.comuni.find((one) => one.id === id)?.name ?? '';
}

/** Who follows the case: as the answers say, else who issues the letter. */
function worker({ manager }: DocumentInput, answers: Row, phone: string): Data {
  const named = (answers[keys.worker] ?? {}) as Row;
  const own = text(named['nome']) !== '';
  const [name, profile, number, email] = own
    ? ['nome', 'profilo', 'telefono', 'email'].map((key) => text(named[key]))
    : [manager?.name, manager?.profile, manager?.phone, manager?.email];
  return {
    name: name ?? '',
    profile: profile ?? '',
    phone: number ? `${phone} ${number}` : '',
    email: email ?? '',
  };
}
