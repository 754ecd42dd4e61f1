/**
 * Builds the sandbox's page in memory. The page is small enough to be built at every start, so there is no dist folder
 * to forget, and what runs is always what is on disk.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Gives the three files of the page. The server serves `html` at `/`, and `js` and `css` at `/page.js` and `/page.css`,
 * which is where the html looks for them.
 *
 * @throws esbuild's BuildFailure where the page does not compile.
 */
export async function buildPage(): Promise<{ html: string; js: string; css: string }> {
  const built = await build({
    entryPoints: { page: here('./main.tsx'), style: here('./styles/all.css') },
    outdir: here('./out'),
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Named, so that esbuild does not pick up the tsconfig.json of whoever starts it.
    tsconfig: here('./tsconfig.json'),
    logLevel: 'silent',
  });
  const textOf = (ending: string) => built.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { html: await readFile(here('./index.html'), 'utf8'), js: textOf('page.js'), css: textOf('style.css') };
}
