/** Finds a Chromium for the journeys; in CI, as root, installs it with a font that has Chinese. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const APT_TIMEOUT_MS = 600_000;

/** @returns {{ path: string } | { reason: string }} a browser of this machine, or why there is none. */
function findChromium() {
  const named = process.env.LIAISON_CHROMIUM;
  if (named) return existsSync(named) ? { path: named } : { reason: `LIAISON_CHROMIUM=${named} does not exist` };
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  const path = candidates.find((file) => existsSync(file));
  return path ? { path } : { reason: 'no Chromium or Chrome was found (set LIAISON_CHROMIUM to one)' };
}

function hasChineseFont() {
  return (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: APT_TIMEOUT_MS, env }).status === 0
  );
}

/** Only in CI and as root: on a person's machine nothing is installed outside the project's folder. */
function mayInstall() {
  return process.env.CI === 'true' && process.platform === 'linux' && process.getuid?.() === 0;
}

/** @returns {{ path: string } | { reason: string }} as findChromium, after installing what CI lacks. */
export function ensureChromium(say = (line) => console.log(`chromium: ${line}`)) {
  const lacking = [
    ...('path' in findChromium() || process.env.LIAISON_CHROMIUM ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (lacking.length === 0 || !mayInstall()) return findChromium();
  say(`installing ${lacking.join(' and ')} by apt-get`);
  apt('update');
  if (!apt('install', '-y', ...lacking)) say('apt-get install failed');
  return findChromium();
}
