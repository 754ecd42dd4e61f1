/** `npm run check`: the quick part (types, lint, format, directions, dead code, pure tests, stories). */
import { ensurePackages } from './install.mjs';

ensurePackages();
// Imported only now: what it needs exists since the line above.
const { runStages } = await import('./run-stages.mjs');
await runStages({ quick: true, names: process.argv.slice(2) });
