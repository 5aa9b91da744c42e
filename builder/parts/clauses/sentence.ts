// SPDX-License-Identifier: AGPL-3.0-or-later
// One sentence of a condition: a question, how it is compared, and with what.
import { type TemplateResult, html, nothing } from 'lit';
import type { Path } from '../../edit/clause-tree.ts';
import { type Sentence, quantities } from '../../edit/clauses.ts';
import type { Handle } from '../../edit/contract.ts';
import { innerScope } from '../../edit/fields.ts';
import { spoken } from '../../edit/named.ts';
import { relationsFor } from '../../edit/relations.ts';
import { answeredAs } from '../../edit/sentence.ts';
import type { Word } from '../../words.ts';
import '../clause-value.ts';
import { menu } from '../menu.ts';
import { titleIn } from '../offered.ts';
import type { Writing } from './writing.ts';

/** What is read: a question, a list or a condition with a name. */
export function questionPicker(writing: Writing, path: Path, value: string): TemplateResult {
  const { say, definition, questions, readonly } = writing;
  const name = value.startsWith('named:') ? spoken(value.slice('named:'.length)) : titleIn(definition, value);
  return menu({
    id: writing.ref('question', path),
    label: say('condition.question'),
    value,
    options: questions.length === 0 && value !== '' ? [[value, name]] : questions,
    first: say('condition.choose'),
    readonly,
    change: (chosen) => writing.choose(path, chosen),
  });
}

/** `inRow`: it is said of a row of the list above it. */
export function relationPicker(
  writing: Writing,
  path: Path,
  question: Handle,
  relation: string,
  inRow = false,
): TemplateResult | typeof nothing {
  const { say, definition, readonly, foreign } = writing;
  const answered = answeredAs(definition, question);
  if (question === '' || !answered) return nothing;
  const names = relationsFor(answered);
  const known = relation.startsWith('quantity.') || names.includes(relation) ? names : [...names, relation];
  const rows = !inRow && innerScope(definition, question)?.endsWith('/*');
  const counted = foreign ? [] : ['count'];
  const counts = rows && !readonly ? [...quantities.slice(0, 3), ...counted, quantities[3]] : [];
  const options = [
    ...known.map((name) => [name, say(`relation.${name}` as Word)] as const),
    ...counts.map((name) => [`quantity.${name}`, say(`quantity.${name}` as Word)] as const),
  ];
  const change = (name: string): void =>
    inRow ? writing.inRow(path, { question, relation: name }) : writing.relate(path, question, name);
  const id = writing.ref('relation', path);
  return menu({ id, label: say('condition.relation'), value: relation, options, first: undefined, readonly, change }); // prettier-ignore
}

export function valuePart(
  { definition, catalogue, ref, readonly, language }: Writing,
  path: Path,
  sentence: Sentence,
  change: (sentence: Sentence) => void,
): TemplateResult {
  return html`<patto-builder-clause-value
    .definition=${definition}
    .catalogue=${catalogue}
    .sentence=${sentence}
    .name=${ref('value', path)}
    .readonly=${readonly}
    .language=${language}
    @said=${(event: CustomEvent<Sentence>) => change(event.detail)}
  ></patto-builder-clause-value>`;
}

export function sentence(writing: Writing, path: Path, one: Sentence): TemplateResult {
  const { question, relation } = one;
  return html`${questionPicker(writing, path, question)} ${relationPicker(writing, path, question, relation)}
  ${question === '' ? nothing : valuePart(writing, path, one, (next) => writing.put(path, next))}`;
}
