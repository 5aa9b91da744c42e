// SPDX-License-Identifier: AGPL-3.0-or-later
// The demonstration's district with one more form that it opens to the public.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type Server } from '../stage.ts';

export interface District {
  readonly server: Server;
  close(): Promise<void>;
}

/** Which forms are open to the public is the district's to say: its file in the data folder, over the shipped one. */
export async function openDistrict(form: string): Promise<District> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-builder-'));
  const data = join(folder, 'data');
  await (await startServer(data)).stop();
  const district = JSON.parse(await readFile('schemas/districts/valprova/district.json', 'utf8')) as {
    publicForms: string[];
  };
  district.publicForms.push(form);
  const own = join(data, 'schemas', 'districts', 'valprova');
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'district.json'), JSON.stringify(district));
  const server = await startServer(data);
  return {
    server,
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
