import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commandNamed, unknownVerb } from '../../src/io/commands.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { type Locale, LOCALES } from '../../src/kit/locale.ts';
import { escape } from '../../src/kit/text.ts';
import { liaison } from '../../src/liaison.ts';
import { validateMessage } from '../../sandbox/blockkit/validate.ts';
import { checkManifest } from '../../sandbox/manifest/check.ts';
import { type Manifest, overHttp } from '../../scripts/manifest.ts';
import { HOSTILE } from '../support/arbitraries.ts';
import { anatomy } from '../support/arbitraries-words.ts';

type Command = { command: string; usage_hint?: string; should_escape?: boolean };
const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')) as Manifest & {
  features: { slash_commands: Command[]; shortcuts: { name: string; type: string; callback_id: string }[] };
  settings: { event_subscriptions: { bot_events: string[] } };
};
const commands = manifest.features.slash_commands;
const unique = (all: readonly string[]): string[] => [...new Set(all)].toSorted();
const verbsOf = (command: string): string[] =>
  liaison.commands.filter((entry) => entry.command === command).flatMap(({ verbs }) => verbs);

describe('the manifest that is given to Slack', () => {
  test('is one that Slack takes', () => expect(checkManifest(manifest)).toEqual([]));

  test('has exactly the commands that are listened to', () => {
    expect(unique(commands.map(({ command }) => command))).toEqual(
      unique(liaison.commands.map(({ command }) => command)),
    );
  });

  test('has exactly the events that are listened to', () => {
    const { bot_events: events } = manifest.settings.event_subscriptions;
    // What is subscribed to names the kind of channel, what is delivered does not (docs.slack.dev, message event).
    const delivered = events.map((event) => (event.startsWith('message.') ? 'message' : event));
    expect(unique(delivered)).toEqual(unique(liaison.events.map(({ event }) => event)));
    expect(events.filter((event) => event.startsWith('message.'))).toEqual(['message.channels', 'message.groups']);
    expect(events).toHaveLength(new Set(events).size);
  });

  test('has exactly the shortcuts that are listened to, all of them on messages', () => {
    const { shortcuts } = manifest.features;
    expect(shortcuts.map((one) => one.callback_id)).toEqual(liaison.shortcuts.map(({ shortcut }) => shortcut));
    expect(shortcuts.map(({ type }) => type)).toEqual(shortcuts.map(() => 'message'));
    expect(shortcuts.filter(({ name }) => name.length > 24)).toEqual([]);
  });

  test.each(commands)('$command hints at words that it knows, and Slack escapes what is typed', (one) => {
    const hinted = (one.usage_hint ?? '').match(/[a-z]+/gu) ?? [];
    expect(hinted.filter((word) => !verbsOf(one.command).includes(word))).toEqual([]);
    expect(one.should_escape).toBe(true);
  });
});

describe('the manifest for HTTP', () => {
  const url = 'https://liaison.example.com';

  test('is one that Slack takes, and posts everything to the one address', () => {
    const http = overHttp(manifest, url);
    expect(checkManifest(http)).toEqual([]);
    const text = JSON.stringify(http);
    expect(text.match(/https:\/\/[^"]+/gu)).toEqual(Array(commands.length + 2).fill(`${url}/slack/events`));
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  test('is otherwise the same app', () => {
    const { oauth_config: scopes, display_information: shown } = overHttp(manifest, url);
    expect({ scopes, shown }).toEqual({ scopes: manifest['oauth_config'], shown: manifest['display_information'] });
  });

  test.each(['http://liaison.example.com', 'liaison.example.com', ''])('is not made for “%s”', (address) => {
    expect(() => overHttp(manifest, address)).toThrow('no https address');
  });
});

describe('what listens', () => {
  test('listens once to each: no two entries share a command’s word, a button, a form or a shortcut', () => {
    const words = liaison.commands.flatMap(({ command, verbs }) =>
      (verbs.length > 0 ? verbs : ['']).map((verb) => `${command} ${verb}`),
    );
    const lists = [
      words,
      liaison.presses.map(({ action }) => action),
      liaison.submits.map(({ view }) => view),
      liaison.shortcuts.map(({ shortcut }) => shortcut),
    ];
    for (const list of lists) expect(list).toHaveLength(new Set(list).size);
  });

  test('every word can be typed in English and in Chinese', () => {
    for (const { verbs } of liaison.commands) {
      if (verbs.length === 0) continue;
      expect([/^[a-z]+$/u.test(verbs[0] ?? ''), /^\p{Script=Han}+$/u.test(verbs[1] ?? '')]).toEqual([true, true]);
    }
  });

  test('what the sentences tell people to type is a command that exists', () => {
    const said = liaison.words.flatMap((words) =>
      LOCALES.flatMap((locale) => Object.values(words.texts[locale]).flatMap((text) => anatomy(text, locale).literals)),
    );
    const typed = said.flatMap((text) => [...text.matchAll(/`(\/[^`]+)`/gu)].map(([, command = '']) => command));
    expect(typed).toEqual(expect.arrayContaining(['/project new', '/project 新建', '/brief']));
    const unknown = typed.filter((text) => {
      const [command = '', ...rest] = text.split(' ');
      return commandNamed(command, rest.join(' '), liaison.commands) === null;
    });
    expect(unknown).toEqual([]);
  });
});

/** What stands in a message of rich text, as it reads. */
const textIn = ({ blocks }: Message): string =>
  blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((part) => (part.type === 'rich_text_section' ? part.elements : []))
    .map((element) => (element.type === 'text' ? element.text : `(${element.type})`))
    .join('');
const said = (text: string, locale: Locale): string => textIn(unknownVerb('/project', text, liaison.commands, locale));

describe('a command', () => {
  test.each([
    ['', '', ''],
    ['  new  ', 'new', ''],
    ['NEW Spring launch', 'new', 'Spring launch'],
    ['新建', 'new', ''],
    ['记录\n3', 'record', '3'],
    ['help &amp; more', 'help', '& more'],
  ])('“/project %s” is understood', (text, verb, rest) => {
    const named = commandNamed('/project', text, liaison.commands);
    expect([named?.entry.verbs[0] ?? '', named?.rest]).toEqual([verb, rest]);
  });

  test('of a word that it does not know says the nearest, and what can be typed, in the reader’s language', () => {
    expect(commandNamed('/project', 'recrod', liaison.commands)).toBeNull();
    const en = said('recrod', 'en');
    expect(en).toContain('Did you mean /project record?');
    expect(en).toContain('/project · /project new');
    expect(said('记彔', 'zh')).toContain('/project 记录');
    expect(said('zzzzzz', 'en')).not.toContain('Did you mean');
  });

  test.each(HOSTILE)('repeats “%s” as it was typed, and not all of what follows', (text) => {
    for (const locale of LOCALES) {
      const answer = unknownVerb('/project', escape(`${text} ${'x'.repeat(4000)}`), liaison.commands, locale);
      expect(validateMessage(answer)).toEqual([]);
      expect(textIn(answer)).toContain(`“${text.slice(0, 20)}`);
      expect(textIn(answer).length).toBeLessThan(300);
      const blocks = JSON.stringify(answer.blocks);
      expect(blocks).not.toMatch(/"type":"(mrkdwn|link|user|usergroup|broadcast|channel)"/u);
      expect(answer.text).not.toMatch(/[<>]/u);
    }
  });
});
