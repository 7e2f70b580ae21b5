// @ts-check
import fs from 'node:fs';
import path from 'node:path';

/**
 * User settings for a window with nothing in it but the workbench and Chiosa: no welcome page, no chat,
 * no notices about updates, and no calls to the network. Settings that one version does not know, it
 * ignores.
 * @type {Readonly<Record<string, unknown>>}
 */
const cleanSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'window.restoreWindows': 'none',
  'files.simpleDialog.enable': true,
  // In the browser VS Code saves after a second by itself, and tests would have unsaved files for no longer.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
};

/**
 * Opens every folder in restricted mode, without asking.
 * @type {Readonly<Record<string, unknown>>}
 */
export const untrustedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/**
 * Makes the folder of a VS Code user whose settings are the clean ones and, on top, these.
 * @param {string} folder @param {Record<string, unknown>} settings
 */
export function makeUser(folder, settings) {
  const text = JSON.stringify({ ...cleanSettings, ...settings }, null, 2);
  fs.mkdirSync(path.join(folder, 'User'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'User', 'settings.json'), text);
}
