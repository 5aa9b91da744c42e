// SPDX-License-Identifier: AGPL-3.0-or-later
// The closed schema as code: Ajv standalone, once for browsers (RegExp) and once for the server (RE2).
// bundle.ts makes modules of it.
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import type { Options } from 'ajv';
import type { ClosedSchema } from '../../runtime/fields/contract.ts';
import { linearPattern } from '../patterns.ts';
import { bare } from './bare.ts';

// A CommonJS default export arrives wrapped.
const standalone = ((standaloneModule as unknown as { default?: unknown }).default ??
  standaloneModule) as typeof standaloneModule.default;

/** Formats are said by an exact `pattern` too: here the word is only known. */
const formats = ['date', 'date-time', 'time', 'email', 'uri', 'uuid'];

/** A function for Ajv's `code.regExp`, and the name by which the generated code calls it. */
type RegExpEngine = NonNullable<NonNullable<Options['code']>['regExp']>;
const native: RegExpEngine = Object.assign((source: string, flags: string) => new RegExp(source, flags), {
  code: 'new RegExp',
});
const linear: RegExpEngine = Object.assign((source: string) => linearPattern(source), { code: 'pattern' });

const sides = {
  /** every error, for whoever wants to show them all */
  browser: { allErrors: true, regExp: native, esm: true },
  /** the first error only: a hostile list of 100,000 bad items costs as much as one */
  server: { allErrors: false, regExp: linear, esm: false },
} as const;

function generate(schema: ClosedSchema, side: keyof typeof sides): string {
  const { allErrors, regExp, esm } = sides[side];
  const ajv = new Ajv2020({
    allErrors,
    strictSchema: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    // The engine says what is wrong in sentences: a message of Ajv's would only weigh.
    messages: false,
    addUsedSchema: false,
    formats: Object.fromEntries(formats.map((name) => [name, true as const])),
    code: { source: true, esm, lines: false, optimize: 2, regExp },
  });
  return standalone(ajv, ajv.compile(bare(schema) as ClosedSchema));
}

/** The code of both checks, still asking for parts of Ajv. */
export interface CheckCode {
  readonly browser: string;
  readonly server: string;
}

/** Runs where documents are compiled: Ajv makes a function of each schema on its way to the text. */
export function checkCode(schema: ClosedSchema): CheckCode {
  const body = generate(schema, 'server').replace(/^"use strict";/, '');
  return {
    browser: generate(schema, 'browser'),
    server: `export default function make(pattern) { const module = { exports: {} };\n${body}\nreturn module.exports; }`,
  };
}
