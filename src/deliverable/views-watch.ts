import type { RichTextElement } from '@slack/types';
import { bold, buttons, linked, type Message, message, rich, run } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, escape, type Named, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { personRun } from '../project/views-named.ts';
import type { Deliverable } from './model.ts';
import type { Held } from './rules-watch.ts';
import { newVersionButton } from './views-buttons.ts';
import { fileName } from './views-contents.ts';
import { watchWords } from './words-watch.ts';

/** Of several files in one message the first ones are named. */
const NAMED_FILES = 300;

type About = { project: Project; deliverable: Deliverable };

/** A file was deleted in Slack, and what that means for the version that it is a part of. */
export function deletedLine({ project, deliverable }: About, { is, version, file }: Held): Message<'team'> {
  const locale = project.channels.team.language;
  const words = watchWords.in(locale);
  const sentence = {
    draft: words.deletedDraft,
    withClient: words.deletedWithClient,
    approved: words.deletedApproved,
    sent: words.deletedSent,
  }[is];
  const [name, called] = [deliverable.name, fileName(file.name, locale)];
  const text = sentence({ file: escape(called), name: escape(name), version });
  const places = { file: bold(called), name: bold(name) };
  const said = rich(...phrase((named: Record<'file' | 'name', string>) => sentence({ ...named, version }), places));
  return message('team', text, [said, newVersion({ project, deliverable }, locale)]);
}

/** Somebody put files into a thread that are no part of the newest version. `link`: to the message that brought them. */
export type Offer = { side: 'team' | 'client'; version: number; files: readonly string[]; who: Named; link: string };

export function offeredLine(about: About, { side, version, files, who, link }: Offer): Message<'team'> {
  const locale = about.project.channels.team.language;
  const words = watchWords.in(locale);
  const sentence = side === 'client' ? words.offeredClient : words.offeredTeam;
  const { name } = about.deliverable;
  const list = shorten(
    listed(
      files.map((file) => fileName(file, locale)),
      locale,
    ),
    NAMED_FILES,
  );
  const text = sentence({ file: escape(list), name: escape(name), version, who: called(who) });
  const places = { file: bold(list), name: bold(name), who: personRun(who, locale) };
  const said = phrase((named: Record<keyof typeof places, string>) => sentence({ ...named, version }), places);
  const open: RichTextElement[] = side === 'client' ? [run('\n'), linked(link, words.open())] : [];
  return message('team', text, [rich(...said, ...open), newVersion(about, locale)]);
}

const newVersion = ({ project, deliverable }: About, locale: Locale) =>
  buttons('deliverable.noticed', [newVersionButton(project, deliverable, locale)]);
