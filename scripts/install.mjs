/** Installs the packages when they are missing or not those of package-lock.json. Runs before any package exists. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './folders.mjs';

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Why an install is due. Contents are compared, not times: a checkout gives files the time of the checkout. npm writes
 * node_modules/.package-lock.json last, so an interrupted install counts as missing.
 */
function whatIsLacking() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!present) return 'the packages are not installed yet';
  const differs = ([path, { version, optional, devOptional }]) => {
    if (path === '') return false;
    // Optional packages are the binaries of other platforms: their absence is right.
    return present[path] ? present[path].version !== version : !(optional || devOptional);
  };
  return Object.entries(wanted).some(differs) ? 'the installed packages are not those of package-lock.json' : undefined;
}

/** Makes node_modules what package-lock.json says, telling what it does; ends the process when npm fails. */
export function ensurePackages() {
  const reason = whatIsLacking();
  if (!reason) return;
  console.log(`packages: ${reason}; running npm ci`);
  // --include=dev: NODE_ENV=production would leave out what the tests and the demo are made of.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status === 0) return;
  console.error(`packages: npm ci failed (${npm.error?.message ?? `exit code ${npm.status}`})`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensurePackages();
