// SPDX-License-Identifier: AGPL-3.0-or-later
// One set-up at a time in one folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { say, stop } from './say.mjs';

const path = 'dist/.setup.lock';
const longest = 20 * 60_000;

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` alone; waits for another set-up that still lives, takes over from one that died. */
export async function alone(work) {
  mkdirSync('dist', { recursive: true });
  const since = Date.now();
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let pid = 0;
    try {
      pid = Number(readFileSync(path, 'utf8'));
    } catch {
      continue;
    }
    // An empty file is one being written just now.
    if (pid > 0 && !alive(pid)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) {
      say(
        'Un’altra preparazione è in corso: aspetto che finisca…',
        'Another set-up is running: waiting for it…',
      );
      told = true;
    }
    if (Date.now() - since > longest) {
      stop(
        `La preparazione in corso non finisce. Se nessun’altra è attiva, cancelli il file ${path} e riprovi.`,
        `The running set-up does not end. If there is none, delete the file ${path} and try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const release = () => {
    try {
      if (readFileSync(path, 'utf8') === String(process.pid)) rmSync(path, { force: true });
    } catch {
      // already gone
    }
  };
  process.on('exit', release);
  try {
    return await work();
  } finally {
    release();
  }
}
