// SPDX-License-Identifier: AGPL-3.0-or-later
// Makes the documents with one press and one test authority, and has them looked at.
import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPapers } from '../../server/pdf/papers.ts';
import { newAuthority } from '../server/seal/authority.ts';
import type { Counted } from './list.ts';
import { readSources, wantedOf, type Wanted } from './made.ts';
import { statesOf, type Profile } from './states.ts';
import { nssOf, tools, type Kept, type Trust } from './tools.ts';

export interface Row {
  readonly name: string;
  /** complaints by tool; a tool that is not installed is not there */
  readonly told: { readonly [tool: string]: readonly string[] };
}
export interface Looked {
  readonly rows: readonly Row[];
  /** tools that could not be asked, and why */
  readonly skipped: { readonly [tool: string]: string };
  /** documents that could not be made at all */
  readonly failed: readonly string[];
  /** of each document, how many files it came to, and the Gulpease of what a family takes home */
  readonly made: readonly Counted[];
}
export interface Look {
  /** where the files stay */
  readonly folder: string;
  readonly profiles: readonly Profile[];
  readonly people: number;
  wants(document: Wanted): boolean;
  /** told after each document */
  progress?(document: Wanted, files: number): void;
}

/** Certificates (DER) of the districts' seals. */
const sealsIn = (keys: string): Uint8Array[] =>
  readdirSync(keys)
    .filter((name) => name !== 'authorities')
    .map((name) => new X509Certificate(readFileSync(join(keys, name, 'seal.pem'), 'utf8')).raw);

export async function look({ folder, profiles, people: many, wants, progress }: Look): Promise<Looked> {
  rmSync(folder, { recursive: true, force: true });
  const data = join(folder, '.data');
  const keys = join(data, 'keys');
  mkdirSync(join(keys, 'authorities'), { recursive: true });
  const authority = await newAuthority('Autorità di prova', true);
  const sources = await readSources(data);
  const papers = await createPapers({ data }, sources.catalogue);
  const kinds = ['p-256', 'rsa', 'p-384'] as const;
  const people = kinds.slice(0, many).map((kind, at) => authority.person(`Persona ${at + 1}`, kind));
  const files: Kept[] = [];
  const failed: string[] = [];
  const made: Counted[] = [];
  try {
    const root = readFileSync(authority.rootFile, 'utf8');
    writeFileSync(join(keys, 'authorities', 'prova.crt'), root);
    // A seal of this authority too: other programs trust no certificate that nobody issued.
    for (const [at, id] of [...sources.catalogue.districts.keys()].entries()) {
      const { files: own } = authority.person(`Sigillo ${at + 1}`, 'rsa');
      const office = join(authority.folder, 'office.crt');
      const parts = [own.key, own.certificate, office].map((file) => readFileSync(file, 'utf8'));
      mkdirSync(join(keys, id));
      writeFileSync(join(keys, id, 'seal.pem'), parts.join(''));
      writeFileSync(join(keys, id, 'seal.json'), JSON.stringify({ signer: 'pem', file: 'seal.pem' }));
    }
    for await (const wanted of wantedOf(sources)) {
      if (!wants(wanted)) continue;
      const before = files.length;
      for (const profile of profiles) {
        if (profile === '3a' && !wanted.carries) continue;
        try {
          for await (const state of statesOf(papers, wanted, profile, people)) {
            const path = join(folder, `${state.name}.pdf`);
            writeFileSync(path, state.bytes);
            files.push({ ...state, path });
          }
        } catch (error) {
          failed.push(`${wanted.family} ${wanted.kind} ${wanted.definition} ${profile}: ${String(error)}`);
        }
      }
      const { family, kind } = wanted;
      const read = await wanted.read?.(papers);
      made.push({
        family,
        kind,
        files: files.length - before,
        ...(read?.ok ? { gulpease: read.value.index } : {}),
      });
      progress?.(wanted, files.length);
    }
    const trusted = join(data, 'trusted.crt');
    writeFileSync(trusted, root);
    const trust: Trust = {
      seals: sealsIn(keys),
      authority: authority.root,
      file: trusted,
      nss: await nssOf(join(data, 'nss'), trusted),
    };
    return { ...(await ask(files, trust)), failed, made };
  } finally {
    authority.close();
    await papers.close();
    for (const name of readdirSync(folder))
      if (!name.endsWith('.pdf')) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function ask(files: readonly Kept[], trust: Trust): Promise<Omit<Looked, 'failed' | 'made'>> {
  const skipped: { [tool: string]: string } = {};
  const told: { [tool: string]: readonly string[] }[] = files.map(() => ({}));
  for (const tool of tools) {
    const missing = tool.missing(trust);
    if (missing !== undefined) {
      skipped[tool.name] = missing;
      continue;
    }
    for (const [at, complaints] of (await tool.look(files, trust)).entries())
      told[at]![tool.name] = complaints;
  }
  return { rows: files.map(({ name }, at) => ({ name, told: told[at]! })), skipped };
}
