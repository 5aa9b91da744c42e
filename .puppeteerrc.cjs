// SPDX-License-Identifier: AGPL-3.0-or-later
// No install script may download a browser: server/setup.mjs finds or installs one.
module.exports = { skipDownload: true };
