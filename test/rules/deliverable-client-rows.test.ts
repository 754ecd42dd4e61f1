import { describe, expect, test } from '@jest/globals';
import type { DeliveredContent } from '../../src/deliverable/model.ts';
import { clientRows, fileAbout } from '../../src/deliverable/service-client-rows.ts';
import { versionKey } from '../../src/deliverable/rules-subjects.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { asks } from '../support/arbitraries.ts';
import { lei } from '../support/asked-brief.ts';
import { DELIVERABLE, fileContent, posterOf } from '../support/delivered.ts';
import { answers, LINK, readyPoster, renewed, sentPoster } from '../support/sent-deliverable.ts';

const rowsOf = (project: Project, before: Project | null = null) => {
  const { sent } = posterOf(project);
  if (!sent) throw new Error('nothing was sent');
  return clientRows(project, DELIVERABLE, sent, before ? posterOf(before).sent : null);
};
const keysOf = (project: Project, before?: Project) => rowsOf(project, before).map(({ key }) => key);
const versionOne = versionKey('p1', DELIVERABLE, 1);
const card = `card:deliverableForClient:p1:${DELIVERABLE}`;

describe('what is posted for the client of a version that was sent', () => {
  test('is the card, and the version in its thread', () => {
    const rows = rowsOf(sentPoster(readyPoster()));
    expect(rows.map(({ key, parent }) => [key, parent])).toEqual([
      [card, null],
      [versionOne, card],
    ]);
  });

  test('comes whole where it is long: before the version, so that the buttons stand under it', () => {
    const long: DeliveredContent[] = [1, 2, 3].map(() => ({ is: 'text', text: 'Tea '.repeat(BOUNDS.longAnswer / 4) }));
    const rows = rowsOf(sentPoster(readyPoster({}, long)));
    expect(rows.map(({ kind }) => kind)).toEqual(['card', 'say', 'say', 'card']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const said = rows.flatMap((row) => (row.kind === 'say' ? JSON.stringify(row.message.blocks) : []));
    expect(said.join('').split('Tea ').length - 1).toBeGreaterThanOrEqual(long.length * (BOUNDS.longAnswer / 4 - 2));
  });

  test('has each file under it that Liaison passes on, under a name that no other file has', () => {
    const name = 'Poster/final: v2.pdf';
    const contents = [
      fileContent('F1', { name }),
      fileContent('F2', { name }),
      fileContent('F3', { name: '', size: BOUNDS.passedOnBytes + 1 }),
      fileContent('F4', { name: '' }),
    ];
    const files = rowsOf(sentPoster(readyPoster({}, contents))).flatMap((row) =>
      row.kind === 'do' && row.doing.do === 'file' ? [{ ...row.doing, parent: row.parent }] : [],
    );
    expect(files.map(({ subject }) => fileAbout(subject.about ?? ''))).toEqual(
      [0, 1, 3].map((at) => ({ id: DELIVERABLE, version: 1, at })),
    );
    expect(files.map(({ name: called }) => called)).toEqual([
      expect.stringMatching(/^Poster final v2-v1-[0-9a-f]{12}\.pdf$/u),
      expect.stringMatching(/^Poster final v2-v1-[0-9a-f]{12}-2\.pdf$/u),
      expect.stringMatching(/^file-v1-[0-9a-f]{12}-4$/u),
    ]);
    expect(files.every(({ parent }) => parent === card)).toBe(true);
  });

  test('takes the buttons off the version that it replaces', () => {
    const first = sentPoster(readyPoster());
    const second = sentPoster(renewed(answers(first, 'changesRequested')));
    expect(keysOf(second, first)).toEqual([card, versionOne, versionKey('p1', DELIVERABLE, 2)]);
  });

  test('is nothing where it goes outside Slack, but that the version before is replaced', () => {
    const outside = { asking: { ...asks(lei), reach: 'outside' as const } };
    expect(keysOf(sentPoster(readyPoster({}, [LINK]), outside))).toEqual([]);
    const first = sentPoster(readyPoster());
    expect(keysOf(sentPoster(renewed(answers(first, 'changesRequested')), outside), first)).toEqual([versionOne]);
  });
});
