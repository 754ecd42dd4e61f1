import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { callApi } from '../../sandbox/api/call.ts';
import { liaison } from '../../src/liaison.ts';
import { type Manager, mark } from '../support/wall-cast.ts';
import { playWall } from '../support/wall-days.ts';
import { type Play, teamChannels } from '../support/wall-play.ts';

/** The watch over the wall is only worth what it finds: here the bot is made to do what it must never do. */

const INSIDE = mark('inside', 1, 999);

const cards = { ...liaison.cards };
beforeEach(() => void Object.assign(liaison.cards, cards));
afterEach(() => void Object.assign(liaison.cards, cards));

/** As the bot, past everything that keeps it from doing so. @throws where Slack refuses it */
function call({ on }: Play, method: string, args: Record<string, unknown>): void {
  const { engine } = on.slack;
  const { body } = callApi(engine, method, args, engine.world.app.botToken);
  if (body['ok'] !== true) throw new Error(`${method}: ${String(body['error'])}`);
}

const channelOf = ({ on }: Play, name: string): string => on.slack.channel(name).id;
const idOf = ({ on }: Play, handle: string): string => on.slack.as(handle).id;

const post = (play: Play, name: string, text: string, more = {}) =>
  call(play, 'chat.postMessage', { channel: channelOf(play, name), text, ...more });
const topic = (play: Play, name: string, text: string) =>
  call(play, 'conversations.setTopic', { channel: channelOf(play, name), topic: text });
const whisper = (play: Play, name: string, handle: string, text: string) =>
  call(play, 'chat.postEphemeral', { channel: channelOf(play, name), user: idOf(play, handle), text });
const home = (play: Play, handle: string, text: string) => {
  const view = { type: 'home', blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
  call(play, 'views.publish', { user_id: idOf(play, handle), view });
};

const planted = (plant: (play: Play) => Promise<void> | void) =>
  playWall({
    seed: 1,
    steps: [],
    isSent: true,
    plant: async (play) => {
      await plant(play);
      await play.on.slack.idle();
    },
  });

const teamOf = async (play: Play, hand: Manager) => (await teamChannels(play, hand))[0] ?? '';

test('a run in which nothing is wrong is found to be so', async () => {
  await planted(async () => undefined);
});

test('a card for the client with an internal answer in it is found', async () => {
  const { briefForClient } = cards;
  Object.assign(liaison.cards, {
    briefForClient: async (...given: Parameters<NonNullable<typeof briefForClient>>) => {
      const message = await briefForClient?.(...given);
      return message && { ...message, text: INSIDE };
    },
  });
  await expect(planted(async () => undefined)).rejects.toThrow(`was shown ${INSIDE}`);
});

test('a post in a team channel where somebody unknown reads along is found, whatever it says', async () => {
  const plant = async (play: Play) => {
    const team = await teamOf(play, 'mei');
    await play.on.slack.as('mei').in(team).invite('kai');
    post(play, team, 'Good morning');
  };
  await expect(planted(plant)).rejects.toThrow('although kai (stranger) reads along');
});

test('so is a post while the team channel is shared with another company, or public', async () => {
  const shared = async (play: Play) => {
    const team = await teamOf(play, 'mei');
    await play.on.slack.admin.share(team, true);
    post(play, team, 'Good morning');
  };
  const open = async (play: Play) => {
    const team = await teamOf(play, 'mei');
    await play.on.slack.admin.convert(team, 'public');
    post(play, team, 'Good morning');
  };
  await expect(planted(shared)).rejects.toThrow('although it is shared with another company');
  await expect(planted(open)).rejects.toThrow('although it is public');
});

test.each<[string, (play: Play) => void, string]>([
  [
    'the name of another client in a client channel',
    (play) => post(play, '#acme-lantern', mark('client', 2)),
    'cliq2z0z',
  ],
  [
    'the name of another project in App Home',
    (play) => home(play, 'zhou', mark('project', 1)),
    'zhou was shown proq1z0z',
  ],
  ['a draft in a private message', (play) => whisper(play, '#acme-lantern', 'olivia', mark('draft', 1, 999)), 'olivia'],
  ['the profile of a client in its channel', (play) => post(play, '#acme-lantern', mark('profile', 1)), 'pfq1z0z'],
  ['who works for them unseen', (play) => post(play, '#yunshan-lantern', 'Hao Zhang finds out'), 'Hao Zhang'],
  ['a topic', (play) => topic(play, '#yunshan-lantern', INSIDE), INSIDE],
])('%s is found', async (_what, plant, said) => {
  await expect(planted(plant)).rejects.toThrow(said);
});

test('what is said twice is found, and what waits without a reason', async () => {
  const twice = (play: Play) => {
    const said = play.on.slack.channel('#acme-lantern').messages.find(({ metadata }) => metadata);
    const key = said?.metadata?.event_payload['key'];
    post(play, '#acme-lantern', 'Again', { metadata: { event_type: 'liaison_outbox', event_payload: { key } } });
  };
  // Nothing sends what nothing can read: its lane waits.
  const kept = async ({ on }: Play) => {
    const filter = { 'place.kind': 'channel', state: 'sent' };
    await on.db.collection('outbox').updateOne(filter, { $set: { state: 'pending', kind: 'unheardOf' } });
  };
  await expect(planted(twice)).rejects.toThrow('said twice');
  await expect(planted(kept)).rejects.toThrow('waits for nothing');
});
