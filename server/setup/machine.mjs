// SPDX-License-Identifier: AGPL-3.0-or-later
// What Patto needs from the machine: a Chromium to print with and, for the tests, poppler and Firefox.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { say, stop } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
/** Where our own download goes: outside the project, since node_modules is emptied by npm ci. */
const downloads = join(homedir(), '.cache', 'patto', 'browser');

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Full path of a command, or undefined. */
export function which(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runs);
}

function downloaded(folder = downloads, deep = 0) {
  if (deep > 4 || !existsSync(folder)) return undefined;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && ['chrome', 'chrome.exe'].includes(entry.name) && runs(path)) return path;
    const inner = entry.isDirectory() ? downloaded(path, deep + 1) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

export function findBrowser() {
  const asked = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (asked) {
    if (runs(asked)) return asked;
    stop(
      `PUPPETEER_EXECUTABLE_PATH indica ${asked}, che non c’è o non si può eseguire. Corregga il percorso o tolga la variabile.`,
      `PUPPETEER_EXECUTABLE_PATH names ${asked}, which is not there or cannot be run. Correct the path or unset the variable.`,
    );
  }
  return names.map(which).find(Boolean) ?? places.find(runs) ?? downloaded();
}

let listed = false;

/** Debian or Ubuntu, as root: installs a package; false when that is not possible here. */
function apt(packageName) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !which('apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (...args) => spawnSync('apt-get', ['-q', ...args], { stdio: 'inherit', env }).status === 0;
  if (!listed) get('update');
  listed = true;
  return get('install', '-y', '--no-install-recommends', packageName);
}

function download() {
  const tool = 'node_modules/@puppeteer/browsers/lib/cjs/main-cli.js';
  const args = [tool, 'install', 'chrome@stable', '--path', downloads];
  return spawnSync(process.execPath, args, { stdio: 'inherit', timeout: 10 * 60_000 }).status === 0;
}

/** Finds or installs a Chromium and names it to everything started from here. */
export function needBrowser() {
  let path = findBrowser();
  if (!path) {
    say(
      'Non trovo Chrome né Chromium, che servono per stampare i documenti: provo a installarlo…',
      'No Chrome or Chromium found, needed to print documents: trying to install one…',
    );
    if (apt('chromium') || download()) path = findBrowser();
  }
  if (!path) {
    stop(
      'Manca un browser per stampare i documenti. Installi Chromium (Debian e Ubuntu: «sudo apt-get install chromium») o Google Chrome, oppure indichi dove si trova con PUPPETEER_EXECUTABLE_PATH=/percorso/chrome, poi ripeta il comando.',
      'A browser to print documents is missing. Install Chromium (Debian and Ubuntu: “sudo apt-get install chromium”) or Google Chrome, or say where it is with PUPPETEER_EXECUTABLE_PATH=/path/to/chrome, then run the command again.',
    );
  }
  process.env.PUPPETEER_EXECUTABLE_PATH = path;
  return path;
}

/** The tests read PDFs and signatures with poppler, a reader that is not ours. */
export function needPoppler() {
  const tools = ['pdfsig', 'pdftotext', 'pdftoppm'];
  if (tools.every(which)) return;
  apt('poppler-utils');
  if (tools.every(which)) return;
  stop(
    'Per le prove servono pdfsig, pdftotext e pdftoppm. Li installi (Debian e Ubuntu: «sudo apt-get install poppler-utils»; macOS: «brew install poppler») e ripeta il comando.',
    'The tests need pdfsig, pdftotext and pdftoppm. Install them (Debian and Ubuntu: “sudo apt-get install poppler-utils”; macOS: “brew install poppler”) and run the command again.',
  );
}

/** Keys in a token are tested with one made of software, where it can be had; elsewhere those tests are named as skipped. */
export function wantToken() {
  if (!which('softhsm2-util')) apt('softhsm2');
  if (!which('pkcs11-tool')) apt('opensc');
}

/** The elements are tested in Firefox too: its path, or undefined where it is not there and cannot be installed. */
export function findFirefox() {
  const find = () => process.env.PATTO_FIREFOX ?? ['firefox-esr', 'firefox'].map(which).find(Boolean);
  return find() ?? (apt('firefox-esr') ? find() : undefined);
}
