// SPDX-License-Identifier: AGPL-3.0-or-later
// A JSON Schema, with or without an UI schema, as a definition.
import type { Definition, LayoutNode } from '../../../schemas/types.ts';
import type { Holder } from '../answers.ts';
import { type Imported, type SourceFile, type Unreadable, unreadable } from '../contract.ts';
import { count } from '../count.ts';
import { type Json, isObject, leaves, own, readJson } from '../json.ts';
import { Ledger } from '../ledger.ts';
import { TITLE, idOf, speaks, titleOf, untitled } from '../naming.ts';
import { Bag } from './bag.ts';
import { type Hints, noHints } from './hints.ts';
import { JsonForms, isJsonForms } from './jsonforms.ts';
import { type Known, newLevel } from './known.ts';
import { Objects } from './objects.ts';
import { rjsfHints } from './rjsf.ts';
import { Views } from './view.ts';

/** What the files hold: a schema, an UI schema, and what belongs to neither. */
export interface Sources {
  readonly schema: unknown;
  readonly ui?: unknown;
  /** by name */
  readonly others?: { readonly [name: string]: unknown };
  /** names that were not even read, by place */
  readonly dropped?: readonly string[];
}

const words = [
  '$schema',
  'type',
  'properties',
  'definitions',
  '$defs',
  '$ref',
  'allOf',
  'oneOf',
  'anyOf',
  'items',
  'enum',
];
const isSchema = (value: unknown): boolean =>
  isObject(value) && !isJsonForms(value) && words.some((word) => Object.hasOwn(value, word));
const isUi = (value: unknown): boolean =>
  isObject(value) && (isJsonForms(value) || JSON.stringify(value).includes('"ui:'));

/** One value with both in it, or the two of them in any order. */
export function sourcesIn(values: readonly unknown[]): Sources | undefined {
  const [first, second] = values;
  if (
    values.length === 1 &&
    isObject(first) &&
    isSchema(own(first, 'schema')) &&
    !Object.hasOwn(first, 'properties')
  ) {
    const { schema, uischema, uiSchema, ui, ...others } = first as Json & { [name: string]: unknown };
    const found = uischema ?? uiSchema ?? ui;
    return { schema, ...(found === undefined ? {} : { ui: found }), others };
  }
  if (values.length === 1) return isSchema(first) && !isUi(first) ? { schema: first } : undefined;
  if (values.length !== 2) return undefined;
  const [schema, ui] = isUi(first) && !isUi(second) ? [second, first] : [first, second];
  return isSchema(schema) && isObject(ui) ? { schema, ui } : undefined;
}

/** A definition from a schema; `name` is a title for a form that has none. */
export function fromSchema(
  { schema, ui, others = {}, dropped = [] }: Sources,
  name = untitled,
): Imported | Unreadable {
  const otherPieces = Object.entries(others).map(
    ([key, value]) => [key, JSON.stringify(value) ?? ''] as const,
  );
  const ledger = new Ledger([
    ...leaves(schema, '#'),
    ...(ui === undefined ? [] : leaves(ui, 'uischema#')),
    ...otherPieces,
  ]);
  for (const [key, text] of otherPieces) ledger.leave(key, 'not-the-form', [], text);
  for (const place of dropped) ledger.tell(place, 'forbidden-name', place.split('/').at(-1)!);
  const forms = isJsonForms(ui);
  const hints: Hints = !forms && isObject(ui) ? rjsfHints(ui, 'uischema#', ledger) : noHints;
  const views = new Views(schema, ledger);
  const objects = new Objects(views, ledger, hints);
  const holder: Holder = { type: 'object', properties: {} };
  const level = newLevel('', undefined, holder);
  const root = { schema, at: '#', path: [] };
  const view = views.of([root]);
  if (!view) return unreadable('no-questions');
  const bag = new Bag(view, ledger);
  let whole: Known | undefined;
  let [title, description]: (string | undefined)[] = [];
  if (view.properties.size > 0) {
    [title, description] = [hints([]).title ?? bag.text('title'), bag.text('description')];
    if (bag.see('type') === 'object') bag.use('type');
    if (bag.see('additionalProperties') === false) bag.use('additionalProperties');
    bag.close();
    objects.fill(view, level, []);
  } else whole = objects.property(String(view.words.get('title')?.value ?? 'risposta'), [root], level, []);
  if (Object.keys(holder.properties).length === 0) return unreadable('no-questions');
  let layout: LayoutNode[] = [];
  if (forms) layout = new JsonForms(ledger, whole).layout(ui as Json, 'uischema#', level);
  unread(schema, ui, ledger);
  const named = speaks(title) ? title : (whole?.title ?? name);
  const definition: Definition = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: idOf(speaks(title) ? title : name === untitled ? '' : name),
    title: named.slice(0, TITLE),
    ...(speaks(description) ? { description: description.slice(0, 10_000) } : {}),
    schema: holder as Definition['schema'],
    ...(layout.length > 0 ? { layout } : {}),
  };
  return { definition, carried: count(definition), ...ledger.close() };
}

/** Definitions that no question uses, and looks that Patto decides by itself. */
function unread(schema: unknown, ui: unknown, ledger: Ledger): void {
  for (const container of ['definitions', '$defs'])
    for (const name of Object.keys((own(schema, container) as Json | undefined) ?? {}))
      ledger.leaveRest(
        `#/${container}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        'unused-definition',
        name,
      );
  for (const [place] of ui === undefined ? [] : leaves(ui, 'uischema#'))
    if (!ledger.settled(place)) ledger.leave(place, place.endsWith('/i18n') ? 'i18n' : 'look');
}

interface Parsed {
  readonly values: readonly unknown[];
  readonly dropped: readonly string[];
}

function parsed(files: readonly SourceFile[]): Parsed | Unreadable {
  const values: unknown[] = [];
  const dropped: string[] = [];
  for (const { bytes } of files) {
    const read = readJson(new TextDecoder().decode(bytes));
    if ('wrong' in read) return unreadable(read.wrong);
    values.push(read.value);
    dropped.push(...read.dropped);
  }
  return { values, dropped };
}

export async function readJsonSchema(files: readonly SourceFile[]): Promise<Imported | Unreadable> {
  const found = parsed(files);
  if ('refused' in found) return found;
  const sources = sourcesIn(found.values);
  if (!sources) return unreadable('not-a-schema');
  const name = files[0]!.name.replace(/(\.schema)?\.json$/i, '');
  return fromSchema({ ...sources, dropped: found.dropped }, speaks(name) ? titleOf(name) : untitled);
}
