import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quietIn } from '../../src/approval/model-evidence.ts';
import { evidenceNote } from '../../src/approval/views-evidence-notes.ts';
import { refOf } from '../../src/approval/views-evidence.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { changeIn, reactionIn, replyIn } from '../../src/approval/service-overheard.ts';
import { validateMessage, validateView } from '../../sandbox/blockkit/validate.ts';
import { ana, cleo, HOSTILE, NOW, typed } from '../support/arbitraries.ts';
import { asks } from '../support/arbitraries-approval.ts';
import { evidenceShown } from '../support/arbitraries-evidence.ts';
import { FILLERS } from '../support/arbitraries-views.ts';

const cases = Object.entries(FILLERS).flatMap(([name, filler]) => LOCALES.map((locale) => ({ name, filler, locale })));

describe.each(cases)('with everything at its longest, of $name, in $locale', ({ filler, locale }) => {
  const all = evidenceShown(filler, locale);

  test('Slack takes every message and every form', () => {
    const faults = all.flatMap((shown) =>
      (shown.is === 'message' ? validateMessage(shown.message) : validateView(shown.view, shown.is)).map(
        ({ message, pointer }) => `${shown.name} ${pointer}: ${message}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  test('no form asks for more than six things at once', () => {
    const inputs = all.flatMap((shown) =>
      shown.is === 'message' ? [] : [shown.view.blocks.filter(({ type }) => type === 'input').length],
    );
    expect(Math.max(...inputs)).toBeLessThanOrEqual(6);
  });

  test('nothing that was typed calls anybody', () => {
    const text = JSON.stringify(all);
    expect(text).not.toMatch(/<!channel>[^"]*"[^}]*"verbatim"/u);
    for (const shown of all) {
      const rich = shown.is === 'message' ? [shown.message.text] : [];
      const marked =
        JSON.stringify(shown.is === 'message' ? shown.message.blocks : shown.view).match(
          /"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/gu,
        ) ?? [];
      const tokens = [...rich, ...marked].flatMap((one) => one.match(/<[^>]*>?/gu) ?? []);
      expect([shown.name, tokens.filter((token) => !/^<(@U(ANA|BEN|CLEO|0123456\d+)>|!date\^)/u.test(token))]).toEqual([
        shown.name,
        [],
      ]);
    }
  });
});

const quoted = ({ blocks }: Message): string =>
  blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((part) => (part.type === 'rich_text_quote' ? part.elements : []))
    .map((run) => (run.type === 'text' ? run.text : `(${run.type})`))
    .join('');

test('the client reads exactly the words that were recorded, whatever they are', () => {
  const approval = asks();
  fc.assert(
    fc.property(
      fc.oneof(typed(300), fc.constantFrom(...HOSTILE)).filter(Boolean),
      fc.constantFrom(...LOCALES),
      (words, locale) => {
        const shown = {
          kind: 'brief',
          id: 'b1',
          project: 'p1',
          name: 'Spring',
          client: 'Acme',
          language: locale,
          version: 1,
        } as const;
        const request = {
          approval,
          shown: {
            ...shown,
            hash: 'h',
            title: 'brief version 1',
            short: 'Brief v1',
            named: null,
            exactly: [],
            lines: [],
          },
        };
        const evidence = {
          by: 'email',
          words,
          saidAt: NOW.toISOString(),
          recordedBy: ana.id,
          message: null,
          file: null,
        } as const;
        const recorded = { who: cleo, verb: 'confirmed', at: NOW.toISOString(), evidence, by: ana } as const;
        const notes = evidenceNote(recorded, request.shown, refOf(request));
        expect(notes.map(quoted).join('')).toBe(words);
        expect(notes.filter(({ blocks }) => blocks.some(({ type }) => type === 'actions'))).toHaveLength(1);
      },
    ),
  );
});

describe('of what happens in channels only this is looked at', () => {
  const reply = { type: 'message', channel: 'C1', user: 'U1', text: 'ok', ts: '2.0', thread_ts: '1.0' };
  const wants = (event: object): boolean => replyIn(event) !== null;

  test('what people say in a thread, in words that mean something', () => {
    expect(replyIn(reply)).toMatchObject({ said: { is: 'bare' }, team: null, threadTs: '1.0' });
    expect(replyIn({ ...reply, team: 'T1', user_team: 'T2' })).toMatchObject({ team: 'T2' });
    expect(replyIn({ ...reply, subtype: 'thread_broadcast' })).not.toBeNull();
    expect(replyIn({ ...reply, text: 'We confirm &lt;all&gt; &amp; thank you' })).toMatchObject({
      text: 'We confirm <all> & thank you',
    });
    const others = [
      { ...reply, text: 'When does it begin?' },
      { ...reply, thread_ts: '2.0' },
      { ...reply, thread_ts: undefined },
      { ...reply, bot_id: 'B1' },
      { ...reply, subtype: 'bot_message' },
      { ...reply, subtype: 'channel_join' },
      { ...reply, subtype: 'message_changed', message: reply },
      { ...reply, text: undefined },
      { ...reply, user: undefined },
      {},
    ];
    expect(others.filter(wants)).toEqual([]);
  });

  test('what was edited or deleted, and not what Slack itself adds to a message', () => {
    const was = { ts: '2.0', text: 'We confirm', user: 'U1' };
    const changed = (message: object, before: object | undefined = was) =>
      changeIn({ type: 'message', subtype: 'message_changed', channel: 'C1', message, previous_message: before });
    expect(changed({ ...was, text: 'We do not &amp; never will' })).toEqual({
      how: 'edited',
      channel: 'C1',
      ts: '2.0',
      text: 'We do not & never will',
    });
    // A preview of a link was added, or somebody answered in its thread.
    expect(changed({ ...was, attachments: [{}], reply_count: 1 })).toBeNull();
    expect(changed({ ...was, text: 'Drawn again', bot_id: 'B1' }, { ...was, bot_id: 'B1' })).toBeNull();
    expect(changed({ ts: '2.0', subtype: 'tombstone', text: 'This message was deleted.' })).toMatchObject({
      how: 'deleted',
    });
    const deleted = { type: 'message', subtype: 'message_deleted', channel: 'C1', deleted_ts: '2.0' };
    expect(changeIn({ ...deleted, previous_message: was })).toEqual({ how: 'deleted', channel: 'C1', ts: '2.0' });
    expect(changeIn({ ...deleted, previous_message: { ...was, bot_id: 'B1' } })).toBeNull();
    expect([changeIn(reply), changeIn({}), changeIn(null)]).toEqual([null, null, null]);
  });

  test('a thumb on a message', () => {
    const item = { type: 'message', channel: 'C1', ts: '2.0' };
    const reacted = { type: 'reaction_added', user: 'U1', reaction: '+1::skin-tone-2', item, event_ts: '3.0' };
    expect(reactionIn(reacted)).toEqual({ channel: 'C1', ts: '2.0', user: 'U1', at: '3.0' });
    expect(
      [{ ...reacted, reaction: 'eyes' }, { ...reacted, item: { type: 'file', file: 'F1' } }, {}].map(reactionIn),
    ).toEqual([null, null, null]);
  });

  test('and whatever else comes is taken for nothing, and breaks nothing', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ subtype: fc.string(), message: fc.anything(), item: fc.anything() }),
    );
    fc.assert(
      fc.property(anything, (event) =>
        expect([replyIn(event), changeIn(event), reactionIn(event)]).toEqual([null, null, null]),
      ),
    );
  });
});

test('who wants to be left alone is read from a request of any age, whatever stands there', () => {
  expect(quietIn(asks())).toEqual([]);
  expect(quietIn({ ...asks(), quiet: [cleo.id] })).toEqual([cleo.id]);
  expect(quietIn({ ...asks(), quiet: 'everybody' })).toEqual([]);
});
