// SPDX-License-Identifier: AGPL-3.0-or-later
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeDistrict } from '../actions/definitions/district-folder.ts';
import { readData } from '../assemble.ts';
import { readFolder } from '../district-folder.ts';
import { sentence } from '../problems.ts';
import { type Command, words } from './command.ts';
import { dataFolder, inOffice } from './office.ts';

const help = words(
  'npx patto import CARTELLA [--data CARTELLA]\n\nPrende l’Ambito di una cartella scritta da npx patto export, o a mano: al posto di quello che c’era, tutto insieme o\nniente. Un file sbagliato è detto con nome e riga. I moduli arrivano come bozze, da pubblicare.',
  'npx patto import FOLDER [--data FOLDER]\n\nTakes in the district of a folder written by npx patto export, or by hand: in the place of what was there, all of it or\nnothing. A wrong file is told by name and line. Forms come as drafts, to be published.',
);

export const command: Command = {
  name: 'import',
  help,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
      strict: false,
    });
    const [folder] = positionals;
    if (!folder) {
      io.err(help[io.language] ?? '');
      return 2;
    }
    const data = dataFolder(io, typeof values['data'] === 'string' ? values['data'] : undefined);
    return inOffice(io, data, false, async (office) => {
      const deps = { ...office, catalogue: await readData({ data, demo: true }) };
      const read = await readFolder(resolve(io.folder, folder), deps.catalogue.check);
      if (!read.ok) {
        const [first, ...rest] = read.problems;
        for (const one of rest) io.err(sentence(one, deps.sentences, io.language));
        return { ok: false, problem: first! };
      }
      const done = await takeDistrict(deps, data, read.value);
      if (done.ok) io.out(`${read.value.district.name}: ${read.value.definitions.size} moduli`);
      return done;
    });
  },
};
