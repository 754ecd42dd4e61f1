/** `npm test`: everything. `npm test -- wire journeys` runs only the named stages. */
import { ensurePackages } from './install.mjs';

ensurePackages();
// Imported only now: what it needs exists since the line above.
const { runStages } = await import('./run-stages.mjs');
await runStages({ quick: false, names: process.argv.slice(2) });
