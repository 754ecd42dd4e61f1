import { describe, expect, test } from '@jest/globals';
import type { Deliverable, DeliveredContent } from '../../src/deliverable/model.ts';
import {
  heldIn,
  mayBeSame,
  noteDeleted,
  noteOffered,
  type Offered,
  openNoticed,
  threadOf,
} from '../../src/deliverable/rules-watch.ts';
import { clientThread, teamThread } from '../../src/deliverable/rules-subjects.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { later, NOW } from '../support/arbitraries.ts';
import { DELIVERABLE, delivered, fileContent, posterOf } from '../support/delivered.ts';

const text: DeliveredContent = { is: 'text', text: 'Real tea' };
const SHA = 'a'.repeat(64);
const contentsOf = (project: Project) => posterOf(project).draft?.contents;

describe('a file that is deleted in Slack', () => {
  const files = [fileContent('F1')];
  test.each([
    ['being made ready', delivered({ draft: files }), { version: 1, is: 'draft' }],
    ['with the client', delivered({ sent: [files] }), { version: 1, is: 'withClient' }],
    ['answered otherwise', delivered({ sent: [files], state: 'refused' }), { version: 1, is: 'sent' }],
    ['approved', delivered({ sent: [files], state: 'agreed', stands: 1 }), { version: 1, is: 'approved' }],
    [
      'approved, with a newer one asked',
      delivered({ sent: [files, [text]], stands: 1 }),
      { version: 1, is: 'approved' },
    ],
    [
      'approved, and dropped since',
      delivered({ sent: [files], state: 'agreed', stands: 1, dropped: true }),
      { version: 1, is: 'approved' },
    ],
  ])('is noticed once where it is %s', (_, project, held) => {
    const noted = noteDeleted(project, 'F1', NOW);
    expect(noted?.deleted).toMatchObject([{ held: { ...held, file: { file: 'F1' } } }]);
    expect(noted && posterOf(noted.project).noticed).toEqual([
      { is: 'deleted', file: 'F1', version: held.version, at: NOW.toISOString() },
    ]);
    expect(noted && noteDeleted(noted.project, 'F1', later(1))).toBeNull();
  });

  test.each([
    ['nobody’s', delivered({ draft: [text] })],
    ['of a version that was replaced, and never approved', delivered({ sent: [files, [text]] })],
    ['of what was dropped before it was approved', delivered({ draft: files, dropped: true })],
  ])('is not noticed where it is %s', (_, project) => {
    expect(noteDeleted(project, 'F1', NOW)).toBeNull();
  });

  test('is known to be gone where a version is being made ready with it, and only there', () => {
    const project = delivered({ draft: [fileContent('F1', { sha256: SHA }), fileContent('F2')] });
    const noted = noteDeleted(project, 'F1', NOW);
    expect(noted && contentsOf(noted.project)).toEqual([
      fileContent('F1', { sha256: SHA, unread: 'gone' }),
      fileContent('F2'),
    ]);
    const sent = delivered({ sent: [files], state: 'agreed', stands: 1 });
    const after = noteDeleted(sent, 'F1', NOW);
    expect(after && posterOf(after.project).sent).toEqual(posterOf(sent).sent);
  });

  test('is of the version that matters most: what is approved comes before what is made ready', () => {
    const project = delivered({ draft: files, sent: [files], state: 'agreed', stands: 1 });
    expect(heldIn(posterOf(project), 'F1')).toMatchObject({ is: 'approved', version: 1 });
  });
});

const offer = (file: string, more: Partial<Offered> = {}): Offered => ({
  ...{ file, name: `${file}.pdf`, mimetype: 'application/pdf', size: 5, sha256: null },
  ...more,
});
const offering = (project: Project, side: 'team' | 'client', ...files: Offered[]) =>
  noteOffered(project, { deliverable: posterOf(project), side }, files, NOW);

describe('a file in the thread of a deliverable', () => {
  const asked = delivered({ sent: [[fileContent('F1')]] });

  test('is noticed as one that may be newer, once, on either side', () => {
    for (const side of ['team', 'client'] as const) {
      const noted = offering(asked, side, offer('F2'), offer('F3'));
      expect(noted).toMatchObject({ version: 1, offered: [{ file: 'F2' }, { file: 'F3' }] });
      expect(noted && offering(noted.project, side, offer('F2'))).toBeNull();
    }
  });

  test('is none where it is what a version is already, by its id or posted again by hand', () => {
    expect(offering(asked, 'client', offer('F1', { size: 1 }))).toBeNull();
    expect(offering(asked, 'client', offer('F2', { name: 'F1.pdf', size: 1000 }))).toBeNull();
    expect(offering(asked, 'client', offer('F2', { name: 'F1.pdf', size: 1001 }))).not.toBeNull();
    const hashed = delivered({ sent: [[fileContent('F1', { sha256: SHA })]] });
    const again = { name: 'renamed.pdf', size: 1000 };
    expect(mayBeSame(posterOf(hashed), offer('F2', again))).toBe(true);
    expect(mayBeSame(posterOf(asked), offer('F2', again))).toBe(false);
    expect(offering(hashed, 'client', offer('F2', { ...again, sha256: SHA }))).toBeNull();
    const changed = { name: 'F1.pdf', size: 1000, sha256: 'b'.repeat(64) };
    expect(offering(hashed, 'client', offer('F2', changed))).not.toBeNull();
    const replaced = delivered({ sent: [[fileContent('F1')], [fileContent('F2')]] });
    expect(offering(replaced, 'client', offer('F1'))).toBeNull();
  });

  test('of the team counts where it is of the kind of the version; of the client always', () => {
    const picture = offer('F2', { name: 'note.png', mimetype: 'image/png' });
    expect(offering(asked, 'team', picture)).toBeNull();
    expect(offering(asked, 'client', picture)).not.toBeNull();
    const drawn = delivered({ draft: [fileContent('F1', { name: 'Key Visual.JPG', mimetype: 'image/jpeg' })] });
    expect(offering(drawn, 'team', picture)).not.toBeNull();
    expect(offering(delivered({ draft: [text] }), 'team', picture)).toBeNull();
    const nameless = delivered({ draft: [fileContent('F1', { name: '', mimetype: null })] });
    expect(offering(nameless, 'team', offer('F2', { name: '', mimetype: '' }))).toBeNull();
  });

  test('is of the version that is being made ready where there is one', () => {
    const project = delivered({ draft: [fileContent('F2')], sent: [[fileContent('F1')]] });
    expect(offering(project, 'team', offer('F3'))?.version).toBe(2);
  });

  test('is none of what was dropped', () => {
    expect(offering(delivered({ sent: [[fileContent('F1')]], dropped: true }), 'client', offer('F2'))).toBeNull();
  });

  test('is kept on the card up to a limit, the last ones', () => {
    const many = Array.from({ length: BOUNDS.noticed + 5 }, (_, index) => offer(`N${index}`));
    const noted = offering(asked, 'client', ...many);
    expect(noted && posterOf(noted.project).noticed.map(({ file }) => file)).toEqual(
      many.slice(-BOUNDS.noticed).map(({ file }) => file),
    );
  });
});

describe('the thread of a deliverable', () => {
  const project = delivered({ sent: [[fileContent('F1')]] });
  const poster = posterOf(project);
  const from = (channel: string): Deliverable => ({ ...poster, from: { channel, ts: '1.2' } });

  test('is the one under its card, or under the message that it was sent from, or the client’s', () => {
    expect(threadOf(project, teamThread('p1', poster))?.side).toBe('team');
    expect(threadOf(project, clientThread('p1', DELIVERABLE))?.side).toBe('client');
    expect(threadOf(withDeliverable(project, from('C1')), 'message:C1:1.2')?.side).toBe('team');
    expect(threadOf(withDeliverable(project, from('C1')), 'message:C2:1.2')).toBeNull();
    expect(threadOf(project, 'card:project:p1')).toBeNull();
  });

  test('is of the one that changed last where two were sent from one message', () => {
    const both = {
      ...project,
      deliverables: [
        { ...from('C1'), id: 'd1', changedAt: later(2).toISOString() },
        { ...from('C1'), id: 'd2', changedAt: later(1).toISOString() },
      ],
    };
    expect(threadOf(both, 'message:C1:1.2')?.deliverable.id).toBe('d1');
  });
});

describe('what was noticed', () => {
  test('is open until the file is no part of what matters any more, or has become a version', () => {
    const gone = noteDeleted(delivered({ draft: [fileContent('F1')] }), 'F1', NOW);
    const poster = gone && posterOf(gone.project);
    expect(poster && openNoticed(poster)).toHaveLength(1);
    const { draft } = posterOf(delivered({ draft: [fileContent('F2')] }));
    expect(poster && openNoticed({ ...poster, draft })).toEqual([]);
    const newer = offering(delivered({ draft: [fileContent('F1')] }), 'team', offer('F2'));
    const offered = newer && posterOf(newer.project);
    expect(offered && openNoticed(offered)).toHaveLength(1);
    expect(offered && openNoticed({ ...offered, draft })).toEqual([]);
  });
});
