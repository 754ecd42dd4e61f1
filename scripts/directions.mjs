/** Checks who imports whom (.dependency-cruiser.mjs), and that the check has seen the code at all. */
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { codeFolders, root } from './folders.mjs';

const { forbidden, options } = config;

/** Without a parser that fits the TypeScript in use, dependency-cruiser sees no module and is content. */
function assertSeen(summary) {
  if (summary.totalCruised > 0 && summary.totalDependenciesCruised > 0) return;
  throw new Error('dependency-cruiser has read no dependencies: its parser does not fit (see options.parser).');
}

function describe({ from, to, rule, cycle }) {
  const way = cycle ? cycle.map((step) => step.name).join(' -> ') : to;
  const reason = forbidden.find(({ name }) => name === rule.name)?.comment;
  return `${rule.name}: ${from}${way === from ? '' : ` -> ${way}`}\n    ${reason}`;
}

process.chdir(root);
const { output } = await cruise(codeFolders(), { ...options, ruleSet: { forbidden }, validate: true });
const { summary } = output;
assertSeen(summary);
for (const violation of summary.violations) console.error(describe(violation));
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} breaches`,
);
process.exitCode = summary.violations.length > 0 ? 1 : 0;
