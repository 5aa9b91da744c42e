// SPDX-License-Identifier: AGPL-3.0-or-later
// Installs the packages of package-lock.json, only when they are not those already there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { say, stop } from './say.mjs';

const stamp = 'node_modules/.patto-setup';

function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}

/** Are the packages in node_modules, as npm itself lists them, those of the lock file? Those of other machines may be absent. */
function sameAsLock() {
  const hidden = 'node_modules/.package-lock.json';
  if (!existsSync(hidden)) return false;
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
    const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

export function installPackages() {
  const hash = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (sameAsLock()) {
    writeFileSync(stamp, hash);
    return;
  }
  say(
    'Installo le parti di cui Patto ha bisogno (npm ci)…',
    'Installing the packages that Patto needs (npm ci)…',
  );
  // Nothing may depend on an install script, so none runs.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    stop(
      'npm non è riuscito a installare i pacchetti. Serve la rete solo questa volta: controlli la connessione (o il proxy di npm) e ripeta lo stesso comando.',
      'npm could not install the packages. The network is needed this once: check the connection (or npm’s proxy) and run the same command again.',
    );
  }
  writeFileSync(stamp, hash);
}
