import { type Modal, modal, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { agencyRhythmIn, type Settings } from '../kit/settings.ts';
import { minuteInWords } from '../kit/times.ts';
import { agencyInputs, type RhythmChosen } from '../progress/views-rhythm.ts';
import { agencyRhythmMeta, RHYTHM_IDS } from './model-rhythm.ts';
import { rhythmMark } from './rules-rhythm.ts';
import { rhythmWords } from './words-rhythm.ts';

/** What every project does by itself. @param typed what was chosen, where another administrator was faster */
export function rhythmFormModal(settings: Settings, typed: RhythmChosen | null, locale: Locale): Modal {
  const words = rhythmWords.in(locale);
  const rhythm = agencyRhythmIn(settings);
  return modal({
    id: RHYTHM_IDS.form,
    title: words.title(),
    submit: words.save(),
    close: words.cancel(),
    metadata: agencyRhythmMeta.encode({
      opened: rhythmMark(settings),
      minute: typed ? Number(typed.postAt) : rhythm.postMinute,
    }),
    blocks: [
      ...(typed ? [section(words.clash())] : []),
      section(words.intro()),
      ...agencyInputs(rhythm, locale, typed ?? undefined),
    ],
  });
}

/** It is saved, and read back. */
export function rhythmSaid(settings: Settings, locale: Locale): Modal {
  const words = rhythmWords.in(locale);
  const time = minuteInWords(agencyRhythmIn(settings).postMinute);
  return modal({
    id: 'settings.rhythmSaid',
    title: words.title(),
    close: words.close(),
    blocks: [section(words.saved({ time }))],
  });
}
