// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sentence, StoreFailure } from '../storage/failure.ts';
import { AUDIT } from '../storage/folder.ts';
import { verifyJournal } from '../storage/journal.ts';
import { inspect } from '../storage/marker.ts';
import { isDistrict } from '../storage/place.ts';
import { namesIn } from '../storage/scan.ts';

interface Io {
  out(line: string): void;
  err(line: string): void;
}

const usage = 'npx patto verify-audit --data CARTELLA [--district AMBITO]';

/** Walks the audit of every district, or of one, without opening the store: it may run beside a server. */
export const command = {
  name: 'verify-audit',
  help: `${usage}\n\nControlla la catena del registro degli accessi di ogni ambito e nomina la prima riga che non torna.\nEsce con 0 solo se tutto è intatto.`,
  async run(args: readonly string[], io: Io): Promise<number> {
    let data: string | undefined;
    let district: string | undefined;
    try {
      const { values } = parseArgs({
        args: [...args],
        options: {
          data: { type: 'string' },
          district: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      });
      if (values.help) {
        io.out(command.help);
        return 0;
      }
      data = values.data ?? process.env['PATTO_DATA'];
      district = values.district;
    } catch (error) {
      io.err((error as Error).message);
    }
    if (data === undefined || (district !== undefined && !isDistrict(district))) {
      io.err(usage);
      return 2;
    }
    try {
      inspect(data, false);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      io.err(sentence(error.problem));
      return 2;
    }
    return verify(data, district, io);
  },
};

async function verify(data: string, only: string | undefined, io: Io): Promise<number> {
  const districts = only === undefined ? namesIn(join(data, 'districts')) : [only];
  let code = 0;
  for (const district of districts) {
    const folder = join(data, 'districts', district, AUDIT);
    if (!existsSync(folder)) {
      const text = `${district}: nessun registro degli accessi`;
      if (only === undefined) io.out(text);
      else io.err(text);
      code = only === undefined ? code : 1;
      continue;
    }
    const { ok, entries, firstBad, head } = await verifyJournal(folder, district);
    if (ok) {
      io.out(`${district}: intatto, ${entries} righe, ultima impronta ${head}`);
    } else {
      io.err(`${district}: alterato, la riga ${firstBad} è la prima che non torna (${entries} righe lette)`);
      code = 1;
    }
  }
  return code;
}
