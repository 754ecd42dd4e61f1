import { type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { dayInWords } from '../kit/days.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import type { Typed } from '../kit/typed.ts';
import type { Project } from '../project/model.ts';
import { type Absent, awayForm } from './model.ts';
import { awayMeta } from './model-metadata.ts';
import { PEOPLE_IDS, plainName } from './views-roster.ts';
import { peopleWords } from './words.ts';

/** Of what was typed behind the command. */
const TYPED_LENGTH = 60;
/** Projects that are named, before there are only more of them. */
const NAMED = 20;

/** Until when, and who stands in. @param isUnread what was typed behind the command is no day: it stands in the form as it was */
export function awayModal({ day, person }: Typed, isUnread: boolean, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const unread = day !== null && isUnread ? [rich(run(words.awayUnread({ typed: shorten(day, TYPED_LENGTH) })))] : [];
  return modal({
    id: PEOPLE_IDS.awayForm,
    title: words.awayTitle(),
    submit: words.awaySubmit(),
    close: words.cancel(),
    metadata: awayMeta.encode({}),
    blocks: [
      ...unread,
      section(words.awayIntro()),
      ...formBlocks(awayForm, words, { until: day, standIn: person ? [person] : [] }),
    ],
  });
}

/** Where it was noted; null while that is under way. */
export type CarriedShown = { noted: readonly Project[]; lacking: readonly Project[]; failed: number } | null;

/** An absence as it was read, and where it counts. */
export function awaySaid(absent: Absent | null, carried: CarriedShown, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const lines = [readBack(absent, locale), ...(carried ? carriedLines(absent, carried, locale) : [words.carrying()])];
  return modal({
    id: 'people.awaySaid',
    title: words.awayTitle(),
    close: words.close(),
    blocks: lines.map((text) => rich(run(text))),
  });
}

/** "Until Friday, 4 December 2026; Ben Hall stands in." */
function readBack(absent: Absent | null, locale: Locale): string {
  const words = peopleWords.in(locale);
  if (!absent) return words.isBack();
  const day = dayInWords(absent.until, locale);
  return absent.standIn ? words.untilDayWith({ day, who: plainName(absent.standIn) }) : words.untilDay({ day });
}

function carriedLines(
  absent: Absent | null,
  { noted, lacking, failed }: NonNullable<CarriedShown>,
  locale: Locale,
): string[] {
  const words = peopleWords.in(locale);
  const names = (projects: readonly Project[]) => {
    const shown = projects.slice(0, NAMED).map(({ name }) => name);
    return listed(projects.length > NAMED ? [...shown, '…'] : shown, locale);
  };
  return [
    ...(noted.length > 0 ? [words.carried({ count: noted.length, projects: names(noted) })] : []),
    ...(noted.length === 0 && failed === 0 ? [words.carriedNowhere()] : []),
    ...(failed > 0 ? [words.carriedNot({ count: failed })] : []),
    ...(lacking.length > 0 && absent?.standIn
      ? [words.notStandingIn({ who: plainName(absent.standIn), projects: names(lacking) })]
      : []),
  ];
}
