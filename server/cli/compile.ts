// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCompiler } from '../compile/compiler.ts';
import { publish } from '../compile/publish.ts';
import { type Command, words } from './command.ts';
import { lineOf, readDocument } from './read.ts';

const files = {
  element: (name: string) => `${name}.js`,
  check: (name: string) => `${name}.check.js`,
  schema: (name: string) => `${name}.schema.json`,
  types: (name: string) => `${name}.d.ts`,
} as const;

export const command: Command = {
  name: 'compile',
  help: words(
    'npx patto compile <modulo.json> [--out cartella] [--district id]\n\nScrive la versione, lo schema chiuso delle risposte, il modulo di controllo, i tipi e l’elemento da inserire in una pagina.\n  --out       cartella in cui scrivere (quella corrente)\n  --district  distretto a cui appartiene (demo)',
    'npx patto compile <form.json> [--out folder] [--district id]\n\nWrites the version, the closed schema of the answers, the check module, the types and the element to embed.\n  --out       folder to write to (the current one)\n  --district  district that it belongs to (demo)',
  ),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string', default: '.' }, district: { type: 'string', default: 'demo' } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      io.err(command.help[io.language]!);
      return 1;
    }
    const read = await readDocument(resolve(io.folder, file));
    if (!read.ok) {
      io.err(lineOf(file, read.problem, io.language));
      return 1;
    }
    const compiler = createCompiler();
    try {
      const now = new Date().toISOString();
      const done = await publish(compiler, {
        definition: read.value,
        district: values.district,
        by: 'cli',
        now,
      });
      const found = done.ok ? done.warnings : [done.problem, ...(done.problems ?? [])];
      for (const one of found) io.err(lineOf(file, one, io.language));
      if (!done.ok) return 1;
      const folder = resolve(io.folder, values.out);
      const name = `${done.version.definition}@${done.version.number}`;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${name}.version.json`), `${JSON.stringify(done.version, null, 2)}\n`);
      for (const [part, nameOf] of Object.entries(files) as [
        keyof typeof files,
        (name: string) => string,
      ][]) {
        await writeFile(join(folder, nameOf(name)), done.artefacts[part]);
        const { bytes, gzip } = done.weights[part];
        io.out(`${nameOf(name)}  ${bytes} byte, gzip ${gzip}`);
      }
      io.out(`SHA-256 ${done.version.hash}`);
      return 0;
    } finally {
      await compiler.close();
    }
  },
};
