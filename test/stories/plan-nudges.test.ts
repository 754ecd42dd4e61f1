import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { planWords } from '../../src/plan/words.ts';
import { shown, startProject } from '../support/acts.ts';
import { addMilestone } from '../support/acts-plan.ts';
import { liveUntil } from '../support/acts-nudges.ts';
import { enrol } from '../support/acts-stages.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  await on.end();
});

/** What somebody was told by direct message of milestones, by when. */
const told = (person: Person, about: string) =>
  person.dms().filter(({ ephemeral, text }) => !ephemeral && text.includes(about));

test.each([
  { locale: 'en', manager: 'mei', owner: 'tom', launch: 'Media launch', client: 'Acme', name: 'Spring launch' },
  { locale: 'zh', manager: 'xia', owner: 'hao', launch: '媒介上线', client: '云山茶', name: '春茶上市' },
] as const)(
  '$locale: the owner is reminded ahead and on the day, asked after it, and a new date ends that; then it is the manager’s turn',
  async ({ locale, manager, owner, launch, client, name }) => {
    const words = planWords.in(locale);
    const [runs, sees] = [on.slack.as(manager), on.slack.as(owner)];
    const team = await startProject(runs, locale, { client, name });
    await enrol(on, team, owner, 'teamMember');
    const entering = { kind: 'mediaLaunch', day: '2026-12-04', owner: `@${owner}`, needs: 'The final cut' } as const;
    await (await addMilestone(runs, locale, team, entering)).close({ all: true });

    await liveUntil(on, '2026-12-02T22:00:00Z', 6);
    expect(told(sees, launch)).toHaveLength(1);
    expect(told(sees, launch).at(-1)?.text).toContain('The final cut');
    await liveUntil(on, '2026-12-05T12:00:00Z', 6);
    expect(told(sees, launch)).toHaveLength(2);
    // Nobody is told anything on a weekend.
    await liveUntil(on, '2026-12-06T22:00:00Z', 12);
    expect(told(sees, launch)).toHaveLength(2);
    await liveUntil(on, '2026-12-07T19:00:00Z', 3);
    const asked = told(sees, launch).at(-1);
    expect(told(sees, launch)).toHaveLength(3);
    expect(asked?.buttons).toEqual(expect.arrayContaining([words.done(), words.move(), words.block()]));

    const form = shown(await sees.click(words.move(), { message: launch }));
    expect(form.labels).not.toContain(words['tell.label']());
    const filled = { [words['day.label']()]: '2026-12-09', [words['why.label']()]: 'Rain' };
    await shown(await form.fill(filled).submit()).close({ all: true });
    const before = told(runs, launch).length;
    await liveUntil(on, '2026-12-08T22:00:00Z', 6);
    expect(told(runs, launch)).toHaveLength(before);

    await liveUntil(on, '2026-12-11T19:00:00Z', 6);
    expect(told(runs, launch).length).toBeGreaterThan(before);
    await sees.click(words.done(), { message: launch });
    expect(sees.private().at(-1)?.text).toBe(
      words['stands.reached']({ name: launch, day: locale === 'en' ? '9 Dec 2026' : '2026年12月9日' }),
    );
    const count = told(runs, launch).length;
    await liveUntil(on, '2026-12-16T12:00:00Z', 12);
    expect(told(runs, launch)).toHaveLength(count);
  },
  60_000,
);
