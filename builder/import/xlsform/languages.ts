// SPDX-License-Identifier: AGPL-3.0-or-later
// Which language is the form's own, and which code the others go by.

const names: { readonly [name: string]: string } = {
  italiano: 'it', italian: 'it', english: 'en', inglese: 'en', français: 'fr', francais: 'fr', french: 'fr', francese: 'fr',
  español: 'es', espanol: 'es', spanish: 'es', spagnolo: 'es', deutsch: 'de', german: 'de', tedesco: 'de', português: 'pt', portuguese: 'pt',
  română: 'ro', romana: 'ro', romanian: 'ro', romeno: 'ro', shqip: 'sq', albanian: 'sq', albanese: 'sq', العربية: 'ar', arabic: 'ar', arabo: 'ar',
  українська: 'uk', ukrainian: 'uk', ucraino: 'uk', русский: 'ru', russian: 'ru', russo: 'ru', 中文: 'zh', chinese: 'zh', cinese: 'zh',
  বাংলা: 'bn', bengali: 'bn', bangla: 'bn', اردو: 'ur', urdu: 'ur', ਪੰਜਾਬੀ: 'pa', punjabi: 'pa', हिन्दी: 'hi', hindi: 'hi', polski: 'pl', polish: 'pl',
  tagalog: 'tl', filipino: 'tl', türkçe: 'tr', turkish: 'tr', tigrinya: 'ti', ትግርኛ: 'ti', somali: 'so', soomaali: 'so', فارسی: 'fa', farsi: 'fa', persian: 'fa',
}; // prettier-ignore

/** 'English (en)' → 'en'; 'Français' → 'fr'; undefined when nobody knows it */
export function codeOf(language: string): string | undefined {
  const [, inside] = /\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\s*\)\s*$/.exec(language) ?? [];
  if (inside) return inside.toLowerCase();
  const plain = language.trim().toLowerCase();
  if (Object.hasOwn(names, plain)) return names[plain];
  return /^[a-z]{2}(-[a-z]{2})?$/.test(plain) ? plain : undefined;
}

export interface Languages {
  /** as the columns of the form's own language write it; '' for columns without one */
  readonly base: string;
  /** the code of another language; undefined: unknown, its texts are left */
  code(language: string): string | undefined;
}

/** Italian is the form's own where it is there; else columns without a language; else the default one, else the first. */
export function languages(written: readonly string[], preferred: string): Languages {
  const italian = written.find((each) => codeOf(each) === 'it');
  const base =
    italian ?? (written.includes('') ? '' : written.includes(preferred) ? preferred : (written[0] ?? ''));
  // Columns without a language are in the default one.
  return { base, code: (language) => codeOf(language === '' ? preferred : language) };
}
