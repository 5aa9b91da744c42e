// SPDX-License-Identifier: AGPL-3.0-or-later
// A form to fill in by hand, made of any definition: boxes, lines, empty rows, and the way through it in words.
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import { plainText } from '../../../runtime/rich.ts';
import type { FieldPaper } from '../../../runtime/fields/contract.ts';
import type { District, FieldSchema, ListRow } from '../../../schemas/types.ts';
import type { Data, Margin } from '../../contract.ts';
import { head, shortHash, textsOf } from '../../frame.ts';
import { frameWords } from '../../frame-words.ts';
import { goesTo, onlyIf, type Known } from './logic.ts';
import { numbersOf, partsOf, type Numbered } from './numbers.ts';
import { words } from './words.ts';

export interface BlankInput {
  readonly language: 'it' | 'en';
  readonly district: Pick<District, 'letterhead' | 'notice' | 'offices' | 'comuni' | 'lead' | 'name'>;
  readonly outline: Outline;
  /** 0: not published yet */
  readonly number: number;
  readonly hash: string;
  readonly papers: ReadonlyMap<string, FieldPaper>;
  /** of the reader: parts for other roles are left out */
  readonly role: string;
  list(name: string): readonly ListRow[] | undefined;
}

type Texts = { readonly [key in keyof typeof words | keyof typeof frameWords]: string };

/** options beyond which a person writes the answer instead of looking for it */
const mostOptions = 12;
/** empty rows of a repeat */
const emptyRows = 4;
/** blocks of a repeat with many questions */
const emptyBlocks = 3;
/** columns that still have room to write in */
const mostColumns = 4;
/** signs that fit a short line */
const shortText = 60;

export function blankFormData(input: BlankInput): { readonly data: Data; readonly margin: Margin } {
  const { outline, district, language } = input;
  const { definition } = outline;
  const t: Texts = textsOf({ ...frameWords, ...words }, language);
  const parts = partsOf(outline, input.role);
  const options = (node: FieldNode) => optionsOf(node.schema, input, t);
  const known: Known = {
    numbers: numbersOf(parts),
    named: definition.conditions ?? {},
    option: (node, value) =>
      options(node)?.find((one) => one.value === value)?.text ?? titleOf(node.schema, value, input),
    t,
  };
  const questions = parts.flatMap((part) => ('question' in part ? [part.question] : []));
  const data: Data = {
    t,
    title: definition.title,
    about: definition.description ?? '',
    head: head({ district, case: { number: '', name: '', comune: district.lead ?? '' }, language }, t),
    anyMust: questions.some(({ node }) => node.required),
    parts: parts.map((part): Data => {
      if ('note' in part) return { ...nothing, note: plainText(part.note) };
      if ('heading' in part)
        return {
          ...nothing,
          [part.level === 2 ? 'page' : 'section']: part.heading,
          hint: plainText(part.hint),
        };
      const following = questions.slice(questions.indexOf(part.question) + 1);
      return { ...nothing, ...question(part.question, following, known, input, t, options) };
    }),
    privacy: district.letterhead.privacy ?? '',
  };
  const version = input.number === 0 ? '' : `, ${t.version} ${input.number}`;
  const margin: Margin = {
    language,
    title: `${t.form}: ${definition.title}`,
    left: `${t.form} ${definition.id}${version} · ${t.footHash} ${shortHash(input.hash)}`,
    right: '',
    page: [t.page, t.pageOf],
  };
  return { data, margin };
}

/** What a part of the paper may hold: a template names nothing that is not there. */
const noAnswer = {
  boxes: [] as readonly Data[],
  side: false,
  two: false,
  several: '',
  box: false,
  lines: [] as readonly number[],
  day: '',
  attach: '',
  short: false,
  line: false,
  unit: '',
};
const nothing = {
  page: '',
  section: '',
  note: '',
  hint: '',
  number: '',
  title: '',
  must: false,
  only: '',
  answer: noAnswer,
  columns: [] as readonly string[],
  cells: [] as readonly Data[],
  blocks: [] as readonly Data[],
};

interface Option {
  readonly value: unknown;
  readonly text: string;
}

/** What there is to choose from; undefined: nothing, or so much that it is written. */
function optionsOf(
  schema: FieldSchema,
  { list }: Pick<BlankInput, 'list'>,
  t: Pick<Texts, 'yes' | 'no'>,
): readonly Option[] | undefined {
  if (schema.type === 'boolean')
    return [
      { value: true, text: t.yes },
      { value: false, text: t.no },
    ];
  const own = schema.oneOf ?? schema.items?.oneOf;
  if (own) return own.map((one) => ({ value: one.const, text: one.title }));
  const plainOnes = schema.enum ?? schema.items?.enum;
  if (plainOnes) return plainOnes.map((value) => ({ value, text: String(value) }));
  const from = listOf(schema);
  const rows = from === undefined ? undefined : list(from);
  return rows && rows.length <= mostOptions
    ? rows.map(({ id, title }) => ({ value: id, text: title }))
    : undefined;
}

/** What a row of a long list is called. */
function titleOf(schema: FieldSchema, value: unknown, { list }: Pick<BlankInput, 'list'>): string {
  const from = listOf(schema);
  const row = from === undefined ? undefined : list(from)?.find(({ id }) => id === value);
  return row?.title ?? String(value);
}

const listOf = (schema: FieldSchema): string | undefined =>
  (schema['x-choices'] ?? schema.items?.['x-choices'])?.from.replace(/^(list|register):/, '');

function question(
  one: Numbered,
  following: readonly Numbered[],
  known: Known,
  input: BlankInput,
  t: Texts,
  options: (node: FieldNode) => readonly Option[] | undefined,
): { readonly [key: string]: Data } {
  const { node, number } = one;
  const base = {
    number,
    title: node.schema.title ?? node.key,
    must: node.required,
    hint: plainText(node.schema['x-hint'] ?? ''),
    only: onlyIf(one, known),
  };
  if (one.inside.length > 0) return { ...base, ...rows(one, known, input, t, options) };
  const arrow = (value: unknown): string => {
    const to = goesTo(one, value, following, known);
    return to === undefined ? '' : to === 'end' ? t.goToEnd : t.goTo.replace('{number}', to);
  };
  return { ...base, answer: answer(node, input, t, options(node), arrow) };
}

/** How an answer is written: boxes to mark, or room of the right size. */
function answer(
  node: FieldNode,
  { papers }: Pick<BlankInput, 'papers'>,
  t: Texts,
  options: readonly Option[] | undefined,
  arrow: (value: unknown) => string = () => '',
): Data {
  const { schema, type } = node;
  if (options) {
    const boxes = options.map(({ value, text }) => ({ text, arrow: arrow(value) }));
    const side = boxes.length <= 3 && boxes.every(({ text, arrow: to }) => (text + to).length <= 24);
    const two =
      !side && boxes.length > 4 && boxes.every(({ text, arrow: to }) => to === '' && text.length <= 36);
    return { ...noAnswer, boxes, side, two, several: schema.type === 'array' ? t.several : '' };
  }
  const room = papers.get(type.type)?.blank;
  if (room === 'box') return { ...noAnswer, box: true };
  if (room === 'lines') return { ...noAnswer, lines: [1, 2, 3, 4] };
  if (schema.format === 'date') return { ...noAnswer, day: t.day };
  if (schema['x-settings'] && 'kinds' in schema['x-settings']) return { ...noAnswer, attach: t.attach };
  const unit = schema['x-unit'] ?? '';
  if (schema.type === 'integer' || schema.type === 'number') return { ...noAnswer, short: true, unit };
  return (schema.maxLength ?? 0) > shortText * 3
    ? { ...noAnswer, lines: [1, 2] }
    : { ...noAnswer, line: true, unit };
}

/** A repeat: a table where the answers are few and short, else a block for each row. */
function rows(
  { node, number, inside }: Numbered,
  known: Known,
  input: BlankInput,
  t: Texts,
  options: (node: FieldNode) => readonly Option[] | undefined,
): { readonly [key: string]: Data } {
  const { minItems = 0, maxItems = emptyRows } = node.schema;
  const many = Math.max(minItems, Math.min(maxItems, emptyRows));
  const numbers = Array.from({ length: many }, (_one, place) => place + 1);
  const narrow =
    inside.length <= mostColumns &&
    inside.every((one) => (options(one.node)?.length ?? 0) <= 2 && onlyIf(one, known) === '');
  if (narrow)
    return {
      columns: inside.map((one) => one.node.schema.title ?? one.node.key),
      cells: numbers.map((row) => ({ row, cells: inside.map(() => '') })),
    };
  const title = node.schema.items?.title ?? node.schema.title ?? number;
  return {
    blocks: numbers.slice(0, Math.max(minItems, emptyBlocks)).map((row) => ({
      title: `${title} ${row}`,
      questions: inside.map((one, place) => ({
        number: one.number,
        title: one.node.schema.title ?? one.node.key,
        only: onlyIf(one, known),
        answer: answer(one.node, input, t, options(one.node), (value) => {
          const to = goesTo(one, value, inside.slice(place + 1), known);
          return to === undefined || to === 'end' ? '' : t.goTo.replace('{number}', to);
        }),
      })),
    })),
  };
}
