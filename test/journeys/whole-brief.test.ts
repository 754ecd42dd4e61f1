import type { Browser } from 'playwright-core';
import type { Stack } from '../../scripts/demo-stack.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { several } from '../support/several.ts';
import { journey, lookedOver } from './journey.ts';
import { begin, gatherAll } from './round-gather.ts';
import { confirmSecond, contradict, type Round, sendToBoth, takePaper } from './round.ts';
import { TEXTS } from './round-texts.ts';
import { open } from './window.ts';

type Cast = Pick<Round, 'locale' | 'names' | 'client' | 'clientChannel' | 'project'> & {
  handles: readonly [am: string, first: string, second: string];
};

const CASTS: Readonly<Record<Locale, Cast>> = {
  en: {
    locale: 'en',
    handles: ['mei', 'dana', 'ana'],
    names: { first: 'Dana Reed', second: 'Ana Lim', standIn: 'Ben Hall' },
    client: 'Acme',
    clientChannel: 'acme-lantern',
    project: 'Spring launch',
  },
  zh: {
    locale: 'zh',
    handles: ['xia', 'zhou', 'an'],
    names: { first: 'Zhou Lan', second: '安宁', standIn: '柏林' },
    client: '云山茶',
    clientChannel: 'yunshan-lantern',
    project: '春茶上新',
  },
};

async function walk({ handles, ...cast }: Cast, browser: Browser, stack: Stack): Promise<void> {
  const seat = (handle: string) => open(browser, stack.server.url, handle);
  const [am, first, second] = await Promise.all([seat(handles[0]), seat(handles[1]), seat(handles[2])]);
  const round: Round = {
    ...cast,
    am,
    first,
    second,
    texts: TEXTS[cast.locale],
    look: () => Promise.resolve(),
    lookedOver: (opens) => lookedOver(stack, opens),
  };
  await begin(round);
  await gatherAll(round);
  await sendToBoth(round);
  await contradict(round);
  await confirmSecond(round);
  await takePaper(round);
}

journey(
  'Mei gathers a brief from a document and a message, and two people of the client come to agree on it',
  (browser, stack) => walk(CASTS.en, browser, stack),
  several,
);

journey(
  '夏夏 (Xia) 从文档和消息收集简报，客户的两位审批人达成一致',
  (browser, stack) => walk(CASTS.zh, browser, stack),
  several,
);
