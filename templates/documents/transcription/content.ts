// SPDX-License-Identifier: AGPL-3.0-or-later

export interface TranscribedItem {
  readonly title: string;
  /** as it is written there; '' where there is no answer */
  readonly text: string;
}
export interface TranscribedGroup {
  readonly title: string;
  /** one for each row, called by whom or what it is about; '' where the group is not of rows */
  readonly rows: readonly { readonly label: string; readonly items: readonly TranscribedItem[] }[];
}

/** What is copied by hand into a platform of others, in its order. */
export interface Transcription {
  readonly platform: string;
  readonly source: string;
  readonly case: string;
  readonly groups: readonly TranscribedGroup[];
}
