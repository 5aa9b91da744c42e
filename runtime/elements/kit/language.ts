// SPDX-License-Identifier: BSD-3-Clause
// The language of the application's own screens, as the person chose it on this computer.

const place = 'patto-language';
type Language = 'it' | 'en';

/** What was chosen here before, else what the page was sent in; the page says it too, for screen readers and requests. */
export function spoken(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(place);
  } catch {
    // A browser that keeps nothing asks each time.
  }
  const language =
    kept === 'en' || kept === 'it' ? kept : document.documentElement.lang === 'en' ? 'en' : 'it';
  document.documentElement.lang = language;
  return language;
}

/** From now on, here and the next time. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(place, language);
  } catch {
    // Then it holds for this visit.
  }
}
