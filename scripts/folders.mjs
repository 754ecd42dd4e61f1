/** Where things are. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

export const there = (...paths) => paths.filter((path) => existsSync(`${root}${path}`));

/** The folders that hold code of ours, as far as they exist. */
export const codeFolders = () => there('src', 'test', 'sandbox', 'scripts', 'bench');
