// SPDX-License-Identifier: AGPL-3.0-or-later
// Publishing: a document becomes an immutable, numbered, hashed version with everything that depends on it.
import { gzipSync } from 'node:zlib';
import { differences } from '../../runtime/engine/differences.ts';
import type { Finding } from '../../runtime/engine/contract.ts';
import type { Version } from '../../schemas/types.ts';
import { type Refusal, refuse } from '../problems.ts';
import { sayDifference } from '../words/publishing.ts';
import type { Compiled } from './compile.ts';
import type { Compiler } from './compiler.ts';
import { elementModule, tagOf } from './element.ts';

export interface PublishRequest {
  /** the definition as the administrator left it: anything */
  readonly definition: unknown;
  readonly district: string;
  /** the newest version there is; its number is followed */
  readonly previous?: Version | undefined;
  /** the number to take, when it is not the next one */
  readonly number?: number | undefined;
  /** account id */
  readonly by: string;
  /** RFC 3339 */
  readonly now: string;
  /** what the administrator adds to the list of changes */
  readonly note?: string | undefined;
  readonly public?: boolean | undefined;
}

/** Bytes, plain and gzipped. */
export interface Weight {
  readonly bytes: number;
  readonly gzip: number;
}

/** Texts that belong to a version; all but `element` depend on its definition alone. */
export interface Artefacts {
  /** ES module of /embed/<district>/<form>@<n>.js */
  readonly element: string;
  /** ES module of …@<n>.check.js */
  readonly check: string;
  /** ES module that only the server loads (checks.ts) */
  readonly serverCheck: string;
  /** JSON of …@<n>.schema.json */
  readonly schema: string;
  /** …@<n>.d.ts */
  readonly types: string;
}
export interface Publication {
  readonly ok: true;
  readonly version: Version;
  readonly artefacts: Artefacts;
  readonly weights: { readonly [name in keyof Artefacts]: Weight };
  readonly warnings: readonly Finding[];
}

const weigh = (text: string): Weight => ({ bytes: Buffer.byteLength(text), gzip: gzipSync(text).length });

/** The closed schema as a page of its own, with its identity. */
export function schemaText(
  version: Pick<Version, 'definition' | 'number' | 'hash' | 'title' | 'schema'>,
): string {
  const { definition, number, hash, title, schema } = version;
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:patto:answers:${definition}:${number}:${hash}`,
    title,
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

function versionOf(request: PublishRequest, compiled: Compiled): Version {
  const { source, hash, schema, engineOnly } = compiled;
  const { previous, note } = request;
  const changes = differences(previous?.source, source).map((one) => sayDifference(one, 'it'));
  return {
    definition: source.id,
    number: request.number ?? (previous?.number ?? 0) + 1,
    hash,
    title: source.title,
    kind: source.kind,
    source,
    schema,
    engineOnly: [...engineOnly],
    publishedAt: request.now,
    publishedBy: request.by,
    changes: note?.trim() ? [note.trim(), ...changes] : changes,
    ...(request.public === undefined ? {} : { public: request.public }),
  };
}

/** What of a version can be made anew from it: `compiled` is the compiled `version.source`. */
export function artefactsOf(district: string, version: Version, compiled: Compiled): Artefacts {
  const { check, serverCheck, types } = compiled;
  return {
    element: elementModule(district, version),
    check,
    serverCheck,
    schema: schemaText(version),
    types,
  };
}

/**
 * Publishes a definition, or says why not: `not-publishable` with every finding in `problems`,
 * `unchanged` when nothing differs from `previous`. Keeps nothing: who calls stores version and artefacts.
 */
export async function publish(compiler: Compiler, request: PublishRequest): Promise<Publication | Refusal> {
  const result = await compiler.compile(request.definition);
  if (!result.ok) {
    const problems = result.findings;
    const errors = problems.filter((one) => one.level === 'error').length;
    return { ...refuse('not-publishable', { count: errors }), problems };
  }
  const { value: compiled } = result;
  const { previous, district } = request;
  if (previous && previous.definition !== compiled.source.id) {
    return refuse('other-definition', { id: compiled.source.id, previous: previous.definition });
  }
  if (previous?.hash === compiled.hash) return refuse('unchanged', { number: previous.number });
  if (tagOf(district, compiled.source.id) === undefined)
    return refuse('reserved-tag', { tag: `${district}-${compiled.source.id}` });
  const version = versionOf(request, compiled);
  const artefacts = artefactsOf(district, version, compiled);
  const weights = Object.fromEntries(
    Object.entries(artefacts).map(([name, text]) => [name, weigh(text as string)]),
  ) as Publication['weights'];
  return { ok: true, version, artefacts, weights, warnings: compiled.warnings };
}
