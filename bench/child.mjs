/**
 * Loaded into every measured process, the product's and the floors' alike: tells what it has used, and ends it when whoever
 * started it is gone.
 */
import { getHeapCodeStatistics } from 'node:v8';

process.on('message', (message) => {
  if (message !== 'usage') return;
  const { user, system } = process.cpuUsage();
  // Twice, because what the first one finalises is collected by the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  process.send?.({ cpuMs: (user + system) / 1000, rss, heapUsed, codeSize: code + bytecode });
});
process.once('disconnect', () => process.exit(0));
