/**
 * The collection of good and bad payloads. It grows with every fault that Slack turns out to find and the sandbox not, and
 * the other way round. scripts/check-slack.ts compares its blocks and views with Slack's own verdicts.
 */
import { badBlocks } from './bad-blocks.ts';
import { badElements } from './bad-elements.ts';
import { blockLimits } from './block-limits.ts';
import { calls } from './calls.ts';
import { elementLimits } from './element-limits.ts';
import { fileCalls } from './file-calls.ts';
import { goodMessages } from './good-messages.ts';
import { isBad, placed, type Payload } from './payload.ts';
import { homes, modals } from './views.ts';
import { wild } from './wild.ts';

const BLOCKS = 'docs.slack.dev/reference/block-kit/blocks';
const ELEMENTS = 'docs.slack.dev/reference/block-kit/block-elements';
const VIEWS = 'docs.slack.dev/reference/views';

/** Everything, in the order in which it is best read. */
export const payloads: readonly Payload[] = [
  ...placed('message', BLOCKS, [...goodMessages, ...badBlocks, ...blockLimits]),
  ...placed('message', ELEMENTS, [...badElements, ...elementLimits]),
  ...placed('modal', `${VIEWS}/modal-views`, modals),
  ...placed('home', `${VIEWS}/home-tab-views`, homes),
  ...wild,
  ...calls,
  ...fileCalls,
];

export const good = payloads.filter((one) => !isBad(one));
export const bad = payloads.filter(isBad);
