// Every version of what is installed on demand into `.vscode-test/`, in one place.

/**
 * A VS Code to test in.
 * @typedef {object} VSCodeVersion
 * @property {string} label         what the tests and their results call it
 * @property {string} desktop       the release of desktop VS Code
 * @property {string} codeServer    the release of the npm package `code-server` that carries the same VS Code
 * @property {number} nodeMajor     the major version of Node that this release runs on
 */

/** @type {{newest: VSCodeVersion, oldest: VSCodeVersion}} */
export const vscodeVersions = {
  newest: { label: '1.139', desktop: '1.139.0', codeServer: '4.139.1', nodeMajor: 24 },
  // The oldest that `engines.vscode` in package.json allows.
  oldest: { label: '1.100', desktop: '1.100.3', codeServer: '4.100.3', nodeMajor: 20 },
};

/**
 * Node releases, by major version, for a VS Code that cannot run on the Node at hand.
 * @type {Record<number, string>}
 */
export const nodeReleases = { 20: '20.19.0', 24: '24.21.0' };

/** VS Code for the Web as static files, and the program that serves it; both are pinned because its inside is used. */
export const codeOss = '1.137.0';
export const testWeb = '0.0.81';

/** The search program, for a VS Code whose own would be downloaded from elsewhere. */
export const ripgrep = '1.18.0';

/** A Chromium inside an npm package (Linux x64 only); the last release that installs on Node 20. */
export const chromium = '147.0.0';

/** Fonts for machines that have none: without a monospaced one the editor is a sorry sight. */
export const fonts = '2.37.3';
