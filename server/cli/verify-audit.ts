// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sentence, StoreFailure } from '../storage/failure.ts';
import { AUDIT } from '../storage/folder.ts';
import { verifyJournal } from '../storage/journal.ts';
import { inspect } from '../storage/marker.ts';
import { isDistrict } from '../storage/place.ts';
import { namesIn } from '../storage/scan.ts';
import { type Command, type CommandIo, words } from './command.ts';

const help = words(
  'npx patto verify-audit [--data CARTELLA] [--district AMBITO]\n\nPercorre il registro degli accessi di ogni ambito, o di uno, e nomina la prima riga che non torna. La cartella è\nPATTO_DATA se non è indicata. Si può usare mentre il server è acceso. Esce con 0 solo se tutto è intatto.',
  'npx patto verify-audit [--data FOLDER] [--district DISTRICT]\n\nWalks the audit of every district, or of one, and names the first entry that does not fit. The folder is PATTO_DATA\nunless given. It may run beside a server. Exits with 0 only when everything is intact.',
);

const texts = {
  it: {
    none: (district: string) => `${district}: nessun registro degli accessi`,
    whole: (district: string, entries: number, head: string) =>
      `${district}: intatto, righe ${entries}, ultima impronta ${head}`,
    altered: (district: string, bad: number, entries: number) =>
      `${district}: alterato, la prima riga che non torna è la ${bad} (righe lette: ${entries})`,
  },
  en: {
    none: (district: string) => `${district}: no audit`,
    whole: (district: string, entries: number, head: string) =>
      `${district}: intact, ${entries} entries, last hash ${head}`,
    altered: (district: string, bad: number, entries: number) =>
      `${district}: altered, entry ${bad} is the first that does not fit (${entries} read)`,
  },
} as const;

interface Wanted {
  readonly data: string;
  readonly district: string | undefined;
}

function read(args: readonly string[], io: CommandIo): Wanted | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, district: { type: 'string' } },
    });
    const data = values.data ?? io.env['PATTO_DATA'];
    const { district } = values;
    if (data === undefined || (district !== undefined && !isDistrict(district))) return undefined;
    return { data: resolve(io.folder, data), district };
  } catch {
    return undefined;
  }
}

/** Walks the audit without opening the store: it may run beside a server. */
export const command: Command = {
  name: 'verify-audit',
  help,
  async run(args, io) {
    const wanted = read(args, io);
    if (!wanted) {
      io.err(help[io.language]!);
      return 2;
    }
    try {
      inspect(wanted.data, false);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      io.err(sentence(error.problem, io.language));
      return 2;
    }
    return verify(wanted, io);
  },
};

async function verify({ data, district: only }: Wanted, io: CommandIo): Promise<number> {
  const say = texts[io.language];
  const districts = only === undefined ? namesIn(join(data, 'districts')) : [only];
  let code = 0;
  for (const district of districts) {
    const folder = join(data, 'districts', district, AUDIT);
    if (!existsSync(folder)) {
      // of one that was asked for, an audit that is not there is no good news
      if (only !== undefined) code = 1;
      (only === undefined ? io.out : io.err)(say.none(district));
      continue;
    }
    const { ok, entries, firstBad = 0, head } = await verifyJournal(folder, district);
    if (ok) {
      io.out(say.whole(district, entries, head));
    } else {
      io.err(say.altered(district, firstBad, entries));
      code = 1;
    }
  }
  return code;
}
