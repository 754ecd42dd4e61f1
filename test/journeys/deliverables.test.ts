import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { joined, onStage, started } from '../../scripts/demo-seed-acts.ts';
import type { Stack } from '../../scripts/demo-stack.ts';
import { overviewWords } from '../../src/approval/words-overview.ts';
import { readPdf } from '../support/read-pdf.ts';
import { journey, lookedOver } from './journey.ts';
import {
  approve,
  approveWithChanges,
  askReviewer,
  bringFile,
  bringNext,
  check,
  drawn,
  exported,
  finals,
  noteRights,
  overview,
  type Pieces,
  requestChanges,
  review,
  send,
  sendBack,
} from './pieces-play.ts';
import { open, PHONE, type Size } from './window.ts';

type Cast = Pick<Pieces, 'locale' | 'names' | 'clientName' | 'clientChannel' | 'project' | 'piece' | 'kind'> & {
  handles: Readonly<Record<'am' | 'maker' | 'client', string>>;
  /** The client's window: on a phone. */
  sizes: Readonly<Record<'am' | 'client', Size | undefined>>;
  begins: readonly [command: string, answers: Record<string, string>];
};

const ENGLISH: Cast = {
  locale: 'en',
  handles: { am: 'mei', maker: 'ines', client: 'dana' },
  sizes: { am: undefined, client: PHONE },
  names: { am: 'Mei Chen', client: 'Dana Reed' },
  clientName: 'Acme',
  clientChannel: 'acme-lantern',
  project: 'Spring launch',
  piece: 'Station poster',
  kind: 'print',
  begins: [
    '/project new',
    {
      'Which client is it for?': 'Acme',
      'What is the project called?': 'Spring launch',
      'When does the client want it?': '2099-03-13',
    },
  ],
};

const CHINESE: Cast = {
  locale: 'zh',
  handles: { am: 'xia', maker: 'hao', client: 'zhou' },
  sizes: { am: PHONE, client: undefined },
  names: { am: 'Xia Liu', client: 'Zhou Lan' },
  clientName: '云山茶',
  clientChannel: 'yunshan-lantern',
  project: '春茶上新',
  piece: '门店海报',
  kind: 'print',
  begins: [
    '/project 新建',
    { '是哪位客户的项目？': '云山茶', '项目叫什么名字？': '春茶上新', '客户希望什么时候完成？': '2099-03-13' },
  ],
};

/** Three rounds, each with a check and a review, on a busy machine too. */
const LIMIT_MS = 180_000;

/** A project with whoever makes it on its team, and the three windows. */
async function begun({ handles, sizes, begins, ...cast }: Cast, browser: Browser, stack: Stack): Promise<Pieces> {
  const stage = onStage(stack);
  const manager = stage.as(handles.am);
  const team = await started(stage, manager, ...begins);
  await joined(stage, manager, cast.locale, team, handles.maker);
  const [am, maker, client] = await Promise.all([
    open(browser, stack.server.url, handles.am, sizes.am),
    open(browser, stack.server.url, handles.maker),
    open(browser, stack.server.url, handles.client, sizes.client),
  ]);
  const rest = { team: team.slice(1), look: () => Promise.resolve() };
  return { ...cast, ...rest, am, maker, client, lookedOver: (opens) => lookedOver(stack, opens) };
}

journey(
  'Ines brings a poster, and Dana approves its third version in the last of three rounds, with usage rights and the record as a file',
  async (browser, stack) => {
    const on = await begun(ENGLISH, browser, stack);
    await bringFile(on, 'The poster for the stations.', drawn('station-poster-a.svg', 'Real fruit'));
    await askReviewer(on);
    await sendBack(on, 'The price is missing');
    await bringNext(on, drawn('station-poster-b.svg', 'Real fruit, 2 €'), 'Price added');
    await check(on);
    await review(on);
    await send(on, 1);
    await requestChanges(on, 1, 'The bottle is too small');
    await bringNext(on, drawn('station-poster-c.svg', 'Real fruit, 2 €, larger'), 'Bottle larger');
    await check(on);
    await review(on);
    await send(on, 2);
    await overview(on, overviewWords.in('en').title(), overviewWords.in('en').close());
    await approveWithChanges(on, 2, 'The fruit a little redder');
    await bringNext(on, drawn('station-poster-d.svg', 'Real fruit, 2 €, larger, redder'), 'Fruit redder');
    await check(on);
    await review(on);
    await send(on, 3);
    await approve(on, 3);
    await noteRights(on);
    await finals(on, 3);
    const { pages } = await readPdf(await exported(on));
    const text = pages.map(({ body }) => body).join('\n');
    expect(text).toContain('Station poster: version 3 sent to Dana Reed');
    expect(text).toContain('Station poster version 3: approved by Dana Reed');
  },
  undefined,
  LIMIT_MS,
);

journey('皓 (Hao) 提交海报，周兰 (Zhou) 通过，夏夏 (Xia) 登记授权并导出记录', async (browser, stack) => {
  const on = await begun(CHINESE, browser, stack);
  await bringFile(on, '门店海报初稿。', drawn('门店海报-v1.svg', '今年的第一口春天'));
  await check(on);
  await send(on, 1);
  await approve(on, 1);
  await noteRights(on);
  await finals(on, 1);
  const { pages } = await readPdf(await exported(on));
  expect(pages.map(({ body }) => body).join('\n')).toContain('门店海报');
});
