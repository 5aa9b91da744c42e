// SPDX-License-Identifier: BSD-3-Clause
// Slips of the finger in the domains that most addresses have.

const common =
  'gmail.com libero.it hotmail.it hotmail.com outlook.it outlook.com yahoo.it yahoo.com virgilio.it tiscali.it alice.it tim.it icloud.com live.it live.com pec.it legalmail.it'.split(
    ' ',
  );

/** One letter too many, too few, another, or two of them swapped. */
function oneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  const swapped = long[at + 1] === short[at] && long[at] === short[at + 1];
  return (
    long.slice(at + 1) === short.slice(at + 1) || (swapped && long.slice(at + 2) === short.slice(at + 2))
  );
}

/** The domain that was most likely meant; undefined when this one may well be right. */
export function meant(domain: string): string | undefined {
  if (common.includes(domain)) return undefined;
  return common.find((each) => oneSlip(domain, each));
}
