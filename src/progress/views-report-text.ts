import { subjectText } from '../client/views-card.ts';
import { statusDraft } from '../client/views-card-status.ts';
import { cardWords } from '../client/words-card.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import { dayShown } from '../plan/views-client.ts';
import type { Released, ReleasedMilestone } from '../project/rules-released.ts';
import type { Progress } from './model.ts';
import { REPORT_BOUNDS } from './model-report.ts';
import { type Fact, newFacts } from './rules-report.ts';
import { reportWords } from './words-report.ts';

/**
 * A report in the client channel's language, as plain text and of nothing but what was released: where things stand, what is new
 * since the last report, and the next dates.
 * @param since the report that was sent last; null for the first one, to which nothing is new
 */
export function reportText(released: Released, since: Progress['reported']): string {
  const text = [statusDraft(released), ...changes(released, since), ...dates(released)].join('\n');
  return shorten(text, REPORT_BOUNDS.text);
}

function changes(released: Released, since: Progress['reported']): string[] {
  if (!since) return [];
  const words = reportWords.in(released.language);
  const day = formatDay(since.day, released.language);
  const lines = newFacts(released, since.facts).flatMap((fact) => changeLine(released, fact));
  return lines.length === 0
    ? ['', words.reportNothingNew({ day })]
    : ['', words.reportNew({ day }), ...listed(lines, released.language)];
}

/** What stands in the status besides is not said twice: what waits, and how the project goes on. */
function changeLine(released: Released, fact: Fact): string[] {
  const { language, stage, wantedOn, agreed } = released;
  const [words, card] = [reportWords.in(language), cardWords.in(language)];
  switch (fact.is) {
    case 'stage':
      return stage ? [words.newStage({ stage: card['stage.name']({ stage }) })] : [];
    case 'wanted':
      return wantedOn ? [words.newWanted({ day: formatDay(wantedOn, language) })] : [];
    case 'agreed':
      return agreed ? [words.newAgreed({ what: subjectText(agreed, language) })] : [];
    case 'milestone':
      return [milestoneChange(fact.milestone, language)];
    case 'request': {
      const { kind, state } = fact.request;
      const request = words.request({ kind });
      if (state === 'open') return [];
      return [state === 'becameJob' ? words.newJob({ request }) : words.newAnswered({ request })];
    }
    case 'life':
    case 'waiting':
      return [];
  }
}

function milestoneChange(milestone: ReleasedMilestone, locale: Locale): string {
  const words = reportWords.in(locale);
  const what = nameOf(milestone, locale);
  switch (milestone.state) {
    case 'open':
      return words.newMilestone({ what, day: dayShown(milestone, locale) });
    case 'reached':
      return words.newReached({ what });
    case 'dropped':
      return words.newDropped({ what });
  }
}

function dates({ milestones, language }: Released): string[] {
  const words = reportWords.in(language);
  const open = milestones.filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const lines = open.map((milestone) => {
    const facts = { what: nameOf(milestone, language), day: dayShown(milestone, language) };
    const from = milestone.reviewFrom;
    return from ? words.reportReview({ ...facts, from: formatDay(from, language) }) : words.reportDate(facts);
  });
  return ['', words.reportDates(), ...listed(lines, language)];
}

/** As the client was shown it: a name of its own, else what its kind is called. */
const nameOf = ({ kind, name }: ReleasedMilestone, locale: Locale): string =>
  name ? shorten(name, REPORT_BOUNDS.name) : reportWords.in(locale).milestoneCalled({ kind });

function listed(lines: readonly string[], locale: Locale): string[] {
  const shown = lines.slice(0, REPORT_BOUNDS.listed).map((line) => `• ${line}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `• ${reportWords.in(locale).reportMore({ count: more })}`] : shown;
}
