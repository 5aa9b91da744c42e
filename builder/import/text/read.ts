// SPDX-License-Identifier: AGPL-3.0-or-later
// Pasted text: one question a line, its options below it, sections between.
import type { Choice, Definition, FieldSchema, LayoutNode, LayoutSection } from '../../../schemas/types.ts';
import { makeConst, makeKey } from '../../edit/key.ts';
import { guessType } from '../../edit/guess.ts';
import { type Imported, type Unreadable, unreadable } from '../contract.ts';
import { count } from '../count.ts';
import { Ledger } from '../ledger.ts';
import { NodeIds, TITLE, idOf, speaks, untitled } from '../naming.ts';

/** The schema that a field type begins with; undefined for a type that is not known. */
export type Blank = (type: string) => FieldSchema | undefined;

const QUESTIONS = 1_000;
const CHOICES = 50;

interface Line {
  readonly at: string;
  readonly text: string;
  readonly option: boolean;
  readonly section: boolean;
}

const bullet = /^\s*(?:[-–—•*◦▪○□☐✓·]|\[[ xX]?\]|\([ xX]?\)|[a-zA-Z][).])\s+/u;
const numbering =
  /^\s*(?:domanda\s+)?(?:\d{1,3}(?:\.\d{1,3})+[.):\]]?|\d{1,3}\s*[.):\]–-]|[IVXLivxl]{1,5}[.)])\s+/u;
const starred = /\s*(?:\(\s*(?:obbligatori[ao]|required)\s*\)|\*+)\s*(?=[:?]?\s*$)|^\s*\*+\s*(?=\S)/iu;
const several =
  /\(\s*(?:(?:anche\s+)?pi[uù]\s+(?:di\s+una\s+)?rispost[ae]|(?:risposta|scelta)\s+multipla|select all.*)\s*\)/iu;

/** Capitals all through, and more than one word or a long one: a heading. */
const shouted = (text: string): boolean =>
  /\p{Lu}{4}/u.test(text) && text === text.toUpperCase() && !text.endsWith('?');

function linesOf(text: string): Line[] {
  const rows = text.replaceAll('\r\n', '\n').split(/[\n\r]/);
  return rows.flatMap((row, place) => {
    const indent = /^(?:\t| {2,})/.test(row);
    const marked = bullet.test(row) && !/^\s*\*\S/.test(row);
    const bare = row.replace(marked ? bullet : numbering, '').trim();
    if (row.trim() === '') return [];
    const heading = !marked && !indent && (bare.endsWith(':') || shouted(bare));
    return [{ at: `riga ${place + 1}`, text: bare, option: marked || indent, section: heading }];
  });
}

/** A line with options right below is a question, whatever it ends with; so is one whose type is plain to see. */
const isSection = (line: Line, next: Line | undefined, type: string): boolean =>
  line.section && !next?.option && (type === 'text' || shouted(line.text));

interface Asked {
  readonly field: FieldSchema;
  readonly choices: Choice[];
  readonly many: boolean;
}

/** A question with options is one of a list, or several where it says so; yes and no alone are just that. */
function offer(field: FieldSchema, choices: readonly Choice[], many: boolean): void {
  if (choices.length === 0) return;
  const { title } = field;
  for (const key of Object.keys(field)) delete field[key as keyof FieldSchema];
  const yesNo = choices.length === 2 && choices.every((choice) => ['si', 'no'].includes(choice.const));
  const oneOf = [...choices];
  if (yesNo && !many) Object.assign(field, { title, type: 'boolean' });
  else if (many) Object.assign(field, { title, type: 'array', items: { type: 'string', oneOf } });
  else Object.assign(field, { title, type: 'string', 'x-type': 'one', oneOf });
}

/** A definition from lines of text; `blank` gives each type its beginning. */
export function fromText(text: string, blank: Blank, name = untitled): Imported | Unreadable {
  const lines = linesOf(text);
  const ledger = new Ledger(lines.map((line) => [line.at, line.text]));
  const properties: { [key: string]: FieldSchema } = {};
  const required: string[] = [];
  const ids = new NodeIds();
  const layout: LayoutNode[] = [];
  let items = layout;
  let asked: Asked | undefined;
  const pending: Asked[] = [];
  lines.forEach((line, place) => {
    if (!speaks(line.text)) return ledger.leave(line.at, 'says-nothing');
    if (line.option && asked) {
      if (asked.choices.length === CHOICES) return ledger.leave(line.at, 'too-many-choices');
      const codes = asked.choices.map((choice) => choice.const);
      asked.choices.push({ const: makeConst(line.text, codes), title: line.text.slice(0, TITLE) });
      return ledger.take(line.at);
    }
    const known = (each: string): boolean => blank(each) !== undefined;
    if (isSection(line, lines[place + 1], guessType(line.text.replace(/\s*:$/, ''), known))) {
      const title = line.text.replace(/\s*:$/, '').slice(0, TITLE);
      const section: LayoutSection = { section: ids.make('section', title), title, items: [] };
      layout.push(section);
      items = section.items;
      asked = undefined;
      return ledger.take(line.at);
    }
    if (Object.keys(properties).length === QUESTIONS) return ledger.leave(line.at, 'too-many-questions');
    const must = starred.test(line.text);
    const many = several.test(line.text);
    const title = line.text
      .replace(starred, '')
      .replace(several, '')
      .replace(/\s*:\s*$/, '')
      .trim()
      .slice(0, TITLE);
    const type = guessType(title, known);
    const field: FieldSchema = { ...(blank(type) ?? { type: 'string' }), title };
    const key = makeKey(title, Object.keys(properties));
    properties[key] = field;
    if (must) required.push(key);
    items.push(`/${key}`);
    asked = { field, choices: [], many };
    pending.push(asked);
    if (line.text.length > TITLE) ledger.leave(line.at, 'too-long');
    else ledger.take(line.at);
  });
  for (const { field, choices, many } of pending) offer(field, choices, many);
  if (Object.keys(properties).length === 0) return unreadable('no-lines');
  const definition: Definition = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: idOf(name === untitled ? '' : name),
    title: name,
    schema: { type: 'object', properties, ...(required.length > 0 ? { required } : {}) },
    layout,
  };
  return { definition, carried: count(definition), ...ledger.close() };
}
