// SPDX-License-Identifier: AGPL-3.0-or-later
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gatherDistrict } from '../actions/definitions/district-folder.ts';
import { readData } from '../assemble.ts';
import { writeFolder } from '../district-folder.ts';
import { loadDistricts } from '../own-district.ts';
import { loadOwnLists } from '../own-lists.ts';
import { refuse } from '../problems.ts';
import { loadRows } from '../registers.ts';
import { type Command, words } from './command.ts';
import { dataFolder, inOffice } from './office.ts';

const help = words(
  'npx patto export AMBITO CARTELLA [--data CARTELLA]\n\nScrive nella cartella l’Ambito com’è ora, in file JSON leggibili: district.json (sedi, fasi, registri…), definitions/\n(moduli), lists/ (elenchi propri), registers/ (registri propri), templates/ (testi dei documenti). Nessun dato di persone\nseguite. La cartella dei dati è PATTO_DATA se non è indicata; npx patto import la riprende.',
  'npx patto export DISTRICT FOLDER [--data FOLDER]\n\nWrites the district as it is now into the folder, as readable JSON files: district.json (offices, phases, registers…),\ndefinitions/ (forms), lists/ (its own lists), registers/ (its own kinds of register), templates/ (texts of documents).\nNothing of the people who are followed. The data folder is PATTO_DATA unless given; npx patto import takes it in again.',
);

export const command: Command = {
  name: 'export',
  help,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
      strict: false,
    });
    const [district, folder] = positionals;
    if (!district || !folder) {
      io.err(help[io.language] ?? '');
      return 2;
    }
    const data = dataFolder(io, typeof values['data'] === 'string' ? values['data'] : undefined);
    return inOffice(io, data, false, async (office) => {
      // Sample districts too: somebody may want to begin with one.
      const deps = { ...office, catalogue: await readData({ data, demo: true }) };
      await loadDistricts(deps);
      await loadOwnLists(deps);
      await loadRows(deps);
      const found = await gatherDistrict(deps, { district, actor: 'system' });
      if (!found) return refuse('not-found');
      const files = await writeFolder(resolve(io.folder, folder), found);
      io.out(`${found.district.name}: ${files} file`);
      return { ok: true };
    });
  },
};
