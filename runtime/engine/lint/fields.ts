// SPDX-License-Identifier: BSD-3-Clause
// Each field by itself: its key, title, type, keywords, choices, bounds, bands.
import type { Problem } from '../../problem.ts';
import { pictogramNames } from '../../fields/pictogram-names.ts';
import { readRich } from '../../rich.ts';
import { isObject, type Json } from '../pointer.ts';
import { condition, formula, target } from './pointers.ts';
import { escapeKey, type Found, limits, type Report, type Survey } from './survey.ts';

/** Judges a pattern; undefined: it may be published. */
export type PatternProblem = (source: string) => Problem | undefined;

const keywords = new Set(
  `type title description $ref properties required items enum oneOf minimum maximum exclusiveMinimum exclusiveMaximum
  minLength maxLength minItems maxItems uniqueItems pattern format readOnly default examples deprecated x-type x-hint x-unit
  x-placeholder-example x-show x-require x-lock x-when-hidden x-value x-check x-choices x-settings x-prefill x-drawn x-ref
  x-each x-score x-weight x-bands x-not-asked x-sensitivity x-visible-to x-print x-purpose`.split(/\s+/),
);
const pairs = [['minimum', 'maximum'], ['exclusiveMinimum', 'exclusiveMaximum'], ['minLength', 'maxLength'], ['minItems', 'maxItems']] as const; // prettier-ignore

export const blank = (text: unknown): boolean => typeof text === 'string' && !/[\p{L}\p{N}]/u.test(text);

export function field(found: Found, survey: Survey, report: Report, patternProblem?: PatternProblem): void {
  const { at, pointer } = found;
  const schema = found.schema as unknown as Json;
  const tell = (
    code: string,
    keyword: string,
    params: Problem['params'] = {},
    level: Problem['level'] = 'error',
  ): void => report(code, keyword === '' ? at : `${at}/${keyword}`, params, pointer, level);
  key(found, tell);
  for (const keyword of Object.keys(schema))
    if (!keywords.has(keyword))
      tell('unknown-keyword', escapeKey(keyword), { keyword: keyword.slice(0, 60) });
  if (!found.type) {
    if (schema['x-type'] === undefined) tell('no-type', '');
    else tell('unknown-type', 'x-type', { type: String(schema['x-type']).slice(0, 60) });
  }
  if (blank(schema['title'])) tell('blank-title', 'title');
  else if (schema['title'] === undefined && schema['x-drawn'] !== false)
    tell('no-title', '', { key: found.key.slice(0, 60) }, 'warning');
  const holder = found.nests === 'rows' && isObject(schema['items']) ? schema['items'] : schema;
  requiredKeys(holder, holder === schema ? at : found.rowAt, report, pointer);
  if (found.nests === 'rows' && isObject(holder)) {
    for (const keyword of Object.keys(holder))
      if (!keywords.has(keyword))
        report(
          'unknown-keyword',
          `${found.rowAt}/${escapeKey(keyword)}`,
          { keyword: keyword.slice(0, 60) },
          pointer,
        );
  }
  choices(schema, '', tell);
  if (isObject(schema['items'])) choices(schema['items'], 'items/', tell);
  for (const [low, high] of pairs) {
    if (Number(schema[low]) > Number(schema[high]))
      tell('bounds-crossed', low, { low: Number(schema[low]), high: Number(schema[high]) });
  }
  if (typeof schema['pattern'] === 'string' && patternProblem) {
    const problem = patternProblem(schema['pattern']);
    if (problem) tell(problem.code, 'pattern', problem.params, problem.level);
  }
  bands(schema['x-bands'], `${at}/x-bands`, report, pointer);
  misplaced(found, schema, tell);
  pictured(schema, tell);
  formed(schema['x-hint'], `${at}/x-hint`, report, pointer);
  for (const problem of found.type?.lint?.(found.schema) ?? [])
    report(problem.code, at + problem.at, problem.params, pointer, problem.level);
  readings(found, schema, survey, report);
}

/** Text with a little form: links that are safe, form that is closed. */
export function formed(text: unknown, at: string, report: Report, field?: string): void {
  if (typeof text !== 'string') return;
  for (const { code, piece } of readRich(text).findings)
    report(code, at, { piece }, field, code === 'unsafe-link' ? 'error' : 'warning');
}

type Tell = (code: string, keyword: string, params?: Problem['params'], level?: Problem['level']) => void;

function key(found: Found, tell: Tell): void {
  const name = found.key.slice(0, 60);
  if (Object.hasOwn(Object.prototype, found.key)) tell('reserved-key', '', { key: name });
  else if (!/^[a-z][a-z0-9_]{0,59}$/.test(found.key)) tell('bad-key', '', { key: name });
  if (found.parent?.nests === 'rows' && found.key === 'id') tell('reserved-key', '', { key: name });
}

export function requiredKeys(holder: Json, at: string, report: Report, field?: string): void {
  const { required, properties } = holder;
  if (!Array.isArray(required)) return;
  required.forEach((name: unknown, place) => {
    if (!isObject(properties) || !Object.hasOwn(properties, String(name)))
      report('required-unknown', `${at}/required/${place}`, { key: String(name).slice(0, 60) }, field);
  });
}

function choices(schema: Json, before: string, tell: Tell): void {
  for (const keyword of ['oneOf', 'enum'] as const) {
    const list = schema[keyword];
    if (!Array.isArray(list)) continue;
    if (list.length > limits.choices)
      tell('too-many-choices', before + keyword, { limit: limits.choices, count: list.length });
    if (list.length === 0) tell('empty-part', before + keyword);
    const seen = new Set<unknown>();
    for (const each of list as unknown[]) {
      const value = keyword === 'oneOf' && isObject(each) ? each['const'] : each;
      if (seen.has(value))
        tell('same-choice-twice', before + keyword, { choice: String(value).slice(0, 100) });
      seen.add(value);
      if (isObject(each) && blank(each['title'])) tell('blank-title', before + keyword);
    }
  }
}

/** Bands must follow each other without gap or overlap; the last has no end. */
export function bands(written: unknown, at: string, report: Report, field?: string): void {
  if (!Array.isArray(written)) return;
  const list = (written as unknown[]).filter(isObject).sort((a, b) => Number(a['from']) - Number(b['from']));
  const codes = new Set<unknown>();
  list.forEach((band, place) => {
    if (codes.has(band['code']))
      report('same-id-twice', at, { id: String(band['code']).slice(0, 60) }, field);
    codes.add(band['code']);
    if (blank(band['title'])) report('blank-title', at, {}, field);
    const next = list[place + 1];
    const [end, start] = [band['to'], next?.['from']];
    if (!next) {
      if (end !== undefined) report('band-without-end', at, { to: String(end) }, field);
    } else if (end === undefined || Number(end) > Number(start))
      report('bands-overlap', at, { at: String(start) }, field);
    else if (Number(end) < Number(start))
      report('bands-gap', at, { from: String(end), to: String(start) }, field);
  });
}

/** Keywords on a field that cannot have them. */
function misplaced(found: Found, schema: Json, tell: Tell): void {
  const not = (keyword: string, here: boolean): void => {
    if (schema[keyword] !== undefined && !here) tell('keyword-not-here', keyword, { keyword });
  };
  const texts = schema['type'] === 'string' || schema['type'] === 'array';
  not('x-not-asked', found.nests === undefined);
  not('x-each', found.nests === 'rows');
  not('x-ref', found.nests === undefined && texts);
  not('x-value', found.nests === undefined);
  not('x-prefill', schema['x-value'] === undefined);
  not('default', schema['x-value'] === undefined);
}

/** A drawing beside the label that nobody has drawn. */
function pictured(schema: Json, tell: Tell): void {
  const name = isObject(schema['x-settings']) ? schema['x-settings']['pictogram'] : undefined;
  if (name !== undefined && !(typeof name === 'string' && Object.hasOwn(pictogramNames, name)))
    tell('unknown-pictogram', 'x-settings/pictogram', { name: String(name).slice(0, 60) });
}

/** What the field reads. */
function readings(found: Found, schema: Json, survey: Survey, report: Report): void {
  const { at, level, pointer } = found;
  const where = (keyword: string): { at: string; level: string; field: string } => ({
    at: `${at}/${keyword}`,
    level,
    field: pointer,
  });
  for (const each of found.type?.reads?.(found.schema) ?? [])
    target(each, where('x-settings'), survey, report);
  for (const keyword of ['x-show', 'x-require', 'x-lock'] as const) {
    if (schema[keyword] !== undefined) condition(schema[keyword], where(keyword), survey, report);
  }
  for (const keyword of ['x-value', 'x-prefill'] as const) {
    if (schema[keyword] !== undefined) formula(schema[keyword], where(keyword), survey, report);
  }
  rules(schema['x-check'], where('x-check'), survey, report);
  if (found.nests === 'rows' && isObject(schema['items'])) {
    rules(
      schema['items']['x-check'],
      { at: `${found.rowAt}/x-check`, level: pointer, field: pointer },
      survey,
      report,
    );
  }
  besides(found, survey, report);
  const ref = schema['x-ref'];
  if (typeof ref === 'string') rowsAt(ref, where('x-ref'), survey, report);
  const each = schema['x-each'];
  if (isObject(each)) {
    const source = rowsAt(String(each['of']), where('x-each/of'), survey, report);
    const inCase = String(each['of']).startsWith('case:');
    if (each['where'] !== undefined && (source || inCase)) {
      condition(
        each['where'],
        { ...where('x-each/where'), level: source?.pointer ?? '' },
        survey,
        report,
        inCase,
      );
    }
  }
  for (const [inside, source] of [
    ['', schema['x-choices']],
    ['items/', isObject(schema['items']) ? schema['items']['x-choices'] : undefined],
  ] as const) {
    const filter = isObject(source) && isObject(source['where']) ? source['where'] : {};
    for (const [column, answer] of Object.entries(filter))
      target(String(answer), where(`${inside}x-choices/where/${escapeKey(column)}`), survey, report);
  }
}

/** A question that a choice opens is there, and is not asked while the choice is not made: else nobody could reach it. */
function besides({ at, pointer, schema }: Found, survey: Survey, report: Report): void {
  const settings: unknown = schema['x-settings'];
  const opened = isObject(settings) ? settings['beside'] : undefined;
  if (!isObject(opened)) return;
  for (const [choice, key] of Object.entries(opened)) {
    const place = `${at}/x-settings/beside/${escapeKey(choice)}`;
    const beside = survey.fields.get(pointer.replace(/[^/]+$/, String(key)));
    if (!beside) report('dangling-pointer', place, { pointer: `./${String(key).slice(0, 60)}` }, pointer);
    else if (beside.schema['x-show'] === undefined)
      report('beside-always', place, { key: String(key).slice(0, 60) }, pointer);
  }
}

function rowsAt(
  pointer: string,
  where: { at: string; level: string; field: string },
  survey: Survey,
  report: Report,
): Found | undefined {
  const found = target(pointer, where, survey, report);
  if (found && found.nests !== 'rows')
    report('not-a-repeat', where.at, { pointer: pointer.slice(0, 200) }, where.field);
  return found?.nests === 'rows' ? found : undefined;
}

export function rules(
  written: unknown,
  where: { at: string; level: string; field?: string | undefined },
  survey: Survey,
  report: Report,
): void {
  if (!Array.isArray(written)) return;
  written.forEach((rule: unknown, place) => {
    if (!isObject(rule)) return;
    condition(rule['must'], { ...where, at: `${where.at}/${place}/must` }, survey, report);
    if (blank(rule['message'])) report('blank-title', `${where.at}/${place}/message`, {}, where.field);
  });
}
