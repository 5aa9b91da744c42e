// SPDX-License-Identifier: AGPL-3.0-or-later
// What each invented family comes to: what its case shows, what its documents say, and what they must never say.

export interface CaseSeen {
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly copy: string }[];
}

export interface Expected {
  /** on the page of the case */
  readonly text: readonly string[];
  /** `<kind> <copy>` → what stands in its file */
  readonly documents: { readonly [file: string]: readonly RegExp[] };
  readonly never: { readonly [file: string]: readonly RegExp[] };
}

export const expected: { readonly [family: string]: Expected } = {
  c1: { text: ['Vellonieri Marta', '6.214,37 €', '1,15', '726,25 €'], documents: {}, never: {} },
  c2: { text: ['9.120,10 €'], documents: {}, never: {} },
  c3: { text: ['1.870,00 €'], documents: {}, never: {} },
  c4: { text: ['3.105,42 €', '718,00 €'], documents: {}, never: {} },
  c5: { text: ['541,67 €'], documents: {}, never: {} },
  c6: { text: ['678,33 €'], documents: {}, never: {} },
};
