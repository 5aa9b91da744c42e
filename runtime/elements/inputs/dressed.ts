// SPDX-License-Identifier: BSD-3-Clause
import type { CSSResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { dress } from '../css.ts';

/** On an element of an input: brings the input's own sheet into the tree, once the element stands in it. */
export const dressed = (sheet: CSSResult) =>
  ref((element) => {
    if (element)
      queueMicrotask(() => {
        if (element.isConnected) dress(element.getRootNode(), sheet);
      });
  });
