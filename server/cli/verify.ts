// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { knownAuthorities, knownCertificates } from '../seal/certificate.ts';
import { certificatesIn } from '../seal/signers/certificates.ts';
import { romeDay } from '../clock.ts';
import { examine } from '../pdf/conformance/check.ts';
import { rules } from '../verify/baseline.ts';
import { verifyPdf } from '../verify/verify.ts';
import { kinds, levels, reasons, verdicts } from '../verify/words.ts';
import { words, type Command, type CommandIo } from './command.ts';
import { conformanceData, tellConformance } from './verify-conformance.ts';

/** Larger files are none of ours. */
const largest = 64 * 1024 * 1024;

const texts = {
  unreadable: words('Non riesco a leggere', 'Cannot read'),
  notCertificate: words('Non è un certificato', 'Not a certificate'),
  tooLarge: words(
    'Il file è troppo grande per essere un documento di Patto',
    'The file is too large to be a document of Patto',
  ),
  sealedBy: words('Sigillo di', 'Seal of'),
  on: words('del', 'of'),
  certificate: words('Impronta del certificato (SHA-256)', 'Fingerprint of the certificate (SHA-256)'),
  file: words('Impronta del file (SHA-256)', 'Fingerprint of the file (SHA-256)'),
  offline: words(
    'Controllo fatto senza rete: se il documento è stato superato o ritirato lo dice solo la pagina di verifica.',
    'Checked offline: only the verification page can tell whether the document was superseded or withdrawn.',
  ),
};

/** Certificates named on the command line, else those of the data folder, if there is one. */
async function trusted(
  files: readonly string[],
  known: (folder: string) => Promise<Uint8Array[]>,
  io: CommandIo,
): Promise<Uint8Array[] | string> {
  const found: Uint8Array[] = [];
  for (const file of files) {
    const text = await readFile(resolve(io.folder, file), 'utf8').catch(() => undefined);
    if (text === undefined) return `${texts.unreadable[io.language]} ${file}`;
    try {
      const read = certificatesIn(text);
      if (read.length === 0) throw new Error('');
      found.push(...read);
    } catch {
      return `${texts.notCertificate[io.language]}: ${file}`;
    }
  }
  return files.length > 0 ? found : known(join(resolve(io.folder, io.env['PATTO_DATA'] ?? 'data'), 'keys'));
}

const sealsIn = async (folder: string): Promise<Uint8Array[]> =>
  knownCertificates(folder, await readdir(folder).catch(() => []));

/** Checks a sealed document offline: no server, no network. */
export const command: Command = {
  name: 'verify',
  help: words(
    'npx patto verify FILE.pdf [--certificate FILE] [--authority FILE] [--conformance] [--json]\n\nControlla, senza rete, che il file sia integro, sigillato da un ambito conosciuto e firmato da persone riconoscibili.\n  --certificate FILE  certificato dell’ambito (seal.crt); se manca, quelli della cartella dei dati (PATTO_DATA)\n  --authority FILE    certificati delle autorità di firma e di marca temporale; se manca, quelli della cartella dei dati\n  --conformance       anche le regole di PDF/A e PDF/UA, e le sedici di PAdES-B per ogni firma\n  --json              il risultato come JSON\nEsce con 0 solo se il documento è valido (e, con --conformance, tutte le regole sono rispettate).',
    'npx patto verify FILE.pdf [--certificate FILE] [--authority FILE] [--conformance] [--json]\n\nChecks, offline, that the file is whole, sealed by a known district and signed by people who can be recognised.\n  --certificate FILE  the district’s certificate (seal.crt); without it, those of the data folder (PATTO_DATA)\n  --authority FILE    certificates of the authorities of signatures and time-stamps; without it, those of the data folder\n  --conformance       the rules of PDF/A and PDF/UA too, and the sixteen of PAdES-B for each signature\n  --json              the result as JSON\nExits with 0 only when the document is valid (and, with --conformance, every rule is kept).',
  ),
  async run(args, io) {
    const { language } = io;
    let file: string | undefined;
    let json: boolean;
    let conformance: boolean;
    let certificate: string[];
    let authority: string[];
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          json: { type: 'boolean', default: false },
          conformance: { type: 'boolean', default: false },
          certificate: { type: 'string', multiple: true },
          authority: { type: 'string', multiple: true },
        },
      });
      [file] = positionals;
      ({ json, conformance } = values);
      certificate = values.certificate ?? [];
      authority = values.authority ?? [];
      if (positionals.length !== 1) throw new Error('');
    } catch {
      io.err(command.help[language] ?? '');
      return 2;
    }
    const path = resolve(io.folder, file ?? '');
    const size = await stat(path).then(
      (found) => (found.isFile() ? found.size : -1),
      () => -1,
    );
    if (size < 0 || size > largest) {
      io.err(
        size > largest ? `${texts.tooLarge[language]}: ${file}` : `${texts.unreadable[language]} ${file}`,
      );
      return 2;
    }
    const certificates = await trusted(certificate, sealsIn, io);
    const authorities = await trusted(authority, knownAuthorities, io);
    if (typeof certificates === 'string' || typeof authorities === 'string') {
      io.err(typeof certificates === 'string' ? certificates : String(authorities));
      return 2;
    }
    const bytes = await readFile(path);
    const result = verifyPdf(bytes, certificates, authorities);
    const examined = conformance ? await examine(bytes) : undefined;
    const because = result.reasons.map((one) =>
      (reasons[one.code]?.[language] ?? one.code).replace('{what}', String(one.params['what'] ?? '')),
    );
    if (json) {
      const said = result.reasons.map((one, index) => ({ ...one, message: because[index] }));
      const more = examined ? { conformance: conformanceData(examined, language) } : {};
      io.out(JSON.stringify({ ...result, reasons: said, ...more }, null, 2));
    } else {
      io.out(verdicts[result.verdict][language] ?? result.verdict);
      for (const one of because) io.out(one);
      if (result.seal) {
        const [year = '', month = '', day = ''] = romeDay(result.seal.at).split('-');
        io.out(
          `${texts.sealedBy[language]} ${result.seal.name}, ${texts.on[language]} ${day}/${month}/${year}`,
        );
        io.out(`${texts.certificate[language]}: ${result.seal.certificate}`);
      }
      for (const one of result.signatures) {
        const level = one.level ? ` · ${one.level}: ${levels[one.level][language]}` : '';
        io.out(`${kinds[one.kind][language]} «${one.field}»${level}`);
        if (!conformance || one.kind === 'time-stamp') continue;
        for (const { id, words: said } of rules)
          io.out(`  ${one.breaks.includes(id) ? '✕' : '✓'} ${id}: ${said[language]}`);
      }
      if (examined) for (const line of tellConformance(examined, language)) io.out(line);
      io.out(`${texts.file[language]}: ${result.sha256}`);
      if (result.verdict === 'valid') io.out(texts.offline[language] ?? '');
    }
    const kept =
      !examined ||
      (examined.findings.length === 0 && result.signatures.every(({ breaks }) => breaks.length === 0));
    return result.verdict === 'valid' && kept ? 0 : 1;
  },
};
