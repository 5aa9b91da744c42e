// SPDX-License-Identifier: AGPL-3.0-or-later
// How often the same place may ask the same thing.

/** requests per window; `by` is what is counted beside the address */
export interface Rate {
  readonly limit: number;
  readonly seconds: number;
}
export interface Rates {
  readonly 'sign-in': Rate;
  readonly link: Rate;
  readonly token: Rate;
  readonly submission: Rate;
  readonly draft: Rate;
  readonly upload: Rate;
  readonly resume: Rate;
  readonly verify: Rate;
  readonly 'look-up': Rate;
  readonly print: Rate;
  readonly integrator: Rate;
  readonly calendar: Rate;
  readonly any: Rate;
}

export const rates: Rates = {
  'sign-in': { limit: 30, seconds: 900 },
  link: { limit: 20, seconds: 900 },
  token: { limit: 60, seconds: 3600 },
  submission: { limit: 10, seconds: 600 },
  draft: { limit: 600, seconds: 600 },
  upload: { limit: 120, seconds: 600 },
  resume: { limit: 10, seconds: 900 },
  verify: { limit: 60, seconds: 600 },
  'look-up': { limit: 1200, seconds: 60 },
  integrator: { limit: 300, seconds: 60 },
  print: { limit: 30, seconds: 60 },
  calendar: { limit: 60, seconds: 600 },
  any: { limit: 3000, seconds: 60 },
};

/** In the demonstration everybody is this very machine: only what guesses codes and links stays slow. */
export const demoRates: Partial<Rates> = Object.fromEntries(
  Object.entries(rates)
    .filter(([name]) => !['resume', 'link', 'calendar'].includes(name))
    .map(([name, rate]) => [name, { ...rate, limit: rate.limit * 1000 }]),
);
