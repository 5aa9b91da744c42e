// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCompiler } from '../compile/compiler.ts';
import { type Command, words } from './command.ts';
import { lineOf, readDocument } from './read.ts';

export const command: Command = {
  name: 'types',
  help: words(
    'npx patto types <modulo.json> [--out file.d.ts]\n\nScrive i tipi TypeScript delle risposte, sullo schermo o in un file.',
    'npx patto types <form.json> [--out file.d.ts]\n\nWrites the TypeScript types of the answers, on screen or to a file.',
  ),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      io.err(command.help[io.language]!);
      return 1;
    }
    const read = await readDocument(resolve(io.folder, file));
    const compiler = createCompiler();
    try {
      const done = read.ok
        ? await compiler.compile(read.value)
        : { ok: false as const, findings: [read.problem] };
      if (!done.ok) {
        for (const one of done.findings) io.err(lineOf(file, one, io.language));
        return 1;
      }
      if (values.out === undefined) io.out(done.value.types.trimEnd());
      else await writeFile(resolve(io.folder, values.out), done.value.types);
      return 0;
    } finally {
      await compiler.close();
    }
  },
};
