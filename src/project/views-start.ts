import { type Modal, modal, section } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import { roomForm, standForm, startForm } from './model.ts';
import { startMeta } from './model-metadata.ts';
import { PROJECT_IDS } from './views.ts';
import { projectWords } from './words.ts';

/**
 * The modal of `/project new`: four answers, where it stands (at the beginning, where nothing is chosen), and the room where the
 * present channel could be the team's.
 */
export function startModal(id: string, locale: Locale, here: { channel: string; name: string } | null): Modal {
  const words = projectWords.in(locale);
  const room = here
    ? formBlocks(
        roomForm,
        { ...words, 'room.thisChannel': () => words['room.thisChannelNamed']({ channel: shorten(here.name, 40) }) },
        { room: 'newChannel' },
      )
    : [];
  return modal({
    id: PROJECT_IDS.startForm,
    title: words.startTitle(),
    submit: words.startSubmit(),
    close: words.cancel(),
    metadata: startMeta.encode({ project: id, here: here?.channel ?? null }),
    blocks: [
      section(words.startIntro()),
      ...formBlocks(startForm, words, { work: 'campaign' }),
      ...formBlocks(standForm, words, { stage: 'intake' }),
      ...room,
    ],
  });
}
