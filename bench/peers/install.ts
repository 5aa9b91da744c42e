// SPDX-License-Identifier: AGPL-3.0-or-later
// The packages of the peers: installed when they are asked for and not there, by their own lock file.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const FOLDER = 'bench/peers';

type Packages = { readonly [path: string]: { readonly version?: string; readonly optional?: boolean } };

async function packages(path: string): Promise<Packages> {
  return (JSON.parse(await readFile(`${FOLDER}/${path}`, 'utf8')) as { packages: Packages }).packages;
}

/** Is what npm last installed here what the lock file names? */
async function there(): Promise<boolean> {
  const found = await packages('node_modules/.package-lock.json').catch(() => undefined);
  if (!found) return false;
  return Object.entries(await packages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  );
}

/** True once the packages are there; false when they cannot be fetched, which is said. */
export async function installed(): Promise<boolean> {
  if (await there()) return true;
  console.log(`Installing the other runtimes in ${FOLDER} (npm ci, about 220 MB, this once)…`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  console.log(
    'npm could not fetch the other runtimes: they need the network this once. Measuring Patto and the controls without them.',
  );
  return false;
}

/** Exact versions of what was measured beside: package → version. */
export async function versions(): Promise<{ readonly [name: string]: string }> {
  const text = await readFile(`${FOLDER}/package.json`, 'utf8');
  return (JSON.parse(text) as { dependencies: { [name: string]: string } }).dependencies;
}
