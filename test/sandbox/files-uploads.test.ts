import { describe, expect, test } from '@jest/globals';
import { at, bench, each, type Bench } from './engine.ts';
import { reading } from './files-app.ts';

const HERE = '#acme-lantern';

describe('an upload by the app', () => {
  const post = (b: Bench, url: unknown, text: string) => b.fetch(String(url), { method: 'POST', body: text });

  test('goes in three steps, and its message carries the file', async () => {
    const b = bench();
    const { upload_url: url, file_id: id } = b.call('files.getUploadURLExternal', { filename: 'a.txt', length: 4 });
    expect(b.call('files.info', { file: id })).toMatchObject({ error: 'file_not_found' });
    const answer = await post(b, url, 'warm');
    expect([answer.status, await answer.text()]).toEqual([200, 'OK - 4']);
    const channel = b.channel('acme-lantern');
    const done = { files: [{ id, title: 'The brief' }], channel_id: channel, initial_comment: 'Here it *is*' };
    expect(b.call('files.completeUploadExternal', done)).toEqual({ ok: true, files: [{ id, title: 'The brief' }] });
    const { messages } = b.call('conversations.history', { channel, limit: 1 });
    expect(each(messages, 'text')).toEqual(['Here it *is*']);
    expect(at(messages, '0.files.0')).toMatchObject({ id, name: 'a.txt', title: 'The brief', size: 4 });
    expect(at(messages, '0.bot_id')).toBe(b.engine.world.app.botId);
    const shares = at(b.call('files.info', { file: id }), `file.shares.public.${channel}.0.ts`);
    expect(shares).toBe(at(messages, '0.ts'));
  });

  test('may stay private, and be deleted', async () => {
    const b = bench();
    const { upload_url: url, file_id: id } = b.call('files.getUploadURLExternal', { filename: 'a.txt', length: 1 });
    await post(b, url, 'x');
    expect(b.call('files.completeUploadExternal', { files: JSON.stringify([{ id }]) })).toMatchObject({ ok: true });
    expect(at(b.call('files.info', { file: id }), 'file.channels')).toEqual([]);
    expect(b.call('files.delete', { file: id })).toEqual({ ok: true });
    expect(b.call('files.delete', { file: id })).toMatchObject({ error: 'file_deleted' });
  });

  test('has an address that works once, and takes as many bytes as were announced', async () => {
    const b = bench();
    const { upload_url: url, file_id: id } = b.call('files.getUploadURLExternal', { filename: 'a.txt', length: 4 });
    const complete = () => b.call('files.completeUploadExternal', { files: [{ id }] });
    expect((await post(b, url, 'too long')).status).toBe(400);
    expect(complete()).toMatchObject({ error: 'file_update_failed' });
    expect((await post(b, url, 'warm')).status).toBe(200);
    expect((await post(b, url, 'warm')).status).toBe(404);
    expect((await post(b, `${String(url)}0`, 'warm')).status).toBe(404);
    expect(complete()).toMatchObject({ ok: true });
    expect(complete()).toMatchObject({ error: 'file_update_failed' });
    expect(b.engine.journal.complaints.map(({ text }) => text)).toEqual(['upload_url: length_differs']);
  });

  test('whose answer is lost is there, as with any call', async () => {
    const b = bench();
    const { upload_url: url, file_id: id } = b.call('files.getUploadURLExternal', { filename: 'a.txt', length: 4 });
    b.engine.faults.next('upload_url', 'response-lost');
    await expect(post(b, url, 'warm')).rejects.toThrow('fetch failed');
    b.engine.faults.next('files.completeUploadExternal', 'response-lost');
    const done = { files: [{ id }], channel_id: b.channel('acme-lantern') };
    expect(b.raw('files.completeUploadExternal', done).lost).toBe(true);
    expect(at(b.call('files.info', { file: id }), 'file.channels')).toEqual([b.channel('acme-lantern')]);
  });

  test('is what the own client of Slack does, in a form', async () => {
    const { slack, app } = await reading();
    await app.client.filesUploadV2({
      channel_id: slack.channel(HERE).id,
      filename: 'plan.pdf',
      file: Buffer.from('%PDF'),
      title: 'The plan',
      initial_comment: 'As promised',
    });
    expect(slack.as('dana').sees(HERE).at(-1)).toMatchObject({
      by: 'testbot',
      text: 'As promised',
      files: ['plan.pdf'],
    });
    slack.expectNoErrors();
  });
});
