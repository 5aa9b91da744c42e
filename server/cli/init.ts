// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDefinition } from '../actions/definitions/save-definition.ts';
import { createAccount } from '../actions/people/save-account.ts';
import { makeLink } from '../actions/people/use-link.ts';
import { baseOf } from '../base.ts';
import { districtIdFits } from '../compile/element.ts';
import { readData } from '../assemble.ts';
import { refuse } from '../problems.ts';
import { projectFolder } from '../version.ts';
import type { District } from '../../schemas/types.ts';
import { type Command, words } from './command.ts';
import { dataFolder, inOffice } from './office.ts';

const help = words(
  'npx patto init --district ID --district-name NOME --comune NOME --name NOME --email INDIRIZZO [--data CARTELLA]\n\nPrepara la cartella dei dati di un Ambito e stampa il collegamento, valido una volta e per un giorno, con cui il primo\namministratore sceglie la sua password. ID: lettere minuscole e cifre, senza trattini. La cartella è PATTO_DATA se non è\nindicata; PATTO_URL è l’indirizzo pubblico che compare nel collegamento. Il resto dell’Ambito (comuni, sedi, registri)\nsi scrive poi in schemas/districts/ID/district.json dentro la cartella.',
  'npx patto init --district ID --district-name NAME --comune NAME --name NAME --email ADDRESS [--data FOLDER]\n\nPrepares the data folder of a district and prints the link, good once and for one day, with which the first\nadministrator chooses a password. ID: small letters and digits, no hyphen. The folder is PATTO_DATA unless given;\nPATTO_URL is the public address that the link carries. The rest of the district (comuni, offices, registers) is then\nwritten in schemas/districts/ID/district.json inside the folder.',
);

const texts = {
  it: {
    done: (folder: string) => `Cartella dei dati pronta: ${folder}`,
    link: 'Collegamento per il primo amministratore (una volta sola, entro un giorno):',
  },
  en: {
    done: (folder: string) => `Data folder ready: ${folder}`,
    link: 'Link for the first administrator (once, within one day):',
  },
} as const;

/** The district that somebody begins with: one comune, and for the rest what `schemas/beginning/` says. */
export async function firstDistrict(id: string, name: string, comune: string): Promise<District> {
  const file = join(projectFolder, 'schemas', 'beginning', 'district.json');
  const usual = JSON.parse(await readFile(file, 'utf8')) as District;
  return {
    ...usual,
    id,
    name,
    lead: 'capofila',
    comuni: [{ id: 'capofila', name: comune }],
    letterhead: { lines: [name, comune] },
  };
}

export const command: Command = {
  name: 'init',
  help,
  async run(args, io) {
    let given: { readonly [name: string]: string | undefined };
    try {
      const option = { type: 'string' } as const;
      const options = {
        data: option,
        district: option,
        'district-name': option,
        comune: option,
        name: option,
        email: option,
      };
      given = parseArgs({ args: [...args], options }).values;
    } catch {
      given = {};
    }
    const { district, 'district-name': title, comune, name, email } = given;
    if (
      !district ||
      !districtIdFits(district) ||
      !title ||
      !comune ||
      !name ||
      !/^[^\s@]+@[^\s@]+$/.test(email ?? '')
    ) {
      io.err(help[io.language] ?? '');
      return 2;
    }
    const data = dataFolder(io, given['data']);
    return inOffice(io, data, true, async (deps) => {
      const scope = { district, actor: 'system' };
      if ((await deps.store.list(scope, 'accounts', { limit: 1 })).total > 0)
        return refuse('data-exists', { folder: data });
      const file = join(data, 'schemas', 'districts', district, 'district.json');
      if (!existsSync(file)) {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, `${JSON.stringify(await firstDistrict(district, title, comune), null, 2)}\n`);
      }
      const catalogue = await readData(deps.config);
      const [broken] = catalogue.broken;
      if (broken) return { ok: false, problem: broken };
      // National definitions come as drafts: the district publishes them when it has read them.
      for (const definition of catalogue.definitions(district).values()) {
        const made = await createDefinition(deps, scope, { definition }, undefined);
        if (!made.ok && made.problem.code !== 'exists') return made;
      }
      const account = {
        name,
        email: email ?? '',
        profile: 'Amministratore dell’Ambito',
        roles: ['admin' as const],
        comuni: [],
        state: 'invited' as const,
      };
      const made = await createAccount({ ...deps, catalogue }, scope, account, undefined);
      if (!made.ok) return made;
      const link = await makeLink(deps, scope, made.value.id, baseOf(deps));
      if (!link.ok) return link;
      const say = texts[io.language];
      io.out(say.done(data));
      io.out(say.link);
      io.out(link.value.link);
      return { ok: true };
    });
  },
};
