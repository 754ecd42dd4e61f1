import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Two cores that are busy with other tests need this long to start a program; one that takes longer hangs. */
const ENDS_WITHIN_MS = 40_000;

/** How a program ended, and everything that it printed. */
export type Ran = { code: number | null; stdout: string; stderr: string };

/**
 * Runs a program of this repository to its end, in an environment of its own: nothing of the test's is in it.
 * @param file from the repository's root
 */
export function run(file: string, env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  const path = process.env['PATH'];
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...args], {
    cwd: ROOT,
    // What stands in somebody's .env is nothing to a test.
    env: { ...(path ? { PATH: path } : {}), DOTENV_CONFIG_PATH: '/dev/null', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}
