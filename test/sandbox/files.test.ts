import { describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { takeUpload } from '../../sandbox/api/transfers.ts';
import { manifest, withApp } from './bot.ts';
import { at } from './engine.ts';
import { fileIn, get, reading } from './files-app.ts';

const HERE = '#acme-lantern';

describe('a message with files', () => {
  test('tells the app of each file, and history does, too', async () => {
    const { slack, app, heard } = await reading();
    const mei = slack.as('mei');
    const files = [
      { name: 'Plan März.pdf', bytes: new Uint8Array([37, 80, 68, 70]) },
      { name: 'notes', text: 'warm', mimetype: 'text/x-notes' },
    ];
    const ts = await mei.in(HERE).post('Two things', { files });
    const plan = {
      id: expect.stringMatching(/^F/),
      name: 'Plan März.pdf',
      title: 'Plan März.pdf',
      mimetype: 'application/pdf',
      filetype: 'pdf',
      size: 4,
      user: mei.id,
      mode: 'hosted',
      channels: [slack.channel(HERE).id],
      is_public: true,
      url_private: expect.stringMatching(/\/files-pri\/T\w+-F\w+\/Plan%20M%C3%A4rz\.pdf$/),
      url_private_download: expect.stringMatching(/\/files-pri\/T\w+-F\w+\/download\//),
    };
    const notes = { name: 'notes', mimetype: 'text/x-notes', filetype: 'binary', size: 4 };
    expect(heard[0]).toMatchObject({
      type: 'message',
      subtype: 'file_share',
      text: 'Two things',
      files: [plan, notes],
    });
    const { messages } = await app.client.conversations.history({ channel: slack.channel(HERE).id, limit: 1 });
    expect(messages?.[0]).toMatchObject({ ts, files: [plan, notes] });
    expect(messages?.[0]).not.toHaveProperty('subtype');
    const info = await app.client.files.info({ file: fileIn(heard[0]) });
    expect(info.file).toMatchObject({ ...plan, shares: { public: { [slack.channel(HERE).id]: [{ ts }] } } });
    expect(mei.sees(HERE).at(-1)?.files).toEqual(['Plan März.pdf', 'notes']);
    slack.expectNoErrors();
  });

  test('may say nothing besides, and stand in a thread', async () => {
    const { slack, app, heard } = await reading();
    await slack
      .as('olivia')
      .in(HERE)
      .post('', { thread: 'Morning all', files: [{ name: 'logo.png', text: 'x' }] });
    expect(heard[0]).toMatchObject({ text: '', thread_ts: expect.any(String), files: [{ name: 'logo.png' }] });
    expect(heard[0]).not.toHaveProperty('blocks');
    const channel = slack.channel(HERE).id;
    const { messages } = await app.client.conversations.replies({ channel, ts: String(at(heard[0], 'thread_ts')) });
    expect(messages?.[1]).toMatchObject({ files: [{ name: 'logo.png' }] });
    await expect(slack.as('olivia').in(HERE).post('')).rejects.toThrow('no_text');
  });

  test('of a partner has only stubs in events, and files.info tells the rest', async () => {
    const got = await reading();
    const { slack, app, heard } = got;
    await slack
      .as('dana')
      .in(HERE)
      .post('Our logo', { files: [{ name: 'logo.png', text: 'drawn' }] });
    const id = fileIn(heard[0]);
    expect(at(heard[0], 'files')).toEqual([
      { id, mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0, user: '' },
    ]);
    const { file } = await app.client.files.info({ file: id });
    expect(file).toMatchObject({ id, name: 'logo.png', user: slack.as('dana').id });
    expect(await (await get(got, file?.url_private)).text()).toBe('drawn');
    const { messages } = await app.client.conversations.history({ channel: slack.channel(HERE).id, limit: 1 });
    expect(messages?.[0]?.files).toMatchObject([{ name: 'logo.png' }]);
  });

  test('keeps a stone in the place of a file that was deleted', async () => {
    const got = await reading();
    const { slack, app, heard } = got;
    const mei = slack.as('mei');
    await mei.in(HERE).post('Draft', { files: [{ name: 'draft.txt', text: 'old' }] });
    await expect(slack.as('tom').in(HERE).removeFile('draft.txt')).rejects.toThrow('has no file');
    await mei.in(HERE).removeFile('draft.txt');
    const file = fileIn(heard[0]);
    await expect(app.client.files.info({ file })).rejects.toThrow('file_deleted');
    expect((await get(got, at(heard[0], 'files.0.url_private'))).status).toBe(404);
    const { messages } = await app.client.conversations.history({ channel: slack.channel(HERE).id, limit: 1 });
    expect(messages?.[0]?.files).toEqual([{ id: file, mode: 'tombstone' }]);
    expect(mei.sees(HERE).at(-1)?.files).toEqual(['[draft.txt]']);
  });
});

describe('a file that is deleted', () => {
  const events = ['message.channels', 'message.groups', 'file_deleted'];
  const listening = { ...manifest, settings: { ...manifest.settings, event_subscriptions: { bot_events: events } } };

  async function withDeletions() {
    const deleted: unknown[] = [];
    const onStart = (app: App): void => app.event('file_deleted', async ({ event }) => void deleted.push(event));
    const { slack, app } = await withApp(onStart, { manifest: listening });
    const post = (name: string, where = HERE) =>
      slack
        .as('mei')
        .in(where)
        .post('Draft', { files: [{ name, text: 'old' }] });
    return { slack, app, deleted, post };
  }

  test('by its owner is told of by its id alone, with the channels that it stood in', async () => {
    const { slack, deleted, post } = await withDeletions();
    await post('draft.txt');
    const [file] = [...slack.engine.world.files.values()];
    await slack.as('mei').in(HERE).removeFile('draft.txt');
    const channels = [slack.channel(HERE).id];
    const told = { type: 'file_deleted', file_id: file?.id, channel_ids: channels, event_ts: expect.any(String) };
    expect(deleted).toEqual([told]);
    slack.expectNoErrors();
  });

  test('by an administrator is told of, and by a retention policy it is not', async () => {
    const { slack, app, deleted, post } = await withDeletions();
    await post('a.txt');
    await post('b.txt');
    await slack.admin.deleteFile('a.txt');
    await slack.admin.deleteFile('b.txt', 'retention');
    expect(deleted).toHaveLength(1);
    for (const { id } of slack.engine.world.files.values())
      await expect(app.client.files.info({ file: id })).rejects.toThrow('file_deleted');
    await expect(slack.admin.deleteFile('b.txt')).rejects.toThrow('no file b.txt');
  });

  test('where the app is not, or without the scope, is told of to nobody', async () => {
    const elsewhere = await withDeletions();
    await elsewhere.post('draft.txt', '#general');
    await elsewhere.slack.admin.deleteFile('draft.txt');
    expect(elsewhere.deleted).toEqual([]);
    const blind = await withDeletions();
    await blind.slack.admin.revokeScope('files:read');
    await blind.post('draft.txt');
    await blind.slack.admin.deleteFile('draft.txt');
    expect(blind.deleted).toEqual([]);
  });

  test('by the app itself is told of, too', async () => {
    const { slack, app, deleted } = await withDeletions();
    const { file_id: id = '', upload_url: url = '' } = await app.client.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 1,
    });
    expect(takeUpload(slack.engine, url.split('/').at(-1) ?? '', new Uint8Array(1)).status).toBe(200);
    await app.client.files.completeUploadExternal({ files: [{ id }], channel_id: slack.channel(HERE).id });
    await app.client.files.delete({ file: id });
    await slack.idle();
    expect(deleted).toMatchObject([{ file_id: id }]);
  });
});
