// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { knownCertificates } from '../seal/certificate.ts';
import { romeDay } from '../clock.ts';
import { verifyPdf } from '../verify/verify.ts';
import { reasons, verdicts } from '../verify/words.ts';
import { words, type Command, type CommandIo } from './command.ts';

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
async function trusted(file: string | undefined, io: CommandIo): Promise<Uint8Array[] | string> {
  if (file !== undefined) {
    const text = await readFile(resolve(io.folder, file)).catch(() => undefined);
    if (!text) return `${texts.unreadable[io.language]} ${file}`;
    try {
      return [new X509Certificate(text).raw];
    } catch {
      return `${texts.notCertificate[io.language]}: ${file}`;
    }
  }
  const folder = join(resolve(io.folder, io.env['PATTO_DATA'] ?? 'data'), 'keys');
  return knownCertificates(folder, await readdir(folder).catch(() => []));
}

/** Checks a sealed document offline: no server, no network. */
export const command: Command = {
  name: 'verify',
  help: words(
    'npx patto verify FILE.pdf [--certificate FILE] [--json]\n\nControlla, senza rete, che il file sia integro e sigillato da un ambito conosciuto.\n  --certificate FILE  certificato dell’ambito (seal.crt); se manca, quelli della cartella dei dati (PATTO_DATA)\n  --json              il risultato come JSON\nEsce con 0 solo se il documento è valido.',
    'npx patto verify FILE.pdf [--certificate FILE] [--json]\n\nChecks, offline, that the file is whole and sealed by a known district.\n  --certificate FILE  the district’s certificate (seal.crt); without it, those of the data folder (PATTO_DATA)\n  --json              the result as JSON\nExits with 0 only when the document is valid.',
  ),
  async run(args, io) {
    const { language } = io;
    let file: string | undefined;
    let json: boolean;
    let certificate: string | undefined;
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false }, certificate: { type: 'string' } },
      });
      [file] = positionals;
      json = values.json;
      certificate = values.certificate;
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
    const certificates = await trusted(certificate, io);
    if (typeof certificates === 'string') {
      io.err(certificates);
      return 2;
    }
    const result = verifyPdf(await readFile(path), certificates);
    const because = result.reasons.map((one) => reasons[one.code]?.[language] ?? one.code);
    if (json) {
      const said = result.reasons.map((one, index) => ({ ...one, message: because[index] }));
      io.out(JSON.stringify({ ...result, reasons: said }, null, 2));
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
      io.out(`${texts.file[language]}: ${result.sha256}`);
      if (result.verdict === 'valid') io.out(texts.offline[language] ?? '');
    }
    return result.verdict === 'valid' ? 0 : 1;
  },
};
