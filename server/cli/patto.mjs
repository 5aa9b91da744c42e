#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// Committed and executable: a bin in the build's output would lose its run bit at each build.
import { existsSync } from 'node:fs';

const built = new URL('../../dist/server/cli/main.js', import.meta.url);
if (!existsSync(built)) {
  console.error(
    'Patto non è ancora costruito: eseguire prima «npm run build».\nPatto is not built yet: run “npm run build” first.',
  );
  process.exit(1);
}
const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  folder: process.cwd(),
  env: process.env,
});
