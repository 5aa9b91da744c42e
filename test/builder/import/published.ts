// SPDX-License-Identifier: AGPL-3.0-or-later
// Forms that others have published, each with the file of the corpus that says what it must give.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { leaves } from '../../../builder/import/json.ts';
import type { Sources } from '../../../builder/import/json-schema/read.ts';

interface Example {
  readonly name: string;
  readonly schema: unknown;
  readonly uischema?: unknown;
}

export interface Published {
  readonly name: string;
  readonly file: string;
  readonly sources: Sources;
}

const require = createRequire(import.meta.url);
/** JSON Form writes the questions of a form, and beside them how its own widgets show these. */
const ofJsonForm = new URL('../../../../node_modules/jsonform/playground/examples/', import.meta.url);

const { getExamples } = require('@jsonforms/examples') as { getExamples(): Example[] };

export const folder = new URL('../../../../test/builder/import/json-schema/', import.meta.url);
export const files = readdirSync(folder);

const fileOf = ({ name }: Example): string => `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.txt`;

/** Some examples carry functions: of those a file has nothing. */
const sourcesOf = ({ schema, uischema }: Example): Sources =>
  JSON.parse(JSON.stringify({ schema, ...(uischema ? { ui: uischema } : {}) })) as Sources;

const jsonForm = (): Published[] =>
  files
    .filter((file) => file.startsWith('jsonform-'))
    .map((file) => {
      const name = file.replace(/^jsonform-|\.txt$/g, '');
      const text = readFileSync(new URL(`${name}.json`, ofJsonForm), 'utf8');
      const { schema: properties } = JSON.parse(text) as { readonly schema: unknown };
      return { name: `JSON Form: ${name}`, file, sources: { schema: { type: 'object', properties } } };
    });

const jsonForms = (): Published[] =>
  getExamples()
    .filter(
      (each, place, all) =>
        each.schema &&
        files.includes(fileOf(each)) &&
        all.findIndex((other) => fileOf(other) === fileOf(each)) === place,
    )
    .map((each) => ({ name: each.name, file: fileOf(each), sources: sourcesOf(each) }));

export const published: readonly Published[] = [...jsonForms(), ...jsonForm()];

/** The places of everything that a schema and its UI schema say. */
export const piecesOf = ({ schema, ui }: Sources): string[] =>
  [...leaves(schema, '#'), ...(ui === undefined ? [] : leaves(ui, 'uischema#'))].map(([place]) => place);
