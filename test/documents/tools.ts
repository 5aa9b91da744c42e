// SPDX-License-Identifier: AGPL-3.0-or-later
// Who looks at the files: our own checkers, and programs of others. A complaint is a line of text; none: it agrees.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../server/pdf/conformance/check.ts';
import { Revisions } from '../../server/pdf/revisions.ts';
import { readSignatures } from '../../server/verify/signatures-in-file.ts';
import { verifyPdf } from '../../server/verify/verify.ts';
import type { Made } from './states.ts';

export interface Trust {
  /** certificates (DER) of the districts' seals */
  readonly seals: readonly Uint8Array[];
  /** of the authority that people's certificates lead to */
  readonly authority: Uint8Array;
  /** the same, PEM */
  readonly file: string;
  /** an NSS database that trusts it; undefined where certutil is not installed */
  readonly nss: string | undefined;
}

export interface Kept extends Made {
  readonly path: string;
}

export interface Tool {
  readonly name: string;
  /** what is missing on this machine, in words; undefined: nothing */
  missing(trust: Trust): string | undefined;
  /** complaints of each file, in its order */
  look(files: readonly Kept[], trust: Trust): Promise<readonly (readonly string[])[]>;
}

const paths = (process.env['PATH'] ?? '').split(':');
export const has = (program: string): boolean => paths.some((one) => existsSync(join(one, program)));

interface Said {
  readonly code: number;
  readonly text: string;
}
const run = (program: string, args: readonly string[]): Promise<Said> =>
  new Promise((done) =>
    execFile(program, args, { encoding: 'utf8', maxBuffer: 1 << 24, timeout: 120_000 }, (error, out, err) =>
      done({ code: error ? 1 : 0, text: `${out}${err}` }),
    ),
  );

/** Two at a time: a machine has more to do. */
async function each<One, Told>(all: readonly One[], ask: (one: One) => Promise<Told>): Promise<Told[]> {
  const told: Told[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all.length) {
      const at = next++;
      told[at] = await ask(all[at] as One);
    }
  };
  await Promise.all([worker(), worker()]);
  return told;
}

const needs =
  (...programs: readonly string[]) =>
  (): string | undefined =>
    programs.filter((one) => !has(one)).join(', ') || undefined;
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

const own: Tool = {
  name: 'own',
  missing: () => undefined,
  look: (files, { seals, authority }) =>
    each(files, async ({ bytes, profile, signatures, sealed }) => {
      const { findings, profile: said } = await examine(bytes);
      const told = verifyPdf(bytes, seals, [authority]);
      const verdict = sealed ? 'valid' : 'unknown';
      return [
        ...findings.map(({ rule, clause, what }) => `${rule} (${clause}) ${what}`),
        ...(said === profile ? [] : [`declares ${said}`]),
        ...(told.verdict === verdict
          ? []
          : [`${told.verdict}: ${told.reasons.map(({ code }) => code).join()}`]),
        ...(told.signatures.length === signatures ? [] : [`${told.signatures.length} signatures`]),
        ...told.signatures.flatMap(({ field, breaks }) => breaks.map((rule) => `${field} breaks ${rule}`)),
      ];
    }),
};

const qpdf: Tool = {
  name: 'qpdf',
  missing: needs('qpdf'),
  look: (files) =>
    each(files, async ({ path }) => {
      const { code, text } = await run('qpdf', ['--check', path]);
      return code === 0 ? [] : [text.trim().split('\n').at(-1) ?? 'failed'];
    }),
};

const pdfsig: Tool = {
  name: 'pdfsig',
  missing: ({ nss }) => needs('pdfsig')() ?? (nss === undefined ? 'certutil' : undefined),
  look: (files, { nss = '' }) =>
    each(files, async ({ path, signatures }) => {
      const { text } = await run('pdfsig', ['-nssdir', nss, path]);
      const valid = count(text, /Signature is Valid/g);
      const trusted = count(text, /Certificate is Trusted/g);
      return [
        ...(valid === signatures ? [] : [`${valid} of ${signatures} valid`]),
        ...(trusted === signatures ? [] : [`${trusted} of ${signatures} trusted`]),
      ];
    }),
};

const openssl: Tool = {
  name: 'openssl',
  missing: needs('openssl'),
  look: (files, { file }) =>
    each(files, async ({ path, bytes, signatures }) => {
      const found = readSignatures(new Revisions(bytes));
      if (!found.ok) return [found.code];
      const complaints =
        found.signatures.length === signatures ? [] : [`${found.signatures.length} signatures`];
      for (const { field, message, around } of found.signatures) {
        const [cms, content] = [`${path}.cms`, `${path}.content`];
        writeFileSync(cms, message);
        writeFileSync(content, Buffer.concat([...around]));
        const fixed = 'cms -verify -binary -inform DER -purpose any -out /dev/null';
        const named = ['-in', cms, '-content', content, '-CAfile', file];
        const { code, text } = await run('openssl', [...fixed.split(' '), ...named]);
        if (code !== 0) complaints.push(`${field}: ${text.trim().split('\n').at(-1) ?? 'failed'}`);
      }
      return complaints;
    }),
};

const mutool: Tool = {
  name: 'mutool',
  missing: needs('mutool'),
  look: (files) =>
    each(files, async ({ path, signatures }) => {
      const { text } = await run('mutool', ['sign', '-v', path]);
      // It knows no authority of ours: of certificates it may only say that they lead to nobody it knows.
      const whole = count(text, /document is unchanged since|signature is valid but there have been edits/g);
      const broken = text
        .split('\n')
        .filter((line) => /error|invalid|failed/i.test(line) && !line.includes('Certificate error'));
      return [
        ...broken.map((line) => line.trim()),
        ...(whole === signatures ? [] : [`${whole} of ${signatures} whole`]),
      ];
    }),
};

const jars = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);
/** Preflight knows PDF/A-1b alone: what that forbids and PDF/A-2 and 3 allow. */
const onlyInOne: readonly RegExp[] = [
  /part must be 1/,
  /XRef cross reference streams are not allowed|Object streams? (is|are) not allowed/i,
  /CIDSet entry is missing/,
  /EmbeddedFile|embedded file/i,
];

const preflight: Tool = {
  name: 'preflight',
  missing: () => needs('java')() ?? (jars.filter((one) => !existsSync(one)).join(', ') || undefined),
  async look(files) {
    const [first] = files;
    if (!first) return [];
    const list = `${first.path}.list`;
    writeFileSync(list, files.map(({ path }) => path).join('\n'));
    const class_ = 'org.apache.pdfbox.preflight.Validator_A1b';
    await run('java', ['-Xmx512m', '-cp', jars.join(':'), class_, 'xml', 'group', list]);
    const said = readFileSync(`${list}.preflight.xml`, 'utf8');
    const each = said.split('<preflight ').slice(1);
    return files.map((_, at) => {
      const details = [...(each[at] ?? '').matchAll(/<details>([\s\S]*?)<\/details>/g)].map(
        ([, one = '']) => one,
      );
      const bad = details.filter((one) => !onlyInOne.some((known) => known.test(one)));
      return each[at] === undefined ? ['no answer'] : [...new Set(bad)];
    });
  },
};

export const tools: readonly Tool[] = [own, qpdf, pdfsig, openssl, mutool, preflight];

/** A database for pdfsig that trusts this certificate (PEM). */
export async function nssOf(folder: string, certificate: string): Promise<string | undefined> {
  if (!has('certutil')) return undefined;
  mkdirSync(folder, { recursive: true });
  const certutil = (...args: readonly string[]) => run('certutil', [...args, '-d', `sql:${folder}`]);
  await certutil('-N', '--empty-password');
  await certutil('-A', '-n', 'authority', '-t', 'CT,CT,CT', '-a', '-i', certificate);
  return folder;
}
