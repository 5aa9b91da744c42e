// SPDX-License-Identifier: AGPL-3.0-or-later
// `npx patto <command> …`: finds the command, says how it is used, gives its exit code.
import type { Command, CommandIo, Language } from './command.ts';
import { commands } from './index.ts';

const texts = {
  it: {
    use: 'Uso: npx patto <comando> [opzioni]\n\nComandi:',
    more: '\nnpx patto <comando> --help spiega ciascuno. PATTO_LANG=en per l’inglese.',
    unknown: (name: string) => `Comando sconosciuto: ${name}.`,
    missing: (name: string) => `Il comando ${name} non è ancora disponibile.`,
    failed: 'Qualcosa non ha funzionato:',
  },
  en: {
    use: 'Usage: npx patto <command> [options]\n\nCommands:',
    more: '\nnpx patto <command> --help explains each. PATTO_LANG=it for Italian.',
    unknown: (name: string) => `Unknown command: ${name}.`,
    missing: (name: string) => `The command ${name} is not available yet.`,
    failed: 'Something went wrong:',
  },
} as const;

function languageOf(env: CommandIo['env']): Language {
  const asked = env['PATTO_LANG'] ?? env['LC_ALL'] ?? env['LANG'] ?? 'it';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'it';
}

async function load(name: string): Promise<Command | undefined> {
  try {
    return ((await import(`./${name}.js`)) as { command?: Command }).command;
  } catch (error) {
    const own = (error as { code?: string; url?: string }).code === 'ERR_MODULE_NOT_FOUND';
    if (own && String(error).includes(`cli/${name}.js`)) return undefined;
    throw error;
  }
}

/** Runs one command line; the exit code is 0 only when it did what was asked. */
export async function main(args: readonly string[], given: Omit<CommandIo, 'language'>): Promise<number> {
  const io: CommandIo = { ...given, language: languageOf(given.env) };
  const say = texts[io.language];
  const [name, ...rest] = args;
  const overview = [
    say.use,
    ...Object.entries(commands).map(([key, about]) => `  ${key.padEnd(14)}${about[io.language]}`),
    say.more,
  ];
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    overview.forEach((line) => io.out(line));
    return name === undefined ? 1 : 0;
  }
  if (!Object.hasOwn(commands, name)) {
    io.err(say.unknown(name));
    overview.forEach((line) => io.err(line));
    return 1;
  }
  try {
    const command = await load(name);
    if (!command) {
      io.err(say.missing(name));
      return 1;
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(command.help[io.language]!);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    io.err(`${say.failed} ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
