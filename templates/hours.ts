// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Opening } from '../schemas/types.ts';

type Language = 'it' | 'en';

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const texts = {
  it: {
    settling: 'orari in via di definizione',
    appointment: 'su appuntamento',
    others: 'chiuso gli altri giorni',
    run: (first: string, last: string) => `da ${first} a ${last}`,
  },
  en: {
    settling: 'opening hours still to be decided',
    appointment: 'by appointment',
    others: 'closed on other days',
    run: (first: string, last: string) => `${first} to ${last}`,
  },
};

/** 2024 began on a Monday. */
const nameOf = (place: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + place),
  );

/** 09:00 → 9, 12:30 → 12.30 */
const time = (value: string): string => value.replace(/^0/, '').replace(/:00$/, '').replace(':', '.');

function daysInWords(places: readonly number[], language: Language): string {
  const names = places.map((place) => nameOf(place, language));
  const first = names[0]!;
  const last = names.at(-1)!;
  if (names.length > 2 && places.at(-1)! - places[0]! === places.length - 1)
    return texts[language].run(first, last);
  return new Intl.ListFormat(language === 'it' ? 'it' : 'en-GB', { type: 'conjunction' }).format(names);
}

/** When an office is open, days of equal times together; none: still to be decided. One text for each line. */
export function hoursInLines(hours: readonly Opening[] | undefined, language: Language): readonly string[] {
  if (!hours || hours.length === 0) return [texts[language].settling];
  const groups = new Map<string, number[]>();
  for (const [place, day] of week.entries()) {
    const times = hours
      .filter((one) => one.day === day)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, to, appointment }) =>
        [`${time(from)}-${time(to)}`, ...(appointment ? [texts[language].appointment] : [])].join(' '),
      );
    const said = times.join(language === 'it' ? ' e ' : ' and ');
    if (said !== '') groups.set(said, [...(groups.get(said) ?? []), place]);
  }
  const open = [...groups].map(([said, places]) => `${daysInWords(places, language)} ${said}`);
  return new Set(hours.map(({ day }) => day)).size < 7 ? [...open, texts[language].others] : open;
}

export const hoursInWords = (hours: readonly Opening[] | undefined, language: Language): string =>
  hoursInLines(hours, language).join('; ');
