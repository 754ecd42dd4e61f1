/** `npm run demo`: installs what is lacking, then runs demo.ts with the same arguments. */
import { spawn } from 'node:child_process';
import { root } from './folders.mjs';
import { ensurePackages } from './install.mjs';

ensurePackages();
const args = ['--import', 'tsx', 'scripts/demo.ts', ...process.argv.slice(2)];
const demo = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

// A terminal sends Ctrl-C to both processes, a supervisor only to this one; either way the demo decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) demo.kill(signal);
  });
}
demo.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
demo.on('error', (error) => {
  console.error(`demo: ${error.message}`);
  process.exit(1);
});
