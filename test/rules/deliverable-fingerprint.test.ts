import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveredContent } from '../../src/deliverable/model.ts';
import { type FileRead, filesToRead, isGivenUp, withRead } from '../../src/deliverable/rules-fingerprint.ts';
import type { Project } from '../../src/project/model.ts';
import { later } from '../support/arbitraries.ts';
import { DELIVERABLE, delivered, fileContent, posterOf } from '../support/delivered.ts';

const text: DeliveredContent = { is: 'text', text: 'Real tea' };
const SHA = 'a'.repeat(64);
const hashed = (file: string): FileRead => ({
  file,
  name: 'real.pdf',
  mimetype: 'application/pdf',
  size: 7,
  sha256: SHA,
});
const contentsOf = (project: Project) => posterOf(project).draft?.contents;

describe('what a file is', () => {
  test('is still to be read where neither its hash is known nor why there is none', () => {
    const draft = [
      fileContent('F1'),
      fileContent('F2', { sha256: SHA }),
      fileContent('F3', { unread: 'tooLarge' }),
      fileContent('F4', { unread: 'unreachable' }),
      text,
    ];
    expect(filesToRead(posterOf(delivered({ draft })))).toEqual(['F1']);
    expect(filesToRead(posterOf(delivered({ draft })), true)).toEqual(['F1', 'F4']);
  });

  test('is not read of what was dropped, and not of what was sent', () => {
    expect(filesToRead(posterOf(delivered({ draft: [fileContent('F1')], dropped: true })))).toEqual([]);
    expect(filesToRead(posterOf(delivered({ sent: [[fileContent('F1')]] })))).toEqual([]);
  });

  test('is put into the version that is being made ready, and nowhere else', () => {
    const sent = [[fileContent('F1')]];
    const project = delivered({ draft: [fileContent('F1'), fileContent('F2'), text], sent });
    const read = withRead(project, DELIVERABLE, [hashed('F1')]);
    const known = fileContent('F1', { name: 'real.pdf', size: 7, sha256: SHA, unread: null });
    expect(contentsOf(read)).toEqual([known, fileContent('F2'), text]);
    expect(posterOf(read).sent).toEqual(posterOf(project).sent);
  });

  test('keeps the name under which it was brought where Slack tells none, and why it could not be read', () => {
    const read = withRead(delivered({ draft: [fileContent('F1')] }), DELIVERABLE, [
      { file: 'F1', unread: 'notAllowed' },
    ]);
    expect(contentsOf(read)).toEqual([fileContent('F1', { unread: 'notAllowed' })]);
  });

  test('that is known by its hash is never changed again', () => {
    const known = delivered({ draft: [fileContent('F1', { sha256: SHA })] });
    expect(withRead(known, DELIVERABLE, [{ file: 'F1', unread: 'gone' }])).toBe(known);
    expect(withRead(known, DELIVERABLE, [{ ...hashed('F1'), sha256: 'b'.repeat(64) }])).toBe(known);
  });

  test('read twice is the same project', () => {
    fc.assert(
      fc.property(fc.constantFrom<FileRead>(hashed('F1'), { file: 'F1', unread: 'gone' }, hashed('F9')), (read) => {
        const once = withRead(delivered({ draft: [fileContent('F1')] }), DELIVERABLE, [read]);
        expect(withRead(once, DELIVERABLE, [read])).toBe(once);
      }),
    );
  });

  test('is given up half an hour after it was brought', () => {
    const poster = posterOf(delivered({ draft: [fileContent('F1')] }));
    expect([isGivenUp(poster, later(29)), isGivenUp(poster, later(30))]).toEqual([false, true]);
  });
});
