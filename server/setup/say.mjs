// SPDX-License-Identifier: AGPL-3.0-or-later
// Every sentence of the set-up is said in Italian, then in English.

export function say(italian, english) {
  console.log(`${italian}\n  ${english}`);
}

/** Says what is wrong and what to do, then ends the process with 1. */
export function stop(italian, english) {
  console.error(`\n${italian}\n\n${english}\n`);
  process.exit(1);
}
