import { spawn } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD_WITHIN_MS = 120_000;

/**
 * Builds the product as `npm run build` does, so that what is measured is what is shipped and pays for no compiler.
 * @param folder an empty one; the packages are found through a link in it
 * @returns the folder with `main.js`
 * @throws with the compiler's words where it does not compile
 */
export async function build(folder: string): Promise<string> {
  const dist = join(folder, 'dist');
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await compile(dist);
  return dist;
}

function compile(dist: string): Promise<void> {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const child = spawn(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', dist], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: BUILD_WITHIN_MS,
  });
  const said: string[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the product does not compile:\n${said.join('')}`));
    });
  });
}
