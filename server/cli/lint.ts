// SPDX-License-Identifier: AGPL-3.0-or-later
import { relative, resolve } from 'node:path';
import { createCompiler } from '../compile/compiler.ts';
import { type Command, words } from './command.ts';
import { claimsToBe, jsonFiles, lineOf, readDocument } from './read.ts';

export const command: Command = {
  name: 'lint',
  help: words(
    'npx patto lint <file o cartella>…\n\nControlla i moduli e dice che cosa impedisce di pubblicarli, e dove. Di una cartella guarda i file .json che sono moduli.\nEsce con 0 se non ci sono errori; gli avvisi non contano.',
    'npx patto lint <file or folder>…\n\nChecks forms and says what keeps them from being published, and where. Of a folder it looks at the .json files that are forms.\nExits with 0 when there is no error; warnings do not count.',
  ),
  async run(args, io) {
    if (args.length === 0) {
      io.err(command.help[io.language]!);
      return 1;
    }
    const compiler = createCompiler();
    let forms = 0;
    let errors = 0;
    try {
      for (const argument of args) {
        const path = resolve(io.folder, argument);
        const files = await jsonFiles(path);
        for (const file of files) {
          const read = await readDocument(file);
          // In a folder, what is readable and no form is somebody else's.
          if (files.length > 1 && read.ok && !claimsToBe(read.value)) continue;
          forms += 1;
          const found = read.ok ? await compiler.examine(read.value) : [read.problem];
          for (const one of found) io.out(lineOf(relative(io.folder, file), one, io.language));
          errors += found.filter((one) => one.level === 'error').length;
        }
      }
    } finally {
      await compiler.close();
    }
    io.out(
      io.language === 'it'
        ? `${forms} ${forms === 1 ? 'modulo controllato' : 'moduli controllati'}, ${errors} ${errors === 1 ? 'errore' : 'errori'}`
        : `${forms} ${forms === 1 ? 'form' : 'forms'} checked, ${errors} ${errors === 1 ? 'error' : 'errors'}`,
    );
    return errors === 0 && forms > 0 ? 0 : 1;
  },
};
